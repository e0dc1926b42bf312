import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { BrandMark } from './BrandMark.tsx'
import styles from './Message.module.css'

interface Props {
  readonly title: string
  readonly children: ReactNode
  readonly aside?: string
  readonly action?: { readonly label: string; readonly run: () => void; readonly busy?: boolean }
}

/** A whole page that says what is the matter and what to do. */
export function Message({ title, children, aside, action }: Props) {
  return (
    <main className={styles.page}>
      <div className={styles.card} role="alert">
        <BrandMark size={44} />
        <h1>{title}</h1>
        <p>{children}</p>
        {action && (
          <Button onClick={action.run} loading={action.busy ?? false}>
            {action.label}
          </Button>
        )}
        {aside && <p className={styles.aside}>{aside}</p>}
      </div>
    </main>
  )
}

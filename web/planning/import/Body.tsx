import type { ReactNode } from 'react'
import styles from './GridImport.module.css'
import { useWizard } from './wizard.ts'

/** What a step asks and shows. While the server works on it, nothing of it can become something else. */
export function Body({ children }: { children: ReactNode }) {
  const isWaiting = useWizard((wizard) => wizard.waiting !== null)
  return (
    <div className={styles.body} inert={isWaiting}>
      {children}
    </div>
  )
}

import { Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CopyButton } from '../inspector/CopyButton.tsx'
import { copyText } from '../inspector/copy_text.ts'
import styles from './Tokens.module.css'

interface Props {
  readonly text: string
  readonly copy: string
  /** What the page is there for: its button has words. */
  readonly leading?: boolean
}

/** Text to be taken elsewhere, selected whole by a click. */
export function Secret({ text, copy, leading = false }: Props) {
  return (
    <div className={styles.secret} data-leading={leading}>
      <code>{text}</code>
      {leading ? <LeadingCopy text={text} label={copy} /> : <CopyButton text={() => text} label={copy} iconOnly />}
    </div>
  )
}

function LeadingCopy({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation()
  const [result, setResult] = useState<'copied' | 'copyFailed' | null>(null)
  const Icon = result === 'copied' ? IconCheck : IconCopy
  return (
    <Button
      size="xs"
      data-autofocus
      aria-live="polite"
      leftSection={<Icon size={15} stroke={1.8} />}
      onClick={() => void copyText(text).then((copied) => setResult(copied ? 'copied' : 'copyFailed'))}
    >
      {result ? t(`inspector.${result}`) : label}
    </Button>
  )
}

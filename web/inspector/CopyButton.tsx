import { IconCheck, IconCopy } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './CopyButton.module.css'
import { copyText } from './copy_text.ts'

interface Props {
  readonly text: () => string
  readonly label: string
  readonly children?: ReactNode
  readonly iconOnly?: boolean
}

const SAY_MS = 1_600

export function CopyButton({ text, label, children, iconOnly = false }: Props) {
  const { t } = useTranslation()
  const [result, setResult] = useState<'copied' | 'copyFailed' | null>(null)

  useEffect(() => {
    if (!result) return
    const timer = setTimeout(() => setResult(null), SAY_MS)
    return () => clearTimeout(timer)
  }, [result])

  const copy = async () => setResult((await copyText(text())) ? 'copied' : 'copyFailed')
  const said = result ? t(`inspector.${result}`) : label
  return (
    <button type="button" className={styles.copy} data-icon={iconOnly} aria-label={said} title={said} onClick={() => void copy()}>
      {result === 'copied' ? <IconCheck size={16} stroke={1.8} /> : (children ?? <IconCopy size={16} stroke={1.6} />)}
      {(!iconOnly || result) && <span aria-live="polite">{said}</span>}
    </button>
  )
}

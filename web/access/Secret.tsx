import { CopyButton } from '../inspector/CopyButton.tsx'
import styles from './Tokens.module.css'

/** Text to be taken elsewhere, selected whole by a click. */
export function Secret({ text, copy }: { text: string; copy: string }) {
  return (
    <div className={styles.secret}>
      <code>{text}</code>
      <CopyButton text={() => text} label={copy} iconOnly />
    </div>
  )
}

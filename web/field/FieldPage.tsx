// A page over everything else, filled in from top to bottom by thumb.
import { IconSend, IconX } from '@tabler/icons-react'
import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useModal } from '../frame/Dialog.tsx'
import { useOutbox } from '../offline/outbox.ts'
import styles from './FieldPage.module.css'

interface Props {
  readonly title: string
  /** In the head, beside the title. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  /** What has just been done, said above the button. */
  readonly said: string | null
  readonly send: string
  readonly onSend: () => void
  readonly onClose: () => void
  readonly body?: RefObject<HTMLDivElement | null>
}

export function FieldPage({ title, aside, children, said, send, onSend, onClose, body }: Props) {
  const { t } = useTranslation()
  const { ref, keys } = useModal(onClose)
  const isKept = useOutbox((outbox) => outbox.isKept)
  return (
    <dialog ref={ref} className={styles.page} aria-label={title} onKeyDown={keys}>
      <header className={styles.head}>
        <h1 tabIndex={-1} data-autofocus>
          {title}
        </h1>
        {aside}
        <button type="button" className={styles.close} aria-label={t('frame.close')} onClick={onClose}>
          <IconX size={22} stroke={1.8} />
        </button>
      </header>
      <div ref={body} className={styles.body}>
        {!isKept && <p className={styles.problem}>{t('field.notKept')}</p>}
        {children}
      </div>
      <footer className={styles.foot}>
        <p role="status" className={styles.said} data-shown={said !== null}>
          {said}
        </p>
        <button type="button" className={styles.send} onClick={onSend}>
          <IconSend size={20} stroke={1.8} aria-hidden="true" />
          {send}
        </button>
      </footer>
    </dialog>
  )
}

const SAID_MS = 5_000

/** Something that is said for a while. */
export function useSaid(): readonly [string | null, (said: string) => void] {
  const [said, setSaid] = useState<string | null>(null)
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setSaid(null), SAID_MS)
    return () => clearTimeout(timer)
  }, [said])
  return [said, setSaid]
}

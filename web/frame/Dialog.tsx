import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Dialog.module.css'

interface Props {
  readonly title: string
  readonly children: ReactNode
  readonly onClose: () => void
  readonly size?: 'small' | 'large'
}

/** Over everything, and everything else waits. Begins at what is marked `data-autofocus`; ends where it was called from. */
export function Dialog({ title, children, onClose, size = 'small' }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const { ref, keys } = useModal(onClose)
  return (
    <dialog ref={ref} className={styles.dialog} data-size={size} aria-labelledby={id} onKeyDown={keys}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        <button type="button" className={styles.close} aria-label={t('frame.close')} onClick={onClose}>
          <IconX size={18} stroke={1.7} />
        </button>
      </header>
      <div className={styles.body}>{children}</div>
    </dialog>
  )
}

/** Shows a `<dialog>` over the page for as long as it is there. Without `onClose`, there is no way around it. */
export function useModal(onClose?: () => void) {
  const ref = useRef<HTMLDialogElement>(null)
  const leave = useRef(onClose)
  useEffect(() => {
    leave.current = onClose
  })
  useEffect(() => {
    const dialog = ref.current!
    const from = document.activeElement
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus()
    // The browser's own way out, also when what had the focus is gone from the dialog.
    const cancel = (event: Event) => {
      event.preventDefault()
      leave.current?.()
    }
    dialog.addEventListener('cancel', cancel)
    return () => {
      dialog.removeEventListener('cancel', cancel)
      dialog.close()
      if (from instanceof HTMLElement) from.focus()
    }
  }, [])
  const keys = (event: KeyboardEvent) => {
    // What lies behind has no share in what is typed here.
    event.stopPropagation()
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose?.()
  }
  return { ref, keys }
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../offline/entry.ts'
import { useOutbox } from '../offline/outbox.ts'
import styles from './FieldButton.module.css'

interface Props {
  readonly icon: ReactNode
  readonly label: string
  readonly kinds: readonly Entry['kind'][]
  readonly onClick: () => void
}

/** Over the map, within reach of a thumb; says also how much of these kinds still waits on the device. */
export function FieldButton({ icon, label, kinds, onClick }: Props) {
  const { t } = useTranslation()
  const waiting = useOutbox(
    ({ entries }) => entries.filter(({ kind, state }) => kinds.includes(kind) && state === 'waiting').length,
  )
  return (
    <button type="button" className={styles.report} onClick={onClick}>
      {icon}
      {label}
      {waiting > 0 && <span>{t('field.outbox.waiting', { n: waiting })}</span>}
    </button>
  )
}

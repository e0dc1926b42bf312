import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatTime } from '../../values/times.ts'
import { doneWords } from '../detail/Timeline.tsx'
import styles from './Steps.module.css'
import type { StepConflict } from './use_step.ts'

/** Somebody else was faster: what he did. */
export function Conflict({ conflict: { since, isOpen } }: { conflict: StepConflict }) {
  const { t, i18n } = useTranslation()
  return (
    <section className={styles.conflict} role="alert">
      <h4>
        <IconAlertTriangle size={16} stroke={1.9} aria-hidden="true" />
        {t('cases.form.conflict')}
      </h4>
      <ul>
        {since.map((event) => (
          <li key={event.number}>
            <strong>{doneWords(event, i18n.language, t)}</strong>
            <small>
              {event.account_name || t('cases.byRule')} · {formatTime(event.at, i18n.language)}
            </small>
            {event.text && <span>{event.text}</span>}
          </li>
        ))}
      </ul>
      <p>{t(isOpen ? 'cases.form.conflictHint' : 'cases.form.conflictGone')}</p>
    </section>
  )
}

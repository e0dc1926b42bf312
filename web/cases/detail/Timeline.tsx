import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Action } from '#geodata/cases/flow.ts'
import type { CaseEvent } from '#geodata/cases/records.ts'
import { formatTime } from '../../values/times.ts'
import { formatDue } from '../due.ts'
import { nameOf } from '../named.ts'
import { CasePhotos } from './CasePhotos.tsx'
import styles from './Timeline.module.css'

/** Steps that send a case back, or against which something was said, stand out by their mark. */
const BACKWARD: readonly Action[] = ['return', 'rework', 'dismiss', 'refuse_extension', 'urge']

/** All that was done, the latest first. */
export function Timeline({ id, events }: { id: number; events: readonly CaseEvent[] }) {
  const { t, i18n } = useTranslation()
  return (
    <ol className={styles.timeline}>
      {[...events].reverse().map((event) => (
        <li key={event.number} data-back={BACKWARD.includes(event.action)}>
          <strong>{doneWords(event, i18n.language, t)}</strong>
          <small>
            {event.account_name || t('cases.byRule')} · {formatTime(event.at, i18n.language)}
          </small>
          {event.text && <q>{event.text}</q>}
          <CasePhotos id={id} events={[event]} size="small" />
        </li>
      ))}
    </ol>
  )
}

export function doneWords(event: CaseEvent, language: string, t: TFunction): string {
  const whom = [event.organisation, event.person].flatMap((one) => (one ? [nameOf(one, language)] : [])).join(' · ')
  return t(`cases.done.${event.action}`, {
    whom,
    until: event.until ? formatDue(event.until, Date.parse(event.at), language) : '',
    number: event.merged_into?.number ?? '',
  })
}

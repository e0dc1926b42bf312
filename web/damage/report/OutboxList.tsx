import { IconAlertTriangle, IconCheck, IconClock, IconHome, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { dropFromOutbox, retryRefused, useOutbox } from '../../offline/outbox.ts'
import { useConsole } from '../../state/store.ts'
import { formatTime } from '../../values/times.ts'
import { DegreeMark } from '../DegreeMark.tsx'
import type { ReportEntry } from './body.ts'
import type { OwnCommunity } from './communities.ts'
import { said } from './draft.ts'
import styles from './OutboxList.module.css'

const STATES = ['waiting', 'sent', 'refused'] as const
const ICONS = { waiting: IconClock, sent: IconCheck, refused: IconAlertTriangle } as const

const useReports = () =>
  useOutbox((outbox) => outbox.entries).filter(({ kind }) => kind === 'damage_report') as readonly ReportEntry[]

/** How much waits, has arrived, was refused. What is nought goes without saying. */
function Counts({ entries }: { entries: readonly ReportEntry[] }) {
  const { t } = useTranslation()
  return STATES.map((state) => {
    const n = entries.filter((entry) => entry.state === state).length
    return n === 0 ? null : (
      <span key={state} data-state={state}>
        {t(`damage.outbox.${state}`, { n })}
      </span>
    )
  })
}

/** At the head of the page, where it is seen before anything is scrolled; leads to the list. */
export function OutboxCounts({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation()
  const entries = useReports()
  if (entries.length === 0) return null
  return (
    <button type="button" className={styles.short} aria-label={t('damage.outbox.title')} onClick={onOpen}>
      <Counts entries={entries} />
    </button>
  )
}

/** What was reported on this device: what waits, what has arrived, what was refused and why. */
export function OutboxList({ communities }: { communities: readonly OwnCommunity[] }) {
  const { t } = useTranslation()
  const entries = useReports()
  const isSending = useOutbox((outbox) => outbox.isSending)
  const isOffline = useConsole(({ live }) => live === 'offline')
  const waits = entries.some(({ state }) => state === 'waiting')
  return (
    <section className={styles.outbox} data-outbox aria-label={t('damage.outbox.title')}>
      <h2>{t('damage.outbox.title')}</h2>
      <p className={styles.counts} role="status">
        <Counts entries={entries} />
        {waits && (isSending ? t('damage.outbox.sending') : isOffline ? t('damage.outbox.offline') : null)}
      </p>
      {entries.length === 0 ? (
        <p className={styles.empty}>{t('damage.outbox.empty')}</p>
      ) : (
        <ul>
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} own={communities.length === 1 ? communities[0]! : null} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** A position near a border may be off by a house, on the wrong side. */
const WRONG_PLACE = ['outside_territory', 'report_place_unknown']

function Row({ entry, own }: { entry: ReportEntry; own: OwnCommunity | null }) {
  const { t, i18n } = useTranslation()
  const { body, state, noted_at, id } = entry
  const Icon = ICONS[state]
  const what = body.nothing_damaged
    ? t('damage.zero')
    : `${body.kind ? t(`damage.kinds.${body.kind}`) : ''} · ${body.degree ? t(`damage.degrees.${body.degree}`) : ''}`
  return (
    <li data-state={state}>
      <DegreeMark degree={body.nothing_damaged ? 'zero' : (body.degree ?? 'intact')} />
      <div>
        <strong>{what}</strong>
        <small>
          {formatTime(noted_at, i18n.language)}
          {body.place_name && ` · ${body.place_name}`}
        </small>
        {useNotes(entry).map((note) => (
          <small key={note} className={styles.note}>
            {note}
          </small>
        ))}
        {state === 'refused' && (
          <span className={styles.actions}>
            {own && WRONG_PLACE.includes(entry.reason?.code ?? '') && body.longitude !== null && (
              <button type="button" onClick={() => void retryRefused(id, { ...body, ...said({ source: 'community', ...own }) })}>
                <IconHome size={16} stroke={1.8} aria-hidden="true" />
                {t('damage.outbox.asCommunity', { place: own.name })}
              </button>
            )}
            <button type="button" onClick={() => void retryRefused(id)}>
              <IconRefresh size={16} stroke={1.8} aria-hidden="true" />
              {t('damage.outbox.retry')}
            </button>
            <button type="button" onClick={() => void dropFromOutbox(id)}>
              <IconTrash size={16} stroke={1.8} aria-hidden="true" />
              {t('damage.outbox.drop')}
            </button>
          </span>
        )}
      </div>
      <span className={styles.state}>
        <Icon size={16} stroke={1.9} aria-hidden="true" />
        {t(`damage.outbox.states.${state}`)}
      </span>
    </li>
  )
}

function useNotes({ state, reason, progress, files }: ReportEntry): string[] {
  const { t } = useTranslation()
  const why = (code: string, detail: string | null) =>
    code === 'no_event'
      ? t('damage.outbox.no_event')
      : (detail ?? (code === 'unreachable' || code === 'timeout' ? t('damage.outbox.unreachable') : code))
  const notes: string[] = []
  if (state === 'refused' && reason) notes.push(why(reason.code, reason.detail))
  if (state === 'waiting' && reason) notes.push(t('damage.outbox.later', { reason: why(reason.code, reason.detail) }))
  const photos = progress?.photos ?? files.length
  if (photos > 0) notes.push(t('damage.outbox.photosSent', { n: progress?.photos_sent ?? 0, of: photos }))
  if (progress?.photo_reason)
    notes.push(
      t('damage.outbox.photosRefused', {
        n: progress.photos_refused,
        reason: why(progress.photo_reason.code, progress.photo_reason.detail),
      }),
    )
  return notes
}

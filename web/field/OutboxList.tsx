import { IconAlertTriangle, IconCheck, IconClock, IconRefresh, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../offline/entry.ts'
import { dropFromOutbox, retryRefused, useOutbox } from '../offline/outbox.ts'
import { useConsole } from '../state/store.ts'
import { formatTime } from '../values/times.ts'
import styles from './OutboxList.module.css'
import type { PhotoProgress } from './send_photo.ts'

const STATES = ['waiting', 'sent', 'refused'] as const
const ICONS = { waiting: IconClock, sent: IconCheck, refused: IconAlertTriangle } as const

/** What of these kinds was noted on this device, the latest first. */
export function useEntries<Of extends Entry>(kinds: readonly Entry['kind'][]): readonly Of[] {
  return useOutbox((outbox) => outbox.entries).filter(({ kind }) => kinds.includes(kind)) as unknown as readonly Of[]
}

/** How much waits, has arrived, was refused. What is nought goes without saying. */
function Counts({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation()
  return STATES.map((state) => {
    const n = entries.filter((entry) => entry.state === state).length
    return n === 0 ? null : (
      <span key={state} data-state={state}>
        {t(`field.outbox.${state}`, { n })}
      </span>
    )
  })
}

/** At the head of a page, where it is seen before anything is scrolled; leads to the list. */
export function OutboxCounts({ entries, label, onOpen }: { entries: readonly Entry[]; label: string; onOpen: () => void }) {
  if (entries.length === 0) return null
  return (
    <button type="button" className={styles.short} aria-label={label} onClick={onOpen}>
      <Counts entries={entries} />
    </button>
  )
}

interface ListProps<Of extends Entry> {
  readonly title: string
  readonly empty: string
  readonly entries: readonly Of[]
  readonly row: (entry: Of) => RowWords
}

/** How an entry is told in the list. */
export interface RowWords {
  readonly sign: ReactNode
  readonly what: string
  readonly place: string | null
  /** Other ways out for what was refused. */
  readonly actions?: ReactNode
  /** A reason that only this kind of entry has, in words. */
  readonly why?: (code: string) => string | undefined
}

/** What was noted on this device: what waits, what has arrived, what was refused and why. */
export function OutboxList<Of extends Entry>({ title, empty, entries, row }: ListProps<Of>) {
  const { t } = useTranslation()
  const isSending = useOutbox((outbox) => outbox.isSending)
  const isOffline = useConsole(({ live }) => live === 'offline')
  const waits = entries.some(({ state }) => state === 'waiting')
  return (
    <section className={styles.outbox} data-outbox aria-label={title}>
      <h2>{title}</h2>
      <p className={styles.counts} role="status">
        <Counts entries={entries} />
        {waits && (isSending ? t('field.outbox.sending') : isOffline ? t('field.outbox.offline') : null)}
      </p>
      {entries.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <ul>
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} words={row(entry)} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({ entry, words: { sign, what, place, actions, why } }: { entry: Entry; words: RowWords }) {
  const { t, i18n } = useTranslation()
  const { state, noted_at, id } = entry
  const Icon = ICONS[state]
  return (
    <li data-state={state}>
      {sign}
      <div>
        <strong>{what}</strong>
        <small>
          {formatTime(noted_at, i18n.language)}
          {place && ` · ${place}`}
        </small>
        {useNotes(entry, why).map((note) => (
          <small key={note} className={styles.note}>
            {note}
          </small>
        ))}
        {state === 'refused' && (
          <span className={styles.actions}>
            {actions}
            <button type="button" onClick={() => void retryRefused(id)}>
              <IconRefresh size={16} stroke={1.8} aria-hidden="true" />
              {t('field.outbox.retry')}
            </button>
            <button type="button" onClick={() => void dropFromOutbox(id)}>
              <IconTrash size={16} stroke={1.8} aria-hidden="true" />
              {t('field.outbox.drop')}
            </button>
          </span>
        )}
      </div>
      <span className={styles.state}>
        <Icon size={16} stroke={1.9} aria-hidden="true" />
        {t(`field.outbox.states.${state}`)}
      </span>
    </li>
  )
}

function useNotes({ state, reason, progress, files }: Entry, own: RowWords['why']): string[] {
  const { t } = useTranslation()
  const why = (code: string, detail: string | null) =>
    own?.(code) ?? detail ?? (code === 'unreachable' || code === 'timeout' ? t('field.outbox.unreachable') : code)
  const sent = progress as Partial<PhotoProgress> | null
  const notes: string[] = []
  if (state === 'refused' && reason) notes.push(why(reason.code, reason.detail))
  if (state === 'waiting' && reason) notes.push(t('field.outbox.later', { reason: why(reason.code, reason.detail) }))
  const photos = sent?.photos ?? files.length
  if (photos > 0) notes.push(t('field.outbox.photosSent', { n: sent?.photos_sent ?? 0, of: photos }))
  if (sent?.photo_reason)
    notes.push(
      t('field.outbox.photosRefused', {
        n: sent.photos_refused,
        reason: why(sent.photo_reason.code, sent.photo_reason.detail),
      }),
    )
  return notes
}

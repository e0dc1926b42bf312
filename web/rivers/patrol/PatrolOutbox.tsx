import { IconAlertTriangle, IconClock, IconRefresh, IconTrash, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dropFromOutbox, retryRefused, useOutbox } from '../../offline/outbox.ts'
import { useConsole } from '../../state/store.ts'
import { formatTime } from '../../values/times.ts'
import { formatLength } from '../formats.ts'
import { patrolsQuery } from '../queries.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import { look, useRiversView } from '../view.ts'
import patrol from './Patrol.module.css'
import { PatrolRecord } from './PatrolRecord.tsx'
import { ReasonField } from './ReasonField.tsx'
import styles from './Record.module.css'
import type { PatrolEntry } from './send.ts'

const SHOWN = 10

/** What waits on this device or was refused, where it is seen first; or all that was handed in, from the server. */
export function PatrolOutbox({ show }: { show: 'open' | 'all' }) {
  return show === 'open' ? <Open /> : <HandedIn />
}

function Open() {
  const { t } = useRiversWords()
  const said = useSaid()
  const entries = useOutbox((outbox) => outbox.entries).filter(
    ({ kind, state }) => kind === 'river_patrol' && state !== 'sent',
  ) as unknown as readonly PatrolEntry[]
  if (entries.length === 0 && said === null) return null
  return (
    <section className={styles.outbox} aria-label={t('patrol.outbox.title')}>
      {said && (
        <p className={styles.said} role="status">
          {t(`patrol.end.${said}`)}
          <button type="button" aria-label={t('patrol.end.done')} onClick={() => look({ handedIn: null })}>
            <IconX size={17} stroke={1.8} aria-hidden="true" />
          </button>
        </p>
      )}
      <ul>
        {entries.map((entry) => (
          <Waiting key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  )
}

/** How far the patrol has come that was just handed in; what was refused says so in the list. */
function useSaid(): 'saved' | 'savedOffline' | 'arrived' | null {
  const handedIn = useRiversView((view) => view.handedIn)
  const state = useOutbox(({ entries }) => entries.find(({ id }) => id === handedIn)?.state)
  const isLive = useConsole(({ live }) => live === 'live')
  if (state === 'sent') return 'arrived'
  return state === 'waiting' ? (isLive ? 'saved' : 'savedOffline') : null
}

function Waiting({ entry }: { entry: PatrolEntry }) {
  const { t, gaps, language } = useRiversWords()
  const { shown } = entry.body
  const missed = gaps(shown.gaps, 4)
  const isRefused = entry.state === 'refused'
  const Sign = isRefused ? IconAlertTriangle : IconClock
  return (
    <li className={styles.record} data-state={entry.state}>
      <p>
        <strong>{(language === 'en' && shown.segment_name_en) || shown.segment_name}</strong>
        <span className={styles.state}>
          <Sign size={15} stroke={2} aria-hidden="true" />
          {t(`patrol.outbox.states.${entry.state}`)}
        </span>
      </p>
      <small>
        {formatTime(entry.body.patrol.started_at, language)} ·{' '}
        {t('rivers.record.figures', {
          minutes: Math.floor(shown.minutes),
          walked: formatLength(shown.walked_m),
          percent: Math.floor(shown.covered_percent),
        })}
      </small>
      {missed && shown.covered_percent < 100 && (
        <small className={styles.gaps}>{t('rivers.record.gaps', { gaps: missed })}</small>
      )}
      <small className={styles.why}>{useWhy(entry)}</small>
      {isRefused && <Refused entry={entry} />}
    </li>
  )
}

function useWhy({ state, reason }: PatrolEntry): string {
  const { t } = useRiversWords()
  const isSending = useOutbox((outbox) => outbox.isSending)
  const isOffline = useConsole(({ live }) => live === 'offline')
  if (state === 'waiting' && isSending) return t('patrol.outbox.sending')
  if (state === 'waiting' && isOffline) return t('patrol.outbox.offline')
  if (!reason) return ''
  const isAway = reason.code === 'unreachable' || reason.code === 'timeout'
  const said = reason.detail ?? (isAway ? t('patrol.outbox.unreachable') : reason.code)
  if (state === 'waiting') return t('patrol.outbox.later', { reason: said })
  return reason.code === 'patrol_reason_missing' ? t('patrol.outbox.reasonNeeded') : said
}

/** A patrol that was walked is not thrown away by a refusal: what can be put right is put right here. */
function Refused({ entry }: { entry: PatrolEntry }) {
  const { t } = useRiversWords()
  const { id, body, reason: refusal } = entry
  const [reason, setReason] = useState(body.patrol.reason ?? '')
  const [isTried, setTried] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const wantsReason = refusal?.code === 'patrol_reason_missing'
  const again = () => {
    setTried(true)
    if (!wantsReason) return void retryRefused(id)
    if (reason.trim() !== '') void retryRefused(id, { ...body, patrol: { ...body.patrol, reason: reason.trim() } })
  }
  return (
    <>
      {wantsReason && <ReasonField reason={reason} onChange={setReason} isMissing={isTried && reason.trim() === ''} />}
      {isAsked && <small className={styles.why}>{t('patrol.outbox.dropSure')}</small>}
      <div className={patrol.buttons}>
        <button type="button" onClick={again}>
          <IconRefresh size={17} stroke={1.8} aria-hidden="true" />
          {t(wantsReason ? 'patrol.outbox.withReason' : 'patrol.outbox.retry')}
        </button>
        <button type="button" data-danger={isAsked} onClick={() => (isAsked ? void dropFromOutbox(id) : setAsked(true))}>
          <IconTrash size={17} stroke={1.8} aria-hidden="true" />
          {t('patrol.outbox.drop')}
        </button>
      </div>
    </>
  )
}

function HandedIn() {
  const { t } = useRiversWords()
  const { data } = useQuery(patrolsQuery({ mine: true, limit: SHOWN }))
  if (!data) return null
  const { patrols } = data.body
  return (
    <section className={styles.handed} aria-label={t('patrol.outbox.title')}>
      <h3>{t('patrol.outbox.title')}</h3>
      {patrols.length === 0 && <p className={patrol.faint}>{t('patrol.outbox.none')}</p>}
      <ul>
        {patrols.map((patrol) => (
          <PatrolRecord key={patrol.id} patrol={patrol} showsSegment />
        ))}
      </ul>
    </section>
  )
}

import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRights } from '../../access/use_rights.ts'
import side from '../../responsibility/side/Side.module.css'
import { formatTime } from '../../values/times.ts'
import { useMinute } from '../../values/use_minute.ts'
import { useReason } from '../../values/use_reason.ts'
import { changeEvent, type Event } from '../queries.ts'
import { formatDuration } from '../times.ts'
import styles from './EventHead.module.css'
import { chooseEvent, useDamageView } from './view.ts'

/** Which event it is, since when, and the way to open and end one. */
export function EventHead({ events, event }: { events: readonly Event[]; event: Event | undefined }) {
  const { t } = useTranslation()
  const may = useRights()
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <h2>{t('damage.title')}</h2>
        {events.length > 0 && (
          <select
            className={side.select}
            aria-label={t('damage.event.choose')}
            value={event?.id ?? ''}
            onChange={({ target }) => chooseEvent(target.value === '' ? null : Number(target.value))}
          >
            {(!event || events.every(({ closed_at }) => closed_at !== null)) && <option value="">—</option>}
            {events.map(({ id, name, closed_at }) => (
              <option key={id} value={id}>
                {closed_at === null ? name : t('damage.event.past', { name })}
              </option>
            ))}
          </select>
        )}
        {may('emergency.write') && (
          <button
            type="button"
            className={side.button}
            data-main={!event}
            onClick={() => useDamageView.setState({ form: 'new' })}
          >
            <IconPlus size={15} stroke={1.8} aria-hidden="true" />
            {t('damage.event.make')}
          </button>
        )}
      </div>
      {event ? (
        <About event={event} />
      ) : (
        <p className={styles.none}>
          {t('damage.event.none')} {may('emergency.write') && t('damage.event.noneHint')}
        </p>
      )}
    </header>
  )
}

function About({ event }: { event: Event }) {
  const { t, i18n } = useTranslation()
  const now = useMinute()
  const [isSure, setSure] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const reason = useReason(error)
  const time = (iso: string) => formatTime(iso, i18n.language)
  const close = async (closed: boolean) => {
    setSure(false)
    await changeEvent(event, { closed }).then(() => setError(null), setError)
    // An ended event is no longer the latest open one: it stays in view because it was chosen.
    chooseEvent(event.id)
  }
  const areas = event.areas
    .map(({ name, name_en }) => (i18n.language === 'en' && name_en) || name)
    .join(i18n.language === 'en' ? ', ' : '、')
  return (
    <>
      <p className={styles.about}>
        {t(`damage.eventKinds.${event.kind}`)} · {t('damage.event.began', { time: time(event.began_at) })} ·{' '}
        {event.closed_at === null
          ? t('damage.event.since', { duration: formatDuration(now - Date.parse(event.began_at), t) })
          : t('damage.event.closed', { time: time(event.closed_at) })}
        {' · '}
        {areas}
      </p>
      {event.may.change && (
        <div className={styles.line}>
          {isSure ? (
            <>
              <span className={styles.sure}>{t('damage.event.closeSure')}</span>
              <button type="button" className={side.button} data-main="true" onClick={() => void close(true)}>
                {t('damage.event.close')}
              </button>
              <button type="button" className={side.button} onClick={() => setSure(false)}>
                {t('damage.event.cancel')}
              </button>
            </>
          ) : (
            <>
              <button type="button" className={side.button} onClick={() => useDamageView.setState({ form: 'change' })}>
                <IconPencil size={14} stroke={1.8} aria-hidden="true" />
                {t('damage.event.edit')}
              </button>
              <button
                type="button"
                className={side.button}
                onClick={() => (event.closed_at === null ? setSure(true) : void close(false))}
              >
                {t(event.closed_at === null ? 'damage.event.close' : 'damage.event.reopen')}
              </button>
            </>
          )}
        </div>
      )}
      {error !== null && (
        <p className={styles.error} role="alert">
          {reason}
        </p>
      )}
    </>
  )
}

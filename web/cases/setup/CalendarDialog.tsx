import { IconX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Holiday } from '#geodata/cases/calendar.ts'
import type { DayKind } from '#geodata/cases/clock.ts'
import { useRights } from '../../access/use_rights.ts'
import { Dialog } from '../../frame/Dialog.tsx'
import side from '../../responsibility/side/Side.module.css'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { enumerated } from '../../values/lists.ts'
import { formatDay, today } from '../../values/times.ts'
import { useReason } from '../../values/use_reason.ts'
import { pick } from '../../words/words.ts'
import { type OfficeYear, officeYearQuery, setOfficeDay } from './queries.ts'
import styles from './Setup.module.css'

/** On which days office clocks run: the State Council's notice, and what the place says besides. */
export function CalendarDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [year, setYear] = useState(Number(today().slice(0, 4)))
  const { data, error, isFetching, refetch } = useQuery(officeYearQuery(year))
  return (
    <Dialog title={t('cases.setup.calendar')} size="large" onClose={onClose}>
      <div className={styles.year}>
        <button type="button" className={side.button} onClick={() => setYear(year - 1)}>
          {year - 1}
        </button>
        <h3>{year}</h3>
        <button type="button" className={side.button} onClick={() => setYear(year + 1)}>
          {year + 1}
        </button>
      </div>
      {data ? (
        <Year office={data} />
      ) : error && !isFetching ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </Dialog>
  )
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function Year({ office }: { office: OfficeYear }) {
  const { t, i18n } = useTranslation()
  const may = useRights()
  const client = useQueryClient()
  const keep = (after: OfficeYear) => client.setQueryData(officeYearQuery(office.year).queryKey, after)
  const hours = enumerated(
    office.office_hours.hours.map(({ from, to }) => `${clock(from)}–${clock(to)}`),
    i18n.language,
  )
  return (
    <>
      <p className={styles.about}>{t('cases.setup.hours', { hours })}</p>
      {!office.known && (
        <p className={styles.lacking} role="status">
          {t('cases.setup.yearUnknown', { year: office.year })}
        </p>
      )}
      {office.notice && (
        <section>
          <h4>{t('cases.setup.notice', { source: office.notice.source })}</h4>
          <ul className={styles.days}>
            {office.notice.holidays.map((holiday) => (
              <NoticeDay key={holiday.from} holiday={holiday} />
            ))}
          </ul>
        </section>
      )}
      <section>
        <h4>{t('cases.setup.own')}</h4>
        {office.own.length === 0 && <p className={styles.about}>{t('cases.setup.ownNone')}</p>}
        <ul className={styles.held}>
          {office.own.map(({ day, kind, name, source }) => (
            <li key={day}>
              <span>{formatDay(day, i18n.language)}</span>
              <strong>{[t(`cases.setup.kinds.${kind}`), name].filter(Boolean).join(' · ')}</strong>
              <span>{source}</span>
              {may('cases.rules') && (
                <button
                  type="button"
                  aria-label={t('cases.setup.takeAway', { name: day })}
                  onClick={() => void setOfficeDay(day, { kind: null }).then(keep)}
                >
                  <IconX size={15} stroke={1.8} />
                </button>
              )}
            </li>
          ))}
        </ul>
        {may('cases.rules') && <AddDay key={office.own.length} year={office.year} onAdded={keep} />}
      </section>
    </>
  )
}

function NoticeDay({ holiday }: { holiday: Holiday }) {
  const { t, i18n } = useTranslation()
  const say = (day: string) => formatDay(day, i18n.language)
  const { name, from, to, workdays } = holiday
  return (
    <li>
      <strong>{pick(name, i18n.language)}</strong>
      <span>{from === to ? say(from) : `${say(from)} – ${say(to)}`}</span>
      {workdays.length > 0 && <small>{t('cases.setup.worked', { days: enumerated(workdays.map(say), i18n.language) })}</small>}
    </li>
  )
}

function AddDay({ year, onAdded }: { year: number; onAdded: (office: OfficeYear) => void }) {
  const { t } = useTranslation()
  const [day, setDay] = useState('')
  const [kind, setKind] = useState<DayKind>('holiday')
  const [name, setName] = useState('')
  const [source, setSource] = useState('')
  const [error, setError] = useState<unknown>(null)
  const reason = useReason(error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setOfficeDay(day, { kind, name: name.trim() || null, source: source.trim() }).then(onAdded, setError)
  }
  return (
    <form className={styles.add} onSubmit={submit}>
      <label>
        {t('cases.setup.day')}
        <input
          type="date"
          required
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          value={day}
          onChange={({ target }) => setDay(target.value)}
        />
      </label>
      <label>
        {t('cases.setup.kind')}
        <select value={kind} onChange={({ target }) => setKind(target.value as DayKind)}>
          {(['holiday', 'workday'] as const).map((each) => (
            <option key={each} value={each}>
              {t(`cases.setup.kinds.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('cases.setup.name')}
        <input value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
      </label>
      <label>
        {t('cases.kinds.source')}
        <input required value={source} maxLength={200} onChange={({ target }) => setSource(target.value)} />
      </label>
      {error !== null && <p role="alert">{t('cases.form.failed', { reason })}</p>}
      <div className={styles.buttons}>
        <button type="submit" className={side.button} data-main="true">
          {t('cases.setup.addDay')}
        </button>
      </div>
    </form>
  )
}

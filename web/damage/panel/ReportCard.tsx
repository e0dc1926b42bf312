import { IconChevronLeft, IconMapPin } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendJson } from '../../api/client.ts'
import { newId } from '../../offline/new_id.ts'
import side from '../../responsibility/side/Side.module.css'
import { Failed, Loading } from '../../responsibility/side/States.tsx'
import { useConsole } from '../../state/store.ts'
import { formatPosition } from '../../values/coordinates.ts'
import { formatTime } from '../../values/times.ts'
import { useReason } from '../../values/use_reason.ts'
import { DegreeMark } from '../DegreeMark.tsx'
import { type Report, type ReportDetail, reportQuery } from '../queries.ts'
import { openCorrection } from '../report/draft.ts'
import { formatDuration } from '../times.ts'
import styles from './ReportCard.module.css'
import { hasLives, PeopleWords } from './ReportList.tsx'
import { ReportPhotos } from './ReportPhotos.tsx'
import { showReport } from './view.ts'

const CLOSE_ZOOM = 16

/** All that is known of one report. */
export function ReportCard({ id }: { id: number }) {
  const { t } = useTranslation()
  const { data, error, isFetching, refetch } = useQuery(reportQuery(id))
  const corrected = data?.corrected_by ?? null
  // Somebody has corrected it meanwhile: the present word counts.
  useEffect(() => {
    if (corrected !== null) showReport(corrected)
  }, [corrected])
  return (
    <article className={styles.card} aria-label={t('damage.report.label')}>
      <button type="button" className={side.back} onClick={() => showReport(null)}>
        <IconChevronLeft size={17} stroke={1.7} aria-hidden="true" />
        {t('damage.report.back')}
      </button>
      {data ? (
        <Known report={data} />
      ) : error && !isFetching ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </article>
  )
}

function Known({ report }: { report: ReportDetail }) {
  const { t, i18n } = useTranslation()
  const time = (iso: string) => formatTime(iso, i18n.language)
  const { longitude, latitude } = report
  const place = longitude === null || latitude === null ? null : ([longitude, latitude] as const)
  const name = (each: { readonly name: string | null; readonly name_en: string | null; readonly code: string }) =>
    (i18n.language === 'en' && each.name_en) || each.name || each.code
  return (
    <>
      <header className={styles.head}>
        <DegreeMark degree={report.nothing_damaged ? 'zero' : report.degree} lives={hasLives(report)} size={36} />
        <div>
          <h3>{titleOf(report, t)}</h3>
          <p>{(i18n.language === 'en' && report.community_name_en) || report.community_name}</p>
        </div>
      </header>
      <PeopleWords report={report} />
      {report.text && <p className={styles.text}>{report.text}</p>}
      <ReportPhotos report={report} />
      <dl className={styles.facts}>
        <Fact label={t('damage.report.place')}>
          {place ? formatPosition(place) : t('damage.report.placeOnly')}
          {report.accuracy_m !== null && ` · ${t('damage.report.accuracy', { metres: Math.round(report.accuracy_m) })}`}
        </Fact>
        {report.grids.length > 0 && <Fact label={t('damage.report.grid')}>{report.grids.map(name).join(' / ')}</Fact>}
        <Fact label={t('damage.report.at')}>{time(report.at)}</Fact>
        <Fact label={t('damage.report.received')}>{time(report.received_at)}</Fact>
        <Fact label={t('damage.report.by')}>{report.account_name}</Fact>
      </dl>
      {report.clock_state !== 'right' && (
        <p className={styles.clock}>
          {report.clock_state === 'corrected'
            ? t('damage.report.clockCorrected', { duration: formatDuration((report.clock_offset_s ?? 0) * 1000, t) })
            : t('damage.report.clockImplausible', { time: time(report.noted_at) })}
        </p>
      )}
      <div className={styles.actions}>
        {place && (
          <button
            type="button"
            className={side.button}
            onClick={() => useConsole.getState().fly({ center: place, zoom: CLOSE_ZOOM })}
          >
            <IconMapPin size={15} stroke={1.7} aria-hidden="true" />
            {t('damage.report.show')}
          </button>
        )}
        {report.may_correct && !report.nothing_damaged && (
          <button type="button" className={side.button} onClick={() => openCorrection(report)}>
            {t('damage.report.correct')}
          </button>
        )}
        {report.may_correct && !report.withdrawn && <Withdraw report={report} />}
      </div>
      {report.earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{t('damage.report.earlier')}</summary>
          <ul>
            {report.earlier.map((each) => (
              <li key={each.id}>
                {time(each.received_at)} · {each.account_name} · {titleOf(each, t)}
                <PeopleWords report={each} />
                {each.text && <p>{each.text}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function titleOf({ withdrawn, nothing_damaged, kind, degree }: Report, t: TFunction): string {
  if (withdrawn) return t('damage.withdrawnLong')
  if (nothing_damaged) return t('damage.zeroLong')
  return `${kind ? t(`damage.kinds.${kind}`) : ''} · ${t(`damage.degrees.${degree}`)}`
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
)

/** Takes back what does not hold: with a reason, and nothing is deleted. */
function Withdraw({ report }: { report: Report }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const words = useReason(error)
  if (reason === null)
    return (
      <button type="button" className={side.button} onClick={() => setReason('')}>
        {t('damage.report.withdraw')}
      </button>
    )
  const withdraw = async () => {
    const { id, event_id, degree, kind, nothing_damaged, community_code } = report
    const now = new Date().toISOString()
    const body = {
      client_id: newId(),
      corrects: id,
      withdrawn: true,
      text: reason.trim(),
      community_code,
      noted_at: now,
      sent_at: now,
    }
    const what = nothing_damaged ? { nothing_damaged } : { degree, kind }
    await sendJson('POST', `/api/damage/events/${event_id}/reports`, { body: { ...body, ...what } }).then(
      () => showReport(null),
      setError,
    )
  }
  return (
    <form
      className={styles.withdraw}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim()) void withdraw()
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: it was asked for
        autoFocus
        aria-label={t('damage.report.withdrawReason')}
        placeholder={t('damage.report.withdrawReason')}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <button type="submit" className={side.button} data-main="true" disabled={!reason.trim()}>
        {t('damage.report.withdrawSure')}
      </button>
      {error !== null && <p role="alert">{words}</p>}
    </form>
  )
}

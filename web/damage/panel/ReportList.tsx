import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PEOPLE_COUNTS } from '#geodata/damage/grades.ts'
import { useTerritoryName } from '../../access/territories.ts'
import side from '../../responsibility/side/Side.module.css'
import { Failed, Loading, Pager } from '../../responsibility/side/States.tsx'
import { formatCount } from '../../values/numbers.ts'
import { formatTime } from '../../values/times.ts'
import { DegreeMark } from '../DegreeMark.tsx'
import { type Filter, PAGE, photoAddress, type Report, reportsQuery } from '../queries.ts'
import styles from './ReportList.module.css'
import { showReport, showReports, useDamageView } from './view.ts'

export function ReportList({ event }: { event: number }) {
  const filter = useDamageView((view) => view.filter)
  return <Page key={JSON.stringify(filter)} event={event} filter={filter} />
}

function Page({ event, filter }: { event: number; filter: Filter }) {
  const { t } = useTranslation()
  const [offset, setOffset] = useState(0)
  const { data, error, isFetching, refetch } = useQuery({
    ...reportsQuery(event, filter, offset),
    placeholderData: (before) => before,
  })
  const words = useFilterWords(filter)
  if (!data) return error && !isFetching ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  return (
    <section aria-label={t('damage.tabs.reports')}>
      <p className={styles.head}>
        <span>
          {words ? t('damage.list.filtered', { filter: words }) : t('damage.list.all')} ·{' '}
          {t('damage.list.count', { n: formatCount(data.total) })}
        </span>
        {words && (
          <button type="button" className={side.button} onClick={() => showReports({})}>
            {t('damage.list.clear')}
          </button>
        )}
      </p>
      {data.total === 0 && <p className={side.note}>{t(words ? 'damage.list.noneFiltered' : 'damage.list.none')}</p>}
      <ul className={styles.list}>
        {data.reports.map((report) => (
          <li key={report.id}>
            <ReportRow report={report} />
          </li>
        ))}
      </ul>
      <Pager offset={offset} size={PAGE} total={data.total} onMove={setOffset} />
    </section>
  )
}

function useFilterWords({ territory, degree, kind, people, nothing_damaged }: Filter): string {
  const { t } = useTranslation()
  const name = useTerritoryName(territory ? [territory] : [])
  return [
    territory && name(territory),
    degree && t(`damage.degrees.${degree}`),
    kind && t(`damage.kinds.${kind}`),
    people && t(`damage.people.${people}`),
    nothing_damaged !== undefined && t(nothing_damaged ? 'damage.zero' : 'damage.totals.reports'),
  ]
    .filter(Boolean)
    .join(' · ')
}

function ReportRow({ report }: { report: Report }) {
  const { t, i18n } = useTranslation()
  const [photo] = report.photos
  const toCome = report.photos_taken - report.photos.length
  return (
    <button type="button" className={styles.row} onClick={() => showReport(report.id)}>
      <DegreeMark degree={report.nothing_damaged ? 'zero' : report.degree} lives={hasLives(report)} size={28} />
      <span className={styles.text}>
        <strong>
          {report.nothing_damaged
            ? t('damage.zero')
            : `${report.kind ? t(`damage.kinds.${report.kind}`) : ''} · ${t(`damage.degrees.${report.degree}`)}`}
        </strong>
        <span>
          {(i18n.language === 'en' && report.community_name_en) || report.community_name} · {formatTime(report.at, i18n.language)}
        </span>
        <PeopleWords report={report} />
        {report.text && <span className={styles.said}>{report.text}</span>}
        {toCome > 0 && <small>{t('damage.list.photosToCome', { n: toCome })}</small>}
      </span>
      {photo && <img className={styles.photo} src={photoAddress(report.id, photo.id, 'small')} alt="" loading="lazy" />}
    </button>
  )
}

export const hasLives = ({ dead, missing, trapped }: Report): boolean => dead + missing + trapped > 0

export function PeopleWords({ report }: { report: Report }) {
  const { t } = useTranslation()
  const some = PEOPLE_COUNTS.filter((name) => report[name] > 0)
  if (some.length === 0) return null
  return (
    <b className={styles.people} data-lives={hasLives(report)}>
      {some.map((name) => `${t(`damage.people.${name}`)} ${formatCount(report[name])}`).join(' · ')}
    </b>
  )
}

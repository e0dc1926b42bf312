import type { RiverFigures, RiverMonth } from '#geodata/rivers/records.ts'
import { formatCount } from '../../values/numbers.ts'
import { type CountedCases, listCases } from '../links.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import { look } from '../view.ts'
import styles from './Month.module.css'
import { daysOf, formatMonth } from './months.ts'
import { openSegmentsOf } from './open_segments.ts'

type Figures = Omit<RiverFigures, 'key' | 'name' | 'name_en' | 'rank'>

interface Row extends Figures {
  readonly key: string | null
  readonly rank: number | null
  readonly title: string
  /** Of all together, or of those that are nobody's: there is no list of only them. */
  readonly isOpen: boolean
}

/** Ranked as the server ranks them; equal ones share a rank. */
export function MonthTable({ data, isBusy }: { data: RiverMonth; isBusy: boolean }) {
  const { t, language } = useRiversWords()
  const rows: Row[] = data.rows.map((row) => ({
    ...row,
    title: (language === 'en' && row.name_en) || (row.name ?? t('rivers.month.nobody')),
    isOpen: row.key !== null,
  }))
  const total: Row = { ...data.total, key: null, rank: null, title: t('rivers.month.total'), isOpen: true }
  return (
    <div className={styles.scroll} aria-busy={isBusy}>
      <table className={styles.table} aria-label={t('rivers.month.label')}>
        <thead>
          <tr>
            <th scope="col">{t('rivers.month.rank')}</th>
            <th scope="col">{t('rivers.month.name')}</th>
            <th scope="col" className={styles.wide}>
              {t('rivers.month.segments')}
            </th>
            <th scope="col">
              {t('rivers.month.patrol')}
              <small>{t('rivers.month.patrols')}</small>
            </th>
            <th scope="col">
              {t('rivers.month.onTime')}
              <small>{t('rivers.month.casesOnTime')}</small>
            </th>
            <th scope="col" className={styles.wide}>
              {t('rivers.month.closing')}
              <small>{t('rivers.month.cases')}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.key ?? '-'} row={row} data={data} />
          ))}
        </tbody>
        <tfoot>
          <Line row={total} data={data} />
        </tfoot>
      </table>
    </div>
  )
}

function Line({ row, data }: { row: Row; data: RiverMonth }) {
  const { t, language } = useRiversWords()
  const { title, isOpen, key } = row
  const { by, month, level } = data
  const [from, to] = daysOf(month)
  const showPatrols = () =>
    look({
      patrols: {
        title: t('rivers.month.patrolsOf', { name: title, month: formatMonth(month, language) }),
        level,
        from,
        to,
        origin: 'month',
        ...(key === null ? {} : by === 'chief' ? { person: key } : { territory: key }),
      },
    })
  const cases = (outcome: CountedCases) => () => listCases(outcome, by, key, month)
  const caseLabel = (outcome: CountedCases) =>
    t('rivers.month.openCases', { name: title, n: row[outcome], what: t(`rivers.month.whats.${outcome}`) })
  return (
    <tr>
      <td className={styles.rank} data-rank={row.rank ?? undefined}>
        {row.rank ?? ''}
      </td>
      <th scope="row">
        {title}
        <small>
          <Count
            n={row.filed}
            words={t('rivers.month.filed', { n: formatCount(row.filed) })}
            label={caseLabel('filed')}
            onOpen={isOpen && cases('filed')}
          />
        </small>
      </th>
      <td className={styles.wide}>
        <Count
          n={row.segments}
          label={t('rivers.month.openSegments', { name: title, n: row.segments })}
          onOpen={isOpen && by !== 'chief' && (() => openSegmentsOf(key, title, level))}
        />
      </td>
      <td>
        <Rate rate={row.patrol_rate} />
        <small>
          <Count
            n={row.patrols_made}
            label={t('rivers.month.openPatrols', { name: title, n: row.patrols_made })}
            onOpen={isOpen && showPatrols}
          />
          /{formatCount(row.patrols_owed)}
        </small>
      </td>
      <td>
        <Rate rate={row.on_time_rate} />
        <small>
          <Count n={row.closed_on_time} label={caseLabel('closed_on_time')} onOpen={isOpen && cases('closed_on_time')} />/
          <Count n={row.due} label={caseLabel('due')} onOpen={isOpen && cases('due')} />
        </small>
      </td>
      <td className={styles.wide}>
        <Rate rate={row.closing_rate} />
        <small>
          <Count n={row.closed} label={caseLabel('closed')} onOpen={isOpen && cases('closed')} />/
          <Count n={row.due} label={caseLabel('due')} onOpen={isOpen && cases('due')} />
        </small>
      </td>
    </tr>
  )
}

/** Below it something is to be asked about; the bar beside it says as much without colour. */
const LOW = 0.9

function Rate({ rate }: { rate: number | null }) {
  const { t } = useRiversWords()
  if (rate === null) return <span className={styles.none}>{t('rivers.month.noneRate')}</span>
  return (
    <span className={styles.rate} data-low={rate < LOW}>
      {(Math.floor(rate * 1000) / 10).toFixed(1)}%
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.track} width="100" height="4" />
        <rect width={Math.min(100, rate * 100)} height="4" />
      </svg>
    </span>
  )
}

interface CountProps {
  readonly n: number
  readonly words?: string
  readonly label: string
  readonly onOpen: false | (() => void)
}

/** A number that opens what it counts; nought counts nothing. */
function Count({ n, words = formatCount(n), label, onOpen }: CountProps) {
  if (n === 0 || !onOpen) return <span>{words}</span>
  return (
    <button type="button" className={styles.count} aria-label={label} onClick={onOpen}>
      {words}
    </button>
  )
}

import { Loader } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconFileTypePdf, IconFileTypeXls } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { CHIEF_LEVELS, type RiverMonth } from '#geodata/rivers/records.ts'
import { Segments } from '../../analysis/Segments.tsx'
import { useFile } from '../../api/use_file.ts'
import { IconButton } from '../../frame/IconButton.tsx'
import side from '../../responsibility/side/Side.module.css'
import { Empty, Failed, Loading } from '../../responsibility/side/States.tsx'
import { today } from '../../values/times.ts'
import { monthQuery } from '../queries.ts'
import { useRiversWords } from '../use_rivers_words.ts'
import { look, useRiversView } from '../view.ts'
import styles from './Month.module.css'
import { MonthPatrols } from './MonthPatrols.tsx'
import { MonthTable } from './MonthTable.tsx'
import { formatMonth, monthOf, stepMonth } from './months.ts'

const BYS = ['town', 'village', 'chief'] as const

/** The month's ranking of towns, villages or chiefs; each number is the way to what it counts. */
export function MonthPart() {
  const { t } = useRiversWords()
  const { by, level, month: chosen, patrols } = useRiversView()
  const month = chosen ?? monthOf(today())
  const { data, error, isFetching, refetch } = useQuery(monthQuery(month, by, level))
  if (patrols) return <MonthPatrols shown={patrols} />
  return (
    <>
      <div className={styles.head}>
        <MonthPicker month={month} />
        <Segments
          label={t('rivers.month.by')}
          value={by}
          options={BYS.map((value) => ({ value, label: t(`rivers.month.bys.${value}`) }))}
          onChange={(value) => look({ by: value })}
        />
        <select
          className={side.select}
          aria-label={t('rivers.month.level')}
          value={level}
          onChange={({ target }) => look({ level: target.value as typeof level })}
        >
          {CHIEF_LEVELS.map((value) => (
            <option key={value} value={value}>
              {t(`rivers.levels.${value}`)}
            </option>
          ))}
        </select>
        <Files month={month} by={by} level={level} />
      </div>
      {data ? (
        <>
          {month === monthOf(today()) && <p className={styles.note}>{t('rivers.month.future')}</p>}
          {data.rows.length === 0 ? <Empty>{t('rivers.month.none')}</Empty> : <MonthTable data={data} isBusy={isFetching} />}
        </>
      ) : error && !isFetching ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </>
  )
}

function MonthPicker({ month }: { month: string }) {
  const { t, language } = useRiversWords()
  const now = monthOf(today())
  return (
    <div className={styles.picker}>
      <IconButton label={t('rivers.month.previous')} onClick={() => look({ month: stepMonth(month, -1) })}>
        <IconChevronLeft size={18} stroke={1.8} />
      </IconButton>
      <label>
        <span aria-hidden="true">{formatMonth(month, language)}</span>
        <input
          type="month"
          aria-label={t('rivers.month.month')}
          value={month}
          max={now}
          onChange={({ target }) => /^\d{4}-\d{2}$/.test(target.value) && target.value <= now && look({ month: target.value })}
        />
      </label>
      <IconButton label={t('rivers.month.next')} disabled={month >= now} onClick={() => look({ month: stepMonth(month, 1) })}>
        <IconChevronRight size={18} stroke={1.8} />
      </IconButton>
    </div>
  )
}

function Files({ month, by, level }: Pick<RiverMonth, 'month' | 'by' | 'level'>) {
  const { t, language } = useRiversWords()
  const { busy, reason, start, cancel } = useFile()
  const query = new URLSearchParams({ month, by, level, language })
  return (
    <div className={styles.files}>
      {busy ? (
        <>
          <span role="status">
            <Loader size={14} /> {t('rivers.month.making')}
          </span>
          <button type="button" className={side.button} onClick={cancel}>
            {t('rivers.month.cancel')}
          </button>
        </>
      ) : (
        <>
          <button
            type="button"
            className={side.button}
            onClick={() => start(`/api/rivers/month.xlsx?${query}`, t('rivers.month.excelName', { month }))}
          >
            <IconFileTypeXls size={17} stroke={1.7} aria-hidden="true" />
            {t('rivers.month.excel')}
          </button>
          <button
            type="button"
            className={side.button}
            onClick={() => start(`/api/rivers/month.pdf?${query}`, t('rivers.month.pdfName', { month }))}
          >
            <IconFileTypePdf size={17} stroke={1.7} aria-hidden="true" />
            {t('rivers.month.pdf')}
          </button>
        </>
      )}
      {reason && (
        <p className={styles.failed} role="alert">
          {t('rivers.month.failed', { reason })}
        </p>
      )}
    </div>
  )
}

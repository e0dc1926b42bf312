import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Segments } from '../../analysis/Segments.tsx'
import { IconButton } from '../../frame/IconButton.tsx'
import { formatDay, today } from '../../values/times.ts'
import styles from './Evaluation.module.css'
import { moved, notAfterToday, PERIODS, type Period, periodOf } from './period.ts'
import { useEvaluation } from './view.ts'

const set = (period: Period) => useEvaluation.setState({ period })

export function PeriodField({ period }: { period: Period }) {
  const { t, i18n } = useTranslation()
  const { kind, from, to } = period
  const day = (text: string) => formatDay(text, i18n.language)
  return (
    <div className={styles.period}>
      <Segments
        label={t('cases.evaluation.period')}
        value={kind}
        options={PERIODS.map((value) => ({ value, label: t(`cases.evaluation.periods.${value}`) }))}
        onChange={(next) => set(next === 'own' ? { kind: next, from, to } : periodOf(next, notAfterToday(to)))}
      />
      <div className={styles.move}>
        <IconButton label={t('cases.evaluation.earlier')} onClick={() => set(moved(period, -1))}>
          <IconChevronLeft size={17} stroke={1.7} />
        </IconButton>
        {kind === 'own' ? (
          <>
            <input
              type="date"
              aria-label={t('cases.filter.from')}
              value={from}
              max={to}
              onChange={({ target }) => target.value && target.value <= to && set({ kind, from: target.value, to })}
            />
            <input
              type="date"
              aria-label={t('cases.filter.to')}
              value={to}
              min={from}
              onChange={({ target }) => target.value && target.value >= from && set({ kind, from, to: target.value })}
            />
          </>
        ) : (
          <output>{t('cases.evaluation.week', { from: day(from), to: day(to) })}</output>
        )}
        <IconButton label={t('cases.evaluation.later')} disabled={to >= today()} onClick={() => set(moved(period, 1))}>
          <IconChevronRight size={17} stroke={1.7} />
        </IconButton>
      </div>
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import type { CaseFigures, CaseRates, Evaluation, EvaluationRow, Outcome } from '#geodata/cases/records.ts'
import { useConsole } from '../../state/store.ts'
import { formatCount } from '../../values/numbers.ts'
import { FIGURES, formatRate, GOOD_RATES, RATES, type RateId } from './columns.ts'
import styles from './Evaluation.module.css'
import { listBehind } from './numbers.ts'

interface Props {
  readonly evaluation: Evaluation
  /** Null: all of them. */
  readonly row: EvaluationRow | null
  readonly figures: CaseFigures & CaseRates
  readonly name: string
}

/** The numbers of a row. */
export function EvaluationCells({ evaluation, row, figures, name }: Props) {
  const { t } = useTranslation()
  const open = (outcome: Outcome, shown: string) => {
    const filter = listBehind(evaluation, row, outcome)
    const n = figures[outcome]
    if (n === 0 || !filter) return <span>{shown}</span>
    return (
      <button
        type="button"
        aria-label={t('cases.evaluation.open', { name, figure: t(`cases.outcomes.${outcome}`), n: formatCount(n) })}
        onClick={() => useConsole.getState().listCases('all', filter)}
      >
        {shown}
      </button>
    )
  }
  return (
    <>
      {FIGURES.map((figure) => (
        <td key={figure} data-alarm={figure === 'overdue' && figures.overdue > 0}>
          {open(figure, formatCount(figures[figure]))}
        </td>
      ))}
      {RATES.map(([rate, outcome]) => (
        <td key={rate}>
          {open(outcome, formatRate(figures[rate]))}
          <Bar rate={rate} value={figures[rate]} />
        </td>
      ))}
    </>
  )
}

function Bar({ rate, value }: { rate: RateId; value: number | null }) {
  if (value === null) return null
  return (
    <svg
      className={styles.bar}
      data-good={GOOD_RATES.includes(rate)}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect width={100} height={4} />
      <rect width={Math.min(1, value) * 100} height={4} />
    </svg>
  )
}

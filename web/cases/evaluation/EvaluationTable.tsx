import { useTranslation } from 'react-i18next'
import type { Evaluation, EvaluationRow } from '#geodata/cases/records.ts'
import { formatDay } from '../../values/times.ts'
import { type ColumnId, FIGURES, formatRate, RATES, sorted } from './columns.ts'
import styles from './Evaluation.module.css'
import { EvaluationCells } from './EvaluationCells.tsx'
import { patrolsBehind, showPatrols } from './patrols.ts'
import { useEvaluation } from './view.ts'

/** Figures, rates and ranks; every number that is a list opens it. */
export function EvaluationTable({ evaluation, isOld }: { evaluation: Evaluation; isOld: boolean }) {
  const { t, i18n } = useTranslation()
  const sort = useEvaluation((view) => view.sort)
  const { rows, total, by } = evaluation
  const hasPatrols = rows.some(({ patrol_rate }) => patrol_rate !== null)
  if (rows.length === 0) return <p className={styles.about}>{t('cases.evaluation.none')}</p>
  const columns: readonly (readonly [ColumnId, string, string?])[] = [
    ['rank', t('cases.evaluation.rank'), t('cases.evaluation.rankHint')],
    ['name', t(`cases.evaluation.name.${by}`)],
    ...FIGURES.map((figure) => [figure, t(`cases.outcomes.${figure}`)] as const),
    ...RATES.map(([rate]) => [rate, t(`cases.evaluation.rates.${rate}`), t(`cases.evaluation.rateHints.${rate}`)] as const),
    ...(hasPatrols
      ? ([['patrol_rate', t('cases.evaluation.rates.patrol_rate'), t('cases.evaluation.rateHints.patrol_rate')]] as const)
      : []),
  ]
  const nameOf = (row: EvaluationRow) =>
    (i18n.language === 'en' && row.name_en) || row.name || row.key || t('cases.evaluation.nobody')
  return (
    <div className={styles.scroller} aria-busy={isOld}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(([column, label, hint]) => (
              <th
                key={column}
                scope="col"
                title={hint}
                data-text={column === 'name'}
                aria-sort={sort.column === column ? (sort.isDown ? 'descending' : 'ascending') : undefined}
              >
                <button type="button" onClick={() => useEvaluation.setState({ sort: nextSort(sort, column) })}>
                  {label}
                  {sort.column === column && <i aria-hidden="true">{sort.isDown ? '↓' : '↑'}</i>}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr data-total="true">
            <td />
            <th scope="row">{t('cases.evaluation.total')}</th>
            <EvaluationCells evaluation={evaluation} row={null} figures={total} name={t('cases.evaluation.total')} />
            {hasPatrols && <td />}
          </tr>
          {sorted(rows, sort).map((row) => (
            <tr key={row.key ?? ''}>
              <td>{row.rank ?? '—'}</td>
              <th scope="row">{nameOf(row)}</th>
              <EvaluationCells evaluation={evaluation} row={row} figures={row} name={nameOf(row)} />
              {hasPatrols && <PatrolCell evaluation={evaluation} row={row} name={nameOf(row)} />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PatrolCell({ evaluation, row, name }: { evaluation: Evaluation; row: EvaluationRow; name: string }) {
  const { t, i18n } = useTranslation()
  const shown = formatRate(row.patrol_rate)
  const list = patrolsBehind(evaluation, row)
  if (!list || !row.patrols_made) return <td>{shown}</td>
  const [from, to] = [evaluation.from, evaluation.to].map((day) => formatDay(day, i18n.language))
  return (
    <td>
      <button
        type="button"
        aria-label={t('cases.evaluation.openPatrols', { name, n: row.patrols_made })}
        onClick={() => showPatrols({ ...list, title: t('cases.evaluation.patrolsOf', { name, from, to }) })}
      >
        {shown}
      </button>
    </td>
  )
}

type Sort = ReturnType<typeof useEvaluation.getState>['sort']

/** First the way that says most: the best of what is good, the most of what is bad. */
const beginsDown = (column: ColumnId): boolean => column !== 'rank' && column !== 'name'

const nextSort = (sort: Sort, column: ColumnId): Sort =>
  sort.column === column ? { column, isDown: !sort.isDown } : { column, isDown: beginsDown(column) }

import { useTranslation } from 'react-i18next'
import { MEASURES } from '#geodata/planning/index.ts'
import { named } from '../../../responsibility/people/queries.ts'
import { enumerated } from '../../../values/lists.ts'
import { formatCount } from '../../../values/numbers.ts'
import type { ComparedGrid } from '../../api/comparison.ts'
import styles from './ComparePart.module.css'

const ROWS = ['households', 'population', 'cells', 'area_m2', ...MEASURES.slice(2), 'staff'] as const

/** What the two sides are called. */
export type Sides = readonly [before: string, after: string]

interface Props {
  readonly grid: ComparedGrid
  readonly sides: Sides
  readonly nameOf: (id: string) => string
  readonly onChoose: (grid: ComparedGrid) => void
}

export function ComparedRow({ grid, sides, nameOf, onChoose }: Props) {
  const { t, i18n } = useTranslation()
  const { before, after } = grid
  const format = (row: (typeof ROWS)[number], value: number | undefined) =>
    value === undefined
      ? '—'
      : row === 'area_m2'
        ? t('planning.numbers.hectares', { n: (value / 10_000).toFixed(2) })
        : formatCount(value)
  const rows = ROWS.filter((row) => format(row, before?.[row]) !== format(row, after?.[row]))
  const others = grid.kind === 'ended' ? grid.successors : grid.predecessors
  return (
    <li className={styles.grid} data-grid={grid.id}>
      <button type="button" onClick={() => onChoose(grid)}>
        <strong>{named(grid, i18n.language)}</strong>
        <span className={styles.kind} data-kind={grid.kind}>
          {t(`planning.compare.kinds.${grid.kind}`)}
        </span>
        {grid.kind === 'changed' && grid.name_before && grid.name_before !== grid.name && (
          <small>
            {t('planning.compare.called', {
              name: named({ name: grid.name_before, name_en: grid.name_en_before ?? null }, i18n.language),
            })}
          </small>
        )}
        {others.length > 0 && grid.kind !== 'changed' && (
          <small>
            {t(grid.kind === 'ended' ? 'planning.compare.to' : 'planning.compare.from', {
              names: enumerated(others.map(nameOf), i18n.language),
            })}
          </small>
        )}
      </button>
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('planning.compare.measure')}</span>
              </th>
              <th scope="col">{sides[0]}</th>
              <th scope="col">{sides[1]}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row} data-measure={row}>
                <th scope="row">{row === 'area_m2' ? t('planning.numbers.area') : t(`planning.numbers.${row}`)}</th>
                <td>{format(row, before?.[row])}</td>
                <td>{format(row, after?.[row])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  )
}

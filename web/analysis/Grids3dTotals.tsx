import { useTranslation } from 'react-i18next'
import { formatCount } from '../values/numbers.ts'
import styles from './AnalysisView.module.css'
import type { GridNumber } from './analysis.ts'
import { formatMeasure } from './numbers.ts'
import type { Blocks } from './use_blocks.ts'

interface Props {
  readonly blocks: Blocks
  readonly number: GridNumber
  readonly unit: string
}

/** How many grids, from where to where their numbers go, and what is missing on the map. */
export function Grids3dTotals({ blocks: { values, unknown, shapeless }, number, unit }: Props) {
  const { t } = useTranslation()
  const extremes = values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
  const sum = values.reduce((one, other) => one + other, 0)
  return (
    <div className={styles.totals} role="status">
      <p>{t('analysis.gridsTotal', { n: formatCount(values.length + unknown) })}</p>
      {values.length > 0 && (
        <p>{t('analysis.range', { from: formatMeasure(extremes[0]), to: formatMeasure(extremes[1]), unit })}</p>
      )}
      {/* Densities do not add up. */}
      {number !== 'density' && values.length > 0 && <p>{t('analysis.sum', { sum: formatMeasure(sum), unit })}</p>}
      {unknown > 0 && <p>{t('analysis.unknown', { n: formatCount(unknown) })}</p>}
      {shapeless > 0 && <p>{t('analysis.noShape', { n: formatCount(shapeless) })}</p>}
    </div>
  )
}

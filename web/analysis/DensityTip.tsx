import type { HexagonLayerPickingInfo } from '@deck.gl/aggregation-layers'
import type { Map as MapLibre } from 'maplibre-gl'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../values/numbers.ts'
import type { Density } from './analysis.ts'
import { cellValue, type Point, sumOf } from './cells.ts'
import { useDensityWords } from './density_words.ts'
import { formatMeasure } from './numbers.ts'
import { Tip } from './Tip.tsx'
import type { Picked } from './use_picked.ts'

interface Props {
  readonly map: MapLibre
  readonly picked: Picked
  readonly analysis: Density
}

/** The numbers of one cell: its density, and what it is made of. */
export function DensityTip({ map, picked: { x, y, info }, analysis }: Props) {
  const { t } = useTranslation()
  const { unit, sumUnit } = useDensityWords(analysis)
  const points = (info as HexagonLayerPickingInfo<Point>).object?.points
  if (!points) return null
  const count = formatCount(points.length)
  if (!sumUnit) {
    return (
      <Tip map={map} x={x} y={y}>
        <b>{t('analysis.densityTotal', { points: count })}</b>
      </Tip>
    )
  }
  return (
    <Tip map={map} x={x} y={y}>
      <b>
        {formatMeasure(cellValue(points, analysis.size, true))} {unit}
      </b>
      <span>{t('analysis.densityTotalOf', { points: count, sum: formatCount(sumOf(points)), unit: sumUnit })}</span>
    </Tip>
  )
}

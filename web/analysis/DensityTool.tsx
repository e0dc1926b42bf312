import { useQuery } from '@tanstack/react-query'
import type { Map as MapLibre } from 'maplibre-gl'
import { useTranslation } from 'react-i18next'
import type { ServerState } from '../api/types.ts'
import { useConsole } from '../state/store.ts'
import { formatCount } from '../values/numbers.ts'
import { AnalysisNotice } from './AnalysisNotice.tsx'
import styles from './AnalysisView.module.css'
import { CELL_SIZES, type Density } from './analysis.ts'
import { type Point, sumOf } from './cells.ts'
import { DensityTip } from './DensityTip.tsx'
import { pointsQuery } from './data.ts'
import { useDensityName, useDensityWords } from './density_words.ts'
import { Legend } from './Legend.tsx'
import { PointsSelect } from './PointsSelect.tsx'
import { Segments } from './Segments.tsx'
import { useCells } from './use_cells.ts'
import { useOverlay } from './use_overlay.ts'
import { usePicked } from './use_picked.ts'

interface Props {
  readonly analysis: Density
  readonly state: ServerState
  readonly map: MapLibre | null
}

const NONE: readonly Point[] = []

/** How many points, or people at them, there are in cells of equal size. */
export function DensityTool({ analysis, state, map }: Props) {
  const { t } = useTranslation()
  const { analyse } = useConsole.getState()
  const { data, error, refetch } = useQuery(pointsQuery(analysis))
  const points = data ?? NONE
  const words = useDensityWords(analysis)
  const nameOf = useDensityName()
  const cells = useCells(map, points, analysis)
  const overlay = useOverlay(map, cells.layers)
  const picked = usePicked(map, overlay)

  return (
    <>
      <div className={styles.fields}>
        <div className={styles.field}>
          <span>{t('analysis.what')}</span>
          <PointsSelect state={state} analysis={analysis} onChange={analyse} />
        </div>
        <div className={styles.field}>
          <span>{t('analysis.cellSize')}</span>
          <Segments
            label={t('analysis.cellSize')}
            value={analysis.size}
            options={CELL_SIZES.map((value) => ({ value, label: String(value) }))}
            onChange={(size) => analyse({ ...analysis, size })}
          />
        </div>
      </div>
      {!data && error && <AnalysisNotice title={t('analysis.dataFailed')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && <AnalysisNotice title={t('analysis.loading')} />}
      {data?.length === 0 && <p className={styles.notice}>{t('analysis.noPoints', { layer: nameOf(analysis.layer, null) })}</p>}
      {cells.classes.length > 0 && (
        <Legend
          title={words.unit}
          classes={cells.classes}
          values={cells.values}
          whole={analysis.weight === null}
          countLabel={(n) => t('analysis.cellsIn', { n })}
        />
      )}
      {points.length > 0 && (
        <div className={styles.totals} role="status">
          <p>
            {words.sumUnit
              ? t('analysis.densityTotalOf', {
                  points: formatCount(points.length),
                  sum: formatCount(sumOf(points)),
                  unit: words.sumUnit,
                })
              : t('analysis.densityTotal', { points: formatCount(points.length) })}
          </p>
          {cells.values.length > 0 && <p>{t('analysis.cellsTotal', { n: formatCount(cells.values.length) })}</p>}
        </div>
      )}
      {map && picked && <DensityTip map={map} picked={picked} analysis={analysis} />}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { Map as MapLibre } from 'maplibre-gl'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServerState } from '../api/types.ts'
import { useConsole } from '../state/store.ts'
import { AnalysisNotice } from './AnalysisNotice.tsx'
import styles from './AnalysisView.module.css'
import { CELL_SIZES, type Density } from './analysis.ts'
import { type Point, sumOf } from './cells.ts'
import { countClasses, growingClasses } from './classes.ts'
import { DensityTip } from './DensityTip.tsx'
import { DensityTotals } from './DensityTotals.tsx'
import { pointsQuery } from './data.ts'
import { aboveFills, densityLayer, measureCells } from './density_layer.ts'
import { Legend } from './Legend.tsx'
import { PointsSelect } from './PointsSelect.tsx'
import { Segments } from './Segments.tsx'
import { useDensityWords } from './use_density_words.ts'
import { useOverlay } from './use_overlay.ts'
import { usePicked } from './use_picked.ts'

interface Props {
  readonly analysis: Density
  readonly state: ServerState
  readonly map: MapLibre | null
}

const NONE: readonly Point[] = []

/** How many points, or the people they stand for, in cells of equal size. */
export function DensityTool({ analysis, state, map }: Props) {
  const { t } = useTranslation()
  const { analyse } = useConsole.getState()
  const { data: points = NONE, error, isPending, refetch } = useQuery(pointsQuery(analysis))
  const words = useDensityWords(analysis)
  const cells = useCells(map, points, analysis)
  const overlay = useOverlay(map, cells.layers)
  const picked = usePicked(map, overlay)

  if (error && points === NONE) return <Notice error={error} onRetry={() => void refetch()} />
  return (
    <>
      <label className={styles.field}>
        <span>{t('analysis.what')}</span>
        <PointsSelect state={state} analysis={analysis} onChange={analyse} />
      </label>
      <div className={styles.field}>
        <span>{t('analysis.cellSize')}</span>
        <Segments
          label={t('analysis.cellSize')}
          value={analysis.size}
          options={CELL_SIZES.map((value) => ({ value, label: words.metres(value) }))}
          onChange={(size) => analyse({ ...analysis, size })}
        />
      </div>
      <Legend title={words.title} classes={cells.classes} values={cells.values} whole={!analysis.weight} countLabel={(n) => t('analysis.cellsIn', { n })} />
      <DensityTotals pending={isPending} points={points.length} sum={sumOf(points)} cells={cells.values} words={words} />
      {map && picked && <DensityTip map={map} picked={picked} words={words} analysis={analysis} />}
    </>
  )
}

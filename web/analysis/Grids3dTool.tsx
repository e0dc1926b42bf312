import type { PickingInfo } from '@deck.gl/core'
import { useQuery } from '@tanstack/react-query'
import type { Map as MapLibre } from 'maplibre-gl'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServerState } from '../api/types.ts'
import { useConsole } from '../state/store.ts'
import { AnalysisNotice } from './AnalysisNotice.tsx'
import styles from './AnalysisView.module.css'
import { GRID_NUMBERS, type GridNumber, type Grids3d } from './analysis.ts'
import { gridsQuery } from './data.ts'
import { Grids3dTip } from './Grids3dTip.tsx'
import { Grids3dTotals } from './Grids3dTotals.tsx'
import { isWhole } from './grid_numbers.ts'
import type { GridShape } from './grids_layer.ts'
import { Legend } from './Legend.tsx'
import { SchemeSelect } from './SchemeSelect.tsx'
import { useBlocks } from './use_blocks.ts'
import { useOverlay } from './use_overlay.ts'
import { usePicked } from './use_picked.ts'
import { usePitch } from './use_pitch.ts'

interface Props {
  readonly analysis: Grids3d
  readonly state: ServerState
  readonly map: MapLibre | null
}

const selectGrid = (info: PickingInfo) => {
  const shape = info.object as GridShape | undefined
  if (shape) useConsole.getState().select({ layer: 'grids', id: shape.properties.id })
}

/** One number of every grid of a level, as the height of a block on it. */
export function Grids3dTool({ analysis, state, map }: Props) {
  const { t } = useTranslation()
  const { analyse } = useConsole.getState()
  const { data, error, refetch } = useQuery(gridsQuery(analysis))
  const blocks = useBlocks(data, analysis.number)
  const overlay = useOverlay(map, blocks.layers)
  const picked = usePicked(map, overlay, useCallback(selectGrid, []))
  usePitch(map)
  const { number } = analysis
  const unit = t(`analysis.units.${number}`)

  return (
    <>
      <div className={styles.fields}>
        <SchemeSelect schemes={state.schemes} analysis={analysis} onChange={analyse} />
        <label className={styles.field}>
          <span>{t('analysis.number')}</span>
          <select
            aria-label={t('analysis.number')}
            value={number}
            onChange={(event) => analyse({ ...analysis, number: event.target.value as GridNumber })}
          >
            {GRID_NUMBERS.map((one) => (
              <option key={one} value={one}>
                {t(`analysis.numbers.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {!data && error && <AnalysisNotice title={t('analysis.dataFailed')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && <AnalysisNotice title={t('analysis.loading')} />}
      {data?.length === 0 && <p className={styles.notice}>{t('analysis.noGrids')}</p>}
      {blocks.classes.length > 0 && (
        <Legend
          title={isWhole(number) ? t(`analysis.numbers.${number}`) : `${t(`analysis.numbers.${number}`)} · ${unit}`}
          classes={blocks.classes}
          values={blocks.values}
          whole={isWhole(number)}
          countLabel={(n) => t('analysis.gridsIn', { n })}
        />
      )}
      {data && data.length > 0 && <Grids3dTotals blocks={blocks} number={number} unit={unit} />}
      {map && picked && <Grids3dTip map={map} picked={picked} unit={unit} />}
    </>
  )
}

import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { GeoJSONSource, LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { stateQuery } from '../../api/queries.ts'
import type { Feature } from '../../api/types.ts'
import { useMapHolder } from '../../map/holder.ts'
import { HISTORY_OF_TODAY } from '../../state/grid_history.ts'
import { useConsole } from '../../state/store.ts'
import { useTheme } from '../../style/use_theme.ts'
import { formatCount } from '../../values/numbers.ts'
import { formatDay } from '../../values/times.ts'
import { useReason } from '../../values/use_reason.ts'
import { gridsOnDayQuery } from '../api/history.ts'
import { useExtra } from '../map/extra.ts'
import { addOwnLayers, NOTHING } from '../map/own_layers.ts'
import { PREVIEW } from '../map/plan_layers.ts'
import styles from './HistoryOnMap.module.css'
import { HISTORY_SOURCES, historyLayers, PAST, PAST_NAMES } from './history_layers.ts'
import { pastNames, pastShapes } from './past_shapes.ts'
import { type Shown, useHistory } from './use_history.ts'

/** The live grids are those of today, and so are their cells. */
const REPLACED = ['grids', 'unit_cells']

export function HistoryOnMap({ map }: { map: MapLibre }) {
  const { data: state } = useQuery(stateQuery)
  const shown = useHistory(state)
  return shown && shown.day !== null ? <PastDay map={map} shown={shown} day={shown.day} /> : null
}

function PastDay({ map, shown, day }: { map: MapLibre; shown: Shown; day: string }) {
  const { t, i18n } = useTranslation()
  const { data, error, refetch, isPlaceholderData, isFetching } = useQuery(gridsOnDayQuery(shown.scheme.id, shown.level, day))
  const reason = useReason(error)
  const isFailed = error !== null && !isFetching
  usePastShapes(map, isFailed ? undefined : data)
  const words = (text: string) => formatDay(text, i18n.language)
  const isReading = !isFailed && (data === undefined || isPlaceholderData)
  return (
    <div className={styles.banner} role="status" data-day={day} aria-busy={isReading}>
      <IconHistory size={17} stroke={1.7} aria-hidden="true" />
      <span>
        {shown.compared
          ? t('history.sides', { from: words(shown.compared[0]), to: words(shown.compared[1]) })
          : t('history.onMap', { day: words(day) })}
        <small>
          {isFailed
            ? t('history.failed', { reason })
            : isReading
              ? t('history.reading')
              : data?.length === 0
                ? t('history.none')
                : t('history.count', { n: formatCount(data?.length ?? 0) })}
        </small>
      </span>
      {isFailed && (
        <button type="button" onClick={() => void refetch()}>
          {t('history.retry')}
        </button>
      )}
      <button type="button" onClick={() => useConsole.getState().openHistory(HISTORY_OF_TODAY)}>
        {t('history.back')}
      </button>
    </div>
  )
}

function usePastShapes(map: MapLibre, grids: readonly Feature[] | undefined): void {
  const theme = useTheme()
  const isEnglish = useConsole((console) => console.language === 'en')
  const shapes = useExtra((extra) => extra.shapes)
  useEffect(() => {
    useMapHolder.setState({ replaced: REPLACED })
    return () => useMapHolder.setState({ replaced: [] })
  }, [])
  useEffect(() => {
    // Names of the day find room before those of roads.
    const isOnTop = (layer: LayerSpecification) => 'source' in layer && layer.source === PAST_NAMES
    return addOwnLayers(map, HISTORY_SOURCES, historyLayers(theme), { coarse: [PAST], isOnTop })
  }, [map, theme])
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another theme the sources are new ones.
  useEffect(() => {
    const set = (id: string, data: GeoJSON.FeatureCollection) => void map.getSource<GeoJSONSource>(id)?.setData(data)
    set(PAST, grids ? pastShapes(grids) : NOTHING)
    set(PAST_NAMES, grids ? pastNames(grids, isEnglish) : NOTHING)
  }, [map, theme, grids, isEnglish])
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another theme the sources are new ones.
  useEffect(() => {
    void map.getSource<GeoJSONSource>(PREVIEW)?.setData({ type: 'FeatureCollection', features: [...shapes] })
  }, [map, theme, shapes])
}

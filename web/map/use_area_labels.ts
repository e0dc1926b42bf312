import type { GeoJSONSource, Map as MapLibre, MapSourceDataEvent } from 'maplibre-gl'
import { useEffect, useMemo } from 'react'
import { findLayer, LAYERS } from '#geodata/layers/index.ts'
import type { Scheme } from '../api/types.ts'
import { useConsole } from '../state/store.ts'
import { useTheme } from '../style/use_theme.ts'
import { AREA_LABELS } from '../symbols/area_label_layers.ts'
import { gridLevelFrom } from '../symbols/scales.ts'
import { titleOf } from '../symbols/title.ts'
import { type AreaLabel, labelAreas, type Piece } from './area_labels.ts'
import { useMapHolder } from './holder.ts'
import { gridFilter, sourceOf } from './style.ts'

const AREAS = LAYERS.filter(({ geometry, isGround }) => geometry === 'MultiPolygon' && !isGround)

/** Tiles come in bunches: one placing for those of a moment. */
const SOON_MS = 150

/** Labels of areas, placed anew when areas have come in and whenever the map has come to rest. */
export function useAreaLabels(map: MapLibre | null, scheme: Scheme | undefined): void {
  const switched = useConsole((state) => state.layers)
  const replaced = useMapHolder((holder) => holder.replaced)
  const layers = useMemo(() => switched.filter((id) => !replaced.includes(id)), [switched, replaced])
  const language = useConsole((state) => state.language)
  const level = useConsole((state) => state.grids.level)
  const theme = useTheme()

  useEffect(() => {
    if (!map) return
    let shown = ''
    const place = () => {
      const zoom = map.getZoom()
      const labels = labelAreas(
        pieces(map, layers, zoom, scheme?.id ?? null, level),
        viewOf(map),
        theme,
        ({ layer, properties }) => {
          if (layer === 'grids' && level !== 'all' && Number(properties.level) !== labelledLevel(level, zoom, scheme))
            return undefined
          return titleOf(findLayer(layer)!, properties, language)
        },
      )
      const data = collection(labels)
      // Setting data makes the map work and come to rest again: only news may do that.
      const text = JSON.stringify(data)
      if (text === shown) return
      shown = text
      void map.getSource<GeoJSONSource>(AREA_LABELS)?.setData(data)
    }
    // Names need not wait until the last symbol of the last layer is there.
    let soon: number | undefined
    const hear = ({ sourceId, isSourceLoaded }: MapSourceDataEvent) => {
      if (!isSourceLoaded || !AREAS.some(({ id }) => sourceOf(id) === sourceId)) return
      window.clearTimeout(soon)
      soon = window.setTimeout(place, SOON_MS)
    }
    map.on('idle', place)
    map.on('sourcedata', hear)
    place()
    return () => {
      window.clearTimeout(soon)
      map.off('idle', place)
      map.off('sourcedata', hear)
    }
  }, [map, layers, language, theme, level, scheme])
}

function pieces(
  map: MapLibre,
  shown: readonly string[],
  zoom: number,
  scheme: string | null,
  level: number | 'zoom' | 'all',
): Piece[] {
  return AREAS.filter(({ id, labelFrom }) => shown.includes(id) && zoom >= labelFrom).flatMap(({ id }) => {
    const filter = id === 'grids' ? gridFilter({ scheme, level }) : undefined
    const features = map.querySourceFeatures(sourceOf(id), { sourceLayer: id, ...(filter && { filter }) })
    return features.flatMap(({ id: number, properties, geometry }) =>
      typeof number === 'number' ? [{ layer: id, id: number, properties, geometry }] : [],
    )
  })
}

/** Nested grids all labelled would be a heap of names: the finest level that is drawn has them. */
function labelledLevel(level: number | 'zoom' | 'all', zoom: number, scheme: Scheme | undefined): number {
  if (typeof level === 'number') return level
  const levels = (scheme?.levels ?? []).map((one) => one.level)
  return Math.max(1, ...levels.filter((one) => zoom >= gridLevelFrom(findLayer('grids')!, one)))
}

function viewOf(map: MapLibre) {
  const perDegree = (512 * 2 ** map.getZoom()) / 360
  const stretch = 1 / Math.cos((map.getCenter().lat * Math.PI) / 180)
  const bounds = map.getBounds()
  return {
    bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] as const,
    perDegree: [perDegree, perDegree * stretch] as const,
  }
}

const collection = (labels: readonly AreaLabel[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: labels.map(({ position, ...properties }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...position] },
    properties,
  })),
})

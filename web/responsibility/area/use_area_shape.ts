import { useQueries } from '@tanstack/react-query'
import type { GeoJSONSource, LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import { useEffect, useMemo } from 'react'
import { featureQuery } from '../../api/queries.ts'
import { useTheme } from '../../style/use_theme.ts'
import { PALETTES, type Theme } from '../../symbols/palette.ts'
import { useArea } from './area.ts'

const AREA = 'area'
/** Under what is selected, which may be one of those in the area. */
const BELOW = 'selection/fill'

/** Draws the area on the map, in the middle of a stroke as well as afterwards. */
export function useAreaShape(map: MapLibre | null): void {
  const theme = useTheme()
  const geometries = useGeometries()

  useEffect(() => {
    if (!map) return
    map.addSource(AREA, { type: 'geojson', data: collection([]) })
    for (const layer of areaLayers(theme)) map.addLayer(layer, map.getLayer(BELOW) ? BELOW : undefined)
    return () => {
      try {
        for (const { id } of areaLayers(theme)) map.removeLayer(id)
        map.removeSource(AREA)
      } catch {
        // The map itself is gone already.
      }
    }
  }, [map, theme])

  // biome-ignore lint/correctness/useExhaustiveDependencies: with another theme the source is a new one.
  useEffect(() => {
    void map?.getSource<GeoJSONSource>(AREA)?.setData(collection(geometries))
  }, [map, theme, geometries])
}

function useGeometries(): readonly GeoJSON.Geometry[] {
  const { drawn, picked, stroke, tool } = useArea()
  const isNew = tool !== null && tool !== 'pick'
  const features = useQueries({
    queries: picked.map(({ layer, id }) => featureQuery(layer, id)),
    combine: (results) => results.map(({ data }) => data?.geometry ?? null),
  })
  return useMemo(() => {
    const shape = stroke ?? (isNew ? null : (drawn?.geometry ?? null))
    return [...(shape ? [shape] : []), ...features.flatMap((geometry) => geometry ?? [])]
  }, [stroke, isNew, drawn, features])
}

const collection = (geometries: readonly GeoJSON.Geometry[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: geometries.map((geometry) => ({ type: 'Feature', geometry, properties: {} })),
})

function areaLayers(theme: Theme): LayerSpecification[] {
  const { select, selectCasing } = PALETTES[theme]
  const line = (id: string, color: string, width: number): LayerSpecification => ({
    id: `area/${id}`,
    type: 'line',
    source: AREA,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': color, 'line-width': width },
  })
  return [
    { id: 'area/fill', type: 'fill', source: AREA, paint: { 'fill-color': select, 'fill-opacity': 0.1 } },
    line('edge', selectCasing, 4.5),
    line('line', select, 2.5),
  ]
}

import { useQueries } from '@tanstack/react-query'
import type { FilterSpecification, GeoJSONSource, LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import { useEffect, useMemo } from 'react'
import { featureQuery } from '../../api/queries.ts'
import { useTheme } from '../../style/use_theme.ts'
import { PALETTES, type Theme } from '../../symbols/palette.ts'
import { useArea } from './area.ts'
import { crossingOf } from './crossing.ts'

const AREA = 'area'
/** As the word for it in the panel. */
const CROSSING: Readonly<Record<Theme, string>> = { light: '#b3261e', dark: '#f0857b' }
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
  features: geometries.flatMap((geometry) => [geometry, ...outlines(geometry)].map(feature)),
})

const feature = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({ type: 'Feature', geometry, properties: {} })

/**
 * Lines of their own: an area whose halves outweigh each other, as those of a bow do, has none for the map and would not be drawn at all,
 * though what is wrong with it is what one has to see. Where it crosses itself, a point.
 */
function outlines(geometry: GeoJSON.Geometry): GeoJSON.Geometry[] {
  const areas =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
  const crossing = geometry.type === 'Polygon' ? crossingOf(geometry.coordinates[0]!) : null
  return [
    ...areas.flat().map((ring) => ({ type: 'LineString' as const, coordinates: ring })),
    ...(crossing ? [{ type: 'Point' as const, coordinates: [...crossing] }] : []),
  ]
}

function areaLayers(theme: Theme): LayerSpecification[] {
  const { select, selectCasing } = PALETTES[theme]
  const only = (kind: string): FilterSpecification => ['==', ['geometry-type'], kind]
  const line = (id: string, color: string, width: number): LayerSpecification => ({
    id: `area/${id}`,
    type: 'line',
    source: AREA,
    filter: only('LineString'),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': color, 'line-width': width },
  })
  return [
    {
      id: 'area/fill',
      type: 'fill',
      source: AREA,
      filter: only('Polygon'),
      paint: { 'fill-color': select, 'fill-opacity': 0.1 },
    },
    line('edge', selectCasing, 4.5),
    line('line', select, 2.5),
    {
      id: 'area/crossing',
      type: 'circle',
      source: AREA,
      filter: only('Point'),
      paint: {
        'circle-radius': 9,
        'circle-color': 'transparent',
        'circle-stroke-color': CROSSING[theme],
        'circle-stroke-width': 3,
      },
    },
  ]
}

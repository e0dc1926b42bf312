import type { MapGeoJSONFeature, Map as MapLibre, PointLike } from 'maplibre-gl'
import { findLayer, type Layer } from '#geodata/layers/index.ts'
import type { Hit } from '../state/store.ts'
import { catalogueId } from '../symbols/layer_style.ts'

/** How far from a point or a line a click still means it, in CSS pixels. */
const REACH = { fine: 4, coarse: 14 } as const

const PARTS = { Point: ['merged', 'point'], LineString: ['line'], MultiLineString: ['line'], MultiPolygon: ['fill'] } as const

/** Areas lie on top of each other everywhere; the one that says most about a place comes first. */
const AREAS_FIRST = ['hazard_zones', 'grids', 'unit_cells', 'administrative_areas']
const LEVELS = ['community', 'town', 'county']

/** Everything drawn at this place, the topmost first: points, lines, then areas from the smallest. */
export function hitsAt(
  map: MapLibre,
  { x, y }: { x: number; y: number },
  shown: readonly string[],
  coarse: boolean,
): readonly Hit[] {
  const layers = shown.flatMap((id) => findLayer(id) ?? []).filter(({ isGround }) => !isGround)
  const areas = layers.filter(({ geometry }) => geometry === 'MultiPolygon')
  const reach = coarse ? REACH.coarse : REACH.fine
  const box: [PointLike, PointLike] = [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ]
  const near = query(
    map,
    box,
    layers.filter((layer) => !areas.includes(layer)),
  )
  const inside = [...query(map, [x, y], areas)].sort((one, other) => areaRank(one) - areaRank(other))
  return withoutRepeats([...near, ...inside])
}

function query(map: MapLibre, where: PointLike | [PointLike, PointLike], layers: readonly Layer[]): readonly Hit[] {
  const ids = layers
    .flatMap(({ id, geometry }) => PARTS[geometry].map((part) => `${id}/${part}`))
    .filter((id) => map.getLayer(id))
  return ids.length === 0 ? [] : map.queryRenderedFeatures(where, { layers: ids }).flatMap(toHit)
}

function toHit({ id, layer, properties }: MapGeoJSONFeature): Hit[] {
  if (id === undefined) return []
  const pointCount = Number(properties.point_count ?? 1)
  return [{ layer: catalogueId(layer.id), id: Number(id), properties, pointCount }]
}

function areaRank({ layer, properties }: Hit): number {
  const level = typeof properties.level === 'number' ? 9 - properties.level : LEVELS.indexOf(String(properties.level))
  return AREAS_FIRST.indexOf(layer) * 10 + Math.max(0, level)
}

function withoutRepeats(hits: readonly Hit[]): readonly Hit[] {
  const seen = new Set<string>()
  return hits.filter(({ layer, id }) => {
    const key = `${layer}/${id}`
    return !seen.has(key) && seen.add(key)
  })
}

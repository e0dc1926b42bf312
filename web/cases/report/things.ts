// Things on the map near a place, of the layer that a kind of cases is about.
import { queryOptions } from '@tanstack/react-query'
import { findLayer } from '#geodata/layers/index.ts'
import { getJson } from '../../api/client.ts'
import type { Feature, FeatureCollection, Position } from '../../api/types.ts'
import { boundaryDistance, contains, distanceBetween } from '../../offline/answers/geometry.ts'
import { titleOrNumber } from '../../symbols/title.ts'

export const REACH_M = 50
const METRES_PER_DEGREE = 111_320
const MOST = 30
const SHOWN = 5

export interface NearThing {
  readonly id: number
  readonly title: string
  readonly distance_m: number
}

export const thingsQuery = (layer: string, [longitude, latitude]: Position, language: string) => {
  const [x, y] = [REACH_M / (METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180)), REACH_M / METRES_PER_DEGREE]
  const bbox = [longitude - x, latitude - y, longitude + x, latitude + y].map((degrees) => degrees.toFixed(6)).join(',')
  return queryOptions({
    queryKey: ['layer', layer, 'things near', bbox, language],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ bbox, limit: String(MOST) })
      const { features } = await getJson<FeatureCollection>(`/api/collections/${layer}/items?${query}`, signal)
      return nearThings(layer, features, [longitude, latitude], language)
    },
    retry: false,
  })
}

/** The nearest first. */
export const nearThings = (
  layer: string,
  features: readonly Feature[],
  place: Position,
  language: string,
): readonly NearThing[] =>
  features
    .map(({ id, geometry, properties }) => ({
      id,
      title: titleOrNumber(findLayer(layer)!, id, properties, language),
      distance_m: geometry ? distanceOf(geometry, place) : Number.POSITIVE_INFINITY,
    }))
    .filter(({ distance_m }) => distance_m <= REACH_M)
    .sort((one, other) => one.distance_m - other.distance_m || one.id - other.id)
    .slice(0, SHOWN)

function distanceOf(geometry: GeoJSON.Geometry, place: Position): number {
  if (geometry.type === 'Point') return distanceBetween(geometry.coordinates as unknown as Position, place)
  return contains(geometry, place) ? 0 : boundaryDistance(geometry, place)
}

import { findLayer } from '#geodata/layers/index.ts'
import type { Feature, Position } from '../../api/types.ts'
import { boundaryDistance, contains, distanceBetween } from '../../offline/answers/geometry.ts'
import { titleOrNumber } from '../../symbols/title.ts'

export const REACH_M = 50
const SHOWN = 5

export interface NearThing {
  readonly id: number
  readonly title: string
  readonly distance_m: number
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

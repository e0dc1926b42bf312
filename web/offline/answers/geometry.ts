/** Questions about shapes in degrees that the database answers where there is one. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { nearestPointOnLine } from '@turf/nearest-point-on-line'
import type { Extent, Position } from '../../api/types.ts'
import { extentOf as extentNow } from '../../values/extent.ts'

type Shape = GeoJSON.Geometry | null

const extents = new WeakMap<object, Extent>()

/** Kept with the shape: the same shapes are asked again and again. */
export function extentOf(geometry: Shape): Extent | null {
  if (!geometry) return null
  const known = extents.get(geometry) ?? extentNow(geometry)
  if (known) extents.set(geometry, known)
  return known
}

export function contains(geometry: Shape, [x, y]: Position): boolean {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return false
  const [west, south, east, north] = extentOf(geometry)!
  return x >= west && x <= east && y >= south && y <= north && booleanPointInPolygon([x, y], geometry)
}

/** A place on the shape, for the map to fly to: the middle where that is inside, else a corner. */
export function placeInside(geometry: GeoJSON.Geometry): Position | null {
  if (geometry.type === 'Point') return geometry.coordinates as unknown as Position
  const extent = extentOf(geometry)
  if (!extent) return null
  const middle: Position = [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2]
  if (contains(geometry, middle)) return middle
  return firstOf(geometry) ?? middle
}

function firstOf(geometry: GeoJSON.Geometry): Position | null {
  let first: unknown = geometry.type === 'GeometryCollection' ? null : geometry.coordinates
  while (Array.isArray(first) && Array.isArray(first[0])) first = first[0]
  return first as Position | null
}

export interface OnLine {
  readonly point: Position
  readonly distance_m: number
  /** Of the line's length, 0 to 1, where the place is nearest. */
  readonly share: number
}

/** The nearest place on a line, or null for what is no line. */
export function nearestOn(geometry: Shape, place: Position): OnLine | null {
  if (geometry?.type !== 'LineString' && geometry?.type !== 'MultiLineString') return null
  const found = nearestPointOnLine(geometry, [...place], { units: 'meters' })
  const { pointDistance, totalDistance } = found.properties
  return {
    point: found.geometry.coordinates as unknown as Position,
    distance_m: pointDistance,
    share: totalDistance / Math.max(lengthOf(geometry), 1e-9),
  }
}

/** m from a place outside to the border of an area, or to a line; infinite for what is neither. */
export function boundaryDistance(geometry: Shape, place: Position): number {
  if (geometry?.type === 'Polygon')
    return nearestOn({ type: 'MultiLineString', coordinates: geometry.coordinates }, place)!.distance_m
  if (geometry?.type === 'MultiPolygon')
    return nearestOn({ type: 'MultiLineString', coordinates: geometry.coordinates.flat() }, place)!.distance_m
  return nearestOn(geometry, place)?.distance_m ?? Number.POSITIVE_INFINITY
}

const RADIUS_M = 6_371_008.8

/** m between two places, on the sphere: within 0.5 %. */
export function distanceBetween([lonA, latA]: Position, [lonB, latB]: Position): number {
  const radians = Math.PI / 180
  const [dLat, dLon] = [(latB - latA) * radians, (lonB - lonA) * radians]
  const half = Math.sin(dLat / 2) ** 2 + Math.cos(latA * radians) * Math.cos(latB * radians) * Math.sin(dLon / 2) ** 2
  return 2 * RADIUS_M * Math.asin(Math.sqrt(half))
}

function lengthOf(geometry: GeoJSON.LineString | GeoJSON.MultiLineString): number {
  const parts = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
  let sum = 0
  for (const part of parts)
    for (let index = 1; index < part.length; index++)
      sum += distanceBetween(part[index - 1] as unknown as Position, part[index] as unknown as Position)
  return sum
}

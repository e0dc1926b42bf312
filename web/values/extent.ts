import type { Extent, Position } from '../api/types.ts'

/** West, south, east, north of a geometry; null where there is none. */
export function extentOf(geometry: GeoJSON.Geometry | null): Extent | null {
  if (!geometry) return null
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  const visit = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return
    const [first, second] = coordinates
    if (typeof first === 'number' && typeof second === 'number') {
      west = Math.min(west, first)
      south = Math.min(south, second)
      east = Math.max(east, first)
      north = Math.max(north, second)
    } else for (const inner of coordinates) visit(inner)
  }
  if (geometry.type === 'GeometryCollection')
    for (const inner of geometry.geometries) visit('coordinates' in inner ? inner.coordinates : null)
  else visit(geometry.coordinates)
  return west <= east ? [west, south, east, north] : null
}

export const centreOf = ([west, south, east, north]: Extent): Position => [(west + east) / 2, (south + north) / 2]

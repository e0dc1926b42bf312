// The fabric as the map's shapes. Cells keep theirs as long as they live: most survive an edit, and projecting costs more than drawing.
import { cellsOf, dissolve, type Fabric, type Face, type Position, type Ring } from '#geodata/fabric/index.ts'
import { distance } from '#geodata/fabric/plane/measure.ts'
import type { Degrees, Projection } from './projection.ts'

export type Shape = GeoJSON.Polygon | GeoJSON.MultiPolygon

export interface Shapes {
  readonly cell: (face: Face) => GeoJSON.Polygon
  readonly polygons: (polygons: readonly (readonly Ring[])[]) => GeoJSON.MultiPolygon
  /** The outline of a grid of any level; undefined while it has no land. */
  readonly grid: (fabric: Fabric, id: string) => GeoJSON.MultiPolygon | undefined
  readonly line: (positions: readonly Position[]) => GeoJSON.LineString
  readonly point: (position: Position) => GeoJSON.Point
  readonly degrees: (position: Position) => Degrees
}

export function shapesWith({ toDegrees }: Projection): Shapes {
  const known = new Map<string, Degrees>()
  // Every vertex is in several cells and in the outlines of several levels.
  const degrees = (position: Position): Degrees => {
    const key = `${position[0]},${position[1]}`
    let place = known.get(key)
    if (!place) {
      place = toDegrees(position)
      known.set(key, place)
    }
    return place
  }
  const cells = new WeakMap<Face, GeoJSON.Polygon>()
  const ring = (positions: Ring): Degrees[] => [...positions.map(degrees), degrees(positions[0]!)]
  const polygons = (parts: readonly (readonly Ring[])[]): GeoJSON.MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: parts.map((rings) => rings.map(ring)),
  })
  return {
    cell: (face) => {
      let shape = cells.get(face)
      if (!shape) {
        shape = { type: 'Polygon', coordinates: face.rings.map(ring) }
        cells.set(face, shape)
      }
      return shape
    },
    polygons,
    grid: (fabric, id) => {
      const faces = cellsOf(fabric, id)
      return faces.length === 0 ? undefined : polygons(dissolve(faces))
    },
    line: (positions) => ({ type: 'LineString', coordinates: positions.map((position) => toDegrees(position)) }),
    point: (position) => ({ type: 'Point', coordinates: toDegrees(position) }),
    degrees,
  }
}

export const centreOf = (face: Face): Position => {
  const ring = face.rings[0]!
  const sum = ring.reduce(([x, y], [east, north]) => [x + east, y + north], [0, 0])
  return [Math.round(sum[0]! / ring.length), Math.round(sum[1]! / ring.length)]
}

/** Where a grid's name stands: in its cell that is nearest to the middle of all. */
export function namePlace(faces: readonly Face[]): Position | undefined {
  if (faces.length === 0) return undefined
  const centres = faces.map(centreOf)
  const middle: Position = [
    centres.reduce((sum, [x]) => sum + x, 0) / centres.length,
    centres.reduce((sum, [, y]) => sum + y, 0) / centres.length,
  ]
  return centres.reduce((best, one) => (distance(one, middle) < distance(best, middle) ? one : best))
}

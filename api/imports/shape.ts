/** Whether a geometry of a file can be one of a layer. What only the database can tell (crossings) is checked there. */
import type { CoordinateSystem, Detail, FileGeometry } from '#geodata/formats/index.ts'
import type { GeometryType } from '#geodata/layers/index.ts'
import type { Checked, ShapeReason } from './refusal.ts'

export interface Shape {
  readonly type: GeometryType
  readonly coordinates: unknown
}

type Position = [number, number]

/** Web Mercator, which the map is drawn in, ends there. */
const MOST_NORTHERN = 85.06

const SINGLE = { Point: 'Point', LineString: 'LineString', MultiLineString: 'LineString', MultiPolygon: 'Polygon' } as const

/** Makes a single a multi where the layer has multis, takes the one part of a multi where it has singles, leaves out heights. */
export function fitShape(type: GeometryType, geometry: FileGeometry, system: CoordinateSystem): Checked<Shape, ShapeReason> {
  const single = SINGLE[type]
  const isMulti = geometry.type === `Multi${single}`
  if (!isMulti && geometry.type !== single)
    return { code: 'wrong_geometry_type', detail: { found: geometry.type, expected: type } }
  const parts = isMulti ? geometry.coordinates : [geometry.coordinates]
  try {
    const read = list(parts).map((part) => PARTS[single](part, system))
    if (type.startsWith('Multi')) return { value: { type, coordinates: read } }
    return read.length > 1 ? { code: 'several_parts', detail: { parts: read.length } } : { value: { type, coordinates: read[0] } }
  } catch (error) {
    if (error instanceof Unfit) return { code: error.reason, detail: error.detail }
    throw error
  }
}

/** Leaves the nested lists at the first thing that is wrong. */
class Unfit extends Error {
  readonly reason: ShapeReason
  readonly detail: Detail

  constructor(reason: ShapeReason, detail: Detail = {}) {
    super(reason)
    this.reason = reason
    this.detail = detail
  }
}

const PARTS = {
  Point: readPosition,
  LineString: readLine,
  Polygon: (part: unknown, system: CoordinateSystem) => list(part).map((ring) => readRing(ring, system)),
} as const

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Unfit('not_a_coordinate')
  if (value.length === 0) throw new Unfit('empty_geometry')
  return value
}

function readLine(part: unknown, system: CoordinateSystem): Position[] {
  const line = list(part).map((position) => readPosition(position, system))
  const [first] = line
  if (line.length < 2) throw new Unfit('too_few_points', { points: line.length, needed: 2 })
  if (line.every((position) => isSame(position, first!))) throw new Unfit('zero_length', place(first!))
  return line
}

function readRing(part: unknown, system: CoordinateSystem): Position[] {
  const ring = list(part).map((position) => readPosition(position, system))
  const [first, last] = [ring[0]!, ring.at(-1)!]
  if (ring.length < 4) throw new Unfit('too_few_points', { points: ring.length, needed: 4 })
  if (!isSame(first, last)) throw new Unfit('unclosed_ring', place(last))
  return ring
}

function readPosition(position: unknown, system: CoordinateSystem): Position {
  const [x, y] = list(position)
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) {
    throw new Unfit('not_a_coordinate')
  }
  if (system.projection) {
    const [minX, minY, maxX, maxY] = system.projection.bounds
    if (x < minX || x > maxX || y < minY || y > maxY)
      throw new Unfit('outside_coordinate_system', { ...place([x, y]), system: system.name })
  } else {
    if (Math.abs(x) > 180 || Math.abs(y) > 90) throw new Unfit('not_degrees', { ...place([x, y]), ...hint(x, y) })
    if (Math.abs(y) > MOST_NORTHERN) throw new Unfit('too_near_pole', place([x, y]))
  }
  return [x, y]
}

/** What such numbers usually are: metres, with the zone before the easting or without, or degrees in the wrong order. */
function hint(x: number, y: number): Detail {
  if (Math.abs(x) <= 90 && Math.abs(y) <= 180) return { hint: 'swapped' }
  const zone = Math.floor(x / 1e6)
  if (zone >= 25 && zone <= 45) return { hint: 'zone', system: `EPSG:${4513 + zone - 25}` }
  if (zone >= 13 && zone <= 23) return { hint: 'zone', system: `EPSG:${4491 + zone - 13}` }
  return { hint: 'metres' }
}

const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]

const place = ([x, y]: Position): { readonly x: number; readonly y: number } => ({ x, y })

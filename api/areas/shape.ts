/** The area that somebody drew. What is wrong with it is refused with the place where it is wrong; nothing is mended. */
import { DEGREES } from '#geodata/formats/coordinate_system.ts'
import type { FileGeometry } from '#geodata/formats/format.ts'
import type { Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'
import { fitShape } from '../imports/shape.ts'

/** A MultiPolygon in degrees, as GeoJSON text. */
export interface Drawn {
  readonly text: string
  readonly vertices: number
  /** West, south, east, north. */
  readonly bbox: readonly [number, number, number, number]
}

export const MAXIMUM_VERTICES = 10_000
/** Square metres: more than any prefecture of the plains, less than a province. */
export const MAXIMUM_AREA_M2 = 20_000e6

const FIELD = { field: 'geometry' } as const

/** All that can be told without the database. */
export function readDrawn(geometry: unknown): Drawn {
  if (!isGeometry(geometry)) throw new Problem(400, 'area_not_polygon', FIELD)
  const vertices = countPositions(geometry.coordinates)
  if (vertices > MAXIMUM_VERTICES) throw new Problem(400, 'area_too_detailed', FIELD, { vertices, maximum: MAXIMUM_VERTICES })
  const checked = fitShape('MultiPolygon', geometry, DEGREES)
  if ('value' in checked)
    return { text: JSON.stringify(checked.value), vertices, bbox: bboxOf(checked.value.coordinates as Rings[]) }
  const { x, y, hint } = (checked.detail ?? {}) as { x?: number; y?: number; hint?: string }
  const place = `${x}, ${y}`
  switch (checked.code) {
    case 'wrong_geometry_type':
      throw new Problem(400, 'area_not_polygon', FIELD)
    case 'unclosed_ring':
      throw new Problem(400, 'area_not_closed', FIELD, { place })
    case 'too_few_points':
      throw new Problem(400, 'area_too_few_points', FIELD)
    case 'not_degrees':
      throw hint === 'swapped'
        ? new Problem(400, 'area_swapped', FIELD, { place })
        : new Problem(400, 'area_not_degrees', FIELD, { place })
    case 'too_near_pole':
      throw new Problem(400, 'area_not_degrees', FIELD, { place })
    default:
      throw new Problem(400, 'area_not_coordinates', FIELD)
  }
}

const isGeometry = (value: unknown): value is FileGeometry =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  (value.type === 'Polygon' || value.type === 'MultiPolygon') &&
  'coordinates' in value

type Rings = readonly (readonly (readonly [number, number])[])[]

function bboxOf(parts: readonly Rings[]): Drawn['bbox'] {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [outer] of parts)
    for (const [x, y] of outer!) {
      west = Math.min(west, x)
      south = Math.min(south, y)
      east = Math.max(east, x)
      north = Math.max(north, y)
    }
  return [west, south, east, north]
}

/** Of however deeply nested lists; stops at what is too many. */
function countPositions(value: unknown): number {
  if (!Array.isArray(value)) return 0
  if (typeof value[0] === 'number') return 1
  let count = 0
  for (const each of value) {
    count += countPositions(each)
    if (count > 10 * MAXIMUM_VERTICES) break
  }
  return count
}

/** What only the database can tell: whether it crosses itself, and how large it is. Answers its area in square metres. */
export async function checkDrawn(database: Queryable, { text }: Drawn): Promise<number> {
  const [row] = await database.query<{ valid: boolean; x: number | null; y: number | null; area_m2: number | null }>(
    sql`
    select detail.valid, ST_X(detail.location) as x, ST_Y(detail.location) as y,
      case when detail.valid then ST_Area(shape::geography) end as area_m2
    from (select ST_SetSRID(ST_GeomFromGeoJSON(${text}), 4326) as shape) as drawn, ST_IsValidDetail(shape) as detail`,
    { prepared: true },
  )
  const { valid, x, y, area_m2 } = row!
  if (!valid) throw new Problem(400, 'area_crosses_itself', FIELD, { place: `${round(x!)}, ${round(y!)}` })
  checkSize(area_m2!)
  return area_m2!
}

export function checkSize(area_m2: number): void {
  if (area_m2 > MAXIMUM_AREA_M2)
    throw new Problem(400, 'area_too_large', FIELD, { found: Math.round(area_m2 / 1e6), maximum: MAXIMUM_AREA_M2 / 1e6 })
}

/** To a tenth of a metre: people read it. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

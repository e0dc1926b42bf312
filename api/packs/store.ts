import type { Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import type { ObjectKey } from '../responsibility/responsible.ts'

export interface PackArea {
  readonly code: string
  readonly name: string
  readonly name_en: string | null
  readonly extent: readonly [number, number, number, number]
}

/** m; water and shelters beyond the border may be the nearest. */
const MARGIN_M = 1500

/** Undefined where there is no such town or community today. The extent reaches a little beyond its borders. */
export async function readPackArea(database: Queryable, code: string): Promise<PackArea | undefined> {
  const [area] = await database.query<PackArea>(sql`
    select code, name, name_en,
      json_build_array(ST_XMin(around), ST_YMin(around), ST_XMax(around), ST_YMax(around)) as extent
    from administrative_areas, lateral (select ST_Envelope(ST_Buffer(ST_Envelope(geom)::geography, ${MARGIN_M})::geometry) as around) as widened
    where code = ${code} and valid_from <= today() and (valid_to is null or valid_to > today())`)
  return area
}

/** Everything today's assignments are about, wherever it lies. */
export const readAssignedObjects = (database: Queryable): Promise<ObjectKey[]> =>
  database.query<ObjectKey>(sql`
    select distinct layer, object_id as id from assignments
    where valid_from <= today() and (valid_to is null or valid_to > today())`)

export async function readDay(database: Queryable): Promise<{ day: string; now: string }> {
  const [row] = await database.query<{ day: string; now: string }>(sql`select today()::text as day, now() as now`)
  return row!
}

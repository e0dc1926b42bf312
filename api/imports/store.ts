/** What the database remembers about an import. */
import type { CoordinateSystem } from '#geodata/formats/index.ts'
import type { Database, Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'

export interface ImportRecord {
  readonly layer: string
  readonly fileName: string
  readonly sha256: string
  readonly coordinateSystem: string
  readonly mapping: object
  readonly read: number
  readonly stored: number
  readonly refused: number
}

export async function recordImport(queryable: Queryable, the: ImportRecord): Promise<number> {
  const [row] = await queryable.query<{ id: number }>(
    sql`insert into import (layer, file_name, sha256, coordinate_system, mapping, read_count, stored_count, refused_count)
      values (${the.layer}, ${the.fileName}, ${the.sha256}, ${the.coordinateSystem}, ${JSON.stringify(the.mapping)}::jsonb,
        ${the.read}::integer, ${the.stored}::integer, ${the.refused}::integer)
      returning id`,
  )
  return row!.id
}

/** The same bytes in the same layer, from an earlier day. */
export async function earlierImport(
  queryable: Queryable,
  layer: string,
  sha256: string,
): Promise<{ id: number; imported_at: string; stored_count: number } | undefined> {
  const [row] = await queryable.query<{ id: number; imported_at: string; stored_count: number }>(
    sql`select id, imported_at, stored_count from import where layer = ${layer} and sha256 = ${sha256} order by id desc limit 1`,
  )
  return row
}

const DEGREES_SRID = 4326
/** Numbers for coordinate systems that files bring, beyond those of the canonical zones. */
const FIRST_SRID = 930_000

/**
 * The number by which PostGIS knows the coordinate system. A row of its own is committed before the import begins and
 * never changed: PostGIS remembers per connection what a number means, even of a transaction that was rolled back.
 */
export async function sridFor(database: Database, { projection }: CoordinateSystem): Promise<number> {
  if (!projection) return DEGREES_SRID
  return database.transaction(async (transaction) => {
    await transaction.query(sql`lock table spatial_ref_sys in share row exclusive mode`)
    const known = sql`select srid from spatial_ref_sys where srid >= ${FIRST_SRID}::integer and proj4text = ${projection.proj}`
    const [row] = await transaction.query<{ srid: number }>(known)
    if (row) return row.srid
    const [added] = await transaction.query<{ srid: number }>(
      sql`insert into spatial_ref_sys (srid, proj4text)
        select greatest(${FIRST_SRID}::integer, max(srid) + 1), ${projection.proj} from spatial_ref_sys
        where srid between ${FIRST_SRID}::integer - 1 and 998999 or srid = 4326
        returning srid`,
    )
    return added!.srid
  })
}

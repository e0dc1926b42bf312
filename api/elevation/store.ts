import type { ElevationModel } from '#geodata/elevation/model.ts'
import type { Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'

const BYTES_PER_HEIGHT = 2

export async function storeElevationModel(database: Queryable, model: ElevationModel): Promise<void> {
  const { west, north, step, columns, rows, heights } = model
  await database.query(sql`
    insert into elevation_models (west, north, step, columns, rows, heights)
    values (${west}, ${north}, ${step}, ${columns}, ${rows}, decode(${toBase64(heights)}, 'base64'))`)
}

interface Row extends Omit<ElevationModel, 'heights'> {
  readonly heights: string
}

/** The models that reach into a rectangle. */
export async function readElevationModels(
  database: Queryable,
  [west, south, east, north]: readonly [number, number, number, number],
): Promise<ElevationModel[]> {
  const rows = await database.query<Row>(sql`
    select west, north, step, columns, rows, encode(heights, 'base64') as heights from elevation_models
    where extent && ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326) order by id`)
  return rows.map((row) => ({ ...row, heights: fromBase64(row.heights) }))
}

export interface ElevationSummary {
  /** Changes whenever a model comes or goes. */
  readonly version: string
  /** West, south, east, north in degrees. */
  readonly extent: readonly [number, number, number, number]
}

/** Null where no heights are known. */
export async function summariseElevation(database: Queryable): Promise<ElevationSummary | null> {
  const [row] = await database.query<
    { identity: string; last: number | null; count: number } & Record<'west' | 'south' | 'east' | 'north', number>
  >(sql`
    select last, count, ST_XMin(extent) as west, ST_YMin(extent) as south, ST_XMax(extent) as east, ST_YMax(extent) as north,
      (select left(id::text, 8) from database_identity) as identity
    from (select max(id) as last, count(*)::integer as count, ST_Extent(extent) as extent from elevation_models) as all_models`)
  const { identity, last, count, west, south, east, north } = row!
  return last === null ? null : { version: `${identity}-${last}-${count}`, extent: [west, south, east, north] }
}

// Whatever machine this runs on, the table has the low byte first.
function toBase64(heights: Int16Array): string {
  const bytes = Buffer.alloc(heights.length * BYTES_PER_HEIGHT)
  heights.forEach((height, index) => {
    bytes.writeInt16LE(height, index * BYTES_PER_HEIGHT)
  })
  return bytes.toString('base64')
}

function fromBase64(text: string): Int16Array {
  const bytes = Buffer.from(text, 'base64')
  return Int16Array.from({ length: bytes.length / BYTES_PER_HEIGHT }, (_, index) => bytes.readInt16LE(index * BYTES_PER_HEIGHT))
}

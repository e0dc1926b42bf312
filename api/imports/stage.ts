/** A temporary table that rows wait in while the database checks them. It goes with the transaction. */
import type { Layer } from '#geodata/layers/index.ts'
import { fieldsOf } from '#geodata/layers/index.ts'
import type { Queryable } from '../database/database.ts'
import { identifier, join, type Sql, sql } from '../database/sql.ts'
import type { Row } from './row.ts'

/** Rows and characters of one statement: many enough to be fast, few enough not to fill the memory of either side. */
const BATCH_ROWS = 2000
const BATCH_CHARACTERS = 8_000_000

export async function createStage(queryable: Queryable): Promise<void> {
  // A large file takes longer than a question of the console may.
  await queryable.query(sql`set local statement_timeout = 0`)
  await queryable.query(sql`create temp table import_stage (
    file_row integer primary key, shape geometry, canonical geometry, fields jsonb not null, source jsonb not null
  ) on commit drop`)
}

/** In degrees, from an SRID or from what PROJ has to be told. */
export type ToDegrees = (shape: Sql) => Sql
export const fromSrid =
  (srid: number): ToDegrees =>
  (shape) =>
    sql`ST_Transform(ST_SetSRID(${shape}, ${srid}::integer), 4326)`

/** Sends rows on in batches. `end` sends the rest. */
export function stager(queryable: Queryable, toDegrees: ToDegrees): { add(row: Row): Promise<void>; end(): Promise<void> } {
  let batch: string[] = []
  let characters = 0
  const send = async () => {
    if (batch.length === 0) return
    const rows = `[${batch.join(',')}]`
    batch = []
    characters = 0
    await queryable.query(
      sql`insert into import_stage (file_row, shape, fields, source)
        select file_row, ${toDegrees(sql`ST_GeomFromGeoJSON(shape)`)}, fields, source
        from jsonb_to_recordset(${rows}::jsonb) as r(file_row integer, shape jsonb, fields jsonb, source jsonb)`,
    )
  }
  const add = async ({ row, shape, fields, source }: Row) => {
    const text = JSON.stringify({ file_row: row, ...(shape && { shape }), fields, source })
    batch.push(text)
    characters += text.length
    if (batch.length >= BATCH_ROWS || characters >= BATCH_CHARACTERS) await send()
  }
  return { add, end: send }
}

/** Moves what is left in the stage into the layer's table, in the order of the file. */
export async function moveToLayer(queryable: Queryable, layer: Layer, importId: number): Promise<void> {
  const table = identifier(layer.id)
  const fields = fieldsOf(layer).filter(({ derived }) => !derived)
  const columns = fields.map(({ name }) => identifier(name))
  const types = fields.map(({ name, type }) => sql`${identifier(name)} ${COLUMN_TYPES[type]}`)
  const values = fields.map((field) => {
    const value = sql`v.${identifier(field.name)}`
    return field.default === 'today' ? sql`coalesce(${value}, today())` : value
  })
  const shape = isAreal(layer) ? 'canonical' : 'shape'
  await queryable.query(
    sql`insert into ${table} (${join(columns)}, ${identifier(isAreal(layer) ? 'canonical' : 'geom')}, import_id, source_properties)
      select ${join(values)}, s.${identifier(shape)}, ${importId}::integer, s.source
      from import_stage s, jsonb_to_record(s.fields) as v(${join(types)})
      order by s.file_row`,
  )
  // The embedded database has nobody who does this later, and a plan for an empty table is slow on a full one.
  await queryable.query(sql`analyze ${table}`)
}

const COLUMN_TYPES: Readonly<Record<string, Sql>> = {
  text: sql`text`,
  code: sql`text`,
  choice: sql`text`,
  integer: sql`integer`,
  number: sql`double precision`,
  boolean: sql`boolean`,
  date: sql`date`,
}

/** Areas are kept on the canonical grid, so that neighbours agree exactly; lines and points in degrees. */
export const isAreal = (layer: Layer): boolean => layer.geometry === 'MultiPolygon'

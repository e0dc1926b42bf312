/** What only the database can tell about staged rows. Each check answers its refusals, and takes these rows out of the stage. */
import type { Layer } from '#geodata/layers/index.ts'
import type { Queryable } from '../database/database.ts'
import { identifier, join, sql } from '../database/sql.ts'
import type { Refusal } from './refusal.ts'
import { isAreal } from './stage.ts'
import { chooseZone, type Extent, FARTHEST, meridianOf } from './zone.ts'

export type Check = (queryable: Queryable, layer: Layer) => Promise<Refusal[]>

/** Before anything else: other functions may throw on what is invalid (GEOS 3.11) or not (3.14). */
export const findInvalid: Check = async (queryable, layer) =>
  isAreal(layer) ? invalid(queryable, 'shape', 'invalid_polygon') : []

async function invalid(
  queryable: Queryable,
  column: string,
  code: 'invalid_polygon' | 'invalid_when_snapped',
): Promise<Refusal[]> {
  const shape = identifier(column)
  const rows = await queryable.query<{ row: number; reason: string; x: number; y: number }>(
    sql`select file_row as row, (detail).reason, ST_X(place) as x, ST_Y(place) as y
      from import_stage,
        lateral (select ST_IsValidDetail(${shape}) as detail) d,
        lateral (select ST_Transform(ST_SetSRID((detail).location, ST_SRID(${shape})), 4326) as place) p
      where not ST_IsValid(${shape}) order by file_row`,
  )
  return rows.map(({ row, reason, x, y }) => ({ row, code, detail: { reason, x: rounded(x), y: rounded(y) } }))
}

/** About a centimetre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** Snaps all areas of the file to the millimetres of one zone. Answers the zone too. */
export async function snap(queryable: Queryable): Promise<{ zone: number | undefined; refusals: Refusal[] }> {
  const { zone, refusals } = await findZone(queryable)
  if (zone === undefined) return { zone, refusals }
  await queryable.query(sql`update import_stage set canonical = ST_SnapToGrid(ST_Transform(shape, ${zone}::integer), 1)`)
  return { zone, refusals: [...refusals, ...(await outOfCollapse(queryable))] }
}

/** The zone for everything staged; what lies too far from it is taken out. */
export async function findZone(queryable: Queryable): Promise<{ zone: number | undefined; refusals: Refusal[] }> {
  const [extent] = await queryable.query<Extent>(
    sql`select ST_XMin(e) as west, ST_XMax(e) as east from (select ST_Extent(shape) as e from import_stage) as all_shapes
      where e is not null`,
  )
  if (!extent) return { zone: undefined, refusals: [] }
  const zone = chooseZone(extent, await zonesInUse(queryable))
  const meridian = meridianOf(zone, (extent.west + extent.east) / 2)
  const far = await queryable.query<{ row: number }>(
    sql`select file_row as row from import_stage
      where ST_XMin(shape) < ${meridian - FARTHEST}::float8 or ST_XMax(shape) > ${meridian + FARTHEST}::float8 order by file_row`,
  )
  const refusals: Refusal[] = far.map(({ row }) => ({ row, code: 'too_far_from_zone', detail: { meridian, degrees: FARTHEST } }))
  await takeOut(queryable, refusals)
  return { zone, refusals }
}

async function zonesInUse(queryable: Queryable): Promise<number[]> {
  const tables = ['unit_cells', 'grids', 'administrative_areas', 'hazard_zones']
  const each = tables.map((table) => sql`select ST_SRID(canonical) as srid from ${identifier(table)} where canonical is not null`)
  const rows = await queryable.query<{ srid: number }>(sql`${join(each, ' union ')}`)
  return rows.map(({ srid }) => srid)
}

/** A part or hole under a millimetre vanishes in the grid, and edges closer than that may cross. Neither goes unsaid. */
async function outOfCollapse(queryable: Queryable): Promise<Refusal[]> {
  const rows = await queryable.query<{ row: number }>(
    sql`select file_row as row from import_stage
      where shape is not null and (canonical is null or ST_IsEmpty(canonical) or ST_NRings(canonical) <> ST_NRings(shape))
      order by file_row`,
  )
  const small: Refusal[] = rows.map(({ row }) => ({ row, code: 'too_small' }))
  await takeOut(queryable, small)
  const crossed = await invalid(queryable, 'canonical', 'invalid_when_snapped')
  await takeOut(queryable, crossed)
  return [...small, ...crossed]
}

const RANGES = [
  ['valid_from', 'valid_to'],
  ['chainage_from_m', 'chainage_to_m'],
] as const

/** The end has to lie behind the beginning, which may be today by default. */
export const findReversed: Check = async (queryable, layer) => {
  const refusals: Refusal[] = []
  for (const [from, to] of RANGES) {
    if (from !== 'valid_from' && !layer.fields.some(({ name }) => name === from)) continue
    const [begin, end] =
      from === 'valid_from'
        ? [sql`coalesce((fields ->> ${from})::date, today())`, sql`(fields ->> ${to})::date`]
        : [sql`(fields ->> ${from})::float8`, sql`(fields ->> ${to})::float8`]
    const rows = await queryable.query<{ row: number; value: unknown; other: string }>(
      sql`select file_row as row, fields -> ${to} as value, ${begin}::text as other
        from import_stage where ${end} <= ${begin} order by file_row`,
    )
    for (const { row, value, other } of rows)
      refusals.push({ row, code: 'not_after', field: to, value, detail: { field: from, other } })
  }
  return refusals
}

/** The table keeps the key of rows that are in force unique: which key, it says itself. */
export const findDuplicates: Check = async (queryable, layer) => {
  const key = await keyOf(queryable, layer)
  if (key.length === 0) return []
  const field = key.at(-1)!
  const rows = await queryable.query<{ row: number; value: string; first: number; stored: boolean }>(
    sql`select s.file_row as row, s.fields ->> ${field} as value, s.first, t.id is not null as stored
      from (
        select *, first_value(file_row) over (partition by ${join(key.map((name) => sql`fields ->> ${name}`))} order by file_row) as first
        from import_stage where fields ->> 'valid_to' is null
      ) s
      left join ${identifier(layer.id)} t
        on t.valid_to is null and ${join(
          key.map((name) => sql`t.${identifier(name)} = s.fields ->> ${name}`),
          ' and ',
        )}
      where t.id is not null or s.first <> s.file_row
      order by s.file_row`,
  )
  return rows.map(({ row, value, first, stored }) =>
    stored
      ? { row, code: 'duplicate_of_stored', field, value }
      : { row, code: 'duplicate_in_file', field, value, detail: { first } },
  )
}

async function keyOf(queryable: Queryable, layer: Layer): Promise<string[]> {
  const rows = await queryable.query<{ name: string }>(
    sql`select attname as name
      from pg_index, unnest(indkey) with ordinality as part(number, place)
      join pg_attribute on attnum = part.number
      where indrelid = ${layer.id}::regclass and attrelid = indrelid and indisunique and not indisprimary
      order by place`,
  )
  return rows.map(({ name }) => name)
}

/** A grid belongs to a level of a scheme, which has to be there before. */
export const findHomeless: Check = async (queryable, layer) => {
  if (layer.id !== 'grids') return []
  const rows = await queryable.query<{ row: number; scheme: string; level: number }>(
    sql`select file_row as row, fields ->> 'scheme' as scheme, (fields ->> 'level')::integer as level from import_stage
      where not exists (
        select from scheme_level l where l.scheme = fields ->> 'scheme' and l.level = (fields ->> 'level')::integer
      ) order by file_row`,
  )
  if (rows.length === 0) return []
  const levels = await queryable.query<{ text: string }>(
    sql`select scheme || ' ' || string_agg(level::text, '/' order by level) as text from scheme_level group by scheme order by scheme`,
  )
  const detail = { existing: levels.map(({ text }) => text) }
  return rows.map(({ row, scheme, level }) => ({
    row,
    code: 'no_such_level',
    field: 'level',
    value: `${scheme} ${level}`,
    detail,
  }))
}

export async function takeOut(queryable: Queryable, refusals: readonly Refusal[]): Promise<void> {
  if (refusals.length === 0) return
  const rows = JSON.stringify(refusals.map(({ row }) => row))
  await queryable.query(
    sql`delete from import_stage where file_row in (select value::integer from jsonb_array_elements_text(${rows}::jsonb))`,
  )
}

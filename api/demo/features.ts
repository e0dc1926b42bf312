import type { Demo } from '#geodata/county/demo.ts'
import { fieldsOf, LAYERS, type Layer } from '#geodata/layers/index.ts'
import type { Transaction } from '../database/database.ts'
import { identifier, join, type Sql, sql } from '../database/sql.ts'
import { storeElevationModel } from '../elevation/store.ts'
import { type Stored, storeResponsibility } from './responsibility.ts'

const FEATURES_PER_STATEMENT = 5000

type Feature = NonNullable<Demo['features'][string]>[number]

/** Stores a demo's features, what they are to each other, and who is responsible for them. Its schemes must be there. */
export async function storeDemo(transaction: Transaction, demo: Demo): Promise<void> {
  const stored = new Map<string, Stored>()
  for (const layer of LAYERS) {
    const features = demo.features[layer.id] ?? []
    const first = (await lastId(transaction, layer)) + 1
    for (let start = 0; start < features.length; start += FEATURES_PER_STATEMENT) {
      await storeFeatures(transaction, layer, features.slice(start, start + FEATURES_PER_STATEMENT), demo.srid)
    }
    stored.set(layer.id, { first, last: await lastId(transaction, layer) })
  }
  if (demo.elevation) await storeElevationModel(transaction, demo.elevation)
  await storeGridCells(transaction, demo)
  await linkSegments(transaction, demo)
  if (demo.responsibility) await storeResponsibility(transaction, demo.responsibility, stored)
}

const lastId = async (transaction: Transaction, { id }: Layer): Promise<number> =>
  (await transaction.query<{ id: number }>(sql`select coalesce(max(id), 0) as id from ${identifier(id)}`))[0]!.id

export async function storeSchemes(transaction: Transaction, { schemes }: Demo): Promise<void> {
  for (const { id, name_zh, name_en, within_community = true, levels, rules = [] } of schemes) {
    await transaction.query(
      sql`insert into scheme (id, name_zh, name_en, within_community) values (${id}, ${name_zh}, ${name_en}, ${within_community})`,
    )
    await transaction.query(sql`
      insert into scheme_level (scheme, level, name_zh, name_en)
      select ${id}, level, name_zh, name_en
      from jsonb_to_recordset(${JSON.stringify(levels)}::jsonb) as given (level integer, name_zh text, name_en text)`)
    await transaction.query(sql`
      insert into scheme_rules (scheme, rule, severity, minimum, maximum, source)
      select ${id}, rule, severity, minimum, maximum, source from jsonb_to_recordset(${JSON.stringify(rules)}::jsonb)
        as given (rule text, severity text, minimum float8, maximum float8, source text)`)
  }
}

async function storeFeatures(transaction: Transaction, layer: Layer, features: readonly Feature[], srid: number): Promise<void> {
  const table = identifier(layer.id)
  const fields = fieldsOf(layer).filter(({ derived }) => !derived)
  const columns = fields.map(({ name }) => identifier(name))
  // A column whose value is left out keeps its default only if it is not named at all.
  const given = fields.filter(({ name }) => features.some(({ properties }) => (properties[name] ?? null) !== null))
  const rows = features.map(({ properties, geometry }) => ({ ...properties, geometry }))
  const place: Sql = sql`ST_SetSRID(ST_GeomFromGeoJSON(geometry), ${srid}::integer)`
  const inArea = layer.geometry === 'MultiPolygon'
  const names = join(columns.filter((_, index) => given.includes(fields[index]!)))
  const values = join(given.map((field) => sql`given.${identifier(field.name)}`))
  await transaction.query(sql`
    insert into ${table} (${names}, ${identifier(inArea ? 'canonical' : 'geom')})
    select ${values}, ${inArea ? place : sql`ST_Transform(${place}, 4326)`}
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as element (row, position),
      jsonb_populate_record(null::${table}, element.row - 'geometry') as given,
      nullif(element.row -> 'geometry', 'null') as geometry
    order by position`)
}

/** Said as the indexes are, `valid_to is null`: without them, each county would read those before it. */
async function storeGridCells(transaction: Transaction, { gridCells }: Demo): Promise<void> {
  await transaction.query(sql`
    insert into grid_cell (grid_id, unit_cell_id)
    select grids.id, unit_cells.id
    from jsonb_to_recordset(${JSON.stringify(gridCells)}::jsonb) as given (scheme text, grid_code text, cell_codes jsonb)
    join grids on grids.scheme = given.scheme and grids.code = given.grid_code and grids.valid_to is null
    cross join jsonb_array_elements_text(given.cell_codes) as cell_code
    join unit_cells on unit_cells.code = cell_code and unit_cells.valid_to is null`)
}

/** By code: names of rivers come again in other counties. */
async function linkSegments(transaction: Transaction, { riverSegments }: Demo): Promise<void> {
  await transaction.query(sql`
    update river_segments set river_id = rivers.id
    from jsonb_to_recordset(${JSON.stringify(riverSegments)}::jsonb) as given (river_code text, segment_code text)
    join rivers on rivers.code = given.river_code
    where river_segments.code = given.segment_code and river_segments.valid_to is null`)
}

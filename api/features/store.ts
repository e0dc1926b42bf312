import { type Field, fieldsOf, type Layer } from '#geodata/layers/index.ts'
import type { Database } from '../database/database.ts'
import { empty, identifier, join, type Sql, sql } from '../database/sql.ts'
import { inTerritories } from '../layers/limits_store.ts'
import type { Question } from './question.ts'

/** Decimals of a degree: at 7, rounding made thousands of false overlaps between neighbours; at 9, none. */
const DEGREE_DECIMALS = 9

/** The features as GeoJSON texts, ready to be sent, and how many there are in all. */
export async function readFeatures(database: Database, question: Question): Promise<{ features: string[]; matched: number }> {
  const { layer, where, orderBy, limit, offset, fields } = question
  const table = identifier(layer.id)
  const rows = await database.query<{ feature: string }>(sql`
    select ${featureJson(fields)}::text as feature
    from (select * from ${table} ${where} order by ${orderBy} limit ${limit} offset ${offset}) as page order by ${orderBy}`)
  const complete = offset === 0 && rows.length < limit
  const matched = complete ? rows.length : await count(database, table, where)
  return { features: rows.map(({ feature }) => feature), matched }
}

async function count(database: Database, table: Sql, where: Sql): Promise<number> {
  const [row] = await database.query<{ count: number }>(sql`select count(*)::integer as count from ${table} ${where}`)
  return row!.count
}

export interface Sight {
  /** Whether the asker sees what the feature's source file said besides. */
  readonly seesSource: boolean
  /** Outside of which he doesn't see the layer. */
  readonly territories: readonly string[] | undefined
}

/** One feature as GeoJSON text, of whatever day; undefined where there is none that the asker sees. */
export async function readFeature(
  database: Database,
  layer: Layer,
  id: number,
  links: unknown,
  { seesSource, territories }: Sight,
): Promise<string | undefined> {
  const source = seesSource ? sql`, 'source_properties', source_properties` : empty
  const seen = territories ? sql` and ${inTerritories(layer, territories)}` : empty
  const extra = sql`${source}, 'links', ${JSON.stringify(links)}::json`
  const [row] = await database.query<{ feature: string }>(
    sql`select ${featureJson(fieldsOf(layer), extra)}::text as feature from ${identifier(layer.id)} where id = ${id}${seen}`,
  )
  return row?.feature
}

const featureJson = (fields: readonly Field[], extra: Sql = sql``): Sql => {
  const pairs = fields.map(({ name }) => sql`${name}::text, ${identifier(name)}`)
  const properties = pairs.length === 0 ? sql`'{}'::json` : sql`json_build_object(${join(pairs)})`
  return sql`json_build_object('type', 'Feature', 'id', id, 'geometry', ST_AsGeoJSON(geom, ${DEGREE_DECIMALS}::integer)::json, 'properties', ${properties} ${extra})`
}

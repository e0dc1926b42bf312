import type { Layer } from '#geodata/layers/index.ts'
import { codeArray, codeList, territoryShape } from '#tiles/territory.ts'
import { CODED_LAYERS } from '../assignments/territory.ts'
import type { Database } from '../database/database.ts'
import { identifier, type Sql, sql } from '../database/sql.ts'

/** The condition that a feature of the layer lies in one of the territories, or on its border. */
export const inTerritories = (layer: Layer, codes: readonly string[]): Sql =>
  CODED_LAYERS.includes(layer.id)
    ? sql`exists (select from unnest(${codeArray(codeList(codes))}) as territory (begins) where starts_with(code, territory.begins))`
    : sql`ST_Intersects(${territoryShape(codeList(codes))}, geom)`

/** Whether there is a feature with this number in the territories. */
export async function liesIn(database: Database, layer: Layer, id: number, codes: readonly string[]): Promise<boolean> {
  const rows = await database.query(
    sql`select from ${identifier(layer.id)} where id = ${id}::integer and ${inTerritories(layer, codes)}`,
  )
  return rows.length > 0
}

/** Whether all features of the layer, of whatever day, lie in the territories. */
export async function liesAllIn(database: Database, layer: Layer, codes: readonly string[]): Promise<boolean> {
  const [row] = await database.query<{ all: boolean }>(sql`
    select not exists (select from ${identifier(layer.id)} where (${inTerritories(layer, codes)}) is not true) as all`)
  return row!.all
}

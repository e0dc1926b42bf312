import { findLayer } from '#geodata/layers/index.ts'
import type { Queryable } from '../database/database.ts'
import { identifier, sql } from '../database/sql.ts'

export interface Coded {
  readonly id: number
  readonly code: string
  /** Of grids only. */
  readonly scheme: string | null
  readonly valid_from: string | null
  readonly valid_to: string | null
}

/** All objects of a layer that bear one of the codes, of whatever time and scheme. */
export function readCoded(database: Queryable, layerId: string, codes: readonly string[]): Promise<Coded[]> {
  const layer = findLayer(layerId)!
  const validity = layer.temporal ? sql`valid_from, valid_to` : sql`null::date as valid_from, null::date as valid_to`
  return database.query<Coded>(sql`
    select id, code, ${layerId === 'grids' ? sql`scheme` : sql`null::text`} as scheme, ${validity}
    from ${identifier(layerId)} where code in (select value from jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb)) order by id`)
}

/** Ids of the schemes by what people call them. */
export async function readSchemes(database: Queryable): Promise<Map<string, string>> {
  const rows = await database.query<{ id: string; name_zh: string; name_en: string }>(
    sql`select id, name_zh, name_en from scheme`,
  )
  return new Map(rows.flatMap(({ id, name_zh, name_en }) => [id, name_zh, name_en].map((name) => [name, id] as const)))
}

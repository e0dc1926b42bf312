import type { Words } from '#geodata/layers/index.ts'
import type { Queryable } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'

export interface Scheme {
  readonly id: string
  readonly name: Words
  readonly levels: readonly { readonly level: number; readonly name: Words }[]
}

/** All schemes in their order, each with its levels from the top. */
export const allSchemes: Sql = sql`
    select id, json_build_object('zh', name_zh, 'en', name_en) as name,
      (select coalesce(json_agg(json_build_object('level', level, 'name', json_build_object('zh', scheme_level.name_zh, 'en', scheme_level.name_en))
         order by level), '[]')
       from scheme_level where scheme_level.scheme = scheme.id) as levels
    from scheme order by created_at, id`

export const readSchemes = (database: Queryable): Promise<Scheme[]> => database.query<Scheme>(allSchemes, { prepared: true })

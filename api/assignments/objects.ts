/** The things on the map that somebody can be responsible for, as far as assigning needs to know them. */
import { findLayer, type Layer } from '#geodata/layers/index.ts'
import { LINEAR_LAYERS } from '#geodata/responsibility/roles.ts'
import type { Queryable } from '../database/database.ts'
import { identifier, join, type Sql, sql } from '../database/sql.ts'
import { groupBy } from './groups.ts'

export interface ObjectOf {
  readonly layer: string
  readonly object_id: number
}

export interface Title {
  /** What people call it; null for an object without name and code, or one that is gone. */
  readonly title: string | null
  readonly title_en: string | null
  readonly code: string | null
}

export interface Titles {
  of(object: ObjectOf): Title
}

export const objectKey = ({ layer, object_id }: ObjectOf): string => `${layer}/${object_id}`

const NOTHING: Title = { title: null, title_en: null, code: null }

/** What the objects are called, one part of one statement for each layer. */
export async function readTitles(database: Queryable, objects: readonly ObjectOf[]): Promise<Titles> {
  const parts = [...groupBy(objects, ({ layer }) => layer)].map(([id, group]) => {
    const layer = findLayer(id)!
    const ids = JSON.stringify([...new Set(group.map(({ object_id }) => object_id))])
    return sql`select ${id}::text as layer, id as object_id, ${titleOf(layer)} as title, ${columnOf(layer, 'name_en')} as title_en,
      ${columnOf(layer, 'code')} as code from ${identifier(id)} where id in (select value::integer from jsonb_array_elements_text(${ids}::jsonb))`
  })
  const rows = parts.length === 0 ? [] : await database.query<ObjectOf & Title>(join(parts, ' union all '))
  const byKey = new Map(rows.map(({ title, title_en, code, ...key }) => [objectKey(key), { title, title_en, code }]))
  return { of: (object) => byKey.get(objectKey(object)) ?? NOTHING }
}

export const titleOf = (layer: Layer): Sql => sql`coalesce(${join(layer.title.map((name) => sql`${identifier(name)}::text`))})`

const columnOf = (layer: Layer, name: string): Sql =>
  layer.fields.some((field) => field.name === name) ? identifier(name) : sql`null::text`

export interface KnownObject extends ObjectOf {
  readonly title: string | null
  readonly code: string | null
  /** Null for layers without validity. */
  readonly valid_from: string | null
  readonly valid_to: string | null
  /** Where its chainage begins and ends; null where it has none. */
  readonly begin_m: number | null
  readonly end_m: number | null
}

/** The objects of one layer with these ids, kept as they are until the end of the transaction. */
export async function readObjects(database: Queryable, layer: Layer, ids: readonly number[]): Promise<Map<number, KnownObject>> {
  const [begin, end] = chainageOf(layer)
  const rows = await database.query<KnownObject>(sql`
    select ${layer.id}::text as layer, id as object_id, ${titleOf(layer)} as title, ${columnOf(layer, 'code')} as code,
      ${layer.temporal ? sql`valid_from, valid_to` : sql`null::date as valid_from, null::date as valid_to`},
      ${begin} as begin_m, ${end} as end_m
    from ${identifier(layer.id)} where id in (select value::integer from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
    for share`)
  return new Map(rows.map((row) => [row.object_id, row]))
}

/** Rivers and roads count from 0 to their length, segments as it is written in them. */
function chainageOf(layer: Layer): readonly [Sql, Sql] {
  if (!LINEAR_LAYERS.includes(layer.id)) return [sql`null::float8`, sql`null::float8`]
  const isSegment = layer.fields.some(({ name }) => name === 'chainage_from_m')
  return isSegment ? [sql`chainage_from_m`, sql`chainage_to_m`] : [sql`0::float8`, sql`length_m`]
}

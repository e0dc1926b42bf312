import { fieldsOf, type Layer } from '#geodata/layers/index.ts'
import type { Limits } from '#tiles/territory.ts'
import type { Database } from '../database/database.ts'
import { empty, identifier, join, type Sql, sql } from '../database/sql.ts'
import { likePattern } from '../features/filters.ts'
import { inTerritories } from '../layers/limits_store.ts'

export interface Found {
  readonly layer: string
  readonly id: number
  readonly title: string
  /** Null where it has no English name. */
  readonly title_en: string | null
  /** The searched fields that are not the title. */
  readonly subtitle: string
  /** A place inside the feature, in degrees; null for a feature without one. */
  readonly point: readonly [number, number] | null
  readonly extent: readonly [number, number, number, number] | null
}

/** Features whose name, code or address holds the text: exact ones first, then those that begin with it, shorter before longer. */
export async function search(
  database: Database,
  layers: readonly Layer[],
  limits: Limits,
  text: string,
  limit: number,
): Promise<Found[]> {
  const parts = layers
    .filter((layer) => searched(layer).length > 0)
    .map((layer, order) => sql`(${searchLayer(layer, order, text, limit, limits.get(layer.id))})`)
  return database.query<Found>(sql`
    select layer, id, title, title_en, subtitle,
      case when geom is not null then json_build_array(ST_X(ST_PointOnSurface(geom)), ST_Y(ST_PointOnSurface(geom))) end as point,
      case when geom is not null then json_build_array(ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)) end as extent
    from (select * from (${join(parts, ' union all ')}) as found order by rank, length(title), layer_order, title, id limit ${limit}) as best
    order by rank, length(title), layer_order, title, id`)
}

const searched = (layer: Layer): string[] => fieldsOf(layer).flatMap((field) => (field.search ? [field.name] : []))

function searchLayer(layer: Layer, order: number, text: string, limit: number, territories?: readonly string[]): Sql {
  const fields = searched(layer).map((name) => identifier(name))
  const title = sql`coalesce(${join(layer.title.map((name) => identifier(name)))}, '')`
  const english = searched(layer).includes('name_en') ? sql`nullif(name_en, '')` : sql`null::text`
  const any = (pattern: string) =>
    sql`(${join(
      fields.map((field) => sql`${field} ilike ${pattern}`),
      ' or ',
    )})`
  const pattern = likePattern(text)
  const rank = sql`case when ${any(pattern)} then 0 when ${any(`${pattern}%`)} then 1 else 2 end`
  return sql`
    select ${layer.id}::text as layer, ${order}::integer as layer_order, id, ${title} as title, ${english} as title_en,
      concat_ws(' · ', ${join(fields.map((field) => sql`nullif(${field}, ${title})`))}) as subtitle, ${rank} as rank, geom
    from ${identifier(layer.id)}
    where ${any(`%${pattern}%`)} ${layer.temporal ? sql`and valid_from <= today() and (valid_to is null or valid_to > today())` : empty}
      ${territories ? sql`and ${inTerritories(layer, territories)}` : empty}
    order by rank, length(${title}), ${title}, id limit ${limit}`
}

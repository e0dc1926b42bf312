import type { Layer } from '#geodata/layers/index.ts'
import type { Limits } from '#tiles/territory.ts'
import type { Queryable } from '../database/database.ts'
import { empty, identifier, join, type Sql, sql } from '../database/sql.ts'
import type { ObjectKey } from '../responsibility/responsible.ts'
import { type Area, featuresInside, withArea } from './inside.ts'

export interface Count {
  readonly layer: string
  readonly count: number
  /** Metres of lines, square metres of areas; null of points. */
  readonly inside: number | null
  /** Where dwellings are counted, and where cells are. */
  readonly households: number | null
  readonly population: number | null
}

/** How many features of each layer lie inside and how much of them, in one statement. */
export function countInside(
  database: Queryable,
  area: Area,
  day: string,
  layers: readonly Layer[],
  limits: Limits,
): Promise<Count[]> {
  return database.query<Count>(
    sql`${withArea(area)} ${join(
      layers.map((layer) => countOf(layer, area, day, limits)),
      ' union all ',
    )}`,
  )
}

/** Households of a cell count as far as it lies inside. */
function countOf(layer: Layer, area: Area, day: string, limits: Limits): Sql {
  const isPoint = layer.geometry === 'Point'
  const hasPeople = layer.id === 'household_points' || layer.id === 'unit_cells'
  const sum = (name: string) =>
    hasPeople
      ? isPoint
        ? sql`sum(${identifier(name)})::float8`
        : sql`sum(${identifier(name)} * share)::float8`
      : sql`null::float8`
  const columns = ['id', ...(hasPeople ? ['households', 'population'] : [])]
  return sql`(select ${layer.id}::text as layer, count(*)::integer as count,
    ${isPoint ? sql`null::float8` : sql`coalesce(sum(inside), 0)`} as inside, ${sum('households')} as households, ${sum('population')} as population
    from (${featuresInside(layer, { area, day, limits }, columns)}) as found)`
}

/** Square metres of what was picked; and which of it is not there or has no shape. */
export async function readPickedArea(
  database: Queryable,
  picked: readonly ObjectKey[],
): Promise<{ area_m2: number; missing: ObjectKey | undefined }> {
  const layers = [...new Set(picked.map(({ layer }) => layer))]
  const found = layers.map(
    (layer) => sql`
    select ${layer}::text as layer, id from ${identifier(layer)}
    where id = any(${picked.filter((one) => one.layer === layer).map(({ id }) => id)}::integer[]) and geom is not null`,
  )
  const rows = await database.query<ObjectKey>(sql`${join(found, ' union all ')}`)
  const there = new Set(rows.map(({ layer, id }) => `${layer}/${id}`))
  const missing = picked.find(({ layer, id }) => !there.has(`${layer}/${id}`))
  if (missing) return { area_m2: 0, missing }
  const [row] = await database.query<{ area_m2: number }>(
    sql`${withArea({ picked })} select ST_Area(shape::geography) as area_m2 from area`,
  )
  return { area_m2: row!.area_m2, missing: undefined }
}

export interface Listed {
  readonly id: number
  /** Of the fields of the layer's title, the first that is not empty. */
  readonly title: string | null
  readonly properties: Readonly<Record<string, unknown>>
  /** A place in the feature, in degrees. */
  readonly point: readonly [number, number]
  readonly bbox: readonly [number, number, number, number]
  /** Metres of a line, square metres of an area. */
  readonly inside?: number
  readonly share?: number
}

/** One page of a layer's features inside, by id. */
export async function listInside(
  database: Queryable,
  area: Area,
  day: string,
  { layer, limit, offset }: { layer: Layer; limit: number; offset: number },
  limits: Limits,
): Promise<Listed[]> {
  const isPoint = layer.geometry === 'Point'
  const table = identifier(layer.id)
  const titles = layer.title.map((name) => identifier(name))
  const properties = layer.title.map((name) => sql`${name}::text, ${identifier(name)}`)
  return database.query<Listed>(sql`${withArea(area)}
    select ${table}.id, coalesce(${join(titles.map((title) => sql`nullif(${title}, '')`))}, null) as title,
      json_build_object(${join(properties)}) as properties,
      (select json_build_array(ST_X(at), ST_Y(at)) from ST_PointOnSurface(geom) as at) as point,
      json_build_array(ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom)) as bbox
      ${isPoint ? empty : sql`, page.inside, page.share`}
    from (
      select * from (${featuresInside(layer, { area, day, limits }, ['id'])}) as found order by id limit ${limit}::integer offset ${offset}::integer
    ) as page
    join ${table} on ${table}.id = page.id
    order by ${table}.id`)
}

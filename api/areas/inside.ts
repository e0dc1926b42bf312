/** Which features of a layer lie in an area, and how much of each. */
import type { Layer } from '#geodata/layers/index.ts'
import type { Limits } from '#tiles/territory.ts'
import { empty, identifier, join, type Sql, sql } from '../database/sql.ts'
import { inTerritories } from '../layers/limits_store.ts'
import { validOn } from '../responsibility/areas_at.ts'
import type { ObjectKey } from '../responsibility/responsible.ts'
import type { Drawn } from './shape.ts'

/**
 * From so many vertices on, points are looked for in pieces of the area: whether a point lies inside costs the more the more vertices
 * there are around it.
 */
const VERTICES_OF_A_PIECE = 256
/** Square metres: what neighbours with a common border share by the rounding of degrees is less. */
const LEAST_M2 = 0.01

export type Area = { readonly drawn: Drawn } | { readonly picked: readonly ObjectKey[] }

/** Relations `area` with its `shape`, one row, and `pieces` of it: the beginning of every statement about it. */
export function withArea(area: Area): Sql {
  const shape =
    'drawn' in area ? sql`select ST_SetSRID(ST_GeomFromGeoJSON(${area.drawn.text}), 4326) as shape` : unionOf(area.picked)
  return sql`with area as materialized (${shape}),
    pieces as materialized (select ST_Subdivide(shape, ${VERTICES_OF_A_PIECE}::integer) as shape from area)`
}

function unionOf(picked: readonly ObjectKey[]): Sql {
  const layers = [...new Set(picked.map(({ layer }) => layer))]
  const shapes = layers.map((layer) => {
    const ids = picked.filter((one) => one.layer === layer).map(({ id }) => id)
    return sql`select geom from ${identifier(layer)} where id = any(${ids}::integer[])`
  })
  return sql`select ST_Union(geom) as shape from (${join(shapes, ' union all ')}) as picked`
}

const isSimple = (area: Area): boolean => 'drawn' in area && area.drawn.vertices <= VERTICES_OF_A_PIECE

/**
 * Whether a feature is anywhere near, said with numbers: of a shape that is worked out in the statement the planner knows nothing, and
 * would look up each of a hundred thousand points in the index.
 */
const near = (table: Sql, area: Area): Sql =>
  'drawn' in area
    ? sql`${table}.geom && ST_MakeEnvelope(${join(area.drawn.bbox.map((degrees) => sql`${degrees}::float8`))}, 4326)`
    : sql`${table}.geom && area.shape`

export interface Asked {
  readonly area: Area
  readonly day: string
  readonly limits: Limits
}

/**
 * Rows of the layer's features in the area, as a relation with `columns` of the feature and
 * - of points (those on the outline included): nothing more;
 * - of lines: `inside`, metres of it inside, more than 0;
 * - of areas: `inside`, square metres of it inside, more than what rounding makes, and `share`, of its whole.
 */
export function featuresInside(layer: Layer, { area, day, limits }: Asked, columns: readonly string[]): Sql {
  const table = identifier(layer.id)
  const named = join(columns.map((name) => sql`${table}.${identifier(name)}`))
  const territories = limits.get(layer.id)
  const seen = territories ? sql`and ${inTerritories(layer, territories)}` : empty
  const valid = layer.temporal ? sql`and ${validOn(day)} ${seen}` : seen
  if (layer.geometry === 'Point') {
    return isSimple(area)
      ? sql`select ${named} from area, (select * from ${table} where ${near(table, area)} ${valid} offset 0) as ${table}
          where ST_Intersects(area.shape, ${table}.geom)`
      : // A point on the line between two pieces is found in both.
        sql`select distinct ${named} from pieces join ${table} on ST_Intersects(pieces.shape, ${table}.geom) where true ${valid}`
  }
  const isArea = layer.geometry === 'MultiPolygon'
  const whole = isArea ? sql`area_m2` : sql`length_m`
  const part = isArea
    ? sql`ST_Area(ST_CollectionExtract(ST_Intersection(${table}.geom, area.shape), 3)::geography)`
    : sql`ST_Length(ST_CollectionExtract(ST_Intersection(${table}.geom, area.shape), 2)::geography)`
  // Most lie inside altogether, so that is asked first. Fenced, or it would be worked out wherever it is used.
  return sql`
    select *, inside / whole as share
    from (
      select ${named}, ${whole} as whole,
        case when ST_Covers(area.shape, ${table}.geom) then ${whole} when ST_Intersects(area.shape, ${table}.geom) then ${part} else 0 end as inside
      from area, ${table} where ${near(table, area)} ${valid} offset 0
    ) as met
    where inside > ${isArea ? LEAST_M2 : 0}::float8`
}

import type { Queryable } from '../../database/database.ts'
import { identifier, join, sql } from '../../database/sql.ts'
import { type Extent, validOn } from '../../sheets/store.ts'

/** A point with a name, and its place on the plane in millimetres. */
export interface SiteRow {
  readonly layer: 'shelters' | 'key_sites' | 'geohazard_points'
  readonly name: string
  readonly name_en: string | null
  readonly kind: string | null
  readonly status: string | null
  readonly capacity: number | null
  readonly x: number
  readonly y: number
}

/** Key sites and places of danger in an area, and shelters in it and around it. */
export function readSites(
  database: Queryable,
  code: string,
  { srid, west, south, east, north }: Extent,
  day: string,
): Promise<SiteRow[]> {
  const around = sql`ST_Transform(ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, ${srid}::integer), 4326)`
  const inside = (layer: string) => sql`ST_Intersects(area.geom, ${identifier(layer, 'geom')})`
  const layers = [
    sql`select 'shelters' as layer, id, name, name_en, null as kind, status, capacity, shelters.geom
      from shelters where shelters.geom && ${around}`,
    sql`select 'key_sites', id, name, name_en, kind, null, null, key_sites.geom from area join key_sites on ${inside('key_sites')}`,
    sql`select 'geohazard_points', id, name, name_en, kind, null, null, geohazard_points.geom
      from area join geohazard_points on ${inside('geohazard_points')}`,
  ]
  return database.query<SiteRow>(sql`
    with area as materialized (
      select geom from administrative_areas where code = ${code} and ${validOn(day)} order by id limit 1
    ), site as materialized (${join(layers, ' union all ')})
    select layer, name, name_en, kind, status, capacity, ST_X(plane.at) as x, ST_Y(plane.at) as y
    from site cross join lateral (select ST_Transform(site.geom, ${srid}::integer) as at) as plane
    order by array_position(array['shelters', 'geohazard_points', 'key_sites'], layer), id`)
}

/** Grids of class A of one scheme and level in an area. */
export interface LedGrid {
  readonly id: number
  readonly name: string
  readonly name_en: string | null
}

/**
 * The grids to which an area is divided in the scheme with the most of its people named, on the deepest level that has no more than so
 * many of them: who is responsible for them is whom one calls.
 */
export const readLedGrids = (database: Queryable, code: string, day: string, most: number): Promise<LedGrid[]> =>
  database.query<LedGrid>(sql`
    with grid as materialized (
      select id, scheme, level, code, name, name_en from grids where class = 'A' and code like ${`${code}%`} and ${validOn(day)}
    ), named as materialized (
      select grid.scheme, grid.level, count(*) as grids,
        count(*) filter (where exists (
          select 1 from assignments where layer = 'grids' and object_id = grid.id and role = 'grid_leader' and ${validOn(day)})) as leaders
      from grid group by grid.scheme, grid.level
    ), chosen as (
      select scheme, level from named where leaders > 0 and grids <= ${most}::integer
      order by level desc, leaders desc, scheme limit 1
    )
    select grid.id, grid.name, grid.name_en from grid join chosen using (scheme, level) order by grid.code, grid.id`)

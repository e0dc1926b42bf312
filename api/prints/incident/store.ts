import type { Queryable } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import type { Position } from './content.ts'

type Polygons = readonly (readonly (readonly Position[])[])[]

/** Polygons of hazard zones, by number. */
export async function readZonePolygons(database: Queryable, ids: readonly number[]): Promise<ReadonlyMap<number, Polygons>> {
  if (ids.length === 0) return new Map()
  const rows = await database.query<{ id: number; shape: { coordinates: Polygons } }>(sql`
    select id, ST_AsGeoJSON(ST_Multi(geom), 9)::json as shape from hazard_zones where id = any(${ids}::integer[])`)
  return new Map(rows.map(({ id, shape }) => [id, shape.coordinates]))
}

export interface ClosedRoads {
  readonly id: number
  readonly geometry:
    | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: Polygons }
  /** Names of the roads that it meets. */
  readonly roads: readonly { readonly name: string; readonly name_en: string | null }[]
  readonly distance_m: number
}

/** Closures by number, the nearest to a place first. */
export async function readClosedRoads(
  database: Queryable,
  ids: readonly number[],
  [longitude, latitude]: Position,
): Promise<ClosedRoads[]> {
  if (ids.length === 0) return []
  return database.query<ClosedRoads>(sql`
    with closure as materialized (select id, geom from road_closures where id = any(${ids}::integer[]))
    select id, ST_AsGeoJSON(geom, 9)::json as geometry,
      coalesce((
        select json_agg(json_build_object('name', road.name, 'name_en', road.name_en) order by road.name)
        from (select distinct name, name_en from roads where name is not null and ST_Intersects(roads.geom, closure.geom)) as road), '[]') as roads,
      ST_Distance(geom::geography, ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326)::geography) as distance_m
    from closure order by distance_m, id`)
}

import { findLayer } from '#geodata/layers/index.ts'
import type { Limits } from '#tiles/territory.ts'
import type { Queryable } from '../database/database.ts'
import { empty, identifier, type Sql, sql } from '../database/sql.ts'
import { inTerritories } from '../layers/limits_store.ts'
import { validOn } from '../responsibility/areas_at.ts'
import type { Position } from '../responsibility/parameters.ts'
import type { WaterLayer } from './network_store.ts'

const placeOf = ([longitude, latitude]: Position): Sql =>
  sql`ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326)`

/** Looked up by numbers: of a shape that is worked out in the statement the planner knows nothing. A degree has at least 111 km north, and less east. */
const near = (table: string, [longitude, latitude]: Position, metres: number): Sql => {
  const north = metres / 110_500
  const east = north / Math.max(0.01, Math.cos((latitude * Math.PI) / 180))
  const box = sql`ST_MakeEnvelope(${longitude - east}::float8, ${latitude - north}::float8, ${longitude + east}::float8, ${latitude + north}::float8, 4326)`
  return sql`${identifier(table, 'geom')} && ${box}`
}

/** Fields of water as the layers have them, by layer and number; and where it stands. */
export interface WaterFields {
  readonly layer: WaterLayer
  readonly id: number
  readonly point: readonly [number, number]
  readonly properties: Readonly<Record<string, unknown>>
}

export function readWaterFields(
  database: Queryable,
  ids: Readonly<Record<WaterLayer, readonly number[]>>,
): Promise<WaterFields[]> {
  const rows = (layer: WaterLayer) => sql`
    select ${layer}::text as layer, id, json_build_array(ST_X(geom), ST_Y(geom)) as point,
      to_jsonb(object) - array['id', 'geom', 'geom_3857', 'import_id', 'source_properties'] as properties
    from ${identifier(layer)} as object where id = any(${ids[layer]}::integer[])`
  return database.query<WaterFields>(sql`${rows('hydrants')} union all ${rows('water_sources')}`)
}

export interface ShelterFields {
  readonly id: number
  readonly point: readonly [number, number]
  readonly properties: Readonly<Record<string, unknown>>
  readonly hazards: readonly { readonly id: number; readonly name: string; readonly kind: string; readonly distance_m: number }[]
}

/** Shelters by number, with the hazard zones in which or within so many metres of which they lie. */
export const readShelterFields = (
  database: Queryable,
  ids: readonly number[],
  day: string,
  near_m: number,
): Promise<ShelterFields[]> =>
  database.query<ShelterFields>(sql`
    select id, json_build_array(ST_X(geom), ST_Y(geom)) as point,
      to_jsonb(shelters) - array['id', 'geom', 'geom_3857', 'import_id', 'source_properties'] as properties,
      coalesce((
        select json_agg(json_build_object('id', zone.id, 'name', zone.name, 'kind', zone.kind, 'distance_m', zone.distance_m)
          order by zone.distance_m, zone.id)
        from (
          select id, name, kind, ST_Distance(hazard_zones.geom::geography, shelters.geom::geography) as distance_m from hazard_zones
          where ${validOn(day)} and hazard_zones.geom && ST_Expand(shelters.geom, ${near_m / 50_000}::float8)
        ) as zone where zone.distance_m <= ${near_m}::float8), '[]') as hazards
    from shelters where id = any(${ids}::integer[])`)

export interface Surroundings {
  readonly key_sites: readonly {
    readonly id: number
    readonly name: string
    readonly kind: string
    readonly people: number | null
    readonly distance_m: number
  }[]
  readonly hazard_zones: readonly {
    readonly id: number
    readonly name: string
    readonly kind: string
    readonly grade: string | null
    readonly distance_m: number
  }[]
  readonly geohazard_points: readonly {
    readonly id: number
    readonly name: string
    readonly kind: string
    readonly grade: string
    readonly threatened_people: number | null
    readonly distance_m: number
  }[]
}

/** What lies within so many metres of a place, the nearest first; 0 is in it. */
export async function readSurroundings(
  database: Queryable,
  position: Position,
  radius_m: number,
  day: string,
): Promise<Surroundings> {
  const place = placeOf(position)
  const list = (layer: string, columns: Sql, valid: Sql) => sql`(
    select coalesce(json_agg(row_to_json(found) order by found.distance_m, found.id), '[]') from (
      select id, name, kind, ${columns}, ST_Distance(geom::geography, ${place}::geography) as distance_m,
        json_build_array(ST_X(ST_PointOnSurface(geom)), ST_Y(ST_PointOnSurface(geom))) as point
      from ${identifier(layer)} where ${near(layer, position, radius_m)} ${valid}
    ) as found where found.distance_m <= ${radius_m}::float8)`
  const [row] = await database.query<Surroundings>(sql`
    select ${list('key_sites', sql`address, people`, empty)} as key_sites,
      ${list('hazard_zones', sql`grade, basis`, sql`and ${validOn(day)}`)} as hazard_zones,
      ${list('geohazard_points', sql`grade, threatened_people`, empty)} as geohazard_points`)
  return row!
}

export interface Residents {
  readonly dwellings: number
  readonly households: number
  readonly population: number
}

/** Who lives within so many metres of a place, as far as the asker sees it. */
export async function readResidents(
  database: Queryable,
  position: Position,
  radius_m: number,
  limits: Limits,
): Promise<Residents> {
  const layer = findLayer('household_points')!
  const territories = limits.get(layer.id)
  const [row] = await database.query<Residents>(sql`
    select count(*)::integer as dwellings, coalesce(sum(households), 0)::integer as households, coalesce(sum(population), 0)::integer as population
    from household_points
    where ${near('household_points', position, radius_m)} and ST_DWithin(geom::geography, ${placeOf(position)}::geography, ${radius_m}::float8)
      ${territories ? sql`and ${inTerritories(layer, territories)}` : empty}`)
  return row!
}

/** Whether a place lies in an administrative area; null where there are none at all. */
export async function readIsInside(database: Queryable, position: Position, day: string): Promise<boolean | null> {
  const [row] = await database.query<{ any: boolean; inside: boolean }>(sql`
    select exists (select from administrative_areas where ${validOn(day)}) as any,
      exists (select from administrative_areas where ST_Intersects(geom, ${placeOf(position)}) and ${validOn(day)}) as inside`)
  return row!.any ? row!.inside : null
}

/** Where a case lies: its community, the grids of every scheme on the day, and where on a river. */
import { createHash } from 'node:crypto'
import type { Bank, OnRiver, PlaceOfCase } from '#geodata/cases/records.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'
import { type AreaAt, areasAt } from '../responsibility/areas_at.ts'
import type { Position } from '../responsibility/parameters.ts'
import { REACH_M } from '../responsibility/segments_at.ts'

/** Within so many metres of the centre line nobody can say on which bank. */
const MIDDLE_M = 3

/** Refuses with `case_place_unknown` what lies in no community. */
export async function findPlace(database: Queryable, position: Position, day: string): Promise<PlaceOfCase> {
  const areas = await database.query<AreaAt>(areasAt(position, day))
  const community = areas.find(({ layer, level_name }) => layer === 'administrative_areas' && level_name === 'community')
  if (!community) throw new Problem(422, 'case_place_unknown', { field: 'longitude' })
  const grids = areas
    .filter(({ layer, class: kind }) => layer === 'grids' && kind === 'A')
    .map(({ scheme, level, code, name, name_en }) => ({ scheme: scheme!, level: level!, code: code!, name, name_en }))
    .sort((one, other) => (one.scheme < other.scheme ? -1 : one.scheme > other.scheme ? 1 : one.level - other.level))
  return {
    community_code: community.code!,
    community_name: community.name!,
    community_name_en: community.name_en,
    grids,
  }
}

/** The row of a place, made where there is none so far. */
export async function storePlace(transaction: Transaction, place: PlaceOfCase): Promise<number> {
  const { community_code, community_name, community_name_en, grids } = place
  const digest = digestOfPlace(place)
  const [made] = await transaction.query<{ id: number }>(sql`
    insert into case_places (community_code, community_name, community_name_en, grids, digest)
    values (${community_code}, ${community_name}, ${community_name_en}, ${JSON.stringify(grids)}::jsonb, ${digest})
    on conflict (digest) do nothing returning id`)
  if (made) return made.id
  const [known] = await transaction.query<{ id: number }>(sql`select id from case_places where digest = ${digest}`)
  return known!.id
}

export const digestOfPlace = ({ community_code, community_name, community_name_en, grids }: PlaceOfCase): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        community_code,
        community_name,
        community_name_en,
        grids.map(({ scheme, level, code, name, name_en }) => [scheme, level, code, name, name_en]),
      ]),
    )
    .digest('hex')

/**
 * Where on the nearest segment within reach, or on the one that is named, wherever that is; null where there is none. Left and right are those
 * of somebody who looks downstream.
 */
export async function findOnRiver(
  database: Queryable,
  [longitude, latitude]: Position,
  day: string,
  segment: number | null,
): Promise<OnRiver | null> {
  const point = sql`ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326)`
  const onPlane = sql`ST_Transform(${point}, 3857)`
  const reach = (REACH_M.river_segments * 1.01) / Math.max(Math.cos((latitude * Math.PI) / 180), 0.01)
  const wanted = segment === null ? sql`geom_3857 && ST_Expand(${onPlane}, ${reach}::float8)` : sql`id = ${segment}::integer`
  const [found] = await database.query<Omit<OnRiver, 'bank'> & { side: number }>(sql`
    select id as segment_id, name as segment_name, name_en as segment_name_en, river_name,
      chainage_from_m + share * (chainage_to_m - chainage_from_m) as chainage_m, distance_m,
      -- Twice the area of before → after → place: above 0, the place is to the left.
      (ST_X(after) - ST_X(before)) * (ST_Y(place) - ST_Y(before)) - (ST_Y(after) - ST_Y(before)) * (ST_X(place) - ST_X(before)) as side
    from (
      select id, name, name_en, river_name, chainage_from_m, chainage_to_m, geom_3857, ${onPlane} as place from river_segments
      where ${wanted} and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
      order by geom_3857 <-> ${onPlane}, id limit 1
    ) as segment
    cross join lateral (
      select (before_m + at * ST_Length(part)) / whole_m as share,
        ST_Distance(ST_Transform(ST_LineInterpolatePoint(part, at), 4326)::geography, ${point}::geography) as distance_m,
        ST_LineInterpolatePoint(part, greatest(at - step, 0)) as before, ST_LineInterpolatePoint(part, least(at + step, 1)) as after
      from (
        select part, before_m, whole_m, ST_LineLocatePoint(part, place) as at, least(5 / greatest(ST_Length(part), 10), 0.5) as step
        from (
          select geom as part, sum(ST_Length(geom)) over () as whole_m,
            coalesce(sum(ST_Length(geom)) over (order by path rows between unbounded preceding and 1 preceding), 0) as before_m
          from ST_Dump(geom_3857)
        ) as parts
      ) as located
      order by ST_Distance(part, place), before_m limit 1
    ) as nearest`)
  if (!found || (segment === null && found.distance_m > REACH_M.river_segments)) return null
  const { side, ...rest } = found
  const bank: Bank = rest.distance_m <= MIDDLE_M ? 'middle' : side > 0 ? 'left' : 'right'
  return { ...rest, chainage_m: Math.round(rest.chainage_m * 10) / 10, distance_m: Math.round(rest.distance_m * 10) / 10, bank }
}

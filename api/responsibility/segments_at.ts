import { identifier, type Sql, sql } from '../database/sql.ts'
import { validOn } from './areas_at.ts'
import type { Position } from './parameters.ts'

export type SegmentLayer = 'river_segments' | 'road_segments'

/**
 * Metres within which a place is said to be at a river or a road. A river chief is asked for water seen from its banks and
 * flood plain; a road further than a block away is another one's.
 */
export const REACH_M = { river_segments: 2000, road_segments: 500 } as const

export interface SegmentAt {
  readonly id: number
  readonly code: string
  readonly name: string | null
  readonly name_en: string | null
  /** `river_name` or `road_name` of the segment. */
  readonly along: string
  readonly river_id: number | null
  readonly chainage_from_m: number
  readonly chainage_to_m: number
  /** Where on the segment it is nearest, in the segment's own chainage. */
  readonly chainage_m: number
  /** From the place to there, on the spheroid. */
  readonly distance_m: number
  readonly point: Position
}

const COLUMNS: Readonly<Record<SegmentLayer, Sql>> = {
  river_segments: sql`name_en, river_name as along, river_id`,
  road_segments: sql`null::text as name_en, road_name as along, null::integer as river_id`,
}

/**
 * The nearest segment within reach on a day, as a row of SegmentAt or none; of two that are equally near (at the point where they meet) the one with the
 * lower id. Searched on the Mercator plane, which is true to shape near any one place and has an index; its scale there is 1 ÷ cos φ.
 * Chainage is what of its own chainage lies before the nearest point, by share of its length.
 */
export function segmentAt(layer: SegmentLayer, [longitude, latitude]: Position, day: string): Sql {
  const point = sql`ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326)`
  const onPlane = sql`ST_Transform(${point}, 3857)`
  // Widened by what the scale changes on the way, and bounded where it has no bound, at the poles.
  const reach = (REACH_M[layer] * 1.01) / Math.max(Math.cos((latitude * Math.PI) / 180), 0.01)
  return sql`
    select id, code, name, name_en, along, river_id, chainage_from_m, chainage_to_m,
      chainage_from_m + share * (chainage_to_m - chainage_from_m) as chainage_m,
      ST_Distance(nearest::geography, ${point}::geography) as distance_m, json_build_array(ST_X(nearest), ST_Y(nearest)) as point
    from (
      select id, code, name, ${COLUMNS[layer]}, chainage_from_m, chainage_to_m, geom_3857
      from ${identifier(layer)}
      where geom_3857 && ST_Expand(${onPlane}, ${reach}::float8) and ${validOn(day)}
      order by geom_3857 <-> ${onPlane}, id limit 1
    ) as segment
    cross join lateral (
      select (before + ST_LineLocatePoint(part, ${onPlane}) * ST_Length(part)) / whole as share,
        ST_Transform(ST_ClosestPoint(part, ${onPlane}), 4326) as nearest
      from (
        select geom as part, sum(ST_Length(geom)) over () as whole,
          coalesce(sum(ST_Length(geom)) over (order by path rows between unbounded preceding and 1 preceding), 0) as before
        from ST_Dump(geom_3857)
      ) as parts
      order by ST_Distance(part, ${onPlane}), before limit 1
    ) as located
    where ST_Distance(nearest::geography, ${point}::geography) <= ${REACH_M[layer]}::float8`
}

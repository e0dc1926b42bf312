import type { Queryable } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import { validOn } from '../../sheets/store.ts'

/** A hydrant or another source of water for engines, with its place on the plane in millimetres. */
export interface WaterRow {
  readonly layer: 'hydrants' | 'water_sources'
  readonly id: number
  readonly code: string | null
  readonly name: string | null
  readonly name_en: string | null
  readonly kind: string
  readonly usable: 'yes' | 'no' | 'unknown'
  readonly state: string | null
  readonly road_name: string | null
  readonly address: string | null
  readonly pressure_mpa: number | null
  readonly flow_l_s: number | null
  readonly pipe_diameter_mm: number | null
  readonly capacity_m3: number | null
  readonly suction_height_m: number | null
  readonly usable_in_dry_season: boolean | null
  readonly vehicle_access: boolean | null
  readonly managed_by: string | null
  readonly inspected_on: string | null
  /** Of the community in which it stands. */
  readonly community: string | null
  readonly community_en: string | null
  readonly x: number
  readonly y: number
}

/** All water in an area that is on the books, abandoned sources left out. Its order is that of the layers and ids. */
export const readWater = (database: Queryable, code: string, srid: number, day: string): Promise<WaterRow[]> =>
  database.query<WaterRow>(sql`
    with area as materialized (
      select geom from administrative_areas where code = ${code} and ${validOn(day)} order by id limit 1
    ), water as materialized (
      select 'hydrants' as layer, hydrants.id, code, null as name, null as name_en, kind, usable, state, road_name, address,
        pressure_mpa, flow_l_s, pipe_diameter_mm, null::float8 as capacity_m3, null::float8 as suction_height_m,
        null::boolean as usable_in_dry_season, null::boolean as vehicle_access, managed_by, inspected_on, hydrants.geom
      from area join hydrants on ST_Intersects(area.geom, hydrants.geom) where record_state = 'normal'
      union all
      select 'water_sources', water_sources.id, code, name, name_en, kind, usable, null, null, address,
        null, null, null, capacity_m3, suction_height_m, usable_in_dry_season, vehicle_access, managed_by, inspected_on, water_sources.geom
      from area join water_sources on ST_Intersects(area.geom, water_sources.geom) where record_state = 'normal'
    ), community as materialized (
      select code, name, name_en, geom from administrative_areas
      where level = 'community' and (code like ${`${code}%`} or ${code} like code || '%') and ${validOn(day)}
    )
    select layer, id, water.code, water.name, water.name_en, kind, usable, state, road_name, address, pressure_mpa, flow_l_s,
      pipe_diameter_mm, capacity_m3, suction_height_m, usable_in_dry_season, vehicle_access, managed_by, inspected_on,
      found.name as community, found.name_en as community_en, ST_X(plane.at) as x, ST_Y(plane.at) as y
    from water
    cross join lateral (select ST_Transform(water.geom, ${srid}::integer) as at) as plane
    left join lateral (
      select name, name_en from community where ST_Intersects(community.geom, water.geom) order by community.code limit 1
    ) as found on true
    order by layer, id`)

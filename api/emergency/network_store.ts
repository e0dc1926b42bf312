import type { WaterRecord } from '#geodata/emergency/index.ts'
import type { RoadEdge } from '#geodata/network/index.ts'
import type { Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { queryPacked } from './packed.ts'

/** So many rows at once: read and handed on within some milliseconds. */
const PAGE = 4000

/** The roads, a part at a time; an empty network is one empty part. */
export async function* readEdges(database: Queryable): AsyncGenerator<readonly RoadEdge[]> {
  for (let after = 0; ; ) {
    const rows = await database.query<Omit<RoadEdge, 'line'> & { line: string }>(sql`
      select id, class, coalesce(one_way, false) as one_way, name, length_m, ST_AsGeoJSON(geom, 9) as line
      from roads where id > ${after}::integer order by id limit ${PAGE}::integer`)
    yield rows.map(({ line, ...edge }) => ({ ...edge, line: JSON.parse(line).coordinates }))
    if (rows.length < PAGE) return
    after = rows.at(-1)!.id
  }
}

export type WaterLayer = 'hydrants' | 'water_sources'

export interface WaterPoint extends WaterRecord {
  readonly layer: WaterLayer
  readonly id: number
  readonly longitude: number
  readonly latitude: number
}

/** All water for engines, usable or not. */
export const readWater = (database: Queryable): Promise<WaterPoint[]> =>
  queryPacked<WaterPoint>(
    database,
    sql`
    select 'hydrants' as layer, id, usable, record_state, inspected_on, null::boolean as vehicle_access,
      null::float8 as suction_height_m, null::boolean as usable_in_dry_season, ST_X(geom) as longitude, ST_Y(geom) as latitude
    from hydrants
    union all
    select 'water_sources', id, usable, record_state, inspected_on, vehicle_access, suction_height_m, usable_in_dry_season,
      ST_X(geom), ST_Y(geom)
    from water_sources`,
    [
      ...(['layer', 'id', 'longitude', 'latitude'] as const),
      ...(['usable', 'record_state', 'inspected_on', 'vehicle_access', 'suction_height_m', 'usable_in_dry_season'] as const),
    ],
  )

export interface ShelterPoint {
  readonly id: number
  readonly longitude: number
  readonly latitude: number
}

export const readShelterPoints = (database: Queryable): Promise<ShelterPoint[]> =>
  database.query<ShelterPoint>(sql`select id, ST_X(geom) as longitude, ST_Y(geom) as latitude from shelters order by id`)

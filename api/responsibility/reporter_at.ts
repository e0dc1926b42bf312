import { type Sql, sql } from '../database/sql.ts'
import type { Position } from './parameters.ts'

/** Metres within which a damage reporter is looked for: villages in the hills lie that far apart. */
export const REPORTER_REACH_M = 5000

export interface ReporterAt {
  readonly id: number
  readonly code: string | null
  readonly name: string
  readonly name_en: string | null
  readonly distance_m: number
  readonly point: Position
}

/** The nearest place from where damage is reported, as a row of ReporterAt or none. */
export function reporterAt([longitude, latitude]: Position): Sql {
  const point = sql`ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326)`
  const reach = (REPORTER_REACH_M * 1.01) / Math.max(Math.cos((latitude * Math.PI) / 180), 0.01)
  return sql`
    select * from (
      select id, code, name, name_en, ST_Distance(geom::geography, ${point}::geography) as distance_m,
        json_build_array(ST_X(geom), ST_Y(geom)) as point
      from observation_points
      where kind = 'reporter' and geom_3857 && ST_Expand(ST_Transform(${point}, 3857), ${reach}::float8)
      order by geom_3857 <-> ST_Transform(${point}, 3857), id limit 1
    ) as nearest
    where distance_m <= ${REPORTER_REACH_M}::float8`
}

import type { Box, Position } from '#geodata/fabric/index.ts'
import { type LineKind, type MapLine, partsIn } from '#geodata/planning/index.ts'
import type { Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'

/** Degrees, about 10 m: the edges of a box of one projection are bent in another. */
const BENT = 0.0001

/**
 * Roads and rivers that reach into a box, as they are stored and not as tiles show them.
 *
 * @param box mm of the zone `srid`
 */
export async function readLines(database: Queryable, box: Box, srid: number): Promise<MapLine[]> {
  const [west, south, east, north] = box
  const rows = await database.query<{ kind: LineKind; positions: Position[] }>(sql`
    with box as materialized (
      select ST_Expand(ST_Transform(ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, ${srid}::integer), 4326), ${BENT}::float8) as geom
    ), lines as (
      select 'road' as kind, geom from roads
      union all select 'river', geom from rivers
    )
    select kind, ST_AsGeoJSON(ST_SetSRID(ST_Transform(part.geom, ${srid}::integer), 0), 0)::json -> 'coordinates' as positions
    from lines join box on lines.geom && box.geom, ST_Dump(lines.geom) as part`)
  return rows.flatMap((line) => partsIn(line, box))
}

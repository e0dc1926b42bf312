/** Where a grid's border is seen best: along roads and rivers. */
import type { Arc, Position } from '#geodata/fabric/index.ts'
import type { Queryable } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'

export type Gladly = (arc: Arc) => number

/** mm. A cell's border that follows a road runs in its middle or at its kerb. */
const NEAR = 15_000
const STEP_M = 10

/** For a piece of border, which share of its vertices and middles lies along a road or a river of the area. */
export async function readGladly(database: Queryable, area: string, srid: number): Promise<Gladly> {
  const rows = await database.query<{ column: number; row: number }>(sql`
    with area as materialized (
      select ST_Union(geom) as geom from administrative_areas where code = ${area} and valid_to is null
    ), lines as (
      select roads.geom from roads, area where roads.class <> 'village' and ST_Intersects(roads.geom, area.geom)
      union all select rivers.geom from rivers, area where ST_Intersects(rivers.geom, area.geom)
    )
    select distinct floor(ST_X(place) / ${NEAR}::float8)::integer as "column", floor(ST_Y(place) / ${NEAR}::float8)::integer as "row"
    from lines, ST_DumpPoints(ST_Transform(ST_Segmentize(lines.geom::geography, ${STEP_M})::geometry, ${srid}::integer)) as dumped,
      lateral (select dumped.geom as place) as points`)
  const squares = new Set(rows.map(({ column, row }) => `${column}/${row}`))
  const isNear = ([x, y]: Position): boolean => {
    const [column, row] = [Math.floor(x / NEAR), Math.floor(y / NEAR)]
    for (let dx = -1; dx <= 1; dx++) for (let dy = -1; dy <= 1; dy++) if (squares.has(`${column + dx}/${row + dy}`)) return true
    return false
  }
  return ({ positions }) => {
    const places = positions.flatMap((place, index): Position[] => {
      const next = positions[index + 1]
      return next ? [place, [(place[0] + next[0]) / 2, (place[1] + next[1]) / 2]] : [place]
    })
    return places.filter(isNear).length / places.length
  }
}

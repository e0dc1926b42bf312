import type { Database } from '#api/database/database.ts'
import { sql } from '#api/database/sql.ts'

/** Where the data lies: about 60 km across, in degrees. */
export const EXTENT = [113.0, 35.0, 113.66, 35.54] as const

const POINTS = 200_000
const CELLS = 20_000
const LINES = 2_000
const VERTICES_PER_LINE = 50

/**
 * Fills an empty, migrated database with a seeded set: points at random, a coverage (the Voronoi cells of some of them, cut to
 * pieces of 100 m) and wavy lines.
 * @param share 1 for 200,000 points, 20,000 cells and 2,000 lines; 0.1 for a tenth of them in the same extent
 */
export async function fill(database: Database, share: number): Promise<void> {
  const [west, south, east, north] = EXTENT
  await database.transaction(async (transaction) => {
    await transaction.script('set local statement_timeout = 0; select setseed(0.42)')
    await transaction.query(sql`
      insert into household_points (address, households, population, geom)
      select '和平街 ' || i || ' 号', 1 + i % 5, 3 + i % 12, ST_SetSRID(ST_MakePoint(
        ${west}::float8 + random() * ${east - west}::float8, ${south}::float8 + random() * ${north - south}::float8), 4326)
      from generate_series(1, ${Math.round(POINTS * share)}::integer) as i`)
    await transaction.query(sql`
      insert into unit_cells (code, land_use, households, population, canonical)
      select '411825' || lpad((row_number() over ())::text, 9, '0'), 'built_up', (random() * 100)::integer, (random() * 300)::integer,
        ST_Multi(ST_SnapToGrid(ST_Segmentize(cell.geom, 100000), 1))
      from (
        select (ST_Dump(ST_VoronoiPolygons(ST_Collect(ST_Transform(geom, 920114))))).geom
        from (select geom from household_points order by id limit ${Math.round(CELLS * share)}::integer) as seeds
      ) as cell
      where ST_Area(cell.geom) < 1e14`)
    await transaction.query(sql`
      insert into rivers (name, rank, geom)
      select '河 ' || i, 'main', ST_Multi(ST_Transform(ST_SetSRID(ST_MakeLine(array(
        select ST_MakePoint(x + j * 40 + sin(j) * 20, y + cos(j / 3.0) * 80) from generate_series(1, ${VERTICES_PER_LINE}::integer) as j)), 3857), 4326))
      from (
        select i, ST_X(corner) + random() * 70000 as x, ST_Y(corner) + random() * 75000 as y
        from generate_series(1, ${Math.round(LINES * share)}::integer) as i,
          ST_Transform(ST_SetSRID(ST_MakePoint(${west}::float8, ${south}::float8), 4326), 3857) as corner
      ) as starts`)
  })
  await database.query(sql`analyze`)
}

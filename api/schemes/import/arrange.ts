/**
 * Cuts the land along all borders of a file and of the communities. PostGIS does it: lines are noded on whole millimetres (snap rounding,
 * `ST_UnaryUnion` with a grid), made into pieces, and each piece is asked which rows and which community it lies in.
 */

import type { Ring } from '#geodata/fabric/index.ts'
import type { Piece, Region } from '#geodata/grid_import/index.ts'
import type { Transaction } from '../../database/database.ts'
import { type Sql, sql } from '../../database/sql.ts'

export interface ArrangedRegion extends Region {
  /** Twice the area by the perimeter: what a long strip is wide on average. */
  readonly width_m: number
  /** Somewhere inside, degrees. */
  readonly at: readonly [number, number]
}

export interface Arrangement {
  readonly pieces: readonly Piece[]
  readonly regions: readonly ArrangedRegion[]
}

export interface Ground {
  /** Zone of the millimetres. */
  readonly srid: number
  readonly territory: string
  /** Whether communities of the territory are drawn on the map. */
  readonly has_communities: boolean
}

/** Rows wait in `import_stage` with their `shape`; what of them is no valid area is mended by PostGIS first, and told before. */
export async function arrange(transaction: Transaction, ground: Ground, tolerance_m: number): Promise<Arrangement> {
  await placeOnZone(transaction, ground)
  await cutIntoPieces(transaction)
  await joinToRegions(transaction, tolerance_m * 1000)
  return { pieces: await readPieces(transaction), regions: await readRegions(transaction) }
}

/** `canonical` is drawn in whole millimetres, `exact` is not, so that it stays as valid as it came. */
async function placeOnZone(transaction: Transaction, { srid, territory, has_communities }: Ground): Promise<void> {
  await transaction.query(sql`alter table import_stage add column exact geometry`)
  await transaction.query(sql`
    update import_stage set exact = ST_CollectionExtract(ST_MakeValid(ST_Transform(shape, ${srid}::integer)), 3)`)
  await transaction.query(sql`update import_stage set canonical = ST_SnapToGrid(exact, 1)`)
  await transaction.query(sql`create index on import_stage using gist (exact)`)
  const own: Sql = has_communities
    ? sql`select code, ST_Transform(canonical, ${srid}::integer) as canonical from administrative_areas
          where valid_to is null and level = 'community' and starts_with(code, ${territory})`
    : sql`select null::text as code, null::geometry as canonical where false`
  await transaction.query(sql`create temp table import_community on commit drop as ${own}`)
}

async function cutIntoPieces(transaction: Transaction): Promise<void> {
  await transaction.query(sql`
    create temp table import_piece on commit drop as
    with borders as materialized (
      select ST_Boundary(canonical) as line from import_stage where not ST_IsEmpty(canonical)
      union all
      select ST_Boundary(canonical) from import_community
    ), net as materialized (
      select ST_UnaryUnion(ST_Collect(line), 1) as lines from borders
    ), made as materialized (
      select (ST_Dump(ST_Polygonize(lines))).geom from net
    )
    select row_number() over (order by ST_XMin(geom), ST_YMin(geom), ST_Area(geom))::integer as id, geom, ST_PointOnSurface(geom) as inside,
      null::text as community, '{}'::integer[] as rows, null::integer as region
    from made`)
  await transaction.query(sql`create index on import_piece using gist (inside)`)
  await transaction.query(sql`analyze import_piece`)
  await transaction.query(sql`analyze import_stage`)
  await transaction.query(sql`
    update import_piece set community = import_community.code from import_community
    where import_community.canonical && import_piece.inside and ST_Intersects(import_community.canonical, import_piece.inside)`)
  await transaction.query(sql`
    update import_piece set rows = covering.rows from (
      select import_piece.id, array_agg(file_row order by file_row) as rows
      from import_stage join import_piece on exact && inside and ST_Intersects(exact, inside) group by 1
    ) as covering
    where covering.id = import_piece.id`)
}

/** A region is within the tolerance when nothing is left of it after taking half the tolerance from all its sides. */
async function joinToRegions(transaction: Transaction, tolerance: number): Promise<void> {
  await transaction.query(sql`
    create temp table import_region on commit drop as
    with parts as materialized (
      select rows, community, (ST_Dump(ST_Union(geom))).geom from import_piece group by rows, community
    ), measured as materialized (
      select rows, community, geom, ST_Area(geom) as area, ST_Perimeter(geom) as perimeter from parts
    )
    select row_number() over (order by ST_XMin(geom), ST_YMin(geom), area)::integer as id, rows, community, geom, area, perimeter,
      -- A region that is wider on average than the tolerance needs no asking.
      area <= ${tolerance}::float8 * perimeter and ST_IsEmpty(ST_Buffer(geom, ${-tolerance / 2}::float8)) as within
    from measured`)
  await transaction.query(sql`create index on import_region using gist (geom)`)
  await transaction.query(sql`analyze import_region`)
  await transaction.query(sql`
    update import_piece set region = import_region.id from import_region
    where import_region.geom && inside and import_region.rows = import_piece.rows
      and import_region.community is not distinct from import_piece.community and ST_Intersects(import_region.geom, inside)`)
}

async function readPieces(transaction: Transaction): Promise<Piece[]> {
  const rows = await transaction.query<{ region: number; rings: [number, number][][] }>(sql`
    select region, ST_AsGeoJSON(ST_SetSRID(ST_ForcePolygonCCW(geom), 0), 0)::json -> 'coordinates' as rings from import_piece order by id`)
  return rows.map(({ region, rings }) => ({ region, rings: rings.map((ring): Ring => ring.slice(0, -1)) }))
}

const readRegions = (transaction: Transaction): Promise<ArrangedRegion[]> =>
  transaction.query<ArrangedRegion>(sql`
    select id, array_to_json(rows) as rows, community, within, area / 1e6 as area_m2, 2 * area / perimeter / 1e3 as width_m,
      json_build_array(ST_X(place), ST_Y(place)) as at
    from import_region, ST_Transform(ST_PointOnSurface(geom), 4326) as place order by id`)

/** GeoJSON in degrees, by region. */
export async function shapesOf(transaction: Transaction, regions: readonly number[]): Promise<Map<number, object>> {
  const rows = await transaction.query<{ id: number; geometry: object }>(sql`
    select id, ST_AsGeoJSON(ST_Transform(geom, 4326))::json as geometry from import_region
    where id in (select value::integer from jsonb_array_elements_text(${JSON.stringify(regions)}::jsonb))`)
  return new Map(rows.map(({ id, geometry }) => [id, geometry]))
}

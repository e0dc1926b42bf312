// A town of squares, one kilometre each, whose every corner is known, for questions about who is responsible and what is inside.
import type { Database } from '#api/database/database.ts'
import { identifier, join, sql } from '#api/database/sql.ts'

/*
 *   km                                    county 411825, town 411825100
 *   1 +-----------+-----------+
 *     |  g12 [s]  |   g22     |           communities 411825100001 (west) and 411825100002 (east)
 * 0.5 +~~~river~~>+~~~~~~~~~~>+ ~ ~ >     grids of scheme `squares`: level 1 = community, level 2 = its halves
 *     |  g11      |   g21     |           river: segment 1 from 0 to 1000 m, segment 2 from 1000 to 2000 m
 *   0 +-----------+-----------+           [s]: a school with a grid of its own (class C)
 *     0           1           2 km        unit cells = the halves
 */
const ORIGIN = { x: 500_000_000, y: 3_900_000_000 }

/** Longitude and latitude of a place of the town, given in kilometres. */
export async function placeOf(database: Database, x: number, y: number): Promise<[number, number]> {
  const [row] = await database.query<{ lon: number; lat: number }>(
    sql`select ST_X(place) as lon, ST_Y(place) as lat from (select ST_Transform(${planePoint(x, y)}, 4326) as place) as one`,
  )
  return [row!.lon, row!.lat]
}

/** A ring through places in kilometres, closed, as GeoJSON in degrees. */
export async function polygonOf(database: Database, ...rings: readonly (readonly (readonly [number, number])[])[]) {
  const coordinates = await Promise.all(
    rings.map(async (ring) => {
      const places = await Promise.all(ring.map(([x, y]) => placeOf(database, x, y)))
      return [...places, places[0]!]
    }),
  )
  return { type: 'Polygon', coordinates }
}

export const planePoint = (x: number, y: number) =>
  sql`ST_SetSRID(ST_MakePoint(${ORIGIN.x + Math.round(x * 1e6)}::float8, ${ORIGIN.y + Math.round(y * 1e6)}::float8), 920114)`

const square = ([west, south, east, north]: readonly number[]) => sql`ST_Multi(ST_MakePolygon(ST_MakeLine(array[
  ${join([planePoint(west!, south!), planePoint(east!, south!), planePoint(east!, north!), planePoint(west!, north!), planePoint(west!, south!)])}])))`

const COUNTY = '411825'
const TOWN = '411825100'
const WEST = '411825100001'
const EAST = '411825100002'
const WHOLE = [0, 0, 2, 1]
const HALVES = [
  { community: WEST, half: 1, box: [0, 0, 1, 0.5] },
  { community: WEST, half: 2, box: [0, 0.5, 1, 1] },
  { community: EAST, half: 1, box: [1, 0, 2, 0.5] },
  { community: EAST, half: 2, box: [1, 0.5, 2, 1] },
] as const

/** Everything in it holds from 2025-01-01. */
export async function storeSquareTown(database: Database): Promise<void> {
  await database.query(sql`insert into scheme (id, name_zh, name_en) values ('squares', '方格', 'Squares')`)
  await database.query(sql`
    insert into scheme_level (scheme, level, name_zh, name_en) values ('squares', 1, '一级', 'Level 1'), ('squares', 2, '二级', 'Level 2')`)
  const area = (code: string, level: string, box: readonly number[]) => sql`
    insert into administrative_areas (code, name, level, canonical, valid_from) values (${code}, ${`区${code}`}, ${level}, ${square(box)}, '2025-01-01')`
  for (const statement of [
    area(COUNTY, 'county', WHOLE),
    area(TOWN, 'town', WHOLE),
    area(EAST, 'community', [1, 0, 2, 1]),
    area(WEST, 'community', [0, 0, 1, 1]),
  ])
    await database.query(statement)
  // East before west, so that order of storing is not order of codes.
  for (const { community, half, box } of [...HALVES].reverse()) {
    await database.query(sql`
      insert into unit_cells (code, households, population, canonical, valid_from)
      values (${`${community}00${half}`}, 100, 300, ${square(box)}, '2025-01-01')`)
    await storeGrid(database, { level: 2, code: `${community}${half}00`, box, households: 100 })
  }
  await storeGrid(database, { level: 1, code: `${EAST}000`, box: [1, 0, 2, 1], households: 200 })
  await storeGrid(database, { level: 1, code: `${WEST}000`, box: [0, 0, 1, 1], households: 200 })
  await storeGrid(database, { level: 2, code: `${WEST}801`, box: [0.4, 0.6, 0.6, 0.8], class: 'C' })
  await storeGrid(database, { level: 2, code: `${TOWN}000901`, box: null, class: 'B' })
  await storeGrid(database, { level: 2, code: `${EAST}902`, box: null, class: 'B' })
  await storeRiver(database)
}

export async function storeGrid(
  database: Database,
  grid: { level: number; code: string; box: readonly number[] | null; class?: string; households?: number },
): Promise<number> {
  const [row] = await database.query<{ id: number }>(sql`
    insert into grids (scheme, level, class, code, name, households, canonical, valid_from)
    values ('squares', ${grid.level}, ${grid.class ?? 'A'}, ${grid.code}, ${`格${grid.code}`}, ${grid.households ?? null},
      ${grid.box ? square(grid.box) : null}, '2025-01-01') returning id`)
  return row!.id
}

/** Makes the grids of class A those of their cells, each with the one above it, so that they can be redrawn. */
export async function linkCells(database: Database): Promise<void> {
  await database.query(sql`
    insert into grid_cell (grid_id, unit_cell_id)
    select grids.id, unit_cells.id from grids join unit_cells on ST_Equals(grids.canonical, unit_cells.canonical) where class = 'A'`)
  await database.query(sql`update grids set parent_code = left(code, 12) || '000' where level = 2 and class = 'A'`)
}

async function storeRiver(database: Database): Promise<void> {
  const line = (from: number, to: number) =>
    sql`ST_Transform(ST_Multi(ST_MakeLine(${planePoint(from, 0.5)}, ${planePoint(to, 0.5)})), 4326)`
  await database.query(sql`insert into rivers (code, name, rank, geom) values ('R1', '方河', 'main', ${line(0, 2)})`)
  for (const [number, from, to] of [
    [1, 0, 1],
    [2, 1, 2],
  ] as const)
    await database.query(sql`
      insert into river_segments (code, name, river_name, river_id, chainage_from_m, chainage_to_m, geom, valid_from)
      select ${`${COUNTY}00000${number}`}, ${`方河${number}段`}, '方河', id, ${from * 1000}::float8, ${to * 1000}::float8, ${line(from, to)}, '2025-01-01'
      from rivers`)
}

export async function storePoints(
  database: Database,
  layer: 'hydrants' | 'household_points',
  places: readonly (readonly [number, number])[],
): Promise<void> {
  const rest =
    layer === 'hydrants' ? { columns: sql`code`, values: sql`'H'` } : { columns: sql`households, population`, values: sql`2, 5` }
  for (const [x, y] of places)
    await database.query(sql`
      insert into ${identifier(layer)} (${rest.columns}, geom) values (${rest.values}, ST_Transform(${planePoint(x, y)}, 4326))`)
}

export async function idOf(database: Database, layer: string, code: string): Promise<number> {
  const [row] = await database.query<{ id: number }>(sql`
    select id from ${identifier(layer)} where code = ${code} ${layer === 'grids' ? sql`order by level desc limit 1` : sql``}`)
  return row!.id
}

export async function storePerson(
  database: Database,
  name: string,
  { territory_code = TOWN, mobile = null as string | null, left_on = null as string | null } = {},
): Promise<number> {
  const [organisation] = await database.query<{ id: number }>(sql`
    insert into organisations (name, territory_code, telephone) values ('方格站', ${territory_code}, '0391-1')
    on conflict (territory_code, name) do update set telephone = '0391-1' returning id`)
  const [row] = await database.query<{ id: number }>(sql`
    insert into people (name, organisation_id, mobile, left_on) values (${name}, ${organisation!.id}, ${mobile}, ${left_on}::text::date) returning id`)
  return row!.id
}

export interface Given {
  layer: string
  object_id: number
  role: string
  person_id: number
  standing?: 'A' | 'B' | 'joint'
  stretch?: readonly [number, number]
  from?: string
  to?: string
}

export async function assign(
  database: Database,
  { layer, object_id, role, person_id, standing, stretch, from, to }: Given,
): Promise<number> {
  const [row] = await database.query<{ id: number }>(sql`
    insert into assignments (layer, object_id, role, standing, person_id, chainage_from_m, chainage_to_m, valid_from, valid_to)
    values (${layer}, ${object_id}, ${role}, ${standing ?? 'A'}, ${person_id}, ${stretch?.[0] ?? null}::float8, ${stretch?.[1] ?? null}::float8,
      ${from ?? '2025-01-01'}::text::date, ${to ?? null}::text::date) returning id`)
  return row!.id
}

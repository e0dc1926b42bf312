// The demo county in the database: that its areas tile each other is proved there by PostGIS, which shares nothing with the generator.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sql, sql } from '#api/database/sql.ts'
import { openTestDatabase, type TestDatabase, testedDatabase } from '../helpers/database.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await openTestDatabase(testedDatabase(), 'county')
  // With just-in-time compilation the checks take longer to compile than to run.
  await test.database.query(sql`set jit = off`)
  await test.database.query(sql`analyze`)
}, 600_000)
afterAll(() => test.close())

/** Square metres by which two areas may overlap or leave a gap. */
const TOLERANCE_MM2 = 0.01 * 1e6

const rows = (question: Sql) => test.database.query<Record<string, unknown>>(question)

interface Coverage {
  readonly name: string
  /** Ask for `id`, `parent` (a code) and `shape`. */
  readonly children: Sql
  /** Ask for `code` and `shape`. */
  readonly parents: Sql
}

const areas = (level: string) =>
  sql`select id, parent_code as parent, code, canonical as shape from administrative_areas where level = ${level}`
const grids = (scheme: string, level: number) =>
  sql`select id, parent_code as parent, code, canonical as shape from grids where scheme = ${scheme} and level = ${level} and class = 'A'`
const county = sql`select code, canonical as shape from administrative_areas where level = 'county'`
/** All grids of a level under one parent that is no grid. */
const under = (scheme: string, level: number, code: Sql) =>
  sql`select id, (${code}) as parent, canonical as shape from grids where scheme = ${scheme} and level = ${level} and class = 'A'`
const COUNTY = sql`select code from administrative_areas where level = 'county'`

const COVERAGES: readonly Coverage[] = [
  { name: 'towns of the county', children: areas('town'), parents: county },
  { name: 'communities of their town', children: areas('community'), parents: areas('town') },
  {
    name: 'cells of their community',
    children: sql`select id, community_code as parent, canonical as shape from unit_cells`,
    parents: areas('community'),
  },
  ...['governance', 'fire'].flatMap((scheme): Coverage[] => [
    { name: `${scheme} grids of level 1 of the county`, children: under(scheme, 1, COUNTY), parents: county },
    { name: `${scheme} grids of level 2 of level 1`, children: grids(scheme, 2), parents: grids(scheme, 1) },
    { name: `${scheme} grids of level 3 of level 2`, children: grids(scheme, 3), parents: grids(scheme, 2) },
  ]),
  { name: 'labour grids of the county', children: under('labour', 1, COUNTY), parents: county },
  { name: 'work grids of their area', children: grids('supervision', 2), parents: grids('supervision', 1) },
  {
    name: 'area grids of the flat town',
    children: sql`select id, left(code, 9) as parent, canonical as shape from grids where scheme = 'liulin' and class = 'A'`,
    parents: sql`select code, canonical as shape from administrative_areas where name = '柳林镇'`,
  },
]

describe.each(COVERAGES)('$name', ({ children, parents }) => {
  it('are valid, of one part and without a hole', async () => {
    const faults = await rows(sql`
      with child as materialized (${children})
      select id, ST_IsValidReason(shape) as reason from child
      where not ST_IsValid(shape) or ST_NumGeometries(shape) <> 1 or ST_NumInteriorRings(ST_GeometryN(shape, 1)) <> 0`)
    expect(faults).toEqual([])
  })

  it('do not overlap', async () => {
    const faults = await rows(sql`
      with child as materialized (${children})
      select a.id, b.id as other from child a join child b on a.parent = b.parent and a.id < b.id and a.shape && b.shape
      where ST_Relate(a.shape, b.shape, '2********') and ST_Area(ST_Intersection(a.shape, b.shape)) > ${TOLERANCE_MM2}`)
    expect(faults).toEqual([])
  })

  it('lie inside their parent', async () => {
    const faults = await rows(sql`
      with child as materialized (${children}), parent as materialized (${parents})
      select child.id, parent.code from child left join parent on parent.code = child.parent
      where parent.code is null
        or (not ST_CoveredBy(child.shape, parent.shape) and ST_Area(ST_Difference(child.shape, parent.shape)) > ${TOLERANCE_MM2})`)
    expect(faults).toEqual([])
  })

  it('leave no gap', async () => {
    const faults = await rows(sql`
      with child as (select parent, sum(ST_Area(shape)) as area from (${children}) as children group by parent),
        parent as (select code, ST_Area(shape) as area from (${parents}) as parents)
      select parent.code, child.area - parent.area as difference from parent left join child on child.parent = parent.code
      where child.area is null or abs(child.area - parent.area) > ${TOLERANCE_MM2}`)
    // A parent may go without grids only where its scheme doesn't reach.
    expect(faults).toEqual([])
  })
})

/*
 *  ●──────●──────●     a corner of one cell in the middle of its neighbour's side is a gap
 *  │      │      │     once the corners are moved to another projection
 *  ●──●───●      │
 */
it('every side of a cell is a whole side of its neighbour, or of the county', async () => {
  const faults = await rows(sql`
    with side as materialized (${sidesOf(sql`select canonical as shape from unit_cells`)}),
      county as materialized (${sidesOf(sql`select canonical as shape from administrative_areas where level = 'county'`)})
    select a, b from side
    where not exists (select from side as other where other.a = side.b and other.b = side.a)
      and not exists (select from county where county.a = side.a and county.b = side.b)`)
  expect(faults).toEqual([])
})

it('every side of an area or a grid is a whole side of a cell', async () => {
  const faults = await rows(sql`
    with side as materialized (${sidesOf(sql`select canonical as shape from unit_cells`)}),
      area as materialized (${sidesOf(sql`
        select canonical as shape from administrative_areas
        union all select canonical from grids where class = 'A'`)})
    select a, b from area where not exists (select from side where side.a = area.a and side.b = area.b)`)
  expect(faults).toEqual([])
})

/** From corner to corner, in the direction in which the ring runs; corners as text, for they are whole millimetres. */
function sidesOf(shapes: Sql): Sql {
  return sql`
    select corner as a, next as b from (
      select ST_AsText(dumped.geom) as corner,
        lead(ST_AsText(dumped.geom)) over (partition by number order by dumped.path[3]) as next
      from (select row_number() over () as number, shape from (${shapes}) as shapes) as numbered,
        ST_DumpPoints(shape) as dumped
    ) as corners where next is not null`
}

it('stays a coverage in degrees: no two neighbouring cells overlap there either', async () => {
  const faults = await rows(sql`
    select a.code, b.code as other from unit_cells a join unit_cells b on a.id < b.id and a.geom && b.geom
    where ST_Relate(a.geom, b.geom, '2********') and ST_Area(ST_Intersection(a.geom, b.geom)::geography) > 0.01`)
  expect(faults).toEqual([])
})

it('land cover is valid, has no overlap and is the ground of every cell', async () => {
  expect(
    await rows(sql`select id, ST_IsValidReason(canonical) as reason from land_cover where not ST_IsValid(canonical)`),
  ).toEqual([])
  const overlaps = await rows(sql`
    select a.id, b.id as other from land_cover a join land_cover b on a.id < b.id and a.canonical && b.canonical
    where ST_Relate(a.canonical, b.canonical, '2********')`)
  expect(overlaps).toEqual([])
  const differences = await rows(sql`
    select kind, ground - cells as difference
    from (select kind, sum(ST_Area(canonical)) as ground from land_cover group by kind) as cover
    full join (select land_use as kind, sum(ST_Area(canonical)) as cells from unit_cells group by land_use) as cell using (kind)
    where ground is null or cells is null or abs(ground - cells) > ${TOLERANCE_MM2}`)
  expect(differences).toEqual([])
})

it('every grid of class A is the union of its cells', async () => {
  const faults = await rows(sql`
    select grids.scheme, grids.code from grids
    left join (
      select grid_id, sum(ST_Area(unit_cells.canonical)) as area, count(*) as cells
      from grid_cell join unit_cells on unit_cells.id = unit_cell_id group by grid_id
    ) as own on own.grid_id = grids.id
    where class = 'A' and (own.area is null or abs(own.area - ST_Area(canonical)) > ${TOLERANCE_MM2} or own.cells <> grids.cell_count)`)
  expect(faults).toEqual([])
})

// Of many cells the proof looks at communities as a whole first: it must find the same as cell by cell.
//
//      one community of 15 × 15 cells of 100 m, all of them written anew
//      +--+--+--+
//      |  |  |  |   what was there before is the same lattice; a grid of level 1 is all of it, three of level 2 have five columns each
//      +--+--+--+
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Queryable, Transaction } from '#api/database/database.ts'
import { sql } from '#api/database/sql.ts'
import type { Problem } from '#api/http/problem.ts'
import { type Fault, gapsOf, prove, type Written } from '#api/plans/publish/proof/proof.ts'
import { openTestDatabase, type TestDatabase } from '../helpers/database.ts'

const COMMUNITY = '411825100001'
const SIDE = 15
/** mm; of the canonical zone. */
const WIDTH = 500_000
const [CELL_MM, WEST, SOUTH, SRID] = [100_000, 480_000_000, 3_900_000_000, 920_114]

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  const whole = SIDE * CELL_MM
  await database.database.query(sql`
    insert into administrative_areas (code, name, level, canonical, valid_from)
    select ${COMMUNITY}, '一村', 'community', ST_Multi(ST_MakeEnvelope(${WEST}, ${SOUTH}, ${WEST + whole}, ${SOUTH + whole}, ${SRID})), '2025-01-01'`)
  for (const [from, to] of [
    ['2025-01-01', 'today'],
    ['today', null],
  ] as const)
    await database.database.query(sql`
      insert into unit_cells (code, households, population, canonical, valid_from, valid_to)
      select ${COMMUNITY}::text || lpad((row * ${SIDE}::integer + col + 1)::text, 3, '0'), 10, 30,
        ST_Multi(ST_MakeEnvelope(${WEST}::float8 + col * ${CELL_MM}::float8, ${SOUTH}::float8 + row * ${CELL_MM}::float8,
          ${WEST}::float8 + (col + 1) * ${CELL_MM}::float8, ${SOUTH}::float8 + (row + 1) * ${CELL_MM}::float8, ${SRID}::integer)),
        ${from}::text::date, ${to}::text::date
      from generate_series(0, ${SIDE - 1}::integer) as row, generate_series(0, ${SIDE - 1}::integer) as col`)
  await storeGrids(database.database)
})
afterAll(() => database?.close())

const [SCHEME, WHOLE] = ['many', `${COMMUNITY}000`]
const THIRDS = [1, 2, 3].map((third) => `${COMMUNITY}${third}00`)

async function storeGrids(of: Queryable): Promise<void> {
  await of.query(sql`insert into scheme (id, name_zh, name_en) values (${SCHEME}, '网格', 'Grids')`)
  await of.query(
    sql`insert into scheme_level (scheme, level, name_zh, name_en) select ${SCHEME}, level, '级', 'Level' from generate_series(1, 2) as level`,
  )
  await of.query(sql`
    insert into grids (scheme, level, code, name, parent_code, canonical, valid_from)
    select ${SCHEME}, 1, ${WHOLE}, '大网格', null, canonical, valid_from from administrative_areas where code = ${COMMUNITY}
    union all
    select ${SCHEME}, 2, ${COMMUNITY}::text || third || '00', '网格', ${WHOLE},
      ST_Multi(ST_MakeEnvelope(${WEST}::float8 + (third - 1) * ${WIDTH}::float8, ${SOUTH}::float8, ${WEST}::float8 + third * ${WIDTH}::float8,
        ${SOUTH + SIDE * CELL_MM}::float8, ${SRID}::integer)), '2025-01-01'
    from generate_series(1, 3) as third`)
  await of.query(sql`
    insert into grid_cell (grid_id, unit_cell_id)
    select grids.id, unit_cells.id from grids join unit_cells on unit_cells.valid_to is null and ST_Covers(grids.canonical, unit_cells.canonical)
    where scheme = ${SCHEME}`)
}

const codeOf = (row: number, column: number): string => COMMUNITY + String(row * SIDE + column + 1).padStart(3, '0')
const CODES = Array.from({ length: SIDE * SIDE }, (_, index) => codeOf(Math.floor(index / SIDE), index % SIDE))
const everything: Written = {
  cells: CODES.map((code) => ({ code, was: code })),
  noded: [],
  ended_cells: [],
  grids: [WHOLE, ...THIRDS].map((code) => ({ code })),
}

/** What is found after a hand has changed cells, which is taken back afterwards. */
async function faultsAfter(change: (transaction: Transaction) => Promise<unknown>, written = everything): Promise<Fault[]> {
  let faults: Fault[] = []
  await database.database
    .transaction(async (transaction) => {
      const gaps = await gapsOf(transaction, written)
      await change(transaction)
      await prove(transaction, written, SCHEME, gaps).catch((problem: Problem) => {
        faults = problem.members!('en').faults as Fault[]
      })
      throw new Error('taken back')
    })
    .catch((error: Error) => {
      if (error.message !== 'taken back') throw error
    })
  return faults
}

/** The eastern side of a cell, moved by so many mm. */
const widened = (code: string, by: number) => (transaction: Transaction) =>
  transaction.query(sql`
    update unit_cells set canonical = ST_Multi(ST_MakeEnvelope(ST_XMin(canonical), ST_YMin(canonical), ST_XMax(canonical) + ${by}, ST_YMax(canonical), ${SRID}))
    where code = ${code} and valid_to is null`)

test('nothing is found where nothing is wrong', async () => {
  expect(await faultsAfter(async () => {})).toEqual([])
})

test('a cell that lies over its neighbour is found, both by name, with the area', async () => {
  const faults = await faultsAfter(widened(codeOf(7, 7), 2000))
  expect(faults.filter(({ fault }) => fault === 'overlap')).toEqual([
    { fault: 'overlap', code: codeOf(7, 7), area_m2: 200 },
    { fault: 'overlap', code: codeOf(7, 8), area_m2: 200 },
  ])
})

test('a gap is found, and that the land is no longer what it was', async () => {
  const faults = await faultsAfter(widened(codeOf(3, 3), -2000))
  expect(faults.map(({ fault, code }) => [fault, code])).toEqual([
    ['gap', COMMUNITY],
    ['land_changed', expect.stringContaining(COMMUNITY)],
    ['not_its_cells', THIRDS[0]],
  ])
  expect(faults[0]!.area_m2).toBeCloseTo(200, 6)
})

test('a cell that leaves its community is found', async () => {
  const faults = await faultsAfter(widened(codeOf(5, SIDE - 1), 2000))
  expect(faults.map(({ fault }) => fault)).toContain('outside_community')
})

//      +--+--+      +---+-+
//      |  |  |  ->  |   | |    as much as before, elsewhere
//      +--+--+      +---+-+
test('land that goes from one cell to the next is nobody’s fault, in a community that is covered once', async () => {
  const faults = await faultsAfter(async (transaction) => {
    await widened(codeOf(2, 2), 2000)(transaction)
    await transaction.query(sql`
      update unit_cells set canonical = ST_Multi(ST_MakeEnvelope(ST_XMin(canonical) + 2000, ST_YMin(canonical), ST_XMax(canonical), ST_YMax(canonical), ${SRID}))
      where code = ${codeOf(2, 3)} and valid_to is null`)
  })
  expect(faults).toEqual([])
})

test('a cell that ended and that nobody took over is found, also where the others are many', async () => {
  const left = { ...everything, cells: everything.cells.filter(({ code }) => code !== codeOf(0, 0)), ended_cells: [codeOf(0, 0)] }
  const faults = await faultsAfter(
    (transaction) =>
      transaction.query(sql`update unit_cells set valid_to = today() where code = ${codeOf(0, 0)} and valid_to is null`),
    left,
  )
  expect(faults.map(({ fault }) => fault)).toEqual(['gap', 'land_changed', 'not_its_cells'])
})

/** A hand that changes the shape of a grid, by mm at its eastern side. */
const narrowed = (grid: string, by: number) => (transaction: Transaction) =>
  transaction.query(sql`
    update grids set canonical = ST_Multi(ST_MakeEnvelope(ST_XMin(canonical), ST_YMin(canonical), ST_XMax(canonical) - ${by}, ST_YMax(canonical), ${SRID}))
    where scheme = ${SCHEME} and code = ${grid}`)

test('a grid that is not its cells is found, and the one above it, which is not its children then', async () => {
  const faults = await faultsAfter(narrowed(THIRDS[2]!, 1000))
  expect(faults).toEqual([
    { fault: 'not_its_cells', code: THIRDS[2] },
    { fault: 'not_its_children', code: WHOLE },
  ])
})

test('a grid that is not its children is found, where they are all their cells', async () => {
  expect(await faultsAfter(narrowed(WHOLE!, 1000))).toEqual([{ fault: 'not_its_children', code: WHOLE }])
})

test('a child that was not drawn anew is looked at with the others', async () => {
  const drawn = { ...everything, grids: [WHOLE, THIRDS[0], THIRDS[1]].map((code) => ({ code: code! })) }
  expect(await faultsAfter(narrowed(THIRDS[2]!, 1000), drawn)).toEqual([{ fault: 'not_its_children', code: WHOLE }])
})

test('a grid that lost a cell which the grid below it has is found', async () => {
  const faults = await faultsAfter((transaction) =>
    transaction.query(sql`
      delete from grid_cell using grids, unit_cells
      where grids.id = grid_id and unit_cells.id = unit_cell_id and grids.code = ${WHOLE} and scheme = ${SCHEME} and unit_cells.code = ${codeOf(0, 0)}`),
  )
  expect(faults).toEqual([{ fault: 'not_its_cells', code: WHOLE }])
})

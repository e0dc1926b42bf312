// PostGIS has the last word: what the fabric would never do is done by hand here, and must be refused.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Transaction } from '#api/database/database.ts'
import { sql } from '#api/database/sql.ts'
import type { Problem } from '#api/http/problem.ts'
import { gapsOf, prove, type Written } from '#api/plans/publish/proof/proof.ts'
import { openTestDatabase, type TestDatabase } from '../helpers/database.ts'
import { storeSquareTown } from '../helpers/square_town.ts'

let test_: TestDatabase
const CELL = '411825100001001'
const GRID = '411825100001100'

beforeAll(async () => {
  test_ = await openTestDatabase()
  await storeSquareTown(test_.database)
  await test_.database.query(sql`
    insert into grid_cell (grid_id, unit_cell_id)
    select grids.id, unit_cells.id from grids join unit_cells on ST_Equals(grids.canonical, unit_cells.canonical) where class = 'A'`)
  await test_.database.query(sql`update grids set parent_code = left(code, 12) || '000' where level = 2 and class = 'A'`)
})
afterAll(() => test_?.close())

const publication: Written = {
  cells: [{ code: CELL, was: CELL }],
  noded: [],
  ended_cells: [],
  grids: [{ code: GRID }],
}

/** The faults found after a hand has changed the south-western cell, which is taken back afterwards. */
async function faultsAfter(change: (transaction: Transaction) => Promise<unknown>, written = publication): Promise<string[]> {
  let faults: string[] = []
  await test_.database
    .transaction(async (transaction) => {
      const gaps = await gapsOf(transaction, written)
      // As a publication does: the old row ends, the new one has the same land.
      await transaction.query(sql`update unit_cells set valid_to = today() where code = ${CELL}`)
      await transaction.query(sql`
        insert into unit_cells (code, households, population, canonical, valid_from)
        select code, households, population, canonical, today() from unit_cells where code = ${CELL}`)
      await transaction.query(sql`
        insert into grid_cell (grid_id, unit_cell_id)
        select grids.id, unit_cells.id from grids, unit_cells where grids.code = ${GRID} and unit_cells.code = ${CELL} and unit_cells.valid_to is null`)
      await change(transaction)
      await prove(transaction, written, 'squares', gaps).catch((problem: Problem) => {
        faults = (problem.members!('en').faults as { fault: string }[]).map(({ fault }) => fault)
      })
      throw new Error('taken back')
    })
    .catch((error: Error) => {
      if (error.message !== 'taken back') throw error
    })
  return [...new Set(faults)].sort()
}

const reshape = (shape: ReturnType<typeof sql>) => (transaction: Transaction) =>
  transaction.query(sql`update unit_cells set canonical = ${shape} where code = ${CELL} and valid_to is null`)

test('nothing is found where nothing is wrong', async () => {
  expect(await faultsAfter(() => Promise.resolve())).toEqual([])
})

test('a gap of a square metre, an overlap, land of another community, a bow-tie are each found', async () => {
  const shrunk = sql`ST_SnapToGrid(ST_Scale(canonical, ST_MakePoint(0.999, 1), ST_SetSRID(ST_MakePoint(500000000, 3900000000), 920114)), 1)`
  expect(await faultsAfter(reshape(shrunk))).toEqual(expect.arrayContaining(['gap', 'not_its_cells']))
  const grown = sql`ST_SnapToGrid(ST_Scale(canonical, ST_MakePoint(1, 1.001), ST_SetSRID(ST_MakePoint(500000000, 3900000000), 920114)), 1)`
  expect(await faultsAfter(reshape(grown))).toEqual(expect.arrayContaining(['gap', 'overlap', 'not_its_cells']))
  const abroad = sql`ST_Translate(canonical, 1000, 0)`
  expect(await faultsAfter(reshape(abroad))).toEqual(expect.arrayContaining(['outside_community', 'overlap']))
  const bow = sql`ST_SetSRID(ST_GeomFromText('MULTIPOLYGON(((500000000 3900000000, 501000000 3900500000, 501000000 3900000000, 500000000 3900500000, 500000000 3900000000)))'), 920114)`
  expect(await faultsAfter(reshape(bow))).toContain('invalid')
})

test('a grid above that has a cell which none below it has, or lacks one, is found', async () => {
  const parent = `${CELL.slice(0, 12)}000`
  const both = { ...publication, grids: [...publication.grids, { code: parent }] }
  const link = (transaction: Transaction) =>
    transaction.query(sql`
      insert into grid_cell (grid_id, unit_cell_id)
      select grids.id, unit_cells.id from grids join unit_cells on community_code = left(grids.code, 12) and unit_cells.valid_to is null
      where grids.code = ${parent}`)
  expect(await faultsAfter(link, both)).toEqual([])
  expect(await faultsAfter(() => Promise.resolve(), both)).toEqual(['not_its_cells'])
})

test('a grid that is not its cells, and a parent that is not its grids, are found', async () => {
  const smaller = (transaction: Transaction) =>
    transaction.query(sql`
      update grids set canonical = ST_SnapToGrid(ST_Scale(canonical, ST_MakePoint(0.999, 1), ST_SetSRID(ST_MakePoint(500000000, 3900000000), 920114)), 1)
      where code = ${GRID}`)
  expect(await faultsAfter(smaller)).toEqual(['not_its_cells', 'not_its_children'])
})

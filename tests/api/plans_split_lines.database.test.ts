// A river segment whose land falls to another grid in part: it stays, goes, or is parted at the border with those who look after it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#api/database/sql.ts'
import type { Position } from '#geodata/fabric/index.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { doPlan, draw, newPlan, publishPlan } from '../helpers/plans.ts'
import { assign, idOf, linkCells, planePoint, storePerson, storeSquareTown } from '../helpers/square_town.ts'

/*
 *   y = 1 +--|-----|--+        The border between 11 and 12 is lifted from y = 0.5 to 0.7 around two river segments:
 *         |  | 12  |  |        `most` from y = 0.1 to 1, which falls to 11 for the greater part,
 *     0.7 |  /-----\  |        and `some` from y = 0 to 0.9, which belonged to 11 for the greater part before.
 *     0.5 +-/ |   | \-+        Chainage is metres from the southern end.
 *         |   | 11|   |
 *   y = 0 +---|---|---+
 */
let app: TestApp
const WEST = '411825100001'
const [SOUTH, NORTH] = [`squares/${WEST}100`, `squares/${WEST}200`]
const at = (x: number, y: number): Position => [500_000_000 + Math.round(x * 1e6), 3_900_000_000 + Math.round(y * 1e6)]
let [southern, northern, most, some] = [0, 0, 0, 0]

beforeAll(async () => {
  app = await startApp({ demo: false })
  const { database } = app
  await storeSquareTown(database)
  await linkCells(database)
  for (const [code, x, from, to] of [
    ['411825000008', 0.5, 0.1, 1],
    ['411825000009', 0.4, 0, 0.9],
  ] as const)
    await database.query(sql`
      insert into river_segments (code, name, river_name, river_id, chainage_from_m, chainage_to_m, geom, valid_from)
      select ${code}, ${code}, '方河', id, 0, ${(to - from) * 1000}::float8,
        ST_Transform(ST_Multi(ST_MakeLine(${planePoint(x, from)}, ${planePoint(x, to)})), 4326), '2025-01-01'
      from rivers limit 1`)
  ;[southern, northern] = [await storePerson(database, '南格长'), await storePerson(database, '北格长')]
  const grid = (code: string) => idOf(database, 'grids', code.split('/')[1]!)
  await assign(database, { layer: 'grids', object_id: await grid(SOUTH), role: 'grid_leader', person_id: southern })
  await assign(database, { layer: 'grids', object_id: await grid(NORTH), role: 'grid_leader', person_id: northern })
  ;[most, some] = [await idOf(database, 'river_segments', '411825000008'), await idOf(database, 'river_segments', '411825000009')]
  for (const object_id of [most, some])
    await assign(database, { layer: 'river_segments', object_id, role: 'river_chief_village', person_id: northern })
})
afterAll(() => app?.close())

const heldOn = async (object_id: number): Promise<unknown[]> => {
  const rows = await app.database.query<Json>(sql`
    select person_id, chainage_from_m, chainage_to_m from assignments
    where layer = 'river_segments' and object_id = ${object_id}::integer and (valid_to is null or valid_to > today())
    order by chainage_from_m`)
  return rows.map(({ person_id, chainage_from_m, chainage_to_m }) => [
    person_id,
    Math.round(chainage_from_m),
    Math.round(chainage_to_m),
  ])
}

test('parted at the border, each metre has one holder: the leader of its new grid, or who has looked after it', async () => {
  const plan = await newPlan(app, WEST, '抬高边界', { scheme: 'squares' })
  const stroke = [at(0.2, 0.5), at(0.3, 0.7), at(0.7, 0.7), at(0.8, 0.5)]
  await draw(app, plan, [{ kind: 'reshape_border', grids: [SOUTH, NORTH], stroke }])
  const { groups } = await app.json(`/api/plans/${plan.id}/consequences`)
  const lines = groups.filter(({ layer }: Json) => layer === 'river_segments')
  expect(
    lines.map(({ from, to, partial, choices, count, decision }: Json) => [from.id, to.id, partial, choices, count, decision]),
  ).toEqual(
    expect.arrayContaining([
      // The town's own river, which ran along the border, too.
      [NORTH, SOUTH, false, ['keep', 'move', 'split'], 2, 'keep'],
      [NORTH, SOUTH, true, ['keep', 'split'], 1, 'keep'],
    ]),
  )
  const decisions = Object.fromEntries(lines.map(({ key }: Json) => [key, 'split']))
  await doPlan(app, plan, '', { decisions })
  await publishPlan(app, plan)
  // `most` begins at y = 0.1, and its chainage there.
  expect(await heldOn(most)).toEqual([
    [northern, 0, 400],
    [southern, 400, 600],
    [northern, 600, 900],
  ])
  expect(await heldOn(some)).toEqual([
    [northern, 0, 500],
    [southern, 500, 700],
    [northern, 700, 900],
  ])
})

// Open cases on land that falls to another grid: they stay with who has them, or go to the leader of the new grid.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Position } from '#geodata/fabric/index.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { aCase, type CaseTown, collected, storeCaseTown, taken } from '../helpers/cases.ts'
import { WEST } from '../helpers/damage.ts'
import { doPlan, draw, newPlan, publishPlan } from '../helpers/plans.ts'
import { assign, idOf, linkCells, storePerson } from '../helpers/square_town.ts'

/*
 *     0.7 |  /-----\  |        The border between 11 and 12 is lifted around three cases of the northern grid: one that its leader has,
 *         |  | x x x|  |        one of a department, and one that has only been collected.
 *     0.5 +-/       \-+
 */
let app: TestApp
let town: CaseTown
const [SOUTH, NORTH] = [`squares/${WEST}100`, `squares/${WEST}200`]
const at = (x: number, y: number): Position => [500_000_000 + Math.round(x * 1e6), 3_900_000_000 + Math.round(y * 1e6)]
let [southern, northern] = [0, 0]

beforeAll(async () => {
  app = await startApp({ demo: false })
  town = await storeCaseTown(app)
  await linkCells(app.database)
  ;[southern, northern] = [await storePerson(app.database, '南格长'), await storePerson(app.database, '北格长')]
  for (const [grid, person_id] of [
    [SOUTH, southern],
    [NORTH, northern],
  ] as const)
    await assign(app.database, {
      layer: 'grids',
      object_id: await idOf(app.database, 'grids', grid.split('/')[1]!),
      role: 'grid_leader',
      person_id,
    })
})
afterAll(() => app?.close())

const inHand = async (x: number, to: Json): Promise<Json> => {
  const filed = await taken(app, await collected(app, await aCase(app, [x, 0.6]), town.supervisor), { action: 'file' }, town.desk)
  return taken(app, filed, { action: 'dispatch', ...to }, town.desk)
}
const read = (found: Json) => app.json(`/api/cases/${found.id}`)

test('a case goes to the leader of its new grid when the plan says so, with its deadline, and only from who had the old one', async () => {
  const leaders = await inHand(0.4, { handler_id: northern })
  const departments = await inHand(0.5, { organisation_id: town.cityId })
  const collectedOnly = await collected(app, await aCase(app, [0.6, 0.6]), town.supervisor)
  const plan = await newPlan(app, WEST, '抬高边界', { scheme: 'squares' })
  await draw(app, plan, [
    { kind: 'reshape_border', grids: [SOUTH, NORTH], stroke: [at(0.2, 0.5), at(0.3, 0.7), at(0.7, 0.7), at(0.8, 0.5)] },
  ])
  const { groups } = await app.json(`/api/plans/${plan.id}/consequences`)
  const [group] = groups.filter(({ layer }: Json) => layer === 'cases')
  expect([group.from.id, group.to.id, group.count, group.choices]).toEqual([NORTH, SOUTH, 3, ['keep', 'move']])
  expect(group.objects.map(({ title }: Json) => title)).toContain(leaders.number)
  await doPlan(app, plan, '', { decisions: { [group.key]: 'move' } })
  await publishPlan(app, plan)
  const moved = await read(leaders)
  expect([moved.stage, moved.person.name, moved.stage_due_at]).toEqual(['dispatched', '南格长', leaders.stage_due_at])
  expect(moved.events.at(-1)).toMatchObject({ action: 'reassign', text: expect.stringContaining(WEST) })
  expect((await read(departments)).version).toBe(departments.version)
  expect((await read(collectedOnly)).version).toBe(collectedOnly.version)
  // What it carries is the grid of the day on which it was found.
  expect(moved.grids).toEqual(leaders.grids)
})

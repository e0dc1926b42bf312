// Land divided by the machine, taken into a draft as one step.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cellsOf } from '#geodata/fabric/fabric.ts'
import { applyInScope } from '#geodata/planning/index.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { busiestCommunity, draw, landOf, newPlan } from '../helpers/plans.ts'

let app: TestApp
let town: string

beforeAll(async () => {
  app = await startApp()
  town = (await busiestCommunity(app)).slice(0, 9)
})
afterAll(() => app?.close())

async function propose(plan: Json, wanted: object): Promise<Json> {
  const response = await app.send('POST', `/api/plans/${plan.id}/proposals`, wanted)
  expect(response.status, await response.clone().text()).toBe(202)
  const { job } = (await response.json()) as Json
  for (;;) {
    const found = await app.json(`/api/plans/${plan.id}/proposals/${job}`)
    if (found.state !== 'running') return found
    await sleep(50)
  }
}

test('a town is divided anew into grids of its band, which hang together and stay in their communities', async () => {
  const plan = await newPlan(app, town, '自动划分')
  const wanted = { kind: 'propose', weight: 'households', cells: { least: 3, most: 9 }, within: 'parent' }
  const found = await propose(plan, wanted)
  expect(found).toMatchObject({ state: 'done', measures: { groups: expect.any(Number) } })
  await draw(app, plan, found.edits)
  const { fabric, scope, counter } = await landOf(app, plan)
  const result = applyInScope(fabric, scope, found.edits[0])
  if ('refused' in result) throw new Error(JSON.stringify(result.refused))
  const sizes = found.edits[0].groups.map(({ grid }: Json) => cellsOf(result.fabric, grid).length)
  const unmet = found.unmet.length
  expect(sizes.filter((size: number) => size < 3 || size > 9).length).toBeLessThanOrEqual(unmet)
  const before = [...fabric.faces.values()].filter((face) => face.community?.startsWith(town))
  expect(found.edits[0].groups.flatMap(({ cells }: Json) => cells).length).toBe(before.length)
  expect(counter.ofCells(before).households).toBeGreaterThan(0)
  // The same question has the same answer, but for the names of what is new.
  const again = await propose(await newPlan(app, town, '再来'), wanted)
  expect(again.edits[0].groups.map(({ cells }: Json) => cells)).toEqual(found.edits[0].groups.map(({ cells }: Json) => cells))
})

test('a rebalance moves some cells and makes the worst grid better; in balance there is nothing to do', async () => {
  const plan = await newPlan(app, town, '均衡')
  const wanted = { kind: 'rebalance', weight: 'households', tolerance: 0.3, within: 'parent' }
  const found = await propose(plan, wanted)
  expect(found.state).toBe('done')
  expect(found.measures.imbalance).toBeLessThanOrEqual(found.before.imbalance)
  if (found.edits.length > 0) await draw(app, plan, found.edits)
  const loose = await propose(plan, { ...wanted, tolerance: 1, cells: { least: 1, most: 1000 } })
  expect(loose).toMatchObject({ state: 'done', edits: [] })
})

test('where the target cannot be met is named, with the grid above and why', async () => {
  const plan = await newPlan(app, town, '达不到')
  const whole = await propose(plan, { kind: 'propose', weight: 'households', cells: { least: 5_000, most: 6_000 } })
  expect(whole.unmet.length).toBeGreaterThan(0)
  for (const place of whole.unmet) {
    expect(place).toMatchObject({ reason: 'too_small', cells: [expect.any(String)] })
    expect(place.community).toMatch(new RegExp(`^${town}\\d{3}$`))
    expect(place.parent).toMatch(/^governance\//)
  }
  const { fabric } = await landOf(app, plan)
  const even = await propose(plan, { kind: 'rebalance', weight: 'cells', band: { least: 5_000, most: 6_000 } })
  expect(even.unmet.length).toBeGreaterThan(0)
  for (const { grid, community } of even.unmet) expect(cellsOf(fabric, grid)[0]!.community).toBe(community)
})

test('land is divided by what stands on it, and into a number of grids', async () => {
  const plan = await newPlan(app, town, '按消火栓')
  const { fabric, scope } = await landOf(app, plan)
  const grids = 30
  const found = await propose(plan, { kind: 'propose', weight: 'hydrants', grids, within: 'community' })
  expect(found).toMatchObject({ state: 'done', measures: { groups: grids } })
  expect('refused' in applyInScope(fabric, scope, found.edits[0])).toBe(false)
})

test('what cannot be divided so is said, and a division can be broken off', async () => {
  const plan = await newPlan(app, town, '不行')
  const found = await propose(plan, { kind: 'propose', weight: 'cells', grids: 1, within: 'community' })
  expect(found).toMatchObject({ state: 'failed', refusal: { code: 'too_few_grids' } })
  for (const wrong of [
    { kind: 'guess' },
    { kind: 'propose' },
    { kind: 'propose', band: { least: 5, most: 3 } },
    { kind: 'propose', grids: 3, area: '999999' },
  ]) {
    const response = await app.send('POST', `/api/plans/${plan.id}/proposals`, wrong)
    expect([response.status, ((await response.json()) as Json).code]).toEqual([422, 'body_invalid'])
  }
  const response = await app.send('POST', `/api/plans/${plan.id}/proposals`, {
    kind: 'propose',
    weight: 'cells',
    cells: { least: 2, most: 3 },
  })
  const { job } = (await response.json()) as Json
  expect((await app.send('DELETE', `/api/plans/${plan.id}/proposals/${job}`)).status).toBe(204)
  expect(['cancelled', 'done']).toContain((await app.json(`/api/plans/${plan.id}/proposals/${job}`)).state)
})

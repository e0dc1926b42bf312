// Drafts of grids through HTTP, on the demo town: drawn, undone, drawn by two at once.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LINE_SQUARE, type MapLine } from '#geodata/planning/index.ts'
import { projectionOf } from '../../web/planning/land/projection.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { busiestCommunity, landOf, movableCells, newPlan } from '../helpers/plans.ts'

let app: TestApp
let community: string

beforeAll(async () => {
  app = await startApp()
  community = await busiestCommunity(app)
})
afterAll(() => app?.close())

const post = (plan: Json, path: string, body: unknown, headers = {}) =>
  app.send('POST', `/api/plans/${plan.id}/${path}`, body, { 'if-match': `"${plan.version}"`, ...headers })

function movableCell({ fabric, scope }: Awaited<ReturnType<typeof landOf>>) {
  const [first] = movableCells(fabric, scope)
  return first!
}

test('the land of a plan holds every cell, household and grid of its area', async () => {
  const plan = await newPlan(app, community, '全部')
  const { land, fabric, scope, counter } = await landOf(app, plan)
  const inside = [...fabric.faces.values()].filter((face) => face.community === community)
  const [area] = (await app.json(`/api/collections/administrative_areas/items?code=${community}`)).features
  const sums = counter.ofCells(inside)
  expect(sums.households).toBe(area.properties.households)
  expect(sums.population).toBe(area.properties.population)
  expect(sums.area_m2 / area.properties.area_m2).toBeCloseTo(1, 2)
  expect(inside.every((face) => face.grids[scope.scheme])).toBe(true)
  const { features } = await app.json(`/api/collections/grids/items?scheme=governance&code=${community}*&class=A&limit=500`)
  for (const { properties } of features) {
    expect(land.names_en[`governance/${properties.code}`]).toBe(properties.name_en)
    // The plan reckons in the plane, the map on the ellipsoid: both tell the same hectares.
    expect(counter.ofGrid(fabric, `governance/${properties.code}`).area_m2 / properties.area_m2).toBeCloseTo(1, 5)
  }
  expect(land.grids.some(({ level, scheme }) => scheme === 'governance' && level === 0)).toBe(true)
})

test('roads and rivers come square by square with the very vertices that are stored, and with nobody else asking', async () => {
  const plan = await newPlan(app, community, '沿路')
  const { land } = await landOf(app, plan)
  const { features } = await app.json('/api/collections/roads/items?limit=500&class=town')
  const road = features.find(({ geometry }: Json) => geometry.coordinates.length > 5)!.geometry.coordinates as [number, number][]
  const stored = road.map(projectionOf(land.srid).toPosition)
  const [x, y] = stored[2]!
  const square = `column=${Math.floor(x / LINE_SQUARE)}&row=${Math.floor(y / LINE_SQUARE)}`
  const { lines } = (await app.json(`/api/plans/${plan.id}/lines?${square}`)) as { lines: MapLine[] }
  const vertices = new Set(lines.filter(({ kind }) => kind === 'road').flatMap(({ positions }) => positions.map(String)))
  expect(vertices).toContain(String([x, y]))
  expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['road', 'river']))
  for (const wrong of ['column=1', 'column=1&row=-1', 'column=1&row=10000', `${square}&more=1`])
    expect((await app.get(`/api/plans/${plan.id}/lines?${wrong}`)).status, wrong).toBe(400)
})

test('a step is kept, undone and done again, also by somebody who opens the plan anew', async () => {
  const plan = await newPlan(app, community, '调一格')
  const { cell, from, to } = movableCell(await landOf(app, plan))
  const edits = [{ kind: 'assign_cells', cells: [cell], grid: to }]
  const drawn = await post(plan, 'steps', { edits })
  expect(drawn.status, await drawn.clone().text()).toBe(201)
  const { version, number } = (await drawn.json()) as Json
  expect(drawn.headers.get('etag')).toBe(`"${version}"`)
  const { steps } = await app.json(`/api/plans/${plan.id}/steps`)
  expect(steps).toEqual([{ number, label: 'assign_cells', edits, state: 'done' }])

  const undone = (await (await post({ ...plan, version }, 'undo', {})).json()) as Json
  expect((await app.json(`/api/plans/${plan.id}/steps`)).steps).toMatchObject([{ number, state: 'undone' }])
  const again = (await (await post({ ...plan, version: undone.version }, 'redo', {})).json()) as Json
  expect((await app.json(`/api/plans/${plan.id}/steps`)).steps).toMatchObject([{ number, state: 'done' }])
  const twice = await post({ ...plan, version: again.version }, 'redo', {})
  expect([twice.status, ((await twice.json()) as Json).code]).toEqual([409, 'nothing_to_redo'])

  const stale = await post(plan, 'steps', { edits: [{ kind: 'rename_grid', grid: from, name: '旧版本' }] })
  expect(stale.status).toBe(412)
})

test('what the fabric refuses is not kept, and says why and where', async () => {
  const plan = await newPlan(app, community, '不行')
  const land = await landOf(app, plan)
  const { cell, to } = movableCell(land)
  const foreign = [...land.fabric.faces.values()].find((face) => face.community && face.community !== community)
  for (const [edits, code] of [
    [[{ kind: 'assign_cells', cells: [cell], grid: 'governance/none' }], 'unknown_id'],
    [[{ kind: 'retire_grid', grid: to }], 'not_empty'],
    [
      [
        {
          kind: 'rename_grid',
          grid: Object.values(land.fabric.faces.get(cell)!.grids).find((id) => !id.startsWith('governance'))!,
          name: 'x',
        },
      ],
      'outside_plan',
    ],
    ...(foreign ? [[[{ kind: 'assign_cells', cells: [foreign.id], grid: to }], 'administrative_border']] : []),
  ] as [object[], string][]) {
    const response = await post(plan, 'steps', { edits })
    const problem = (await response.json()) as Json
    expect([response.status, problem.code, problem.refusal?.code]).toEqual([422, 'edit_refused', code])
  }
  expect((await app.json(`/api/plans/${plan.id}/steps`)).steps).toEqual([])
})

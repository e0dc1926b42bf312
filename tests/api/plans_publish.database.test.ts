// A draft becomes the grids that hold: codes, history, people, proof; and the way back.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { cellsOf } from '#geodata/fabric/fabric.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import {
  busiestCommunity,
  doPlan,
  draw,
  landOf,
  movableCells,
  newPlan,
  publishPlan,
  splittableGrid,
  strokeAcross,
  strokeThrough,
} from '../helpers/plans.ts'

let app: TestApp
let community: string
const day = (offset: number) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  app = await startApp()
  community = await busiestCommunity(app)
})
afterAll(() => app?.close())

const code = (id: string) => id.split('/')[1]!
const rowsOf = (grid: string): Promise<Json[]> =>
  app.database.query(sql`
    select id, code, name, state, valid_from, valid_to, households, cell_count from grids
    where scheme = 'governance' and code = ${code(grid)} order by id`)

/** What must hold after any publication, said without the fabric: cells tile communities, grids are their cells, in every scheme. */
async function expectSound(): Promise<void> {
  const faults = await app.database.query(sql`
    with cells as (select community_code, sum(ST_Area(canonical)) as area, sum(households) as households from unit_cells where valid_to is null group by 1)
    select 'community' as fault, area.code from administrative_areas as area join cells on cells.community_code = area.code
    where area.valid_to is null and (abs(ST_Area(area.canonical) - cells.area) > 1000 or cells.households <> area.households)
    union all
    select 'overlap', one.code from unit_cells as one join unit_cells as other on one.id < other.id and one.geom && other.geom
    where one.valid_to is null and other.valid_to is null and one.community_code = ${community}
      and ST_Relate(one.canonical, other.canonical, '2********')
    union all
    select 'grid', grids.code from grids cross join lateral (
      select sum(ST_Area(unit_cells.canonical)) as area, sum(unit_cells.households) as households, count(*) as cells
      from grid_cell join unit_cells on unit_cells.id = unit_cell_id where grid_id = grids.id and unit_cells.valid_to is null) as own
    where grids.valid_to is null and grids.class = 'A' and exists (select from grid_cell where grid_id = grids.id)
      and (abs(ST_Area(grids.canonical) - own.area) > 1000 or own.households <> grids.households or own.cells <> grids.cell_count)
    union all
    select 'corner', cell.code from unit_cells as cell cross join lateral ST_DumpPoints(cell.canonical) as corner
    join administrative_areas as area on area.valid_to is null and area.canonical && corner.geom
      and ST_DWithin(ST_Boundary(area.canonical), corner.geom, 1)
    where cell.valid_to is null and cell.community_code = ${community}
      and not ST_Intersects(ST_Points(area.canonical), corner.geom)`)
  expect(faults).toEqual([])
}

test('before anything is published, all is sound', expectSound)

test('a moved border holds from its day on, the old one stays known, and people stay with their grids', async () => {
  const plan = await newPlan(app, community, '边界微调', { effective_on: day(0) })
  const { fabric, scope, counter } = await landOf(app, plan)
  const [{ cell, from, to } = { cell: '', from: '', to: '' }] = movableCells(fabric, scope)
  await draw(app, plan, [{ kind: 'assign_cells', cells: [cell], grid: to }])
  const before = counter.ofGrid(fabric, from)
  const moved = counter.ofCells([fabric.faces.get(cell)!])
  const people = async (grid: string) =>
    (await app.json(`/api/assignments?layer=grids&object_id=${(await rowsOf(grid)).at(-1)!.id}`)).assignments.map(
      ({ person_id, role, standing }: Json) => [person_id, role, standing].join(),
    )
  const held = await people(from)
  expect(held.length).toBeGreaterThan(0)
  const compared = await app.json(`/api/plans/${plan.id}/comparison`)
  const row = compared.grids.find(({ id }: Json) => id === from)
  expect(row).toMatchObject({
    kind: 'changed',
    before: { households: before.households },
    after: { households: before.households - moved.households },
  })

  await publishPlan(app, plan)
  const [was, now] = await rowsOf(from)
  expect(was).toMatchObject({ valid_to: day(0), households: before.households })
  expect(now).toMatchObject({ valid_from: day(0), valid_to: null, households: before.households - moved.households })
  expect(await people(from)).toEqual(held)
  const at = async (when: string) =>
    (await app.json(`/api/collections/grids/items?code=${code(from)}&scheme=governance&datetime=${when}`)).features.map(
      ({ id }: Json) => id,
    )
  expect([await at(day(-1)), await at(day(0))]).toEqual([[was.id], [now.id]])
  await expectSound()
  const { revisions } = await app.json('/api/schemes/governance/revisions')
  expect(revisions).toMatchObject([
    { number: 2, plan_id: plan.id, effective_on: day(0), summary: { grids_ended: 0, grids_added: 0 } },
  ])
  // What is published changes no more.
  expect((await doPlan(app, plan, 'undo', {}, 409)).code).toBe('plan_state')
})

test('a grid is split along a stroke: a new code, its people copied, its predecessor known', async () => {
  const plan = await newPlan(app, community, '一分为二')
  const { fabric } = await landOf(app, plan)
  const grid = splittableGrid(fabric, community, 2)
  const stroke = strokeAcross(fabric, grid.id)
  await draw(app, plan, [
    { kind: 'split_grid', grid: grid.id, stroke, new_grid: { id: 'governance/new-0a1b2c3d', name: '新划网格' } },
  ])
  const { groups } = await app.json(`/api/plans/${plan.id}/consequences`)
  expect(groups.filter(({ layer }: Json) => layer === 'people')).toMatchObject([
    { from: { id: grid.id }, to: { name: '新划网格' }, decision: 'copy' },
  ])
  const used = (await app.database.query<{ code: string }>(sql`select code from grids where scheme = 'governance'`)).map(
    (row) => row.code,
  )
  await publishPlan(app, plan)
  const [born] = await app.database.query<Json>(sql`select * from grids where name = '新划网格'`)
  expect(born).toMatchObject({ level: 3, class: 'A', state: 'current', valid_to: null, parent_code: code(grid.parent!) })
  expect(born.code.startsWith(community)).toBe(true)
  expect(used).not.toContain(born.code)
  const [origin] = await app.database.query<Json>(sql`
    select code from grid_lineage join grids on grids.id = predecessor_id where successor_id = ${born.id}`)
  expect(origin).toEqual({ code: code(grid.id) })
  expect((await app.json(`/api/assignments?layer=grids&object_id=${born.id}`)).total).toBeGreaterThan(0)
  await expectSound()
})

test('grids are merged, and the merger is taken back by a new plan; the old code is not used again', async () => {
  const plan = await newPlan(app, community, '合并')
  const { fabric, scope } = await landOf(app, plan)
  const pair = [...movableCells(fabric, scope)].find(
    ({ from, to }) => fabric.grids.get(from)!.parent === fabric.grids.get(to)!.parent,
  )!
  await draw(app, plan, [{ kind: 'merge_grids', into: pair.to, grids: [pair.from] }])
  await publishPlan(app, plan)
  expect((await rowsOf(pair.from)).at(-1)).toMatchObject({ state: 'merged', valid_to: day(0) })
  await expectSound()

  const [{ number }] = (await app.json('/api/schemes/governance/revisions')).revisions
  const response = await app.send('POST', `/api/schemes/governance/revisions/${number}/revert`, { name: '恢复' })
  expect(response.status, await response.clone().text()).toBe(201)
  const back = (await response.json()) as Json
  await publishPlan(app, back)
  const name = fabric.grids.get(pair.from)!.name
  const heirs = await app.database.query<Json>(
    sql`select code, cell_count from grids where scheme = 'governance' and name = ${name} and valid_to is null`,
  )
  expect(heirs).toMatchObject([{ cell_count: cellsOf(fabric, pair.from).length }])
  expect(heirs[0].code).not.toBe(code(pair.from))
  await expectSound()
})

test('a grid that was split and whose new part was given up again in the same plan is taken back like any other', async () => {
  const plan = await newPlan(app, community, '分了又合')
  const { fabric } = await landOf(app, plan)
  const grid = splittableGrid(fabric, community, 2)
  const part = { id: 'governance/new-4e5f6a7b', name: '又不要了' }
  await draw(app, plan, [{ kind: 'split_grid', grid: grid.id, stroke: strokeAcross(fabric, grid.id), new_grid: part }])
  await draw(app, plan, [{ kind: 'merge_grids', into: grid.id, grids: [part.id] }])
  await publishPlan(app, plan)
  const [{ number }] = (await app.json('/api/schemes/governance/revisions')).revisions
  const response = await app.send('POST', `/api/schemes/governance/revisions/${number}/revert`, { name: '恢复' })
  expect(response.status, await response.clone().text()).toBe(201)
  await publishPlan(app, await response.json())
  expect((await rowsOf(grid.id)).at(-1)).toMatchObject({ valid_to: null, cell_count: cellsOf(fabric, grid.id).length })
  await expectSound()
})

test('edits apart are both kept; on the same border the second planner is shown both shapes and loses nothing', async () => {
  const [one, two] = [await newPlan(app, community, '甲'), await newPlan(app, community, '乙')]
  const { fabric, scope } = await landOf(app, one)
  const movable = [...movableCells(fabric, scope)]
  const first = movable[0]!
  const apart = movable.find(
    ({ from, to, cell }) => cell !== first.cell && ![first.from, first.to].includes(from) && ![first.from, first.to].includes(to),
  )
  await draw(app, one, [{ kind: 'assign_cells', cells: [first.cell], grid: first.to }])
  await draw(app, two, [{ kind: 'rename_grid', grid: (apart ?? first).from, name: '乙起的名' }])
  await draw(app, two, [{ kind: 'assign_cells', cells: [first.cell], grid: first.to }])
  await publishPlan(app, one)
  const { steps } = await app.json(`/api/plans/${two.id}/steps`)
  expect(steps).toMatchObject([{ state: 'done' }, { state: 'done', conflict: { code: 'changed_meanwhile', ids: [first.cell] } }])
  expect(steps[0].conflict).toBe(undefined)
  expect(steps[1].shapes.map(({ grid }: Json) => grid).sort()).toEqual([first.from, first.to].sort())
  expect((await doPlan(app, two, 'submit', {}, 409)).code).toBe('plan_conflicts')
  // Undone like any other, it says what would become of it; done again it is in conflict as before.
  await doPlan(app, two, 'undo')
  const { number, conflict } = steps[1]
  const undone = (await app.json(`/api/plans/${two.id}/steps`)).steps
  expect(undone).toMatchObject([{ state: 'done' }, { number, state: 'undone', conflict }])
  await doPlan(app, two, 'redo')
  expect((await app.json(`/api/plans/${two.id}/steps`)).steps[1]).toMatchObject({ number, state: 'done', conflict })
  await doPlan(app, two, `steps/${steps[1].number}/drop`)
  await publishPlan(app, two)
  expect((await rowsOf((apart ?? first).from)).at(-1)).toMatchObject({ name: '乙起的名' })
  await expectSound()
})

test('a plan is for its author to draw and for somebody else to approve, in the territory of both', async () => {
  const town = community.slice(0, 9)
  const author = await app.signIn([{ role: 'planner', territory_code: town }])
  const reviewer = await app.signIn([{ role: 'planner', territory_code: town.slice(0, 6) }])
  const stranger = await app.signIn([{ role: 'planner', territory_code: `${town.slice(0, 6)}999` }])
  const viewer = await app.signIn([{ role: 'viewer', territory_code: '' }])
  const plan = await newPlan(app, community, '两人', {}, author)
  const { fabric, scope } = await landOf(app, plan)
  const [{ cell, to } = { cell: '', to: '' }] = movableCells(fabric, scope)
  const edits = [{ kind: 'assign_cells', cells: [cell], grid: to }]
  expect((await doPlan(app, plan, 'steps', { edits }, 403, stranger)).code).toBe('outside_territory')
  expect((await doPlan(app, plan, 'steps', { edits }, 403, viewer)).code).toBe('right_missing')
  await doPlan(app, plan, 'steps', { edits }, 201, author)
  await doPlan(app, plan, 'submit', {}, 200, author)
  expect((await doPlan(app, plan, 'approve', {}, 403, author)).code).toBe('plan_own')
  await doPlan(app, plan, 'return', { reason: '请沿路划' }, 200, reviewer)
  await doPlan(app, plan, 'submit', {}, 200, author)
  await doPlan(app, plan, 'approve', {}, 200, reviewer)
  expect((await app.json(`/api/plans/${plan.id}`)).events).toMatchObject([
    { action: 'submitted' },
    { action: 'returned', reason: '请沿路划' },
    { action: 'submitted' },
    { action: 'approved' },
  ])
})

test('a grid changed twice on one day keeps its people both times', async () => {
  const held = async (grid: string) =>
    (await app.json(`/api/assignments?layer=grids&object_id=${(await rowsOf(grid)).at(-1)!.id}`)).assignments
      .map(({ person_id, role, standing }: Json) => [person_id, role, standing].join())
      .sort()
  const first = await newPlan(app, community, '先改名')
  const { fabric } = await landOf(app, first)
  const grids = [...fabric.grids.values()].filter(
    ({ scheme, level, id }) => scheme === 'governance' && level === 2 && code(id).startsWith(community),
  )
  const staffed = []
  for (const { id } of grids) if ((await held(id)).length > 0) staffed.push(id)
  const grid = staffed[0]!
  const before = await held(grid)
  await draw(app, first, [{ kind: 'rename_grid', grid, name: '改一次' }])
  await publishPlan(app, first)
  expect(await held(grid)).toEqual(before)
  const second = await newPlan(app, community, '再改名')
  await draw(app, second, [{ kind: 'rename_grid', grid, name: '改两次' }])
  await publishPlan(app, second)
  expect((await rowsOf(grid)).at(-1)).toMatchObject({ name: '改两次', valid_to: null })
  expect(await held(grid)).toEqual(before)
})

test('a level more is one call: each grid has one below it at first, and a plan divides it', async () => {
  const response = await app.send('POST', '/api/schemes/governance/levels', { name_zh: '微网格', name_en: 'Micro grid' })
  expect(response.status, await response.clone().text()).toBe(201)
  expect(((await response.json()) as Json).levels).toHaveLength(4)
  await expectSound()
  const plan = await newPlan(app, community, '微网格划分')
  const { fabric } = await landOf(app, plan)
  const grid = splittableGrid(fabric, community, 3)
  await draw(app, plan, [
    {
      kind: 'split_grid',
      grid: grid.id,
      stroke: strokeAcross(fabric, grid.id),
      new_grid: { id: 'governance/new-00000001', name: '微网格2号' },
    },
  ])
  await publishPlan(app, plan)
  await expectSound()
})

test('rules are the scheme’s own: one made graver stops a plan until the exception has its reason', async () => {
  const rules = [{ rule: 'households', level: 4, severity: 'error', minimum: 100_000, maximum: null }]
  const seen = async () => ({ 'if-match': (await app.get('/api/schemes/governance')).headers.get('etag')! })
  const put = await app.send('PUT', '/api/schemes/governance/rules', { rules }, await seen())
  expect(put.status, await put.clone().text()).toBe(200)
  const plan = await newPlan(app, community, '太小')
  const { fabric } = await landOf(app, plan)
  const grid = splittableGrid(fabric, community, 3)
  await draw(app, plan, [
    {
      kind: 'split_grid',
      grid: grid.id,
      stroke: strokeAcross(fabric, grid.id),
      new_grid: { id: 'governance/new-00000002', name: '太小的网格' },
    },
  ])
  const refused = await doPlan(app, plan, 'submit', {}, 409)
  // Those that were too small before are none of the plan's business.
  expect([refused.code, refused.findings.map(({ grid: id }: Json) => id)]).toEqual(['plan_findings', ['governance/new-00000002']])
  await doPlan(app, plan, 'exceptions', { rule: 'households', grid: 'governance/new-00000002', reason: '独立院落' })
  await doPlan(app, plan, 'submit')
  await app.send('PUT', '/api/schemes/governance/rules', { rules: [] }, await seen())
})

test('published twice at once, a plan is published once; too much at once is refused whole', async () => {
  const plan = await newPlan(app, community, '同时发布')
  const { fabric, scope } = await landOf(app, plan)
  const [{ cell, to } = { cell: '', to: '' }] = movableCells(fabric, scope)
  const edit = { kind: 'assign_cells', cells: [cell], grid: to }
  expect((await draw(app, plan, Array(5001).fill(edit), 422)).code).toBe('edits_invalid')
  const ring = Array.from({ length: 200_000 }, (_, index) => [index, index % 7])
  const huge = { kind: 'split_grid', grid: to, stroke: ring, new_grid: { id: 'governance/new-000000ff', name: 'x' } }
  expect((await draw(app, plan, [huge], 422)).refusal.code).toBe('too_many_points')
  const named = { id: 'governance/new-000000fe', scheme: 'governance', level: 2, name: 'a\u0007b', parent: null }
  const hidden = [
    { kind: 'regroup', groups: [], new_grids: [named], retired: [] },
    { ...edit, note: '\u0000' },
  ]
  for (const bad of hidden) expect((await draw(app, plan, [bad], 422)).code).toBe('body_invalid')
  await draw(app, plan, [edit])
  await doPlan(app, plan, 'submit')
  const { version } = await doPlan(app, plan, 'approve')
  const before = (await app.json('/api/schemes/governance/revisions')).revisions.length
  const once = () => app.send('POST', `/api/plans/${plan.id}/publish`, {}, { 'if-match': `"${version}"` })
  const statuses = (await Promise.all([once(), once(), once()])).map(({ status }) => status).sort()
  expect(statuses).toEqual([200, 409, 409])
  expect((await app.json('/api/schemes/governance/revisions')).revisions.length).toBe(before + 1)
  await expectSound()
})

test('a cell that one scheme has cut from a later day on is not cut by another from an earlier one', async () => {
  const later = await newPlan(app, community, '下月', { effective_on: day(30) })
  const { fabric } = await landOf(app, later)
  const cell = [...fabric.faces.values()].find((face) => face.community === community && face.grids.fire)!
  const split = (stroke: object) => [{ kind: 'split_cell', cell: cell.id, stroke }]
  await draw(app, later, split(strokeThrough([cell])))
  await publishPlan(app, later)

  const today = await newPlan(app, community, '今天', { scheme: 'fire', effective_on: day(0) })
  const rest = (await landOf(app, today)).fabric.faces.get(cell.id)!
  await draw(app, today, split(strokeThrough([rest])))
  await doPlan(app, today, 'submit')
  await doPlan(app, today, 'approve')
  expect((await doPlan(app, today, 'publish', {}, 422)).code).toBe('effective_too_early')
  // On every day the land is covered once; until the cut holds, a vertex it set on a border may be half a millimetre beside the old one.
  for (const when of [day(0), day(30)]) {
    const overlaps = await app.database.query(sql`
      with cells as materialized (
        select id, geom, canonical from unit_cells where community_code = ${community}
          and valid_from <= ${when}::text::date and (valid_to is null or valid_to > ${when}::text::date))
      select one.id from cells as one join cells as other on one.id < other.id and one.geom && other.geom
      where ST_Relate(one.canonical, other.canonical, '2********')
        and ST_Area(ST_Intersection(one.canonical, other.canonical)) > 1e6`)
    expect(overlaps).toEqual([])
  }
  await expectSound()
})

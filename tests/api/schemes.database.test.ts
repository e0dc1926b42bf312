// Schemes of grids without code: made, divided, compared; land that came with its grids only.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { asOwner } from '../helpers/database.ts'
import { doPlan, draw, landOf, newPlan, publishPlan, strokeAcross } from '../helpers/plans.ts'
import { problemOf } from '../helpers/problems.ts'
import { polygonOf, storeSquareTown } from '../helpers/square_town.ts'
import { storeStaff } from '../helpers/staff.ts'

let app: TestApp
const TOWN = '411825100'
const WEST = '411825100001'
const day = (offset: number) => new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  app = await startApp({ demo: false })
  await storeSquareTown(app.database)
})
afterAll(() => app?.close())

const send = async (method: string, path: string, body: object, status = 201, headers = {}): Promise<Json> => {
  const response = await app.send(method, path, body, headers)
  const text = await response.text()
  expect(response.status, text).toBe(status)
  return JSON.parse(text)
}

/*
 *   +-----------+-----------+    The squares come with grids and with cells that nothing links. Without cells,
 *   |    12     |    22     |    each grid becomes one, and a stroke through grid 11 cuts its cell in two.
 *   +-----------+-----------+
 *   |--- 11 ----|    21     |
 *   +-----------+-----------+
 */
test('imported grids become cells, which a plan then cuts', async () => {
  expect((await send('POST', '/api/schemes/squares/cells', { territory_code: TOWN }, 409)).code).toBe('cells_present')
  await app.database.query(sql`delete from unit_cells`)
  await app.database.query(sql`update grids set parent_code = left(code, 12) || '000' where level = 2 and class = 'A'`)
  await send('POST', '/api/schemes/squares/cells', { territory_code: TOWN })
  const [{ count }] = (await app.database.query(sql`select count(*)::integer as count from grid_cell`)) as [{ count: number }]
  expect(count).toBe(8)

  const plan = await newPlan(app, WEST, '切一刀', { scheme: 'squares' })
  const { fabric } = await landOf(app, plan)
  const grid = `squares/${WEST}100`
  await draw(app, plan, [
    { kind: 'split_grid', grid, stroke: strokeAcross(fabric, grid), new_grid: { id: 'squares/new-00000001', name: '北半格' } },
  ])
  await publishPlan(app, plan)
  const compared = (await app.json(`/api/schemes/squares/comparison?from=${day(-1)}&to=${day(0)}&territory=${WEST}`)).grids
  expect(compared.map(({ kind, name }: Json) => [kind, name])).toEqual(
    expect.arrayContaining([
      ['changed', `格${WEST}100`],
      ['new', '北半格'],
    ]),
  )
  const areas = compared.map(({ after }: Json) => after.area_m2)
  expect(areas.reduce((sum: number, each: number) => sum + each, 0) / 500_000).toBeCloseTo(1, 2)
  const born = compared.find(({ kind }: Json) => kind === 'new')
  expect([born.predecessors, born.before, born.after_shape.type]).toEqual([[grid], null, 'MultiPolygon'])
})

test('a second scheme stands on the same cells; it is drawn from nothing, and the first keeps its grids', async () => {
  const levels = [{ name_zh: '片', name_en: 'Area' }]
  await send('POST', '/api/schemes', { id: 'forest', name_zh: '护林', name_en: 'Forest', within_community: false, levels })
  expect((await send('POST', '/api/schemes', { id: 'forest', name_zh: '护林', name_en: 'Forest', levels }, 409)).code).toBe(
    'scheme_taken',
  )
  const plan = await newPlan(app, TOWN, '护林', { scheme: 'forest' })
  const { fabric } = await landOf(app, plan)
  const cells = [...fabric.faces.keys()]
  const grid = { id: 'forest/new-0000000a', scheme: 'forest', level: 0, name: '全镇', parent: null }
  await draw(app, plan, [{ kind: 'regroup', groups: [{ grid: grid.id, cells }], new_grids: [grid], retired: [] }])
  const before = await app.database.query(sql`select id from grids where scheme = 'squares' and valid_to is null order by id`)
  await publishPlan(app, plan)
  expect(await app.database.query(sql`select id from grids where scheme = 'squares' and valid_to is null order by id`)).toEqual(
    before,
  )
  const [whole] = (await app.database.query<Json>(sql`
    select code, cell_count, ST_Area(canonical) as area from grids where scheme = 'forest' and valid_to is null`)) as [Json]
  expect(whole).toMatchObject({ code: `${TOWN}000001`, cell_count: cells.length })
  expect(whole.area).toBeCloseTo(2e12, -9)
  const { schemes } = await app.json('/api/schemes')
  expect(schemes.find(({ id }: Json) => id === 'forest')).toMatchObject({
    revision: 2,
    levels: [{ level: 1, name_zh: '片', grids: 1 }],
  })
  const ofSquares = schemes.find(({ id }: Json) => id === 'squares').levels.map(({ grids }: Json) => grids)
  const kept = await app.json('/api/collections/grids/items?scheme=squares&limit=1')
  expect(ofSquares.reduce((sum: number, grids: number) => sum + grids, 0)).toBe(kept.numberMatched)
})

/*
 *   A key site in grid 12; after a stroke through the grid it stands under the half that it lies in.
 *   +-----------+
 *   |   [s] 12  |
 *   +-----------+
 */
test('trades and key sites are grids without land: set up, kept inside a grid, retired with their people', async () => {
  const geometry = await polygonOf(app.database, [
    [0.4, 0.8],
    [0.5, 0.8],
    [0.5, 0.9],
    [0.4, 0.9],
  ])
  const site = await send('POST', '/api/schemes/squares/grids', { class: 'C', name: '方格中学', level: 2, geometry })
  expect(site).toMatchObject({ class: 'C', parent_code: `${WEST}200` })
  const trade = await send('POST', '/api/schemes/squares/grids', { class: 'B', name: '餐饮业', level: 2, territory_code: TOWN })
  expect(trade).toMatchObject({ class: 'B', parent_code: null })
  expect([site.code.slice(0, 12), trade.code.slice(0, 12)]).toEqual([WEST, `${TOWN}000`])
  const across = await polygonOf(app.database, [
    [0.9, 0.8],
    [1.1, 0.8],
    [1.1, 0.9],
    [0.9, 0.9],
  ])
  const wide = { class: 'C', name: '跨界', level: 2, geometry: across }
  expect((await send('POST', '/api/schemes/squares/grids', wide, 422)).code).toBe('site_outside')
  expect((await send('POST', `/api/schemes/squares/grids/${WEST}200/retire`, {}, 409)).code).toBe('grid_has_land')

  const plan = await newPlan(app, WEST, '再切', { scheme: 'squares' })
  const { fabric } = await landOf(app, plan)
  const grid = `squares/${WEST}200`
  await draw(app, plan, [
    { kind: 'split_grid', grid, stroke: strokeAcross(fabric, grid), new_grid: { id: 'squares/new-00000002', name: '校区' } },
  ])
  await publishPlan(app, plan)
  const [moved] = (await app.database.query<Json>(sql`
    select parent.name from grids as site join grids as parent on parent.code = site.parent_code and parent.scheme = site.scheme
    where site.code = ${site.code} and parent.valid_to is null`)) as [Json]
  expect(moved.name).toBe('校区')
  expect(await send('POST', `/api/schemes/squares/grids/${site.code}/retire`, {}, 200)).toMatchObject({ state: 'retired' })
})

test('the grids of any day, and which cell lies in which of them, leave as tables with codes as texts', async () => {
  const lines = async (path: string) => {
    const response = await app.get(path, { 'accept-language': 'en' })
    expect(response.status).toBe(200)
    return (await response.text()).replace('\ufeff', '').trimEnd().split('\r\n')
  }
  const [header, ...cells] = await lines(`/api/schemes/squares/cells?format=csv&territory=${WEST}`)
  expect(header).toBe('Cell,Households,People,Level 1 code,Level 1,Level 2 code,Level 2')
  expect(cells.every((line) => /^\d{15},\d+,\d+,\d{15},[^,]+,\d{15},[^,]+$/.test(line))).toBe(true)
  const then = await lines(`/api/schemes/squares/cells?format=csv&territory=${WEST}&at=${day(-1)}`)
  expect([then.length - 1, cells.length]).toEqual([2, 4])
  const grids = await lines(`/api/schemes/squares/grids?format=csv&territory=${WEST}`)
  expect(grids.some((line) => line.includes('北半格'))).toBe(true)
  const workbook = await app.get('/api/schemes/squares/grids')
  expect(workbook.headers.get('content-type')).toContain('spreadsheetml')
})

test('rules are set from the state that was seen: of two who set them, the second learns what the first has set', async () => {
  const rule = (rule: string, maximum: number) => ({ rule, severity: 'warning', level: 2, maximum })
  const put = (rules: Json[], version?: string) =>
    app.send('PUT', '/api/schemes/squares/rules', { rules }, version === undefined ? {} : { 'if-match': version })
  const etag = async () => (await app.get('/api/schemes/squares')).headers.get('etag')!
  expect(await problemOf(await put([rule('cells', 20)]))).toMatchObject({ status: 428, code: 'if_match_required' })

  const before = await etag()
  const first = await put([rule('cells', 20)], before)
  expect(first.status).toBe(200)
  expect(first.headers.get('etag')).not.toBe(before)
  const late = (await problemOf(await put([rule('span', 9)], before))) as Json
  expect(late).toMatchObject({ status: 412, code: 'version_conflict', current: { id: 'squares' } })
  expect(late.current.own_rules).toMatchObject([{ rule: 'cells', maximum: 20 }])
  expect(`"${late.current.version}"`).toBe(first.headers.get('etag'))

  const now = await etag()
  const both = await Promise.all([put([rule('span', 7)], now), put([rule('span', 8)], now)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  const { own_rules } = await app.json('/api/schemes/squares')
  expect(own_rules).toEqual(((await both.find(({ status }) => status === 200)!.json()) as Json).own_rules)
  // Given up and set again it is not as it was seen before.
  expect((await put([], await etag())).status).toBe(200)
  expect((await put([rule('cells', 5)], before)).status).toBe(412)
})

/** A scheme of one level with a grid of a trade in it. */
async function makeScheme(id: string): Promise<Json> {
  const levels = [{ name_zh: '片', name_en: 'Area' }]
  await send('POST', '/api/schemes', { id, name_zh: id, name_en: id, levels })
  return send('POST', `/api/schemes/${id}/grids`, { class: 'B', name: '餐饮业', level: 1, territory_code: TOWN })
}
const deleteScheme = async (id: string, headers?: Record<string, string>) =>
  app.send('DELETE', `/api/schemes/${id}`, undefined, {
    'if-match': (await app.get(`/api/schemes/${id}`)).headers.get('etag') ?? '"1"',
    ...headers,
  })

test('a scheme made by mistake is deleted with all that came into it, and nothing of the others', async () => {
  const others = async () => [
    await app.database.query(sql`select id, scheme, valid_to from grids where scheme <> 'mistake' order by id`),
    await app.database.query(sql`select id from unit_cells order by id`),
    await app.database.query(sql`select id from plans where scheme <> 'mistake' order by id`),
  ]
  await makeScheme('mistake')
  const rules = [{ rule: 'cells', severity: 'warning', level: 1, maximum: 9 }]
  const seen = (await app.get('/api/schemes/mistake')).headers.get('etag')!
  await send('PUT', '/api/schemes/mistake/rules', { rules }, 200, { 'if-match': seen })
  const plan = await newPlan(app, TOWN, '试', { scheme: 'mistake' })
  const before = await others()
  expect(await problemOf(await deleteScheme('mistake'))).toMatchObject({
    status: 409,
    code: 'scheme_in_use',
    current: { published: 0, plans: 1, assignments: 0, case_kinds: 0 },
  })
  await doPlan(app, plan, 'withdraw')

  expect((await app.send('DELETE', '/api/schemes/mistake')).status).toBe(428)
  expect(await problemOf(await deleteScheme('mistake', { 'if-match': seen }))).toMatchObject({
    code: 'version_conflict',
    current: { own_rules: [{ rule: 'cells' }] },
  })
  const planner = await app.signIn([{ role: 'planner', territory_code: '' }])
  expect((await deleteScheme('mistake', planner)).status).toBe(403)
  const ofCounty = await app.signIn([{ role: 'administrator', territory_code: '411825' }])
  expect(await problemOf(await deleteScheme('mistake', ofCounty))).toMatchObject({ code: 'outside_territory' })

  expect((await deleteScheme('mistake')).status).toBe(204)
  expect((await app.get('/api/schemes/mistake')).status).toBe(404)
  expect((await deleteScheme('mistake')).status).toBe(404)
  expect((await app.json('/api/collections/grids/items?scheme=mistake')).numberMatched).toBe(0)
  expect(await others()).toEqual(before)
  const told = await app.database.query(sql`
    select subject from audit_entries where action = 'delete' and 'mistake' in (before ->> 'scheme', before ->> 'id') order by subject`)
  expect(told.map(({ subject }: Json) => subject)).toEqual(['grids', 'plans', 'scheme', 'scheme_rules'])
  expect(await makeScheme('mistake')).toMatchObject({ class: 'B' })
  expect((await deleteScheme('mistake')).status).toBe(204)
})

test('a scheme on which something was built is not deleted: plans, people, cases', async () => {
  const published = (await problemOf(await deleteScheme('squares'))) as Json
  expect(published).toMatchObject({
    code: 'scheme_in_use',
    detail: expect.stringMatching(/^这个网格体系不能删除：已发布过 \d 个方案/),
  })
  expect(published.current.published).toBeGreaterThan(0)

  const { id: grid } = await makeScheme('manned')
  const { person } = await storeStaff(app.database)
  await app.database.query(sql`
    insert into assignments (layer, object_id, role, standing, person_id, valid_from, valid_to)
    values ('grids', ${grid}, 'grid_leader', 'A', ${person('W1')}, '2025-01-01', '2025-02-01')`)
  expect(await problemOf(await deleteScheme('manned'))).toMatchObject({ current: { assignments: 1 } })

  await makeScheme('ruled')
  await app.database.query(sql`
    update case_kinds set owner_rule = '[{"grid": ["grid_leader"], "scheme": "ruled"}, {"department": "city"}]'
    where id = (select min(id) from case_kinds)`)
  expect(await problemOf(await deleteScheme('ruled'))).toMatchObject({ current: { case_kinds: 1, assignments: 0 } })
  for (const id of ['squares', 'manned', 'ruled']) expect((await app.get(`/api/schemes/${id}`)).status).toBe(200)
})

test('what is no scheme, day, rule or place is refused by name', async () => {
  for (const [path, field] of [
    ['/api/schemes/squares/comparison?from=2026-02-30&to=2026-03-01', 'from'],
    ['/api/schemes/squares/comparison?from=2026-03-01', 'to'],
    ['/api/schemes/squares/comparison?from=2026-03-01&to=2026-03-01&territory=x', 'territory'],
  ])
    expect(((await (await app.get(path!)).json()) as Json).field).toBe(field)
  expect((await app.get('/api/schemes/none')).status).toBe(404)
  const seen = { 'if-match': (await app.get('/api/schemes/squares')).headers.get('etag')! }
  for (const rule of [
    { rule: 'none', severity: 'error' },
    { rule: 'cells', severity: 'loud' },
    { rule: 'cells', severity: 'error', minimum: 5, maximum: 3 },
    { rule: 'cells', severity: 'error', level: 9 },
  ])
    expect((await send('PUT', '/api/schemes/squares/rules', { rules: [rule] }, 422, seen)).code).toBe('body_invalid')
  const nowhere = await app.send('POST', '/api/plans', { name: '无', scheme: 'squares', territory_code: '999999' })
  expect(((await nowhere.json()) as Json).code).toBe('plan_place_unknown')
  const yesterday = { name: '昨天', scheme: 'squares', territory_code: WEST, effective_on: day(-1) }
  expect(((await (await app.send('POST', '/api/plans', yesterday)).json()) as Json).code).toBe('effective_too_early')
  const plan = await newPlan(app, WEST, '放久了', { scheme: 'squares', effective_on: day(1) })
  expect((await doPlan(app, plan, '', { effective_on: day(-1) }, 422)).code).toBe('effective_too_early')
  const { fabric } = await landOf(app, plan)
  const grid = [...fabric.grids.values()].find(
    ({ id, level, scheme }) => scheme === 'squares' && level === 1 && id.startsWith(`squares/${WEST}`),
  )!
  await draw(app, plan, [{ kind: 'rename_grid', grid: grid.id, name: '新名' }])
  await doPlan(app, plan, 'submit')
  // Its day passes while it waits.
  await asOwner(app.database, (transaction) =>
    transaction.query(sql`update plans set effective_on = ${day(-1)}::date where id = ${plan.id}::integer`),
  )
  expect((await doPlan(app, plan, 'approve', {}, 422)).code).toBe('effective_too_early')
})

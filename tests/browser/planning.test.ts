// A planner at work: borders drawn with a mouse, steps that are still there (or still undone) after a reload, and the way of a plan
// to publication.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import type { Position } from '#geodata/fabric/index.ts'
import { parentsFor } from '../../web/planning/land/parents.ts'
import { signIn, type TestSession } from '../helpers/session.ts'
import { addressOf, consolePages, nothing } from './console_page.ts'
import {
  ask,
  type Drawing,
  drawingOf,
  findStroke,
  findStrokePast,
  pixelOf,
  type Stroke,
  type TestPlan,
  ZOOM,
} from './plan_page.ts'

const console = consolePages()
const WIDE = { viewport: { width: 1280, height: 760 } }

let planner: TestSession
let drawing: Drawing
let stroke: Stroke
let town: string

beforeAll(async () => {
  const { url } = console.server()
  planner = await signIn(url, 'planner-town', DEMO_PASSWORD)
  const session = await ask<{ rights: Record<string, string[]> }>(url, planner, 'GET', '/api/session')
  town = session.rights['plans.write']![0]!
  const { id } = await makePlan('读地')
  drawing = await drawingOf(url, planner, id)
  stroke = findStroke(drawing)
})

const makePlan = (name: string): Promise<TestPlan> =>
  ask(console.server().url, planner, 'POST', '/api/plans', { name, scheme: 'governance', territory_code: town })

/** A plan of its own for a test, opened where the stroke is going to be drawn. */
async function openPlan(name: string, more = '', middle = stroke.middle): Promise<{ page: Page; plan: TestPlan }> {
  const plan = await makePlan(name)
  const [longitude, latitude] = drawing.toDegrees(middle)
  const page = await console.open(`/?work=planning&plan=${plan.id}&at=${longitude},${latitude},${ZOOM}${more}`, {
    ...WIDE,
    as: planner,
  })
  await tools(page).waitFor()
  return { page, plan }
}

const tools = (page: Page): Locator => page.getByRole('toolbar', { name: /绘图工具|Drawing tools/ })
const hint = (page: Page): Locator => page.locator('[data-tone] [role="status"]')
const side = (page: Page, grid: string): Locator => page.locator(`table[data-grid="${grid}"]`)
const saved = (page: Page): Promise<void> => page.getByText('已全部保存').waitFor()

async function press(
  page: Page,
  places: Stroke['places'],
  last: 'click' | 'dblclick' | 'hover',
  at = stroke.middle,
): Promise<void> {
  const middle = drawing.toDegrees(at)
  for (const [index, place] of places.entries()) {
    const { x, y } = await pixelOf(page, middle, drawing.toDegrees(place))
    await page.mouse.move(x - 3, y - 3)
    await page.mouse.move(x, y)
    const isLast = index === places.length - 1
    if (isLast && last === 'hover') return
    await (isLast && last === 'dblclick' ? page.mouse.dblclick(x, y) : page.mouse.click(x, y))
  }
}

async function numberOf(page: Page, grid: string, measure: string): Promise<{ now: string; change: string }> {
  const cells = side(page, grid).locator(`[data-measure="${measure}"] td`)
  return { now: ((await cells.first().textContent()) ?? '').trim(), change: ((await cells.last().textContent()) ?? '').trim() }
}

test('a border follows the stroke, the numbers of both sides move on the way, and an undone step is still undone after a reload', async () => {
  const { page, plan } = await openPlan('重画一条边界')
  const [one, other] = stroke.grids
  await page.keyboard.press('r')
  await hint(page).getByText('从两个网格的边界上开始').waitFor()
  await press(page, stroke.places, 'hover')
  await expect.poll(async () => (await numberOf(page, one, 'area_m2')).change).toMatch(/^[+−]/)
  const [mine, theirs] = [await numberOf(page, one, 'area_m2'), await numberOf(page, other, 'area_m2')]
  // What one side loses the other gains.
  expect(mine.change.slice(1)).toBe(theirs.change.slice(1))
  expect(mine.change[0]).not.toBe(theirs.change[0])
  await press(page, [stroke.places.at(-1)!], 'dblclick')
  await hint(page).getByText('从两个网格的边界上开始').waitFor()
  await saved(page)
  const steps = () =>
    ask<{ steps: { state: string }[] }>(console.server().url, planner, 'GET', `/api/plans/${plan.id}/steps`).then((answer) =>
      answer.steps.map(({ state }) => state),
    )
  await expect.poll(steps).toEqual(['done'])

  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect.poll(steps).toEqual(['undone'])
  await page.reload()
  await tools(page).waitFor()
  await expect.poll(() => tools(page).getByRole('button', { name: '撤销' }).isDisabled()).toBe(true)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(steps).toEqual(['done'])
  expect(console.troubles()).toEqual([nothing])
})

test('in English, grids have their English names in the list and beside the map', async () => {
  const [one] = stroke.grids
  const [grid] = await console.features('grids', `scheme=governance&code=${one.split('/')[1]}`)
  const { page } = await openPlan('English', '&lang=en')
  // Most are folded in the tree; what is looked for stands in a list.
  await page.getByLabel('Find a grid').fill(String(grid!.properties.name_en))
  await page.locator(`li [data-grid="${one}"]`).getByText(String(grid!.properties.name_en)).waitFor()
  await page.keyboard.press('r')
  await press(page, stroke.places, 'hover')
  await side(page, one).getByText(String(grid!.properties.name_en)).waitFor()
})

test('a border can be drawn in one pull, and the tool stays in hand', async () => {
  const { page } = await openPlan('按住拖画')
  await page.keyboard.press('r')
  const middle = drawing.toDegrees(stroke.middle)
  const pixels = await Promise.all(stroke.places.map((place) => pixelOf(page, middle, drawing.toDegrees(place))))
  // Begun beside every border, it comes to nothing, and nothing of it is left.
  await page.mouse.move(pixels[1]!.x, pixels[1]!.y)
  await page.mouse.down()
  await page.mouse.move(pixels[2]!.x, pixels[2]!.y, { steps: 8 })
  await page.mouse.up()
  await hint(page).getByText('起点和终点要落在同一个网格的边界上').waitFor()
  await page.mouse.move(pixels[0]!.x - 3, pixels[0]!.y)
  await page.mouse.move(pixels[0]!.x, pixels[0]!.y)
  expect(console.troubles().flatMap(({ errors }) => errors)).toEqual([])
  await page.mouse.down()
  for (const { x, y } of pixels.slice(1)) await page.mouse.move(x, y, { steps: 8 })
  await page.mouse.up()
  await expect.poll(() => tools(page).getByRole('button', { name: '撤销' }).isEnabled()).toBe(true)
  await hint(page).getByText('从两个网格的边界上开始').waitFor()
  await saved(page)
})

test('a border can be drawn with keys alone', async () => {
  const { page } = await openPlan('只用键盘')
  await page.keyboard.press('r')
  // The middle of the map lies on the border.
  await page.keyboard.press('Space')
  for (const key of ['ArrowRight', 'ArrowDown']) {
    for (let count = 0; count < 4; count++) await page.keyboard.press(key)
    await page.keyboard.press('Space')
  }
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect.poll(() => tools(page).getByRole('button', { name: '撤销' }).isEnabled()).toBe(true)
  await saved(page)
})

test('one stroke past a corner takes land from two neighbours at once', async () => {
  const past = findStrokePast(drawing)
  const { page, plan } = await openPlan('绕过一个角', '', past.middle)
  await page.keyboard.press('r')
  await press(page, past.places, 'dblclick', past.middle)
  await saved(page)
  const { steps } = await ask<{ steps: { edits: { grids: string[] }[] }[] }>(
    console.server().url,
    planner,
    'GET',
    `/api/plans/${plan.id}/steps`,
  )
  expect(steps.map(({ edits }) => edits.map(({ grids }) => [...grids].sort()))).toEqual([
    [[past.grids[0], ...past.others].sort()],
  ])
  expect(console.troubles()).toEqual([nothing])
})

test('a grid gets another name and another grid above it from its row', async () => {
  const { page, plan } = await openPlan('改名改归属')
  const { fabric, scope } = drawing
  const grid = [...fabric.grids.values()].find(
    ({ id, scheme, level }) => scheme === scope.scheme && level > 1 && fabric.cells.has(id) && parentsFor(fabric, id).length > 0,
  )!
  await page.getByLabel('查找网格').fill(grid.name)
  const choose = async (item: string) => {
    await page.getByRole('button', { name: `“${grid.name}”的操作` }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await choose('改归另一上级网格')
  await page.getByLabel(`“${grid.name}”归到哪个上级网格`).selectOption({ index: 1 })
  await saved(page)
  await choose('改名')
  await page.getByLabel('网格改名').fill('新名字')
  await page.keyboard.press('Enter')
  await page.getByLabel('查找网格').fill('新名字')
  await page.getByRole('button', { name: '选定“新名字”' }).waitFor()
  await saved(page)
  const { steps } = await ask<{ steps: { edits: object[] }[] }>(
    console.server().url,
    planner,
    'GET',
    `/api/plans/${plan.id}/steps`,
  )
  expect(steps.map(({ edits }) => edits)).toMatchObject([
    [{ kind: 'reparent_grid', grid: grid.id }],
    [{ kind: 'rename_grid', grid: grid.id, name: '新名字' }],
  ])
  expect(console.troubles()).toEqual([nothing])
})

test('land is divided by the machine: where that cannot be is named, what it proposes is one step', async () => {
  const { page, plan } = await openPlan('自动划分')
  const lowest = drawing.fabric.schemes.get('governance')!.levels - 1
  const grids = [...drawing.fabric.cells.keys()].filter((id) => {
    const grid = drawing.fabric.grids.get(id)
    return grid?.scheme === 'governance' && grid.level === lowest
  }).length
  await page.getByRole('button', { name: '自动划分' }).click()
  const panel = page.getByRole('region', { name: '自动划分' })
  const run = () => panel.getByRole('button', { name: '开始计算' }).click()
  await panel.getByText('重新划分').click()
  await panel.getByLabel('户数 至少').fill('')
  await panel.getByLabel('户数 至多').fill('')
  await panel.getByLabel('单元格 至少').fill('5000')
  await panel.getByLabel('单元格 至多').fill('6000')
  await run()
  const missed = panel.getByRole('listitem').filter({ hasText: '全部土地也不够一个网格的下限' })
  await missed.first().waitFor()
  const before = page.url()
  await missed.first().click()
  await expect.poll(() => page.url()).not.toBe(before)
  await panel.getByRole('button', { name: '放弃' }).click()

  await panel.getByText('重新划分').click()
  await panel.getByText('按个数').click()
  await panel.getByLabel('网格个数').fill('1')
  await run()
  await panel.getByText(/个数比村（社区）或上级网格还少/).waitFor()
  await panel.getByRole('button', { name: '放弃' }).click()

  await panel.getByText('重新划分').click()
  await panel.getByText('按个数').click()
  await panel.getByLabel('网格个数').fill(String(grids))
  await run()
  await panel.getByText(`${grids} 个网格，轮廓见地图`).waitFor()
  await panel.getByRole('button', { name: '采用，作为一步' }).click()
  await saved(page)
  const { steps } = await ask<{ steps: { state: string; edits: { kind: string }[] }[] }>(
    console.server().url,
    planner,
    'GET',
    `/api/plans/${plan.id}/steps`,
  )
  expect(steps).toMatchObject([{ state: 'done', edits: [{ kind: 'regroup' }] }])
  expect(console.troubles()).toEqual([nothing])
})

test('a stroke that crosses itself is refused in words, and nothing is changed', async () => {
  const { page } = await openPlan('画错的边界')
  await page.keyboard.press('r')
  // Far along, back at twice the distance, and across the first piece to the end.
  const [start, first, second, end] = stroke.places as [Position, Position, Position, Position]
  const along = (share: number, beside: number): Position => [
    Math.round(start[0] + share * (end[0] - start[0]) + beside * (first[0] - start[0] - 0.3 * (end[0] - start[0]))),
    Math.round(start[1] + share * (end[1] - start[1]) + beside * (first[1] - start[1] - 0.3 * (end[1] - start[1]))),
  ]
  await press(page, [start, second, along(0.2, 2), end], 'dblclick')
  await hint(page).getByText('画的线与自己相交').waitFor()
  await expect.poll(() => tools(page).getByRole('button', { name: '撤销' }).isDisabled()).toBe(true)
  // Escape drops the stroke, and the tool only when there is none.
  await page.keyboard.press('Escape')
  await hint(page).getByText('从两个网格的边界上开始').waitFor()
  await page.keyboard.press('Escape')
  await hint(page).waitFor({ state: 'detached' })
})

test('a grid is split along a stroke: the new one has a name, numbers, and stands in the list', async () => {
  const { page } = await openPlan('切分网格')
  await page.keyboard.press('x')
  const [start, first] = stroke.places as [Position, Position]
  // Into the grid at a right angle to its border; the other end is found on the opposite side.
  await press(page, [start, first], 'click')
  await page.keyboard.press('Enter')
  const outcome = page.locator('[data-tone="bad"]').or(page.locator('li [data-grid*="new-"]'))
  await outcome.first().waitFor()
  expect(await page.locator('[data-tone="bad"]').count(), String(await hint(page).allTextContents())).toBe(0)
  await saved(page)
})

test('what is drawn while the server is away waits, survives the page, and is sent when it is back', async () => {
  const { page, plan } = await openPlan('断网时画的')
  await page.route('**/api/plans/*/steps', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await page.keyboard.press('r')
  await press(page, stroke.places, 'dblclick')
  await page.getByText('未保存 1 步').waitFor()
  await page.unroute('**/api/plans/*/steps')
  await page.reload()
  await tools(page).waitFor()
  await saved(page)
  const answer = await ask<{ steps: object[] }>(console.server().url, planner, 'GET', `/api/plans/${plan.id}/steps`)
  expect(answer.steps).toHaveLength(1)
  expect(await tools(page).getByRole('button', { name: '撤销' }).isEnabled()).toBe(true)
})

test('a step that somebody else overtook is named with both shapes, and can be undone, redone and given up', async () => {
  const { url, administrator } = console.server()
  const late = await makePlan('晚了一步')
  const first = await makePlan('先发布的')
  const edits = [{ kind: 'reshape_border', grids: stroke.grids, stroke: stroke.places }]
  for (const { id, version } of [late, first]) await ask(url, planner, 'POST', `/api/plans/${id}/steps`, { edits }, version)
  for (const [as, action] of [
    [planner, 'submit'],
    [administrator, 'approve'],
    [administrator, 'publish'],
  ] as const) {
    const { version } = await ask<TestPlan>(url, as, 'GET', `/api/plans/${first.id}`)
    await ask(url, as, 'POST', `/api/plans/${first.id}/${action}`, {}, version)
  }
  const page = await console.open(`/?work=planning&plan=${late.id}`, { ...WIDE, as: planner })
  const conflicts = page.getByRole('region', { name: '1 步与现行网格冲突' })
  await conflicts.getByRole('button', { name: '在地图上看' }).click()
  // Undone like any other step, and done again it conflicts as before, also after a reload between.
  await page.keyboard.press('Control+z')
  await conflicts.waitFor({ state: 'detached' })
  await saved(page)
  await page.reload()
  await expect.poll(() => tools(page).getByRole('button', { name: '重做' }).isEnabled()).toBe(true)
  await page.keyboard.press('Control+Shift+z')
  await conflicts.waitFor()
  await saved(page)
  await conflicts.getByRole('button', { name: '放弃这一步' }).click()
  await conflicts.waitFor({ state: 'detached' })
})

test('a plan goes from its author to an administrator, who publishes it after seeing what that does', async () => {
  // What has been published by now has changed the land.
  const { id } = await makePlan('读地')
  drawing = await drawingOf(console.server().url, planner, id)
  stroke = findStroke(drawing)
  const { page, plan } = await openPlan('要发布的方案', '&tab=flow')
  await page.keyboard.press('r')
  await press(page, stroke.places, 'dblclick')
  await saved(page)
  const flow = page.getByRole('region', { name: '流转' })
  // The click leaves the field, which is kept, and hands in at the same moment.
  await flow.getByLabel('说明').pressSequentially('便于物业管理')
  await flow.getByRole('button', { name: '提交审核' }).click()
  await flow.getByText('方案在审核中').waitFor()
  expect(await flow.getByLabel('说明').inputValue()).toBe('便于物业管理')

  const reviewer = await console.open(`/?work=planning&plan=${plan.id}&tab=compare`, WIDE)
  const compared = reviewer.getByRole('region', { name: '比较' })
  for (const grid of stroke.grids) await compared.locator(`[data-grid="${grid}"] [data-measure="area_m2"]`).waitFor()
  // Beside each other: a second map lies over the first, up to the bar.
  await reviewer.getByRole('radio', { name: '卷帘' }).check({ force: true })
  const bar = reviewer.getByRole('slider', { name: '卷帘' })
  await bar.press('ArrowRight')
  await expect.poll(() => bar.getAttribute('aria-valuenow')).toBe('52')
  await reviewer.getByRole('radio', { name: '差异' }).check({ force: true })
  await bar.waitFor({ state: 'detached' })
  await reviewer.getByRole('radio', { name: '流转' }).check({ force: true })
  await reviewer.getByLabel('批注内容').fill('同意，注意交接消火栓')
  await reviewer.getByRole('button', { name: '发表' }).click()
  await reviewer.getByRole('button', { name: '批准' }).click()
  await reviewer.getByRole('button', { name: '发布', exact: true }).click()
  await reviewer.getByText('改变 2 个').waitFor()
  await reviewer.getByRole('button', { name: '确认发布' }).click()
  await reviewer.getByText('方案已发布，不能再改。').waitFor()
  // The author hears of it without asking.
  await flow.getByText('方案已发布，不能再改。').waitFor()
  await flow.getByText('同意，注意交接消火栓').waitFor()
  expect(addressOf(page).get('plan')).toBe(String(plan.id))
})

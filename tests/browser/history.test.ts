// How the grids came to be what they are: what was published, a day of the past on the map, two days beside each other, the way back.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import { signIn } from '../helpers/session.ts'
import { addressOf, consolePages, nothing } from './console_page.ts'
import { ask, drawingOf, findStroke, type Stroke, type TestPlan } from './plan_page.ts'

const console = consolePages()
const WIDE = { viewport: { width: 1280, height: 760 } }

let stroke: Stroke
let at: string

beforeAll(async () => {
  const { url, administrator } = console.server()
  const send = <T>(method: string, path: string, body?: object, version?: number) =>
    ask<T>(url, administrator, method, path, body, version)
  const planner = await signIn(url, 'planner-town', DEMO_PASSWORD)
  const { rights } = await ask<{ rights: Record<string, string[]> }>(url, planner, 'GET', '/api/session')
  const [territory_code] = rights['plans.write']!
  const plan = await send<TestPlan>('POST', '/api/plans', { name: '调整一条边界', scheme: 'governance', territory_code })
  const drawing = await drawingOf(url, administrator, plan.id)
  stroke = findStroke(drawing)
  const [longitude, latitude] = drawing.toDegrees(stroke.middle)
  at = `at=${longitude},${latitude},16`
  const edit = { kind: 'reshape_border', grids: stroke.grids, stroke: stroke.places }
  await send('POST', `/api/plans/${plan.id}/steps`, { edits: [edit] }, plan.version)
  for (const action of ['submit', 'approve', 'publish']) {
    const { version } = await send<TestPlan>('GET', `/api/plans/${plan.id}`)
    await send('POST', `/api/plans/${plan.id}/${action}`, {}, version)
  }
})

const banner = (page: Page): Locator => page.locator('[role="status"][data-day]')
const history = (page: Page): string | null => addressOf(page).get('history')

test('the slider shows a day of the past on the map, the address keeps it, and the banner leads back to today', async () => {
  const page = await console.open(`/?work=planning&${at}`, WIDE)
  await page.getByRole('radio', { name: '历史' }).check({ force: true })
  await page.locator('[data-revision="2"]').getByText('调整 2 个网格').waitFor()
  const slider = page.getByRole('slider', { name: '日期滑块' })
  const first = new Date(Number(await slider.getAttribute('min')) * 86_400_000).toISOString().slice(0, 10)
  await slider.focus()
  await page.keyboard.press('ArrowLeft')
  await banner(page)
    .getByText(/^\d+ 个$/)
    .waitFor()
  await expect.poll(() => history(page)).toBe(first)
  expect(await page.getByLabel('地图上的日期').inputValue()).toBe(first)

  await page.reload()
  await banner(page)
    .getByText(/^\d+ 个$/)
    .waitFor()
  await banner(page).getByRole('button', { name: '回到今天' }).click()
  await banner(page).waitFor({ state: 'detached' })
  await expect.poll(() => history(page)).toBe('today')
  expect(console.troubles()).toEqual([nothing])
})

test('a revision is compared with the day before it, and a plan leads back to that', async () => {
  const page = await console.open(`/?work=planning&history=today&${at}`, WIDE)
  await page.getByRole('button', { name: '比较第 2 版生效前后' }).click()
  const compared = page.getByRole('region', { name: '比较两天' })
  for (const grid of stroke.grids) await compared.locator(`[data-grid="${grid}"] [data-measure="area_m2"]`).waitFor()
  expect(await compared.locator('[data-grid]').count()).toBeGreaterThanOrEqual(2)
  await expect.poll(() => history(page)).toMatch(/^\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/)

  await compared.getByRole('button', { name: '结束比较' }).click()
  const revision = page.locator('[data-revision="2"]')
  await revision.getByRole('button', { name: '恢复到之前' }).click()
  await revision.getByLabel('新方案的名称').fill('退回原来的边界')
  await revision.getByRole('button', { name: '建立方案' }).click()
  await page.getByRole('toolbar', { name: '绘图工具' }).waitFor()
  await page.getByText('退回原来的边界').first().waitFor()
  expect(addressOf(page).get('plan')).toMatch(/^\d+$/)
  expect(console.troubles()).toEqual([nothing])
})

// A border redrawn along a road with a real mouse: what was followed has the road's own vertices.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import type { Edit, Position } from '#geodata/fabric/index.ts'
import { signIn, type TestSession } from '../helpers/session.ts'
import { consolePages, nothing } from './console_page.ts'
import {
  ask,
  type Drawing,
  drawingOf,
  findRoadStroke,
  linesOf,
  middlePlace,
  pixelOf,
  type Stroke,
  type TestPlan,
} from './plan_page.ts'

const console = consolePages()
/** So near that 12 pixels are less than what lies between the vertices of a road. */
const ZOOM = 17.5

let planner: TestSession
let plan: TestPlan
let drawing: Drawing
let stroke: Stroke

beforeAll(async () => {
  const { url } = console.server()
  planner = await signIn(url, 'planner-town', DEMO_PASSWORD)
  const session = await ask<{ rights: Record<string, string[]> }>(url, planner, 'GET', '/api/session')
  const body = { name: '沿路重画', scheme: 'governance', territory_code: session.rights['plans.write']![0]! }
  plan = await ask<TestPlan>(url, planner, 'POST', '/api/plans', body)
  drawing = await drawingOf(url, planner, plan.id)
  stroke = findRoadStroke(drawing, await linesOf(url, planner, plan.id, drawing))
})

const snapped = (page: Page) => page.locator('[data-tone] span').last()

async function move(page: Page, place: Position, beside = 0): Promise<{ x: number; y: number }> {
  const { x, y } = await pixelOf(page, drawing.toDegrees(stroke.middle), drawing.toDegrees(place), ZOOM)
  await page.mouse.move(x - 3, y - 3)
  await page.mouse.move(x + beside, y)
  return { x: x + beside, y }
}

async function click(page: Page, place: Position, beside = 0): Promise<void> {
  const { x, y } = await move(page, place, beside)
  await page.mouse.click(x, y)
}

test('with F a border follows a road from one end to the other, going back takes it back, and Alt lets go of it', async () => {
  const { url } = console.server()
  const [longitude, latitude] = drawing.toDegrees(stroke.middle)
  const page = await console.open(`/?work=planning&plan=${plan.id}&at=${longitude},${latitude},${ZOOM}`, {
    viewport: { width: 1280, height: 760 },
    as: planner,
  })
  await page.getByRole('toolbar', { name: '绘图工具' }).waitFor()
  const squares = page.waitForResponse((response) => response.url().includes(`/api/plans/${plan.id}/lines`))
  await page.keyboard.press('r')
  await squares
  await page.keyboard.press('f')
  const { places } = stroke
  const [start, end, between] = [places[0]!, places.at(-1)!, middlePlace(places)]
  await click(page, start)
  await move(page, between)
  await expect.poll(() => snapped(page).textContent()).toBe('道路')
  await page.keyboard.down('Alt')
  await move(page, between, 2)
  await expect.poll(() => page.locator('[data-tone] span').count()).toBe(1)
  await page.keyboard.up('Alt')
  await click(page, end)
  // Back to the middle, and there once more: what lies beyond it is given up and followed anew.
  await click(page, between)
  const last = await move(page, end)
  await page.mouse.dblclick(last.x, last.y)
  await page.getByText('已全部保存').waitFor()
  const steps = () => ask<{ steps: { edits: Edit[] }[] }>(url, planner, 'GET', `/api/plans/${plan.id}/steps`)
  await expect.poll(async () => (await steps()).steps.length).toBe(1)
  const [edit] = (await steps()).steps[0]!.edits
  expect(edit).toEqual({ kind: 'reshape_border', grids: expect.arrayContaining([...stroke.grids]), stroke: places })
  expect(console.troubles()).toEqual([nothing])
})

// The analyses over the map: what their legends say agrees with the data, and an address brings them back.
import { createHash } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { hectaresOf } from '../../web/analysis/cells.ts'
import { addressOf, consolePages, middleOfMap, nothing, settled, pictureOf as wholePictureOf } from './console_page.ts'

const console = consolePages()

const panel = (page: Page) => page.getByRole('region', { name: '分析' })
const legend = (page: Page) => panel(page).getByRole('region', { name: '图例' })
const totals = async (page: Page) => (await panel(page).getByRole('status').textContent()) ?? ''
const tip = (page: Page) => page.locator('[class*="tip"][role="status"]')

/** The numbers of things that the classes of the legend hold. */
async function countsIn(page: Page): Promise<number[]> {
  await legend(page).getByRole('listitem').first().waitFor({ timeout: 30_000 })
  const texts = await legend(page).getByRole('listitem').locator('span:last-child').allTextContents()
  return texts.map((text) => Number.parseInt(text, 10) || 0)
}

/** Short enough to be printed when two differ. */
const pictureOf = async (page: Page) =>
  createHash('sha256')
    .update(await wholePictureOf(page))
    .digest('hex')

const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0)
const written = (number: number) => number.toLocaleString('en-US')

async function pointAtMiddle(page: Page): Promise<void> {
  await settled(page)
  const { x, y } = await middleOfMap(page)
  // The hand that comes to rest is what is looked under.
  await page.mouse.move(x + 3, y + 3)
  await page.mouse.move(x, y)
  await tip(page).waitFor({ timeout: 30_000 })
}

test('what draws an analysis is fetched only when one is asked for', async () => {
  const page = await console.open('/')
  const scripts =
    'performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.includes("AnalysisView"))'
  expect(await page.evaluate(scripts)).toEqual([])
  await page.getByRole('button', { name: '密度与立体分析' }).click()
  await countsIn(page)
  expect(await page.evaluate(scripts)).not.toEqual([])
  await expect.poll(() => addressOf(page).get('analysis')).toBe('density:household_points:200')
  expect(console.troubles()).toEqual([nothing])
})

test('the density of people adds up to the people in the data', async () => {
  const points = await console.features('household_points', 'limit=10000')
  const people = sum(points.map(({ properties }) => Number(properties.population)))
  const [longitude, latitude] = points[0]!.geometry.coordinates
  const page = await console.open(`/?analysis=density:household_points:200&at=${longitude},${latitude},15`)
  const cells = sum(await countsIn(page))
  expect(await totals(page)).toBe(`${written(points.length)} 处，${written(people)} 人分布在 ${written(cells)} 格`)

  await pointAtMiddle(page)
  const [, density = '', count = '', sumHere = ''] =
    /^([\d.,]+) 人\/公顷([\d,]+) 处，([\d,]+) 人$/.exec((await tip(page).textContent()) ?? '') ?? []
  const here = Number(sumHere.replaceAll(',', ''))
  expect(here).toBeGreaterThanOrEqual(Number(points[0]!.properties.population))
  expect(Number(count)).toBeGreaterThanOrEqual(1)
  expect(Number(density.replaceAll(',', ''))).toBeCloseTo(here / hectaresOf(200), 0)
  expect(console.troubles()).toEqual([nothing])
})

test('larger cells are fewer, another layer counts its own points', async () => {
  const page = await console.open('/?analysis=density:household_points:200')
  const small = sum(await countsIn(page))
  await panel(page).getByRole('radio', { name: '1000' }).check({ force: true })
  await expect.poll(async () => sum(await countsIn(page))).toBeLessThan(small)
  await expect.poll(() => addressOf(page).get('analysis')).toBe('density:household_points:1000')

  await panel(page).getByRole('combobox', { name: '统计' }).selectOption({ label: '消火栓' })
  await expect.poll(() => totals(page)).toMatch(/^89 处/)
  await legend(page).getByRole('heading', { name: '个/格' }).waitFor()
})

test('the cells lie on the map, and go with Escape', async () => {
  const [point] = await console.features('household_points', 'sortby=-population&limit=1')
  const at = `at=${point!.geometry.coordinates.join(',')},15`
  const bare = await pictureOf(await console.open(`/?${at}`))
  const page = await console.open(`/?${at}&analysis=density:household_points:500`)
  await countsIn(page)
  await expect.poll(() => pictureOf(page), { timeout: 20_000 }).not.toBe(bare)

  await page.keyboard.press('Escape')
  await panel(page).waitFor({ state: 'detached' })
  await expect.poll(() => pictureOf(page), { timeout: 20_000 }).toBe(bare)
  expect(addressOf(page).has('analysis')).toBe(false)
})

test('the blocks stand on every grid of the level, and the legend has the range of their numbers', async () => {
  const grids = await console.features('grids', 'scheme=governance&level=2&limit=1000')
  const numbers = grids.map(({ properties }) => properties.households).filter((number) => typeof number === 'number')
  const page = await console.open('/?analysis=grids3d:governance:2:households')
  expect(sum(await countsIn(page))).toBe(numbers.length)
  expect(await totals(page)).toContain(`${written(Math.min(...numbers))} 至 ${written(Math.max(...numbers))} 户`)
  expect(await totals(page)).toContain(`合计 ${written(sum(numbers))} 户`)

  await pointAtMiddle(page)
  const text = (await tip(page).textContent()) ?? ''
  const named = grids.find(({ properties }) => text.startsWith(String(properties.name)))
  expect(text).toBe(`${named!.properties.name}${written(Number(named!.properties.households))} 户`)

  const { x, y } = await middleOfMap(page)
  await page.mouse.click(x, y)
  await expect.poll(() => addressOf(page).get('selected')).toBe(`grids.${named!.id}`)
  expect(console.troubles()).toEqual([nothing])
})

test('the map tilts for heights and lies flat again after them', async () => {
  // Names find other places after a turn; roads do not.
  const page = await console.open('/?at=113.20000,35.10000,12&layers=roads,rivers')
  const flat = await pictureOf(page)
  await page.getByRole('button', { name: '密度与立体分析' }).click()
  await panel(page).getByRole('radio', { name: '立体' }).check({ force: true })
  await countsIn(page)
  await expect.poll(() => addressOf(page).get('at')).toBe('113.20000,35.10000,12,0,50')
  expect(await pictureOf(page)).not.toBe(flat)
  await panel(page).getByRole('button', { name: '结束分析' }).click()
  await expect.poll(() => addressOf(page).get('at')).toBe('113.20000,35.10000,12')
  await expect.poll(() => pictureOf(page), { timeout: 20_000 }).toBe(flat)
})

test('an address brings the blocks back, seen from where they were seen', async () => {
  const address = '/?at=113.20000,35.10000,13,20,40&analysis=grids3d:fire:3:density'
  const page = await console.open(address)
  const before = await countsIn(page)
  const picture = await pictureOf(page)
  await page.reload()
  await settled(page)
  expect(await countsIn(page)).toEqual(before)
  expect(addressOf(page).get('at')).toBe('113.20000,35.10000,13,20,40')
  await expect.poll(() => addressOf(page).get('analysis')).toBe('grids3d:fire:3:density')
  await expect.poll(() => pictureOf(page), { timeout: 20_000 }).toBe(picture)
})

test('data that cannot be read are asked for again on demand', async () => {
  const page = await console.open('/')
  const questions = '**/api/collections/household_points/items*'
  await page.route(questions, (route) => route.fulfill({ status: 400, json: { code: 'x', detail: '这个问题没法回答。' } }))
  await page.getByRole('button', { name: '密度与立体分析' }).click()
  await panel(page).getByText('这个问题没法回答。').waitFor({ timeout: 30_000 })
  await page.unroute(questions)
  await panel(page).getByRole('button', { name: '重试' }).click()
  expect(sum(await countsIn(page))).toBeGreaterThan(0)
})

// The attribute table and the map lead to each other.
import { expect, test } from 'vitest'
import { addressOf, consolePages, middleOfMap } from './console_page.ts'
import { column, count, openTable, rows } from './table_page.ts'

const console = consolePages()

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

test('only what is in view: the rows follow the map', async () => {
  const page = await openTable(console, 'table=garbage_points&work=sanitation')
  await page.getByRole('button', { name: '只看地图范围内' }).click()
  await expect.poll(() => count(page).textContent()).toBe('143 / 143 条')
  const { x, y } = await middleOfMap(page)
  await page.mouse.move(x, y)
  for (let turn = 0; turn < 6; turn += 1) await page.mouse.wheel(0, -400)
  await expect
    .poll(async () => Number.parseInt((await count(page).textContent()) ?? '', 10), { timeout: 15_000 })
    .toBeLessThan(143)
  await expect.poll(() => addressOf(page).get('within')).toBe('view')
})

test('a click on a row selects its feature and brings the map there', async () => {
  const page = await openTable(console, 'table=garbage_points&work=sanitation')
  const [point] = await console.features('garbage_points', 'limit=1&offset=2')
  await rows(page).nth(2).click()
  expect(await rows(page).nth(2).getAttribute('aria-selected')).toBe('true')
  await expect.poll(() => addressOf(page).get('selected')).toBe(`garbage_points.${point!.id}`)
  await page
    .getByRole('complementary', { name: '要素' })
    .getByRole('heading', { name: String(point!.properties.code) })
    .waitFor()
  await expect.poll(() => Number(addressOf(page).get('at')?.split(',')[2])).toBe(16)
  const [longitude = 0, latitude = 0] = addressOf(page).get('at')!.split(',').map(Number)
  // Not in the very middle: the inspector covers a part of the map.
  expect(Math.abs(longitude - point!.geometry.coordinates[0])).toBeLessThan(0.01)
  expect(Math.abs(latitude - point!.geometry.coordinates[1])).toBeLessThan(0.01)
})

test('what is clicked on the map is shown in the table', async () => {
  const hydrants = await console.features('hydrants', 'limit=200')
  const last = hydrants.at(-1)!
  const page = await openTable(console, `table=hydrants&work=emergency&at=${last.geometry.coordinates.join(',')},18`)
  const row = page.locator(`tr[data-feature="${last.id}"]`)
  expect(await row.count()).toBe(0)
  const { x, y } = await middleOfMap(page)
  await page.mouse.click(x, y)
  await row.waitFor()
  expect(await row.getAttribute('aria-selected')).toBe('true')
})

test('on a phone the table is a sheet that scrolls sideways, with rows a finger can hit', async () => {
  const page = await openTable(console, 'table=hydrants&work=emergency', PHONE)
  const box = await rows(page).first().boundingBox()
  expect(box!.height).toBeGreaterThanOrEqual(44)
  const before = await column(page, 'code').first().boundingBox()
  await page.locator('div:has(> table)').evaluate('(element) => element.scrollTo({ left: 300 })')
  expect(await column(page, 'code').first().boundingBox()).toEqual(before)
  await rows(page).first().tap()
  await page.locator('article').getByRole('heading', { name: 'XHS0001' }).waitFor()
})

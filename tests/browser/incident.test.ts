// An incident: dropped, typed or pressed, with the water that an engine can count on, told anew when roads are closed and teams mark what they see.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import { signIn } from '../helpers/session.ts'
import { addressOf, consolePages, MAP } from './console_page.ts'

const console = consolePages()
const WIDE = { viewport: { width: 1280, height: 760 } }
const PLACE = '113.2005,35.0985'
const HERE = `/?work=emergency&incident=${PLACE}&at=${PLACE},16`

const water = (page: Page) => page.getByRole('region', { name: '可用水源' })
const rows = (page: Page) => water(page).locator('ol > li')

test('Space drops the incident under the pointer, and the nearest water by road stands first, with its hoses', async () => {
  const page = await console.open(`/?work=emergency&at=${PLACE},16`, WIDE)
  await page.getByText('险情在哪里？').waitFor()
  const map = (await page.locator(MAP).boundingBox())!
  await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2)
  await page.keyboard.press('Space')
  await rows(page).first().getByText('沿路').waitFor()
  const [longitude, latitude] = addressOf(page).get('incident')!.split(',').map(Number)
  expect([longitude, latitude]).toEqual([expect.closeTo(113.2005, 3), expect.closeTo(35.0985, 3)])
  const distances = await rows(page).locator('strong').filter({ hasText: /m$/ }).allTextContents()
  const metres = distances.map((text) => Number.parseFloat(text) * (text.includes('km') ? 1000 : 1))
  expect(metres).toEqual([...metres].sort((a, b) => a - b))
  expect(
    await rows(page)
      .first()
      .getByText(/\d+ 盘水带/)
      .count(),
  ).toBe(1)

  await page.keyboard.press('3')
  await expect.poll(() => addressOf(page).get('selected')).toMatch(/^(hydrants|water_sources)\./)
})

test('coordinates in metres with their zone are understood, and said to be so', async () => {
  const page = await console.open('/?work=emergency', WIDE)
  await page.keyboard.press('/')
  // 113.2005° E 35.0985° N on CGCS2000, 3° zone 38.
  await page.keyboard.type('3885813.09, 38427101.87')
  await page.getByRole('option', { name: /CGCS2000 3° 带，第 38 带/ }).waitFor()
  await page.keyboard.press('Enter')
  await rows(page).first().waitFor()
  const [longitude, latitude] = addressOf(page).get('incident')!.split(',').map(Number)
  expect([longitude, latitude]).toEqual([expect.closeTo(113.2005, 3), expect.closeTo(35.0985, 3)])
})

test('so many people find room in several shelters, and who finds none is told', async () => {
  const page = await console.open(HERE, WIDE)
  await rows(page).first().waitFor()
  const shelters = page.getByRole('region', { name: '避难场所' })
  await shelters.getByLabel('需安置人数').fill('6000')
  await shelters.getByText('6,000 人都有位置').waitFor()
  expect(await shelters.getByText(/^安排 [\d,]+ 人$/).count()).toBeGreaterThan(1)
  await shelters.getByLabel('需安置人数').fill('10000000')
  await shelters.getByText(/还有 9,9\d\d,\d{3} 人没有位置/).waitFor()
})

test('a team marks the nearest hydrant: two taps, everybody sees it at once, and it is taken back', async () => {
  const page = await console.open(HERE, WIDE)
  const other = await console.open(HERE, { ...WIDE, as: await signIn(console.server().url, 'emergency', DEMO_PASSWORD) })
  await rows(other).first().waitFor()
  const first = (await rows(page).first().locator('strong').first().textContent())!.trim()
  await rows(page)
    .first()
    .getByRole('button', { name: /^现场情况/ })
    .click()
  await page.getByRole('menuitem', { name: '标为不可用' }).click()
  await page.getByRole('status').filter({ hasText: '已标记' }).waitFor()
  // In the other console too, without a reload, and with who said so.
  await expect.poll(async () => (await rows(other).first().locator('strong').first().textContent())?.trim()).not.toBe(first)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(async () => (await rows(other).first().locator('strong').first().textContent())?.trim()).toBe(first)
})

test('a road is closed by drawing across it: the list is made anew and says what changed, until it is opened again', async () => {
  const page = await console.open(HERE, WIDE)
  await rows(page).first().waitFor()
  await page.getByRole('button', { name: '画一处封路' }).click()
  const map = (await page.locator(MAP).boundingBox())!
  const middle = { x: map.x + map.width / 2, y: map.y + map.height / 2 }
  // The incident stands on a lane that runs north to the main road: a line from west to east a little to the north.
  for (const dx of [-60, 60]) await page.mouse.click(middle.x + dx, middle.y - 20)
  await page.getByLabel('原因').fill('塌方')
  await page.getByRole('button', { name: '封路', exact: true }).click()
  await page.getByText('塌方').waitFor()
  await water(page)
    .getByText(/封路前/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: '解除' }).click()
  await water(page)
    .getByText(/封路前/)
    .first()
    .waitFor({ state: 'detached' })
})

test('what is not covered: totals, list and map', async () => {
  const page = await console.open('/?work=emergency&emergency=coverage', WIDE)
  await page.getByRole('combobox', { name: '区域' }).fill('青柏')
  await page
    .getByRole('option', { name: /青柏镇/ })
    .first()
    .click()
  await page.getByText('未覆盖的建成区').waitFor()
  await page.getByLabel('查什么').selectOption('main_roads')
  await page.getByText('没有消火栓的路段').waitFor()
  expect(await page.getByText(/GB 50974-2014/).count()).toBeGreaterThan(0)
})

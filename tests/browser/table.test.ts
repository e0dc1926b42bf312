// The attribute table: what it asks the server, how it and the map lead to each other, what it lets people take away.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addressOf, consolePages, middleOfMap, nothing, settled } from './console_page.ts'

const console = consolePages()

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const rows = (page: Page) => page.locator('tbody tr[data-feature]')
const column = (page: Page, field: string) => page.locator(`tbody tr[data-feature] [data-field="${field}"]`)
const header = (page: Page, field: string) => page.locator(`th[data-field="${field}"][scope="col"]`)
const count = (page: Page) => page.getByRole('region', { name: '属性表' }).locator('output')

async function numbersIn(page: Page, field: string): Promise<number[]> {
  const texts = await column(page, field).allTextContents()
  return texts.map((text) => (text === '—' ? Number.NaN : Number(text.replaceAll(',', ''))))
}

async function openTable(query: string, options = {}): Promise<Page> {
  const page = await console.open(`/?${query}`, options)
  await rows(page).first().waitFor()
  return page
}

test('every row has its feature’s values in words, numbers with separators, and the number of rows stands above', async () => {
  const page = await openTable('table=grids&sort=-area_m2')
  const [largest] = await console.features('grids', 'sortby=-area_m2&limit=1')
  expect(await rows(page).first().getAttribute('data-feature')).toBe(String(largest!.id))
  expect(await column(page, 'area_m2').first().textContent()).toBe(
    Math.round(Number(largest!.properties.area_m2)).toLocaleString('en-US'),
  )
  expect(await column(page, 'class').first().textContent()).toBe('A 类（区域）')
  expect(await column(page, 'valid_from').first().textContent()).toMatch(/^\d{4}年\d+月\d+日$/)
  expect(await count(page).textContent()).toBe('共 101 条')
  expect(console.troubles()).toEqual([nothing])
})

test('a click on a header sorts up, another down, a third not at all', async () => {
  // Few enough rows that all of them are drawn.
  const page = await openTable('table=household_points&where=households:40..')
  const sort = header(page, 'households').getByRole('button', { name: '户数', exact: true })
  const original = await numbersIn(page, 'households')

  await sort.click()
  await expect.poll(() => numbersIn(page, 'households')).toEqual(original.toSorted((one, other) => one - other))
  expect(await header(page, 'households').getAttribute('aria-sort')).toBe('ascending')

  await sort.click()
  await expect.poll(() => numbersIn(page, 'households')).toEqual(original.toSorted((one, other) => other - one))
  expect(await header(page, 'households').getAttribute('aria-sort')).toBe('descending')
  await expect.poll(() => addressOf(page).get('sort')).toBe('-households')

  await sort.click()
  await expect.poll(() => numbersIn(page, 'households')).toEqual(original)
  expect(await header(page, 'households').getAttribute('aria-sort')).toBe('none')
})

test('conditions narrow the rows, are said in words, and are taken away one by one or all at once', async () => {
  const page = await openTable('table=grids')
  await header(page, 'scheme').getByRole('button', { name: '筛选“网格体系”' }).click()
  await page.getByRole('button', { name: '消防网格' }).click()
  const ofFire = (await console.features('grids', 'scheme=fire&limit=500')).length
  await expect.poll(() => count(page).textContent()).toBe(`${ofFire} / 101 条`)

  await header(page, 'level').getByRole('button', { name: '筛选“级别”' }).click()
  await page.getByRole('spinbutton', { name: '级别 从' }).fill('2')
  await page.getByRole('spinbutton', { name: '级别 到' }).fill('2')
  await page.keyboard.press('Enter')
  const ofLevel = (await console.features('grids', 'scheme=fire&level=2&limit=500')).length
  await expect.poll(() => count(page).textContent()).toBe(`${ofLevel} / 101 条`)
  expect(ofLevel).toBeLessThan(ofFire)
  const chips = page.getByRole('list', { name: '筛选条件' })
  expect((await chips.getByRole('listitem').allTextContents()).map((text) => text.replaceAll(/\s/g, ''))).toEqual([
    '网格体系消防网格',
    '级别2',
    '清除条件',
  ])
  await expect.poll(() => addressOf(page).get('where')).toBe('scheme:fire;level:2')

  await chips.getByRole('button', { name: '去掉条件：网格体系 消防网格' }).click()
  await expect.poll(() => addressOf(page).get('where')).toBe('level:2')
  await chips.getByRole('button', { name: '清除条件' }).click()
  await expect.poll(() => count(page).textContent()).toBe('共 101 条')
  expect(console.troubles()).toEqual([nothing])
})

test('a text is found wherever it stands, and where nothing is found there is a way back', async () => {
  const page = await openTable('table=hydrants')
  const find = page.getByRole('searchbox', { name: '在表中查找' })
  await find.fill('XHS0007')
  await expect.poll(() => rows(page).count()).toBe(1)
  expect(await count(page).textContent()).toBe('1 / 89 条')
  await find.fill('没有这样的东西')
  await page.getByRole('heading', { name: '没有符合条件的消火栓' }).waitFor()
  await page.getByRole('button', { name: '清除条件' }).click()
  await expect.poll(() => count(page).textContent()).toBe('共 89 条')
  expect(await find.inputValue()).toBe('')
})

test('only what is in view: the rows follow the map', async () => {
  const page = await openTable('table=garbage_points&work=sanitation')
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
  const page = await openTable('table=garbage_points&work=sanitation')
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
  const page = await openTable(`table=hydrants&work=emergency&at=${last.geometry.coordinates.join(',')},18`)
  const row = page.locator(`tr[data-feature="${last.id}"]`)
  expect(await row.count()).toBe(0)
  const { x, y } = await middleOfMap(page)
  await page.mouse.click(x, y)
  await row.waitFor()
  expect(await row.getAttribute('aria-selected')).toBe('true')
})

test('the keyboard goes through the rows to the last one, and chooses', async () => {
  const page = await openTable('table=household_points')
  const points = await console.features('household_points', 'limit=500')
  await page.getByRole('grid', { name: '住户点' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => addressOf(page).get('selected')).toBe(`household_points.${points[2]!.id}`)
  await page.keyboard.press('End')
  await page.locator(`tr[data-feature="${points.at(-1)!.id}"][data-active="true"]`).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => addressOf(page).get('selected')).toBe(`household_points.${points.at(-1)!.id}`)
  await page.keyboard.press('Home')
  await page.locator(`tr[data-feature="${points[0]!.id}"][data-active="true"]`).waitFor()
})

async function exported(page: Page, item: string): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: item }).click()
  const download = await waiting
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

test('the CSV has exactly the rows that meet the conditions, in order, for Excel', async () => {
  const page = await openTable('table=hydrants&where=usable:no&sort=-code', { acceptDownloads: true })
  const hydrants = await console.features('hydrants', 'usable=no&sortby=-code&limit=500')
  const { name, text } = await exported(page, 'CSV 表格，可用 Excel 打开')
  expect(name).toMatch(/^消火栓 \d{4}-\d{2}-\d{2}\.csv$/)
  expect(text.startsWith('\ufeff编号,类型,可用,')).toBe(true)
  expect(text).toContain('管径（mm）')
  const lines = text.trimEnd().split('\r\n').slice(1)
  expect(lines.map((line) => line.split(',')[0])).toEqual(hydrants.map(({ properties }) => properties.code))
  expect(lines.every((line) => line.split(',')[2] === '不可用')).toBe(true)
  expect(lines[0]!.endsWith(hydrants[0]!.geometry.coordinates.join(','))).toBe(true)
  expect(console.troubles()).toEqual([nothing])
})

test('the GeoJSON has the features as the server gives them, from all pages', async () => {
  const page = await openTable('table=household_points', { acceptDownloads: true })
  const { name, text } = await exported(page, 'GeoJSON，含图形')
  expect(name).toMatch(/\.geojson$/)
  const { features } = JSON.parse(text) as { features: unknown[] }
  expect(features).toEqual(await console.features('household_points', 'limit=500'))
})

test('an answer that fails is told and can be asked for again', async () => {
  const page = await console.open('/')
  const questions = '**/api/collections/hydrants/items*'
  await page.route(questions, (route) => route.fulfill({ status: 400, json: { code: 'x', detail: '这个问题没法回答。' } }))
  await page.evaluate("history.replaceState(null, '', '?table=hydrants'); dispatchEvent(new PopStateEvent('popstate'))")
  await page.getByRole('alert').getByText('这个问题没法回答。').waitFor()
  await page.unroute(questions)
  await page.getByRole('button', { name: '重试' }).click()
  await rows(page).first().waitFor()
})

test('an address reproduces order, conditions and text', async () => {
  const page = await openTable(
    'table=grids&find=%E6%9F%B3%E5%BA%84&sort=-households&where=scheme:governance;households:1..&lang=en',
  )
  await page.reload()
  await settled(page)
  await rows(page).first().waitFor()
  const wanted = await console.features('grids', 'q=柳庄&scheme=governance&households=1..&sortby=-households')
  expect(await rows(page).count()).toBe(wanted.length)
  expect(await rows(page).first().getAttribute('data-feature')).toBe(String(wanted[0]!.id))
  expect(await page.getByRole('searchbox', { name: 'Find in the table' }).inputValue()).toBe('柳庄')
  expect(await page.getByRole('list', { name: 'Conditions' }).textContent()).toContain('Governance grids')
})

test('on a phone the table is a sheet that scrolls sideways, with rows a finger can hit', async () => {
  const page = await openTable('table=hydrants&work=emergency', PHONE)
  const box = await rows(page).first().boundingBox()
  expect(box!.height).toBeGreaterThanOrEqual(44)
  const before = await column(page, 'code').first().boundingBox()
  await page.locator('div:has(> table)').evaluate('(element) => element.scrollTo({ left: 300 })')
  expect(await column(page, 'code').first().boundingBox()).toEqual(before)
  await rows(page).first().tap()
  await page.locator('article').getByRole('heading', { name: 'XHS0001' }).waitFor()
})

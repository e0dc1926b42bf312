// The attribute table: what it shows, what it asks the server, how it is worked by hand and keyboard.
import { expect, test } from 'vitest'
import { addressOf, consolePages, nothing, settled } from './console_page.ts'
import { column, count, header, numbersIn, openTable, rows } from './table_page.ts'

const console = consolePages()

test('every row has its feature’s values in words, numbers with separators, and the number of rows stands above', async () => {
  const page = await openTable(console, 'table=grids&sort=-area_m2')
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
  const page = await openTable(console, 'table=household_points&where=households:40..')
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
  const page = await openTable(console, 'table=grids')
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
  const page = await openTable(console, 'table=hydrants')
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

test('the keyboard goes through the rows to the last one, and chooses', async () => {
  const page = await openTable(console, 'table=household_points')
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
    console,
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

test('what somebody stores appears in the open table, in its place', async () => {
  const page = await openTable(console, 'table=hydrants&sort=-code')
  await console.bringIn('hydrants', [
    { geometry: { coordinates: [113.1701, 35.0755] }, properties: { code: 'XHS9999', usable: 'no' } },
  ])
  await expect.poll(() => count(page).textContent()).toBe('共 90 条')
  expect(await column(page, 'code').first().textContent()).toBe('XHS9999')
  expect(await column(page, 'usable').first().textContent()).toBe('不可用')
})

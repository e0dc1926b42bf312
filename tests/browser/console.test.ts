// The console on a desk: what the map shows, what a click tells, what an address keeps.
import { expect, test } from 'vitest'
import { addressOf, consolePages, MAP, middleOfMap, nothing, pictureOf, settled } from './console_page.ts'

const console = consolePages()

test('the first page shows the county, and asks nobody else for anything', async () => {
  const page = await console.open('/')
  expect(await page.title()).toContain('总览')
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  expect(await page.getByRole('switch', { name: '显示网格', exact: true }).isChecked()).toBe(true)
  expect(await page.getByRole('switch', { name: '显示消火栓' }).isChecked()).toBe(false)
  const [longitude = 0, latitude = 0, zoom = 0] = (addressOf(page).get('at') ?? '').split(',').map(Number)
  expect([longitude, latitude].map((value) => Math.round(value))).toEqual([113, 35])
  expect(zoom).toBeGreaterThan(9)
  expect(console.troubles()).toEqual([nothing])
})

test('a click on a hydrant tells about it in words', async () => {
  const [hydrant] = await console.features('hydrants', 'usable=yes&limit=1')
  const [longitude, latitude] = hydrant!.geometry.coordinates
  const page = await console.open(`/?work=emergency&at=${longitude},${latitude},18`)
  const { x, y } = await middleOfMap(page)
  await page.mouse.click(x, y)
  const inspector = page.getByRole('complementary', { name: '要素' })
  await inspector.getByRole('heading', { name: String(hydrant!.properties.code) }).waitFor()
  expect(await inspector.locator('[data-field="usable"] dd').textContent()).toBe('可用')
  expect(await inspector.locator('[data-field="pipe_diameter_mm"] dd').textContent()).toMatch(/^\d+\smm$/)
  expect(addressOf(page).get('selected')).toBe(`hydrants.${hydrant!.id}`)

  await page.keyboard.press('Escape')
  await inspector.waitFor({ state: 'detached' })
  expect(addressOf(page).has('selected')).toBe(false)
  expect(console.troubles()).toEqual([nothing])
})

test('every feature under the click is listed, from the point to the county', async () => {
  const [site] = await console.features('key_sites', 'limit=1')
  const [longitude, latitude] = site!.geometry.coordinates
  const page = await console.open(`/?at=${longitude},${latitude},17`)
  const { x, y } = await middleOfMap(page)
  await page.mouse.click(x, y)
  const rows = page.getByRole('region', { name: '此处' }).getByRole('button')
  await rows.first().waitFor()
  const texts = await rows.allInnerTexts()
  expect(texts[0]).toContain(String(site!.properties.name))
  expect(texts.at(-1)).toContain('泽陵县')
  expect(texts.some((text) => text.includes('网格'))).toBe(true)

  await rows.last().click()
  await page.locator('article').getByRole('heading', { name: '泽陵县' }).waitFor()
  expect(await page.locator('[data-field="level"] dd').textContent()).toBe('县（区）')
})

test('a layer goes from the map when it is switched off, and its address says so', async () => {
  const [site] = await console.features('key_sites', 'limit=1')
  const [longitude, latitude] = site!.geometry.coordinates
  const page = await console.open(`/?at=${longitude},${latitude},17`)
  const before = await pictureOf(page)
  await page.getByRole('switch', { name: '显示重点单位' }).focus()
  await page.keyboard.press('Space')
  await expect.poll(() => addressOf(page).get('layers')).not.toContain('key_sites')
  expect(await pictureOf(page)).not.toBe(before)
})

test('a reload shows the same again', async () => {
  const [segment] = await console.features('river_segments', 'limit=1')
  const address = `/?work=rivers&rivers=layers&at=113.20000,35.10000,14.5,20,30&layers=rivers,roads&selected=river_segments.${segment!.id}&table=rivers&lang=en`
  const page = await console.open(address)
  await page.reload()
  await settled(page)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.getByRole('button', { name: 'Rivers', exact: true }).getAttribute('aria-current')).toBe('page')
  expect(await page.getByRole('switch', { name: 'Show Roads' }).isChecked()).toBe(true)
  expect(await page.getByRole('switch', { name: 'Show River segments' }).isChecked()).toBe(false)
  await page
    .locator('article')
    .getByRole('heading', { name: String(segment!.properties.name_en) })
    .waitFor()
  expect(addressOf(page).get('at')).toBe('113.20000,35.10000,14.5,20,30')
  expect(addressOf(page).get('table')).toBe('rivers')
})

test('Back returns to the workspace and the selection before', async () => {
  const [river] = await console.features('rivers', 'limit=1')
  const page = await console.open(`/?selected=rivers.${river!.id}`)
  await page.getByRole('button', { name: '河长' }).click()
  await expect.poll(() => addressOf(page).get('work')).toBe('rivers')
  await page.keyboard.press('Escape')
  await expect.poll(() => addressOf(page).has('selected')).toBe(false)
  await page.goBack()
  await page
    .locator('article')
    .getByRole('heading', { name: String(river!.properties.name) })
    .waitFor()
  await page.goBack()
  await expect.poll(() => addressOf(page).has('work')).toBe(false)
})

test('the other language is one press away and stays', async () => {
  const page = await console.open('/')
  await page.getByRole('button', { name: 'Switch to English' }).click()
  await page.getByRole('heading', { name: 'Layers' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await settled(page)
  await page.goto('/')
  await page.getByRole('heading', { name: 'Layers' }).waitFor()
})

test('the map is made anew when the graphics device was taken away', async () => {
  const page = await console.open('/')
  const before = await pictureOf(page)
  await page.evaluate(
    `document.querySelector('${MAP} canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()`,
  )
  await page.locator(MAP).waitFor({ state: 'detached' })
  await settled(page)
  expect(await pictureOf(page)).toBe(before)
})

test('a server that does not answer is said so, and found again without help', async () => {
  const page = await console.open('/')
  await page.route('**/api/**', (route) => route.abort())
  await page.goto('/?work=rivers')
  await page.getByRole('heading', { name: '连不上服务器' }).waitFor({ timeout: 20_000 })
  await page.unroute('**/api/**')
  await settled(page)
})

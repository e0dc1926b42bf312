// The console on a phone: 390 pixels, a finger, sheets from below.
import { expect, test } from 'vitest'
import { addressOf, consolePages, MAP, nothing } from './console_page.ts'

const console = consolePages()

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
/** Smaller than a thumb is missed. */
const THUMB_PX = 44

test('the map fills the screen, and nothing sticks out at the side', async () => {
  const page = await console.open('/', PHONE)
  const box = await page.locator(MAP).boundingBox()
  expect(box).toMatchObject({ x: 0, y: 0, width: 390 })
  expect(box!.height).toBeGreaterThan(750)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
  expect(console.troubles()).toEqual([nothing])
})

test('whatever is pressed is as large as a thumb', async () => {
  const page = await console.open('/?work=emergency', PHONE)
  await page.getByRole('button', { name: '打开图层面板' }).tap()
  await page.getByRole('heading', { name: '图层' }).waitFor()
  const sizes = await page
    .locator('nav button, main > div button, header button:not([aria-label="拖动或点按调整高度"])')
    .evaluateAll((buttons) =>
      (buttons as { getBoundingClientRect: () => { width: number; height: number } }[]).map((button) => {
        const { width, height } = button.getBoundingClientRect()
        return Math.min(width, height)
      }),
    )
  expect(sizes.length).toBeGreaterThan(8)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(THUMB_PX)
})

test('a tap on a shelter raises a sheet that tells about it, and the shelter stays in view', async () => {
  const [shelter] = await console.features('shelters', 'limit=1')
  const [longitude, latitude] = shelter!.geometry.coordinates
  const page = await console.open(`/?work=emergency&at=${longitude},${latitude},17`, PHONE)
  const box = await page.locator(MAP).boundingBox()
  await page.touchscreen.tap(195, box!.height / 2)
  const sheet = page.getByRole('region', { name: '要素' })
  await sheet
    .locator('article')
    .getByRole('heading', { name: String(shelter!.properties.name) })
    .waitFor()
  const { y } = (await sheet.boundingBox())!
  // Moved up: the middle of the map now lies south of the shelter.
  await expect.poll(() => Number(addressOf(page).get('at')?.split(',')[1])).toBeLessThan(latitude)
  expect(y).toBeGreaterThan(350)
  await sheet.getByRole('button', { name: '关闭' }).tap()
  await sheet.waitFor({ state: 'detached' })
})

test('the workspaces stand at the foot', async () => {
  const page = await console.open('/', PHONE)
  await page.getByRole('button', { name: '河长' }).tap()
  await expect.poll(() => addressOf(page).get('work')).toBe('rivers')
  // River chiefs work on a sheet, which stands over the bar until it is closed.
  const sheet = page.getByRole('region', { name: '河长', exact: true })
  await sheet.getByRole('button', { name: '关闭' }).tap()
  await sheet.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '管理', exact: true }).tap()
  await page.getByRole('region', { name: '数据状况' }).getByText('PostgreSQL 18').waitFor()
})

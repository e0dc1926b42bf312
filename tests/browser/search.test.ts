// The search box: names, codes and coordinates, with the keyboard alone.
import { expect, test } from 'vitest'
import { addressOf, consolePages, nothing, settled } from './console_page.ts'

const console = consolePages()

const viewOf = (address: URLSearchParams) => (address.get('at') ?? '').split(',').map(Number)

test('a code leads to its feature, and switches its layer on', async () => {
  const [hydrant] = await console.features('hydrants', 'limit=1')
  const code = String(hydrant!.properties.code)
  const page = await console.open('/')
  await page.keyboard.press('/')
  await page.keyboard.type(code)
  await page.getByRole('option', { name: code }).first().waitFor()
  await page.keyboard.press('Enter')
  await page.locator('article').getByRole('heading', { name: code }).waitFor()
  expect(await page.getByRole('switch', { name: '显示消火栓' }).isChecked()).toBe(true)
  expect(addressOf(page).get('selected')).toBe(`hydrants.${hydrant!.id}`)
  await settled(page)
  await expect.poll(() => viewOf(addressOf(page))[2]).toBeGreaterThan(15)
})

test('the arrow keys choose among several, Escape closes the list and keeps the map', async () => {
  const page = await console.open('/')
  await page.keyboard.press('/')
  await page.keyboard.type('青柏')
  const options = page.getByRole('listbox').getByRole('option')
  await options.nth(2).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  expect(await options.nth(1).getAttribute('aria-selected')).toBe('true')
  await page.keyboard.press('Escape')
  await options.first().waitFor({ state: 'detached' })
  expect(addressOf(page).has('selected')).toBe(false)
})

test.each(['113.201, 35.102', '35.102 113.201', '113°12′03.6″E 35°06′07.2″N'])(
  'coordinates written %s lead there',
  async (text) => {
    const page = await console.open('/')
    await page.keyboard.press('/')
    await page.keyboard.type(text)
    await page.getByRole('option', { name: /经纬度/ }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => viewOf(addressOf(page)).slice(0, 2)).toEqual([113.201, 35.102])
    expect(console.troubles()).toEqual([nothing])
  },
)

test('what is not there is said so, with what can be searched', async () => {
  const page = await console.open('/')
  await page.keyboard.press('/')
  await page.keyboard.type('查无此物')
  await page.getByText('没有找到“查无此物”').waitFor()
})

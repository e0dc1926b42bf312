// Light, dark and paper: what the map looks like is measured on pictures of it.
import { decode } from 'fast-png'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { consolePages, MAP, settled } from './console_page.ts'

const console = consolePages()

/** Mean brightness of a picture, 0 to 1, and how many colours it has. */
function seen(png: Uint8Array): { brightness: number; colors: number } {
  const { data, channels, width, height } = decode(png)
  let sum = 0
  const colors = new Set<number>()
  for (let at = 0; at < data.length; at += channels) {
    sum += data[at]! + data[at + 1]! + data[at + 2]!
    colors.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!)
  }
  return { brightness: sum / (3 * 255 * width * height), colors: colors.size }
}

const mapOf = async (page: Page) => seen(await page.locator(MAP).screenshot())

test('the map is as dark as the device until somebody chooses, and then as they chose, also after a reload', async () => {
  const page = await console.open('/', { colorScheme: 'dark' })
  expect((await mapOf(page)).brightness).toBeLessThan(0.3)
  await page.getByRole('button', { name: '浅色界面' }).click()
  await settled(page)
  expect((await mapOf(page)).brightness).toBeGreaterThan(0.7)
  await page.reload()
  await settled(page)
  expect((await mapOf(page)).brightness).toBeGreaterThan(0.7)
})

test('printing shows the map, its title and the meaning of its symbols, and nothing that can only be pressed', async () => {
  const page = await console.open('/?work=emergency')
  await page.emulateMedia({ media: 'print' })
  const picture = (await page.evaluate(`(() => {
    window.dispatchEvent(new Event('beforeprint'))
    return document.querySelector('section[data-ready] > img').src
  })()`)) as string
  const { colors, brightness } = seen(Buffer.from(picture.split(',')[1]!, 'base64'))
  expect(colors).toBeGreaterThan(100)
  expect(brightness).toBeGreaterThan(0.5)
  expect(await page.getByText('疆理 Jiangli · 应急').isVisible()).toBe(true)
  expect(await page.locator('dl', { hasText: '应急避难场所' }).getByText('启用中').isVisible()).toBe(true)
  expect(await page.getByRole('button').count()).toBe(0)
  await page.evaluate(`window.dispatchEvent(new Event('afterprint'))`)
  expect(await page.locator('section[data-ready] > img').count()).toBe(0)
})

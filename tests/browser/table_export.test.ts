// What people take away from the attribute table.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { consolePages, nothing } from './console_page.ts'
import { openTable } from './table_page.ts'

const console = consolePages()

async function exported(page: Page, item: string): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: '导出', exact: true }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

test('the CSV has exactly the rows that meet the conditions, in order, for Excel', async () => {
  const page = await openTable(console, 'table=hydrants&where=usable:no&sort=-code', { acceptDownloads: true })
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
  const page = await openTable(console, 'table=household_points', { acceptDownloads: true })
  const { name, text } = await exported(page, 'GeoJSON，含图形')
  expect(name).toMatch(/\.geojson$/)
  const { features } = JSON.parse(text) as { features: unknown[] }
  expect(features).toEqual(await console.features('household_points', 'limit=500'))
})

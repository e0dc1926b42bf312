// The responsibility map on paper, ordered in the console.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { consolePages, nothing } from './console_page.ts'

const console = consolePages()

test('the town in the middle of the map is offered, and its sheet arrives as a PDF and as a workbook', async () => {
  const page = await console.open('/?work=responsibility&side=sheet')
  const pdf = page.getByRole('button', { name: '生成 PDF' })
  await expect.poll(() => pdf.isEnabled()).toBe(true)
  const [map] = await Promise.all([page.waitForEvent('download', { timeout: 90_000 }), pdf.click()])
  const bytes = await readFile(await map.path())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(map.suggestedFilename()).toMatch(/\.pdf$/)
  await page.getByRole('link', { name: '打开' }).waitFor()
  const [list] = await Promise.all([
    page.waitForEvent('download', { timeout: 90_000 }),
    page.getByRole('button', { name: '导出 Excel 名单' }).click(),
  ])
  expect((await readFile(await list.path())).subarray(0, 2).toString()).toBe('PK')
  expect(console.troubles()).toEqual([nothing])
})

test('a refusal stands in words beside the button', async () => {
  const page = await console.open('/?work=responsibility&side=sheet')
  await expect.poll(() => page.getByRole('button', { name: '生成 PDF' }).isEnabled()).toBe(true)
  await page.route('**/api/sheets/**', (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'sheet_area_unknown', detail: '没有这个行政区。' }),
    }),
  )
  await page.getByRole('button', { name: '生成 PDF' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('没有这个行政区。')
})

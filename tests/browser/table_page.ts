// The attribute table on a page: what the tests of it share.
import type { Page } from 'playwright-core'
import type { ConsoleTest } from './console_page.ts'

export const rows = (page: Page) => page.locator('tbody tr[data-feature]')
export const column = (page: Page, field: string) => page.locator(`tbody tr[data-feature] [data-field="${field}"]`)
export const header = (page: Page, field: string) => page.locator(`th[data-field="${field}"][scope="col"]`)
export const count = (page: Page) => page.getByRole('region', { name: '属性表' }).locator('output')

export async function numbersIn(page: Page, field: string): Promise<number[]> {
  const texts = await column(page, field).allTextContents()
  return texts.map((text) => (text === '—' ? Number.NaN : Number(text.replaceAll(',', ''))))
}

export async function openTable(
  console: ConsoleTest,
  query: string,
  options: Parameters<ConsoleTest['open']>[1] = {},
): Promise<Page> {
  const page = await console.open(`/?${query}`, options)
  await rows(page).first().waitFor()
  return page
}

// Existing grids of a file become a scheme: columns, what is wrong in the file, another tolerance, the import, and the plan that mends.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import { signIn } from '../helpers/session.ts'
import { addressOf, consolePages, nothing } from './console_page.ts'
import { ask } from './plan_page.ts'

const console = consolePages()
const WIDE = { viewport: { width: 1280, height: 760 } }

interface Grid {
  readonly geometry: GeoJSON.MultiPolygon
  readonly properties: { readonly code: string; readonly name: string }
}

let community: { code: string; name: string }
let grids: readonly Grid[]

/** A community with several grids, as they are on the map. */
beforeAll(async () => {
  const { url, administrator } = console.server()
  const items = async <T>(layer: string, query: string) =>
    (await ask<{ features: T[] }>(url, administrator, 'GET', `/api/collections/${layer}/items?${query}`)).features
  const all = await items<Grid>('grids', 'scheme=governance&level=3&class=A&limit=10000&sortby=code')
  const byCommunity = new Map<string, Grid[]>()
  for (const grid of all) {
    const code = grid.properties.code.slice(0, 12)
    byCommunity.set(code, [...(byCommunity.get(code) ?? []), grid])
  }
  const [code, own] = [...byCommunity].find(([, some]) => some.length >= 4 && some.length <= 8)!
  const [area] = await items<{ properties: { name: string } }>('administrative_areas', `code=${code}`)
  community = { code, name: area!.properties.name }
  grids = own
})

/** Degrees; near enough at the demo's latitude. */
const METRE = 1 / 91_000
const shifted = (shape: GeoJSON.MultiPolygon, metres: number): GeoJSON.MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: shape.coordinates.map((part) => part.map((ring) => ring.map(([x, y]) => [x! + metres * METRE, y!]))),
})

/*
 *   The first grid lies 40 m too far east: it claims land of its neighbours and leaves some of its own.
 *   The second lies 0.3 m off, as if drawn by hand. The third is missing.
 */
function roughFile() {
  const features = grids.flatMap(({ geometry, properties }, index) => {
    if (index === 2) return []
    const off = index === 0 ? 40 : index === 1 ? 0.3 : 0
    return [
      { type: 'Feature', properties: { 网格编号: properties.code, 网格名称: properties.name }, geometry: shifted(geometry, off) },
    ]
  })
  const buffer = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
  return { name: '现有网格.geojson', mimeType: 'application/geo+json', buffer }
}

const wizard = (page: Page): Locator => page.getByRole('region', { name: '导入现有网格' })
const press = (page: Page, name: string): Promise<void> => wizard(page).getByRole('button', { name, exact: true }).click()

/** Says that the report is still that of another tolerance. */
const stale = (page: Page): Locator => wizard(page).locator('p').filter({ hasText: '容差已改' })

/** Above the tolerance and within, of one kind or of all. */
async function totals(page: Page, kind?: string): Promise<{ above: number; within: number }> {
  const rows = await wizard(page)
    .locator(kind ? `tr[data-kind="${kind}"]` : 'tr[data-kind]')
    .all()
  const numbers = await Promise.all(rows.map(async (row) => (await row.locator('td').allTextContents()).map(Number)))
  const sum = (column: number) => numbers.reduce((all, cells) => all + cells[column]!, 0)
  return { above: sum(0), within: sum(1) }
}

async function openWizard(): Promise<Page> {
  const page = await console.open('/?work=planning&schemes=-', WIDE)
  await page.getByRole('button', { name: '导入现有网格…' }).click()
  expect(addressOf(page).get('import')).toBe('grids')
  return page
}

async function chooseCommunity(page: Page): Promise<void> {
  await wizard(page).getByLabel('县、镇（街道）或社区（村）').fill(community.code)
  await page.getByRole('option').filter({ hasText: community.code }).click()
}

const dropFile = (page: Page, file: ReturnType<typeof roughFile>): Promise<void> =>
  wizard(page).getByLabel('选择文件，或拖到这里').setInputFiles(file)

async function fillNewScheme(page: Page, id: string, name: string): Promise<void> {
  await wizard(page).getByText('新建体系').click()
  await wizard(page).getByLabel('标识').fill(id)
  await wizard(page).getByLabel('中文名', { exact: true }).fill(name)
  await wizard(page).getByLabel('英文名', { exact: true }).fill('Sanitation')
  await wizard(page).getByLabel('第 1 级的中文名').fill('保洁网格')
  await wizard(page).getByLabel('第 1 级的英文名').fill('Cleaning grid')
}

test('a file of grids is checked, looked at finding by finding, tried with another tolerance, imported, and mended in a plan', async () => {
  const page = await openWizard()
  await fillNewScheme(page, 'sanitation', '环卫')
  await chooseCommunity(page)
  await dropFile(page, roughFile())
  await press(page, '下一步')

  // The code tells the grids apart, the name names them: guessed, and to be changed.
  const key = wizard(page).getByLabel('保洁网格：按哪个字段归并')
  expect(await key.inputValue()).toBe('网格编号')
  expect(await wizard(page).getByLabel('保洁网格：名称字段').inputValue()).toBe('网格名称')
  await press(page, '检查并预览')

  const banner = page.locator('[data-preview]')
  await banner.getByText(`${grids.length - 1} 个网格`).waitFor()
  await banner.getByText(/\d+ 个单元格没有网格/).waitFor()
  for (const kind of ['gap', 'overlap']) expect((await totals(page, kind)).above).toBeGreaterThan(0)
  const before = await totals(page)
  expect(before.within).toBeGreaterThan(0)

  const current = wizard(page).locator('li[data-current="true"]')
  const view = addressOf(page).get('at')
  await page.keyboard.press('j')
  await current.waitFor()
  expect(await current.getAttribute('data-within')).toBe('false')
  await expect.poll(() => addressOf(page).get('at'), { timeout: 10_000 }).not.toBe(view)
  const first = await current.textContent()
  await page.keyboard.press('j')
  await expect.poll(() => current.textContent()).not.toBe(first)
  await page.keyboard.press('k')
  await expect.poll(() => current.textContent()).toBe(first)
  // Around the end stand the slivers, which open when they are reached.
  await page.keyboard.press('k')
  await expect.poll(() => current.getAttribute('data-within')).toBe('true')
  await current.getByText(/→ /).waitFor()

  const tolerance = wizard(page).getByLabel('容差（米）')
  await tolerance.fill('0')
  await stale(page).filter({ hasText: '0.5 米' }).waitFor()
  expect(await wizard(page).getByRole('button', { name: '下一步' }).isDisabled()).toBe(true)
  await tolerance.press('Enter')
  await stale(page).waitFor({ state: 'detached' })
  expect((await totals(page)).within).toBe(0)
  await tolerance.fill('0.5')
  await press(page, '重新预览')
  await stale(page).waitFor({ state: 'detached' })
  expect(await totals(page)).toEqual(before)

  await press(page, '下一步')
  await wizard(page).getByText('沿用已有的单元格，形状不变').waitFor()
  await wizard(page)
    .getByText(/\d+ 个单元格没有网格，共/)
    .waitFor()
  await press(page, `导入 ${grids.length - 1} 个网格`)
  await wizard(page)
    .getByText(`“环卫”在${community.name}有了 ${grids.length - 1} 个网格。`)
    .waitFor()
  const stored = await console.features('grids', 'scheme=sanitation&limit=100')
  expect(stored.map(({ properties }) => properties.name).toSorted()).toEqual(
    grids.flatMap(({ properties }, index) => (index === 2 ? [] : properties.name)).toSorted(),
  )

  await press(page, '建立方案并处理')
  await page.locator('li[data-rule="cover"]').first().waitFor()
  expect([addressOf(page).get('import'), addressOf(page).get('tab')]).toEqual([null, 'check'])
  expect(console.troubles()).toEqual([nothing])
})

test('what is refused leads to the field at fault, keeps what was filled in, and closing asks first', async () => {
  const page = await openWizard()
  await press(page, '下一步')
  for (const words of ['请选择网格体系', '请选择区划', '请选择文件']) await wizard(page).getByText(words).waitFor()
  await wizard(page).getByLabel('网格体系', { exact: true }).selectOption('governance')
  await chooseCommunity(page)
  await dropFile(page, { ...roughFile(), buffer: Buffer.from('{"type":') })
  await press(page, '下一步')
  await wizard(page).getByRole('alert').filter({ hasText: '不是 JSON' }).waitFor()
  expect(await wizard(page).getByLabel('选择文件，或拖到这里').getAttribute('aria-invalid')).toBe('true')

  await dropFile(page, roughFile())
  await press(page, '下一步')
  await wizard(page).getByRole('button', { name: '检查并预览' }).waitFor()
  await expect.poll(() => page.locator(':focus').textContent()).toBe('导入现有网格')
  for (const select of await wizard(page)
    .getByLabel(/按哪个字段归并/)
    .all())
    await select.selectOption('网格编号')
  await press(page, '检查并预览')
  await wizard(page).getByRole('alert').filter({ hasText: '这个网格体系在该区划内已有网格' }).waitFor()
  expect(await wizard(page).getAttribute('data-step')).toBe('file')
  expect(await wizard(page).getByLabel('网格体系', { exact: true }).inputValue()).toBe('governance')
  await wizard(page).getByText('现有网格.geojson').waitFor()

  // The way on has kept the columns; the way out is asked about.
  await press(page, '下一步')
  expect(
    await wizard(page)
      .getByLabel(/按哪个字段归并/)
      .first()
      .inputValue(),
  ).toBe('网格编号')
  await wizard(page).getByRole('button', { name: '关闭导入' }).click()
  const asked = page.getByRole('dialog', { name: '放弃这次导入？' })
  await asked.getByText('现有网格.geojson').waitFor()
  await page.keyboard.press('Escape')
  await asked.waitFor({ state: 'detached' })
  await page.goBack()
  await page.getByRole('button', { name: '导入现有网格…' }).click()
  await wizard(page).getByText('现有网格.geojson').waitFor()
  await wizard(page).getByRole('button', { name: '关闭导入' }).click()
  await asked.getByRole('button', { name: '放弃导入' }).click()
  await page.getByRole('button', { name: '导入现有网格…' }).waitFor()
  expect(addressOf(page).get('import')).toBeNull()
})

test('who may not change schemes everywhere is offered no import', async () => {
  const { url } = console.server()
  const planner = await signIn(url, 'planner-town', DEMO_PASSWORD)
  const page = await console.open('/?work=planning', { ...WIDE, as: planner })
  await page.getByRole('button', { name: '新建方案' }).waitFor()
  expect(await page.getByRole('button', { name: '导入现有网格…' }).count()).toBe(0)
  await page.goto('/?work=planning&import=grids')
  await page.getByText('导入网格体系须有全部区划的').waitFor()
})

// Schemes and their rules at the planner's side: made, given another level, their rules set and set back, their grids taken away.
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import type { Json } from '../helpers/app.ts'
import { signIn } from '../helpers/session.ts'
import { addressOf, consolePages, nothing } from './console_page.ts'

const console = consolePages()
const SLOWLY = { timeout: 30_000 }
const WIDE = { viewport: { width: 1280, height: 760 } }

const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

async function takeAway(page: Page, button: Locator): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

/** Codes of the grids on the third level; each level is a layer of its own. */
const codesIn = (text: string): string[] =>
  (JSON.parse(text) as { features: { properties: { layer: string; code: string } }[] }).features
    .filter(({ properties }) => properties.layer === 'grids_3')
    .map(({ properties }) => properties.code)

test('a scheme is made with its levels, and gets another one below them', async () => {
  const page = await console.open('/?work=planning', WIDE)
  await page.getByRole('radio', { name: '体系与规则' }).check({ force: true })
  await page.getByRole('button', { name: '新建体系' }).click()
  const form = page.getByRole('form', { name: '新建体系' })
  await form.getByRole('button', { name: '建立体系' }).click()
  await form.getByText('只能用小写字母、数字、下划线，并以字母开头').waitFor()
  await form.getByLabel('中文名称').first().fill('护林网格')
  await form.getByLabel('英文名称').first().fill('Forest grids')
  await form.getByLabel('标识').fill('forest')
  await form.getByLabel('每个网格都不跨村（社区）').uncheck()
  const level = form.getByRole('group', { name: '第 1 级' })
  await level.getByLabel('中文名称').fill('林片')
  await level.getByLabel('英文名称').fill('Woodland')
  await form.getByRole('button', { name: '建立体系' }).click()
  await page.getByText('网格可以跨村（社区）').waitFor()
  await expect.poll(() => addressOf(page).get('schemes')).toBe('forest')

  const levels = part(page, '级别')
  await levels.getByRole('button', { name: '加一级' }).click()
  await levels.getByLabel('中文名称').fill('林班')
  await levels.getByLabel('英文名称').fill('Compartment')
  await levels.getByRole('button', { name: '加这一级' }).click()
  await levels.locator('[data-level="2"]').getByText('林班').waitFor()
  // Everything else of the console knows it too.
  await page.getByRole('button', { name: '全部体系' }).click()
  await page.locator('[data-scheme="forest"]').getByText('林片 0 · 林班 0').waitFor()
  await page.getByRole('radio', { name: '方案' }).check({ force: true })
  await page.getByRole('button', { name: '新建方案' }).click()
  await page.getByRole('form', { name: '新建方案' }).getByLabel('网格体系').selectOption('forest')
  expect(console.troubles()).toEqual([nothing])
})

test('a rule is set by the scheme, marked beside the standard one, holds after a reload, and is set back', async () => {
  const page = await console.open('/?work=planning&schemes=governance', WIDE)
  const rules = part(page, '规则')
  const row = rules.locator('[data-rule="households/3"]')
  await row.getByRole('button', { name: '修改规则“户数' }).click()
  await row.getByLabel('最多').fill('20')
  await expect.poll(() => row.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
  await row.getByText('“最多”不能小于“最少”').waitFor()
  await row.getByLabel('最多').fill('150')
  await row.getByLabel('程度').selectOption('error')
  await row.getByLabel('出处').fill('县网格化办法第 8 条')
  await row.getByLabel('版本').fill('2026 年版')
  await row.getByRole('button', { name: '保存' }).click()
  await row.getByText('本体系所定').waitFor()
  await page.reload()
  await row.getByText('县网格化办法第 8 条 · 2026 年版').waitFor()
  await row.getByText('通用：提醒 · 30–130 · 网格划分惯例').waitFor()
  expect(await row.locator('[data-severity="error"]').count()).toBe(1)

  await rules.getByRole('button', { name: '加一条规则' }).click()
  const form = rules.getByRole('form', { name: '加一条规则' })
  await form.getByLabel('规则').selectOption('households')
  await form.getByText('这一级已有这条规则').waitFor()
  await form.getByLabel('规则').selectOption('cells')
  await form.getByLabel('最多').fill('16')
  await form.getByRole('button', { name: '保存' }).click()
  await rules.locator('[data-rule="cells/3"]').getByText('≤ 16').waitFor()

  await row.getByRole('button', { name: '修改规则“户数' }).click()
  await row.getByRole('button', { name: '恢复通用' }).click()
  await expect.poll(() => row.getAttribute('data-own')).toBe('false')
  expect(console.troubles()).toEqual([nothing])
})

test('of two administrators who set rules at the same time, neither overwrites the other unseen', async () => {
  const page = await console.open('/?work=planning&schemes=governance', WIDE)
  const rules = part(page, '规则')
  const row = rules.locator('[data-rule="households/3"]')
  const { url, administrator } = console.server()
  const headers = { ...administrator.headers, 'content-type': 'application/json' }
  const read = async () => (await fetch(`${url}/api/schemes/governance`, { headers })).json() as Promise<Json>
  const setElsewhere = async (rule: string, maximum: number) => {
    const { version, own_rules } = await read()
    const own = own_rules.filter((one: Json) => one.rule !== rule)
    const rules = [...own, { rule, level: 3, severity: 'warning', minimum: null, maximum }]
    const sent = { method: 'PUT', headers: { ...headers, 'if-match': `"${version}"` }, body: JSON.stringify({ rules }) }
    expect((await fetch(`${url}/api/schemes/governance/rules`, sent)).status).toBe(200)
  }
  const maxima = async () => Object.fromEntries((await read()).own_rules.map(({ rule, maximum }: Json) => [rule, maximum]))

  await row.getByRole('button', { name: '修改规则“户数' }).click()
  await row.getByLabel('最多').fill('140')
  await setElsewhere('cells', 18)
  await row.getByRole('button', { name: '保存' }).click()
  await row.getByText('本体系所定').waitFor()
  await rules.locator('[data-rule="cells/3"]').getByText('≤ 18').waitFor()
  expect(await maxima()).toMatchObject({ cells: 18, households: 140 })

  await row.getByRole('button', { name: '修改规则“户数' }).click()
  await row.getByLabel('最多').fill('145')
  await setElsewhere('households', 155)
  await row.getByRole('button', { name: '保存' }).click()
  await row.getByText('刚才有人改过这一条，现在是：提醒 · ≤ 155').waitFor()
  expect(await maxima()).toMatchObject({ households: 155 })
  expect(await row.getByLabel('最多').inputValue()).toBe('145')
  await row.getByRole('button', { name: '保存' }).click()
  await expect.poll(maxima, SLOWLY).toMatchObject({ cells: 18, households: 145 })
  await row.getByRole('button', { name: '修改规则“户数' }).waitFor()
})

test('a scheme made by mistake is deleted after a second look; one that is in use says why it is not', async () => {
  const { url, administrator } = console.server()
  const headers = { ...administrator.headers, 'content-type': 'application/json' }
  const level = { name_zh: '片', name_en: 'Area' }
  const body = JSON.stringify({ id: 'mistake', name_zh: '建错的', name_en: 'Mistake', levels: [level] })
  expect((await fetch(`${url}/api/schemes`, { method: 'POST', headers, body })).status).toBe(201)
  const page = await console.open('/?work=planning&schemes=mistake', WIDE)
  const deletion = part(page, '删除体系')
  await deletion.getByRole('button', { name: '删除这个体系' }).click()
  await deletion.getByText(/1 个级别、0 个网格/).waitFor()
  await deletion.getByRole('button', { name: '取消' }).click()
  await deletion.getByRole('button', { name: '删除这个体系' }).click()
  // Somebody else adds a level while it is looked at.
  const more = { method: 'POST', headers, body: JSON.stringify({ name_zh: '格', name_en: 'Grid' }) }
  expect((await fetch(`${url}/api/schemes/mistake/levels`, more)).status).toBe(201)
  await deletion.getByRole('button', { name: '确认删除' }).click()
  await deletion.getByText(/^没有删除：刚才有人改过/).waitFor()
  await deletion.getByText(/2 个级别、0 个网格/).waitFor()
  await deletion.getByRole('button', { name: '确认删除' }).click()
  await page.locator('[data-scheme="governance"]').waitFor()
  await expect.poll(() => page.locator('[data-scheme="mistake"]').count(), SLOWLY).toBe(0)
  expect(addressOf(page).get('schemes')).not.toBe('mistake')

  await page.locator('[data-scheme="governance"]').click()
  await deletion.getByRole('button', { name: '删除这个体系' }).click()
  await deletion.getByRole('button', { name: '确认删除' }).click()
  await deletion.getByText(/网格上有 \d+ 条责任记录/).waitFor()
})

test('who may not change schemes reads them, and takes the grids of a day and an area away', async () => {
  const planner = await signIn(console.server().url, 'planner-town', DEMO_PASSWORD)
  const page = await console.open('/?work=planning&schemes=governance', { ...WIDE, as: planner })
  await part(page, '规则').locator('[data-rule="code/"]').waitFor()
  for (const name of ['加一级', '加一条规则']) expect(await page.getByRole('button', { name }).count()).toBe(0)
  expect(await part(page, '规则').getByRole('button').count()).toBe(0)

  const exported = part(page, '导出')
  const day = await exported.getByLabel('日期').inputValue()
  const grids = await takeAway(page, exported.getByRole('button', { name: 'CSV' }).first())
  expect(grids.name).toBe(`综治网格表 ${day}.csv`)
  expect(grids.text).toContain('网格编码')
  const cells = await takeAway(page, exported.getByRole('button', { name: 'CSV' }).last())
  expect(cells.text).toContain('三级网格编码')

  const count = (await part(page, '级别').locator('[data-level="3"]').textContent())!
  const whole = await takeAway(page, exported.getByRole('button', { name: 'GeoJSON' }))
  expect(whole.name).toBe(`综治网格 ${day}.geojson`)
  const all = codesIn(whole.text)
  expect(count).toContain(`${all.length} 个网格`)

  const community = all[0]!.slice(0, 12)
  await exported.getByRole('combobox').fill(community)
  await page.getByRole('option').filter({ hasText: community }).click()
  const some = await takeAway(page, exported.getByRole('button', { name: 'GeoJSON' }))
  const wanted = all.filter((code) => code.startsWith(community))
  expect(wanted.length).toBeLessThan(all.length)
  expect(codesIn(some.text).sort()).toEqual(wanted.sort())
  expect(console.troubles()).toEqual([nothing])
})

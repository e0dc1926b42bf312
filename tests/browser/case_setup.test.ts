// What cases run by is set in the console: kinds, whose a duty is, days on which offices work. And where a thing of the map leads to its cases.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { addressOf, consolePages, nothing } from './console_page.ts'

const console = consolePages()

/** A kind that no other test changes. */
const KIND = { code: 'E0501', name: '无照经营游商' }
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())

const openKinds = () => console.open('/?work=cases&cases=kinds&layers=none', { viewport: { width: 1440, height: 900 } })
const rowOf = (page: Page) => page.getByRole('row', { name: new RegExp(KIND.code) })

test('a kind gets another limit from a day on, and what is missing in it is said before', async () => {
  const page = await openKinds()
  await page.getByRole('searchbox', { name: '搜名称或代码' }).fill('游商')
  await rowOf(page)
    .getByRole('button', { name: `修改 ${KIND.name}` })
    .click()
  const dialog = page.getByRole('dialog', { name: new RegExp(KIND.code) })
  const amount = dialog.getByRole('spinbutton', { name: '处置 数量' })
  await amount.fill('')
  await dialog.getByRole('textbox', { name: '版本号' }).fill('本县 2026-12')
  await dialog.getByRole('button', { name: '从这天起执行' }).click()
  await expect.poll(() => amount.getAttribute('aria-invalid')).toBe('true')
  await amount.fill('3')
  await dialog.getByRole('combobox', { name: '处置 单位' }).selectOption('working_days')
  await dialog.getByLabel('依据').fill('县城管办通知')
  await dialog.getByLabel('执行日期').fill(today())
  await dialog.getByRole('button', { name: '从这天起执行' }).click()
  await dialog.waitFor({ state: 'detached' })
  await rowOf(page).getByText('3 个工作日').waitFor()
  await rowOf(page)
    .getByText(/本县 2026-12/)
    .waitFor()
  expect(console.troubles()).toEqual([nothing])
})

test('a duty is given to an organisation for its territory, and taken away again', async () => {
  const page = await openKinds()
  await page.getByRole('button', { name: '归口单位' }).click()
  const duty = page.getByRole('dialog', { name: '归口单位' }).getByRole('listitem').filter({ hasText: '城管部门' }).first()
  const held = duty.getByRole('listitem')
  await duty.getByRole('button', { name: '指定单位' }).waitFor()
  const before = await held.count()
  await duty.getByRole('button', { name: '指定单位' }).click()
  await duty.getByRole('combobox', { name: '单位' }).fill('镇')
  const organisation = page
    .getByRole('option')
    .filter({ hasText: /411825\d{3}$/ })
    .first()
  const name = await organisation.evaluate((option) => option.firstChild?.textContent)
  await organisation.click()
  await duty.getByRole('button', { name: '保存' }).click()
  await expect.poll(() => held.count()).toBe(before + 1)
  await duty
    .getByRole('button', { name: `去掉 ${name}` })
    .last()
    .click()
  await expect.poll(() => held.count()).toBe(before)
  expect(console.troubles()).toEqual([nothing])
})

test('a day off of the place’s own is entered, told with its source, and taken out again', async () => {
  const page = await openKinds()
  await page.getByRole('button', { name: '工作日历' }).click()
  const dialog = page.getByRole('dialog', { name: '工作日历' })
  await dialog.getByText(/工作时间 08:30–12:00、13:30–18:00/).waitFor()
  const year = today().slice(0, 4)
  await dialog.getByLabel('日期').fill(`${year}-12-24`)
  await dialog.getByLabel('名称（可不填）').fill('县庆')
  await dialog.getByLabel('依据').fill('县政府办通知')
  await dialog.getByRole('button', { name: '加上这一天' }).click()
  const day = dialog.getByRole('listitem').filter({ hasText: '县庆' })
  await day.getByText('县政府办通知').waitFor()
  await day.getByRole('button', { name: `去掉 ${year}-12-24` }).click()
  await day.waitFor({ state: 'detached' })
  expect(console.troubles()).toEqual([nothing])
})

test('a hydrant’s card tells its cases and reports another one about it', async () => {
  const [hydrant] = await console.features('hydrants')
  const [longitude, latitude] = hydrant!.geometry.coordinates
  const page = await console.open(`/?map=18/${latitude}/${longitude}&layers=hydrants&selected=hydrants.${hydrant!.id}`)
  const here = page.getByRole('region', { name: '案件', exact: true })
  await here.getByText(/^未结 \d+ 件$/).waitFor()
  await here.getByRole('button', { name: '在此上报' }).click()
  const dialog = page.getByRole('dialog', { name: '上报案件' })
  await dialog
    .getByRole('button', { name: /消火栓/ })
    .first()
    .waitFor()
  expect(console.troubles()).toEqual([nothing])
})

test('the cases of a grid are a way from its card to their list', async () => {
  const { url, administrator } = console.server()
  const answer = await fetch(`${url}/api/cases?queue=ended&sort=changed`, { headers: administrator.headers })
  const { cases } = (await answer.json()) as { cases: { id: number }[] }
  const one = await fetch(`${url}/api/cases/${cases[0]!.id}`, { headers: administrator.headers })
  const { grids } = (await one.json()) as { grids: { scheme: string; level: number; code: string }[] }
  const grid = grids.find(({ scheme }) => scheme === 'governance')!
  const [found] = await console.features('grids', `scheme=governance&code=${grid.code}&limit=1`)
  const page = await console.open(`/?selected=grids.${found!.id}&layers=none`)
  await page
    .getByRole('region', { name: '案件', exact: true })
    .getByRole('button', { name: /^已结 \d+ 件$/ })
    .click()
  await expect.poll(() => addressOf(page).get('only')).toContain(`grid:${grid.code}`)
  await page.locator('[data-case]').first().waitFor()
  expect(console.troubles()).toEqual([nothing])
})

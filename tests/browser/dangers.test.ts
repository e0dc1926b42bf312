// What an office prints, and what it does about dangers: zones around faults, sites in and near them, and what was found out about each.
import { readFile } from 'node:fs/promises'
import type { Download, Page, Route } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import { hasPoppler, plainTextOf } from '../helpers/pdf.ts'
import { signIn } from '../helpers/session.ts'
import { addressOf, consolePages } from './console_page.ts'

const console = consolePages()
const WIDE = { viewport: { width: 1280, height: 760 } }
const PLACE = '113.2005,35.0985'
const HERE = `/?work=emergency&incident=${PLACE}&at=${PLACE},16`
const DANGERS = '/?work=emergency&emergency=dangers'

const bytesOf = async (download: Download) => readFile((await download.path())!)
async function downloaded(page: Page, act: () => Promise<void>): Promise<Download> {
  const coming = page.waitForEvent('download')
  await act()
  return coming
}
async function chooseTown(page: Page) {
  await page.getByRole('combobox', { name: '区域' }).fill('青柏')
  await page
    .getByRole('option', { name: /青柏镇/ })
    .first()
    .click()
}

describe('printing', () => {
  test('P makes the sheet of the incident that is open, with its water; what can’t be made says why', async () => {
    const page = await console.open(HERE, WIDE)
    const first = page.getByRole('region', { name: '可用水源' }).locator('ol > li strong').first()
    await first.waitFor()
    const sheet = await downloaded(page, () => page.keyboard.press('p'))
    expect(sheet.suggestedFilename()).toMatch(/^火场保障信息_青柏镇.*\.pdf$/)
    const bytes = await bytesOf(sheet)
    expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-')
    if (hasPoppler) expect(await plainTextOf(bytes)).toContain((await first.textContent())!.replace(/^.*\s/, ''))

    await page.getByLabel('需安置人数').fill('p')
    await page.route('**/api/emergency/incident/sheet**', (route) => route.abort())
    await page.getByRole('button', { name: '打印一页（P）' }).click()
    await page.getByRole('alert').filter({ hasText: '没有做成' }).waitFor()
  })

  test('the water book of a town is made on the paper that was chosen; a poster asks for a community', async () => {
    const page = await console.open('/?work=emergency&emergency=coverage', WIDE)
    await page.getByText('印制水源手册、辖区水源分布图').click()
    expect(await page.getByRole('button', { name: /消防水源手册/ }).isDisabled()).toBe(true)
    await chooseTown(page)
    await page.getByText('A3', { exact: true }).click()
    await page.getByLabel('有效期至').fill('2099-03-01')
    const book = await downloaded(page, () => page.getByRole('button', { name: /消防水源手册/ }).click())
    expect(book.suggestedFilename()).toMatch(/^消防水源手册_青柏镇_.*\.pdf$/)
    if (hasPoppler) expect(await plainTextOf(await bytesOf(book))).toMatch(/有效期至2099年3月1日/)
    await page.getByText('分布图按社区（村）印制').waitFor()
  })
})

test('a zone around a fault follows class and intensity, and is stored in place of those before or beside them, as is chosen', async () => {
  const [first, second] = await console.features('faults')
  const page = await console.open(`${DANGERS}&selected=faults.${second!.id}`, WIDE)
  const fault = page.getByLabel('断层', { exact: true })
  await expect.poll(() => fault.inputValue()).toBe(String(second!.id))
  await fault.selectOption(String(first!.id))
  await page.getByText('最小避让距离 100 m').waitFor()
  await page.getByText('乙', { exact: true }).click()
  await page.getByText('最小避让距离 200 m').waitFor()
  await page.getByText('9 度', { exact: true }).click()
  await page.getByText('最小避让距离 400 m').waitFor()
  await page.getByLabel('规范版本').selectOption({ label: 'GB 50011-2001' })
  await page.getByText('最小避让距离 500 m').waitFor()
  await page.getByText('丁', { exact: true }).click()
  await page.getByText('规范没有规定避让距离').waitFor()
  expect(await page.getByRole('button', { name: '按此入库' }).count()).toBe(0)
  await page.getByText('丙', { exact: true }).click()
  await page.getByLabel('位置误差').fill('abc')
  await page.getByText('请填 0 至 5000 之间的数').waitFor()
  await page.getByLabel('位置误差').fill('35')
  await page.getByText('距断层线 335 m').waitFor()

  const inForce = page.getByRole('region', { name: '现行的避让带、调查带' })
  const before = await inForce.getByRole('checkbox').count()
  expect(before).toBeGreaterThan(0)
  for (const box of await inForce.getByRole('checkbox').all()) await box.check()
  await page.getByRole('button', { name: '按此入库' }).click()
  await page.getByText(`已入库 1 个带，终止旧带 ${before} 个`).waitFor()
  await inForce.getByText('由本断层计算').waitFor()
  expect(await inForce.getByRole('listitem').count()).toBe(1)
  const ends = inForce.getByRole('checkbox', { name: '入库时终止' })
  expect(await ends.isChecked()).toBe(true)
  await ends.uncheck()
  await inForce.getByText('会与新带并存').waitFor()
  await page.getByRole('button', { name: '按此入库' }).click()
  await page.getByText('已入库 1 个带，终止旧带 0 个').waitFor()
  await expect.poll(() => inForce.getByRole('checkbox', { checked: true }).count()).toBe(2)

  // Somebody else stores at the moment in which this page does.
  const others = async (route: Route) => {
    const { headers } = console.server().administrator
    const data = route.request().postDataJSON()
    const answer = await fetch(route.request().url(), {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ ...data, investigation_m: 700 }),
    })
    expect(answer.status).toBe(201)
    await route.continue()
  }
  await page.route(/\/zones$/, others, { times: 1 })
  await page.getByRole('button', { name: '按此入库' }).click()
  await page.getByRole('alert').filter({ hasText: '现行的带刚有变化' }).waitFor()
  await inForce.locator('[data-kind="fault_investigation"]').waitFor()
  await page.getByRole('button', { name: '按此入库' }).click()
  await page.getByText('已入库 1 个带，终止旧带 2 个').waitFor()
  await expect.poll(() => inForce.getByRole('listitem').count()).toBe(1)
})

test('sites are checked, listed by verdict, shown on the map, written about and taken away as a workbook', async () => {
  const page = await console.open(DANGERS, WIDE)
  await page.getByText('场所核查', { exact: true }).click()
  await chooseTown(page)
  await page.getByLabel('邻近距离').fill('400')
  await page.getByRole('button', { name: '开始核查' }).click()
  await page.getByText(/邻近距离 400 m$/).waitFor()
  const watched = page.getByRole('region', { name: '关注' })
  const count = await watched.getByRole('listitem').count()
  expect(count).toBeGreaterThan(0)
  await watched.getByRole('listitem').first().getByRole('button').first().click()
  await expect.poll(() => addressOf(page).get('selected')).toMatch(/^(key_sites|shelters)\./)

  const row = watched.getByRole('listitem').first()
  await row.getByRole('button', { name: '填写结论' }).click()
  expect(await row.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
  await row.getByLabel('核查结论').fill('围墙外即为风险区')
  await row.getByLabel('后续措施').fill('加固围墙')
  await row.getByLabel('完成期限').fill('2020-03-01')
  await row.getByRole('button', { name: '保存' }).click()
  await row.getByText('逾期').waitFor()
  await page.getByLabel('全部状态').selectOption({ label: '待办' })
  await page.getByText('1 条', { exact: true }).waitFor()
  await page.getByText('后续：加固围墙').waitFor()
  await page.getByLabel('全部判定').selectOption({ label: '不得建设' })
  await page.getByText('没有符合条件的').waitFor()
  await page.getByLabel('全部判定').selectOption('')
  const workbook = await downloaded(page, () => page.getByRole('button', { name: '导出 Excel' }).click())
  expect(workbook.suggestedFilename()).toMatch(/^场所安全核查_411825100_.*\.xlsx$/)
  expect((await bytesOf(workbook)).toString('latin1', 0, 2)).toBe('PK')
})

test('who may only read sees zones and findings, and no way to change them', async () => {
  const page = await console.open(DANGERS, { ...WIDE, as: await signIn(console.server().url, 'viewer', DEMO_PASSWORD) })
  await page.getByLabel('断层', { exact: true }).selectOption({ index: 1 })
  await page.getByText('最小避让距离').waitFor()
  expect(await page.getByRole('button', { name: '按此入库' }).count()).toBe(0)
  await page.getByText('场所核查', { exact: true }).click()
  await chooseTown(page)
  await page.getByText(/还没有核查过|\d+ 条/).waitFor()
  expect(await page.getByRole('button', { name: /开始核查|填写结论/ }).count()).toBe(0)
})

test('on a phone nothing of it is wider than the screen', async () => {
  const page = await console.open(`${DANGERS}&lang=en`, { viewport: { width: 390, height: 844 } })
  await page.getByRole('button', { name: 'Emergency', exact: true }).first().click()
  const parts = page.locator('[class*="dangers"], [class*="form"], [class*="zones"], [class*="totals"]')
  const isWide = () => parts.evaluateAll((all) => all.some((one) => one.scrollWidth > one.clientWidth + 1))
  await page.getByLabel('Fault', { exact: true }).selectOption({ index: 1 })
  await page.getByText(/^At least/).waitFor()
  expect(await parts.count()).toBeGreaterThan(0)
  expect(await isWide()).toBe(false)
  await page.getByText('Check of sites').click()
  await page.getByText(/Choose a county/).waitFor()
  expect(await isWide()).toBe(false)
})

// The way into the console and out of it: with a keyboard, in a demo, and when a session ends in the middle of work.
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { makeAccount, signIn, type TestSession } from '../helpers/session.ts'
import { addressOf, consolePages, settled } from './console_page.ts'

const console = consolePages()

/** Codes of the demo's county, of which accounts are given a part. */
let county: string
let viewer: TestSession

beforeAll(async () => {
  const [area] = await console.features('administrative_areas', 'level=county&limit=1')
  county = String(area!.properties.code)
  viewer = await make('test-viewer', 'viewer')
})

async function make(name: string, role: 'viewer' | 'planner'): Promise<TestSession> {
  const { url, administrator } = console.server()
  const { one_time_password } = await makeAccount(url, administrator, { name, roles: [{ role, territory_code: county }] })
  return signIn(url, name, one_time_password)
}

/** Ends all sessions of an account as its owner does on another device; then one of its own is needed to go on. */
async function endElsewhere({ name, password }: TestSession): Promise<void> {
  const { url } = console.server()
  const other = await signIn(url, name, password)
  await fetch(`${url}/api/sessions`, { method: 'DELETE', headers: other.headers })
}

const account = (page: Page) => page.getByRole('textbox', { name: '账号', exact: true })
const password = (page: Page) => page.getByRole('textbox', { name: '密码', exact: true })

test('whoever is not signed in is asked to, and the keyboard is enough to do so', async () => {
  const page = await console.open('/?work=rivers', { as: null })
  await account(page).waitFor()
  await expect.poll(() => account(page).evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true)
  await page.keyboard.type(viewer.name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(viewer.password)
  await page.keyboard.press('Enter')
  await settled(page)
  await expect.poll(() => addressOf(page).get('work')).toBe('rivers')
  await page.getByRole('button', { name: `账号：${viewer.name}` }).waitFor()
})

test('a wrong password is said beside its field, which keeps the cursor', async () => {
  const page = await console.open('/', { as: null })
  await account(page).fill(viewer.name)
  await password(page).fill('not the password')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('账号或密码不对').waitFor()
  expect(await password(page).getAttribute('aria-invalid')).toBe('true')
  await page.keyboard.type(viewer.password)
  await page.keyboard.press('Enter')
  await settled(page)
})

test('in a demo, one click signs in as somebody', async () => {
  const page = await console.open('/', { as: null })
  await page.getByRole('button', { name: /emergency/ }).click()
  await settled(page)
  await page.getByRole('button', { name: /^账号：/ }).click()
  await page.getByRole('menu').getByText('应急', { exact: true }).waitFor()
})

test('a password for one use has to be changed before anything else', async () => {
  const { url, administrator } = console.server()
  const roles = [{ role: 'viewer', territory_code: county }] as const
  const { one_time_password } = await makeAccount(url, administrator, { name: 'test-first', roles })
  const page = await console.open('/', { as: null })
  await account(page).fill('test-first')
  await password(page).fill(one_time_password)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '设置您的密码' }).waitFor()
  await page.keyboard.type('four unrelated words')
  await page.keyboard.press('Enter')
  await page.getByText('两次输入的新密码不一样').waitFor()
  await page.keyboard.type('four unrelated words')
  await page.keyboard.press('Enter')
  await settled(page)
})

test('when the session ends elsewhere, the sign-in lies over the page and the work goes on where it was', async () => {
  const planner = await make('test-planner', 'planner')
  const page = await console.open('/?table=shelters&at=113.20000,35.10000,13', { as: planner })
  await page
    .getByRole('textbox', { name: '在表中查找' })
    .or(page.getByRole('searchbox', { name: '在表中查找' }))
    .fill('一句没有保存的话')
  await endElsewhere(planner)
  const over = page.getByRole('dialog', { name: '登录已过期' })
  await over.waitFor({ timeout: 60_000 })
  await page.keyboard.press('Escape')
  expect(await over.isVisible()).toBe(true)
  expect(await account(page).inputValue()).toBe(planner.name)
  await page.keyboard.type(planner.password)
  await page.keyboard.press('Enter')
  await over.waitFor({ state: 'detached' })
  await settled(page)
  await expect.poll(() => addressOf(page).get('at')).toBe('113.20000,35.10000,13')
  await page.getByText('没有符合条件的应急避难场所').waitFor()
})

test('a token is shown once, works, and is gone when it is deleted', async () => {
  const page = await console.open('/', { as: viewer })
  const { url } = console.server()
  await page.getByRole('button', { name: /^账号：/ }).click()
  await page.getByRole('menuitem', { name: '访问令牌' }).click()
  await page.getByRole('button', { name: '新建令牌' }).click()
  await page.keyboard.type('QGIS')
  await page.keyboard.press('Enter')
  await page.getByText('令牌只显示这一次').waitFor()
  const token = (await page.locator('dialog code').first().textContent()) ?? ''
  const ask = async () => (await fetch(`${url}/api/collections`, { headers: { authorization: `Bearer ${token}` } })).status
  expect(await ask()).toBe(200)
  await page.getByRole('button', { name: '完成' }).click()
  await page.getByText('QGIS', { exact: true }).waitFor()
  expect(await page.getByText(token).count()).toBe(0)
  await page.getByRole('button', { name: '删除令牌“QGIS”' }).click()
  await page.getByRole('button', { name: '删除令牌“QGIS”' }).click()
  await page.getByText('还没有令牌').waitFor()
  expect(await ask()).toBe(401)
})

test('a viewer sees neither accounts nor the record, nor a layer that he may not see', async () => {
  const page = await console.open('/?work=administration&part=accounts', { as: viewer })
  await page.getByRole('heading', { name: '数据状况' }).waitFor()
  expect(await page.getByRole('tab').count()).toBe(0)
  await page.getByRole('button', { name: '规划' }).click()
  await page.getByRole('switch', { name: '显示网格', exact: true }).waitFor()
  expect(await page.getByRole('switch', { name: '显示住户点' }).count()).toBe(0)
  await settled(page)
  expect(console.troubles().map(({ failedRequests }) => failedRequests)).toEqual([[]])
})

test('an account that is made can sign in, and the record tells who made it', async () => {
  const page = await console.open('/?work=administration&part=accounts')
  await page.getByRole('button', { name: '新建账号' }).click()
  await page.keyboard.type('sun.li')
  await page.getByRole('textbox', { name: '姓名', exact: true }).fill('孙丽')
  await page.getByRole('combobox', { name: '区域' }).fill('青柏')
  await page.getByRole('option', { name: /青柏镇/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '建立账号' }).click()
  await page.getByText('只显示这一次').waitFor()
  const once = (await page.locator('dialog code').first().textContent()) ?? ''
  expect((await signIn(console.server().url, 'sun.li', once)).name).toBe('sun.li')
  await page.getByRole('button', { name: '完成' }).click()
  await page.getByRole('button', { name: /孙丽/ }).waitFor()
  await page.getByRole('tab', { name: '操作记录' }).click()
  await page.getByRole('combobox', { name: '内容' }).selectOption('accounts')
  await page.getByRole('combobox', { name: '操作' }).selectOption('insert')
  const entry = page.getByRole('button', { name: /新增\s*账号\s*孙丽/ })
  await entry.click()
  await page.getByRole('row', { name: '姓名 孙丽' }).waitFor()
  await expect.poll(() => addressOf(page).get('part')).toBe('audit')
})

test('somebody else’s newer change of an account is shown, not overwritten', async () => {
  const { url, administrator } = console.server()
  const roles = [{ role: 'viewer', territory_code: county }] as const
  const { id } = await makeAccount(url, administrator, { name: 'test-shared', roles })
  const page = await console.open('/?work=administration&part=accounts')
  await page.getByRole('button', { name: /test-shared/ }).click()
  await page.getByRole('textbox', { name: '姓名', exact: true }).fill('我改的名字')
  const response = await fetch(`${url}/api/accounts/${id}`, {
    method: 'PATCH',
    headers: { ...administrator.headers, 'content-type': 'application/json', 'if-match': '"1"' },
    body: JSON.stringify({ display_name: '别人改的名字' }),
  })
  expect(response.status).toBe(200)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: '刚才有人改过这个账号' }).waitFor()
  await page.getByRole('alert').getByText('别人改的名字').waitFor()
  await page.getByRole('button', { name: '保留我的改动' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: /我改的名字/ }).waitFor()
})

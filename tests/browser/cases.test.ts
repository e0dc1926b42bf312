// A case from the street to its end: reported by telephone, seen through at the desk, handled in the field, looked at again.
import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import type { Case } from '#geodata/cases/records.ts'
import { cameraJpeg } from '../helpers/photos.ts'
import { signIn, type TestSession } from '../helpers/session.ts'
import { addressOf, consolePages, nothing } from './console_page.ts'

const console = consolePages()

let supervisor: TestSession
let handler: TestSession
let dispatcher: TestSession
/** Somewhere in the supervisor's territory. */
let here: { longitude: number; latitude: number }
let number = 0

/** A kind that is a department's, the handler's own, and waits for the desk. */
const KIND = { code: 'E0501', name: '无照经营游商' }

async function ask<Answer>(as: TestSession, path: string, body?: unknown, version?: number): Promise<Answer> {
  const response = await fetch(console.server().url + path, {
    headers: {
      ...as.headers,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
    },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })
  expect(response.ok, await response.clone().text()).toBe(true)
  return (await response.json()) as Answer
}

beforeAll(async () => {
  const { url } = console.server()
  ;[supervisor, handler, dispatcher] = (await Promise.all(
    ['supervisor', 'handler', 'dispatcher'].map((name) => signIn(url, name, DEMO_PASSWORD)),
  )) as [TestSession, TestSession, TestSession]
  const { rights } = await ask<{ rights: Record<string, string[]> }>(supervisor, '/api/session')
  const [territory] = rights['cases.report']!
  const areas = (await console.features('administrative_areas', 'level=community&limit=100')) as unknown as {
    geometry: GeoJSON.MultiPolygon
    properties: { code: string }
  }[]
  const ring = areas.find(({ properties }) => properties.code.startsWith(territory!))!.geometry.coordinates[0]![0]!
  const middle = (index: number) => ring.reduce((sum, place) => sum + place[index]!, 0) / ring.length
  here = { longitude: middle(0), latitude: middle(1) }
})

/** Words that no other case has. */
const words = () => `试案 ${Date.now()}-${++number}`

const collect = (text: string, more: object = {}) =>
  ask<Case>(supervisor, '/api/cases', {
    client_id: randomUUID(),
    kind: KIND.code,
    source: 'supervisor',
    ...here,
    text,
    noted_at: new Date().toISOString(),
    sent_at: new Date().toISOString(),
    ...more,
  })
const step = (as: TestSession, { id, version }: Pick<Case, 'id' | 'version'>, action: string, more: object = {}) =>
  ask<Case>(as, `/api/cases/${id}/events`, { action, ...more }, version)
const read = (id: number) => ask<Case>(dispatcher, `/api/cases/${id}`)
const found = async (text: string) =>
  await ask<{ total: number; cases: Case[] }>(dispatcher, `/api/cases?q=${encodeURIComponent(text)}`)

async function dispatched(text: string): Promise<Case> {
  const filed = await step(dispatcher, await collect(text), 'file')
  const { proposed } = await ask<{ proposed: { organisation_id: number } }>(dispatcher, `/api/cases/${filed.id}/handlers`)
  return step(dispatcher, filed, 'dispatch', { organisation_id: proposed.organisation_id })
}

const openPhone = (as: TestSession, path = '/?work=cases') =>
  console.open(path, {
    as,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    geolocation: here,
    permissions: ['geolocation'],
  })
const openDesk = (path = '/?work=cases') => console.open(path, { as: dispatcher, viewport: { width: 1440, height: 900 } })

const photo = () => ({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: cameraJpeg({ orientation: 6 }) })
const sheet = (page: Page) => page.getByRole('region', { name: '案件', exact: true })
const opened = (page: Page, { number: name }: Pick<Case, 'number'>) => page.getByRole('article', { name: `案件 ${name}` })
const progress = (article: Locator) => article.getByRole('list', { name: '办理进度' }).locator('[aria-current="step"]')

async function fillIn(phone: Page, text: string): Promise<void> {
  const page = phone.getByRole('dialog')
  await page.getByRole('searchbox', { name: '搜名称或代码' }).fill('游商')
  await page.getByRole('button', { name: KIND.name }).tap()
  await phone.getByText(/当前位置，误差约/).waitFor()
  await phone.getByRole('textbox', { name: '问题描述（选填）' }).fill(text)
}
const send = (phone: Page) => phone.getByRole('dialog').getByRole('button', { name: '上报', exact: true })

test('a case that was found in the street is seen through by four people to its end', { timeout: 240_000 }, async () => {
  const text = words()
  const phone = await openPhone(supervisor)
  await sheet(phone).getByRole('button', { name: '上报案件' }).waitFor()
  expect(await phone.getByRole('button', { name: '上报案件' }).count()).toBe(1)
  await sheet(phone).getByRole('button', { name: '上报案件' }).tap()
  await fillIn(phone, text)
  await phone.locator('dialog input[type=file]').setInputFiles(photo())
  await phone.getByRole('img', { name: '照片 1' }).waitFor()
  // Whose it will be and by when is said before it is sent.
  const proposal = phone.getByRole('region', { name: '预计' })
  await proposal.getByText(/城市管理局/).waitFor()
  await proposal.getByText(/前$/).waitFor()
  await send(phone).tap()
  await phone.getByRole('region', { name: '本机记录' }).getByText('已发 1').waitFor()
  await phone.getByRole('region', { name: '本机记录' }).getByText('照片 1/1 张').waitFor()
  await phone.getByRole('dialog').getByRole('button', { name: '关闭' }).tap()
  const { cases } = await found(text)
  expect(cases).toHaveLength(1)
  const [taken] = cases as [Case]
  expect(taken).toMatchObject({ stage: 'collected', source: 'supervisor', photos: 1 })

  const desk = await openDesk('/?work=cases&queue=to_file')
  await desk.getByText(text).click()
  const onDesk = opened(desk, taken)
  await onDesk.getByRole('button', { name: '第 1 张照片 采集上报' }).waitFor()
  await desk.keyboard.press('f')
  await onDesk.getByRole('form', { name: '立案' }).waitFor()
  await desk.keyboard.press('Enter')
  await expect.poll(() => progress(onDesk).textContent()).toContain('派遣')
  await desk.keyboard.press('d')
  // The rule names the department; one key sends it there.
  await onDesk.getByRole('form', { name: '派遣' }).getByText('按责任规则建议').waitFor()
  await onDesk.getByRole('form', { name: '派遣' }).getByRole('button', { name: '派遣' }).click()
  await expect.poll(() => progress(onDesk).textContent()).toContain('处理')

  const field = await openPhone(handler)
  await field.getByText(text).tap()
  const inField = opened(field, taken)
  await inField.getByRole('button', { name: '接单' }).tap()
  await inField.getByRole('form', { name: '接单' }).getByRole('button', { name: '接单' }).tap()
  await expect.poll(() => progress(inField).textContent()).toContain('反馈')
  await inField.getByRole('button', { name: '处理反馈' }).tap()
  const form = inField.getByRole('form', { name: '处理反馈' })
  await form.getByRole('button', { name: '处理反馈' }).tap()
  await form.getByText('请写明。').waitFor()
  await form.getByRole('textbox', { name: '处理结果' }).fill('已劝离，恢复秩序')
  await form.locator('input[type=file]').setInputFiles(photo())
  await form.getByRole('img', { name: '照片 1' }).waitFor()
  await form.getByRole('button', { name: '处理反馈' }).tap()
  await expect.poll(async () => (await read(taken.id)).photos).toBe(2)

  // The desk heard of it by itself, with the photo.
  await onDesk.getByText('已劝离，恢复秩序').waitFor()
  await phone.getByRole('button', { name: /待您核查/ }).tap()
  await phone.getByText(text).tap()
  const again = opened(phone, taken)
  await again.getByRole('button', { name: '核查通过' }).tap()
  await again.getByRole('form', { name: '核查通过' }).getByRole('button', { name: '核查通过' }).tap()
  await expect.poll(() => progress(onDesk).textContent()).toContain('结案')
  await desk.keyboard.press('c')
  await onDesk.getByRole('form', { name: '结案' }).waitFor()
  await desk.keyboard.press('Enter')
  await expect.poll(async () => (await read(taken.id)).stage).toBe('closed')
  const { events } = await read(taken.id)
  expect(events.map(({ action }) => action)).toEqual(['collect', 'file', 'dispatch', 'accept', 'report_back', 'verify', 'close'])
  await onDesk.getByText('结案', { exact: true }).first().waitFor()
  expect(console.troubles()).toEqual([nothing, nothing, nothing])
})

test('J and K walk the queue, Enter opens, the address says which, and Escape goes back to the list', async () => {
  const marks = [words(), words()]
  for (const mark of marks) await collect(mark)
  const common = marks[0]!.split('-')[0]!
  const desk = await openDesk(`/?work=cases&queue=to_file&only=q:${encodeURIComponent(encodeURIComponent(common))}`)
  await desk.getByText(marks[1]!).waitFor()
  await desk.keyboard.press('j')
  await desk.keyboard.press('j')
  await desk.keyboard.press('k')
  await desk.keyboard.press('Enter')
  const { cases } = await found(common)
  await opened(desk, cases[0]!).waitFor()
  await expect.poll(() => addressOf(desk).get('case')).toBe(String(cases[0]!.id))
  await desk.keyboard.press('j')
  await opened(desk, cases[1]!).waitFor()
  await desk.keyboard.press('Escape')
  await expect.poll(() => addressOf(desk).get('case')).toBeNull()
})

test('of two dispatchers the slower sees what the other did, keeps what he wrote, and decides anew', async () => {
  const text = words()
  const open = await dispatched(text)
  const [one, other] = await Promise.all([openDesk(`/?work=cases&case=${open.id}`), openDesk(`/?work=cases&case=${open.id}`)])
  const [left, right] = [opened(one, open), opened(other, open)]
  await right.getByRole('button', { name: '改派' }).waitFor()
  // Nobody has asked for more time: it can be given, but there is nothing to grant, and nobody to ask.
  expect(await right.getByRole('button', { name: /延长时限|延期/ }).allTextContents()).toEqual(['延长时限'])
  await right.getByRole('button', { name: '改派' }).click()
  const form = right.getByRole('form', { name: '改派' })
  await form.getByRole('textbox', { name: '改派的理由' }).fill('人手不够')
  await form.getByRole('combobox', { name: '派给' }).fill('城市管理')
  await form.getByRole('option').first().click()

  await left.getByRole('button', { name: '督办' }).click()
  await left.getByRole('textbox', { name: '督办意见' }).fill('今天办完')
  await one.keyboard.press('Control+Enter')
  await left.getByText('今天办完').waitFor()
  await right.getByText('今天办完').waitFor()

  await form.getByRole('button', { name: '改派' }).click()
  await form.getByText('您打开之后，案件有了变动').waitFor()
  await form.getByText('今天办完').waitFor()
  expect(await form.getByRole('textbox', { name: '改派的理由' }).inputValue()).toBe('人手不够')
  await form.getByRole('button', { name: '仍然改派' }).click()
  await form.waitFor({ state: 'detached' })
  expect((await read(open.id)).events.map(({ action }) => action)).toEqual(['collect', 'file', 'dispatch', 'urge', 'reassign'])
})

test('what can’t be done any more is said, and not done', async () => {
  const open = await collect(words())
  const desk = await openDesk(`/?work=cases&case=${open.id}`)
  const article = opened(desk, open)
  await article.getByRole('button', { name: '不予立案' }).click()
  const form = article.getByRole('form', { name: '不予立案' })
  await form.getByRole('textbox').fill('不属于管理范围')
  await step(dispatcher, open, 'file')
  await form.getByRole('button', { name: '不予立案' }).click()
  await form.getByText('这一步现在不能办理了。').waitFor()
  expect(await form.getByRole('button', { name: '仍然不予立案' }).isDisabled()).toBe(true)
  expect((await read(open.id)).stage).toBe('filed')
})

test('the same thing reported twice becomes one case, after both were looked at side by side', async () => {
  const [first, second] = [await collect(words()), await collect(words())]
  const desk = await openDesk(`/?work=cases&case=${second.id}`)
  const article = opened(desk, second)
  await article.getByRole('button', { name: '并案' }).waitFor()
  await desk.keyboard.press('m')
  const form = article.getByRole('form', { name: '并案' })
  await form.getByText(first.number).click()
  const compare = form.getByRole('table', { name: '对比' })
  await compare.getByText(first.text!).waitFor()
  await compare.getByText(second.text!).waitFor()
  await form.getByRole('button', { name: '并案' }).click()
  await article.getByText('本案已并入').waitFor()
  expect(await read(second.id)).toMatchObject({ stage: 'merged', merged_into: { id: first.id } })
  // It had no deadline yet, and says once where it went.
  expect(await article.getByRole('heading', { name: '时限' }).count()).toBe(0)
  await article.getByRole('button', { name: first.number }).click()
  await opened(desk, first).getByText('已并入本案：').waitFor()
})

test('a case that is open already is offered first, and what is seen of it now is added there', async () => {
  const known = await collect(words())
  const phone = await openPhone(supervisor)
  await sheet(phone).getByRole('button', { name: '上报案件' }).tap()
  const text = words()
  await fillIn(phone, text)
  const nearby = phone.getByRole('region', { name: '附近已有未结案件，是同一件吗？' })
  await nearby.locator('li', { hasText: known.text! }).getByRole('button', { name: '是同一件' }).tap()
  await phone.locator('dialog input[type=file]').setInputFiles(photo())
  await phone.getByRole('img', { name: '照片 1' }).waitFor()
  await phone.getByRole('dialog').getByRole('button', { name: '补充到这一件' }).tap()
  await phone.getByRole('region', { name: '本机记录' }).getByText('照片 1/1 张').waitFor()
  const { events } = await read(known.id)
  expect(events.map(({ action }) => action)).toEqual(['collect', 'note'])
  expect(events[1]).toMatchObject({ text })
  expect(events[1]!.photos).toHaveLength(1)
  expect((await found(text)).cases).toHaveLength(0)
})

test('beside an open case a place is chosen in the middle of what is seen of the map', async () => {
  const known = await collect(words())
  const path = `/?work=cases&cases=desk&case=${known.id}`
  const page = await console.open(path, { as: supervisor, viewport: { width: 1440, height: 900 } })
  const article = opened(page, known)
  await article.waitFor()
  const report = page.getByRole('button', { name: '上报案件' })
  await report.click()
  await page.getByRole('dialog').getByRole('button', { name: '地图选点' }).click()
  const picking = page.getByRole('region', { name: '地图选点' })
  const [map, cross, beside] = await Promise.all(
    [page.getByRole('region', { name: '地图', exact: true }), picking.locator('svg'), article].map((each) => each.boundingBox()),
  )
  expect(cross!.x + cross!.width / 2).toBeCloseTo((map!.x + beside!.x) / 2, -1)
  // What lies over the map makes room.
  expect(await report.count()).toBe(0)
  await picking.getByRole('button', { name: '就是这里' }).click()
  await page.getByText(/地图选点 \d/).waitFor()
})

test('reported without a network, with two taps and an answer that was lost, it is one case', async () => {
  const text = words()
  const phone = await openPhone(supervisor)
  await sheet(phone).getByRole('button', { name: '上报案件' }).tap()
  await phone.getByText(/当前位置，误差约/).waitFor()
  await phone.context().setOffline(true)
  await fillIn(phone, text)
  await phone.getByText(/没有网络，暂查不到责任单位和时限/).waitFor()
  await phone.locator('dialog input[type=file]').setInputFiles(photo())
  await phone.getByRole('img', { name: '照片 1' }).waitFor()
  await send(phone).dblclick()
  await phone.getByText('已记在本机，有网络时自动发出。').waitFor()
  await phone.getByRole('region', { name: '本机记录' }).getByText('待发 1').waitFor()
  await phone.route('**/api/cases', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch()
    // The page may have gone by then, and its requests with it.
    await route.abort().catch(() => {})
  })
  await phone.context().setOffline(false)
  await expect.poll(async () => (await found(text)).total).toBe(1)
  await phone.unroute('**/api/cases')
  await phone.reload()
  await expect.poll(async () => (await found(text)).cases[0]?.photos, { timeout: 90_000 }).toBe(1)
  expect((await found(text)).total).toBe(1)
})

test('what was handled where there is no network is reported back when there is one', async () => {
  const text = words()
  const open = await dispatched(text)
  const field = await openPhone(handler)
  await field.getByText(text).tap()
  const article = opened(field, open)
  await article.getByRole('button', { name: '处理反馈' }).waitFor()
  await field.context().setOffline(true)
  await article.getByRole('button', { name: '处理反馈' }).tap()
  await article.getByRole('textbox', { name: '处理结果' }).fill('已清理')
  await article.getByRole('form', { name: '处理反馈' }).getByRole('button', { name: '处理反馈' }).tap()
  await article.getByRole('button', { name: '返回列表' }).tap()
  const waiting = field.getByRole('region', { name: '本机待提交' })
  await waiting.getByText('待发 1').waitFor()
  await field.context().setOffline(false)
  await expect.poll(async () => (await read(open.id)).stage, { timeout: 90_000 }).toBe('reported_back')
  await waiting.waitFor({ state: 'detached' })
  expect((await read(open.id)).events.filter(({ action }) => action === 'report_back')).toHaveLength(1)
})

test('a number of the evaluation opens the list of what it counts', async () => {
  const open = await dispatched(words())
  const desk = await openDesk('/?work=cases&cases=evaluation')
  const table = desk.getByRole('region', { name: '评价' }).getByRole('table')
  await desk.getByText(/^截至 \d{4}年\d+月\d+日/).waitFor()
  const total = table.getByRole('button', { name: /^合计：立案 \d+ 件/ })
  const count = Number(await total.textContent())
  expect(count).toBeGreaterThan(0)
  await total.click()
  await desk.getByText(`${count} 件`, { exact: true }).waitFor()
  await expect.poll(() => addressOf(desk).get('only')).toContain('outcome:filed')
  await desk.locator(`[data-case="${open.id}"]`).waitFor()
})

test('the rate of patrols opens the patrols behind it, and from there it goes back', async () => {
  const desk = await openDesk('/?work=cases&cases=evaluation')
  const rate = desk
    .getByRole('region', { name: '评价' })
    .getByRole('button', { name: /有效巡河 \d+ 次/ })
    .first()
  await rate.click()
  await desk.getByRole('heading', { name: /的巡河$/ }).waitFor()
  await desk
    .getByText(/^\d+ 次/)
    .first()
    .waitFor()
  await desk.getByRole('button', { name: '返回评价' }).click()
  await rate.waitFor()
})

test('who may not see cases has no such workspace', async () => {
  const viewer = await signIn(console.server().url, 'viewer', DEMO_PASSWORD)
  const page = await console.open('/', { as: viewer })
  await page.getByRole('button', { name: '河长' }).waitFor()
  expect(await page.getByRole('button', { name: '案件', exact: true }).count()).toBe(0)
})

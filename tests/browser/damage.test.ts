// Damage from the village to the office: reported on a telephone whose network comes and goes, seen at a desk without a reload.
import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import { cameraJpeg, MAKER } from '../helpers/photos.ts'
import { makeAccount, signIn, type TestSession } from '../helpers/session.ts'
import { consolePages, nothing } from './console_page.ts'

const console = consolePages()
const THUMB_PX = 44
const REPORTS = '**/api/damage/events/*/reports'
/** A page begins anew, and then sends. */
const SLOWLY = { timeout: 30_000 }

let reporter: TestSession
let office: TestSession
/** Code of the reporter's village. */
let village: string
/** Somewhere in it. */
let here: { longitude: number; latitude: number }
let event: { id: number; version: number }
let number = 0

const ask = async (path: string, init: RequestInit = {}) => {
  const headers = { ...office.headers, 'content-type': 'application/json', ...(init.headers as Record<string, string>) }
  const response = await fetch(console.server().url + path, { ...init, headers })
  expect(response.ok, await response.clone().text()).toBe(true)
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts what an answer holds
  return (await response.json()) as any
}

beforeAll(async () => {
  const { url } = console.server()
  ;[reporter, office] = [await signIn(url, 'reporter', DEMO_PASSWORD), await signIn(url, 'emergency', DEMO_PASSWORD)]
  const own = await (await fetch(`${url}/api/session`, { headers: reporter.headers })).json()
  village = (own as { rights: Record<string, string[]> }).rights['damage.report']![0]!
  const [area] = (await console.features('administrative_areas', `code=${village}`)) as unknown as [
    { geometry: GeoJSON.MultiPolygon },
  ]
  const ring = area.geometry.coordinates[0]![0]!
  const middle = (index: number) => ring.reduce((sum, place) => sum + place[index]!, 0) / ring.length
  here = { longitude: middle(0), latitude: middle(1) }
})

const open = (): Promise<typeof event> => {
  const began_at = new Date(Date.now() - 3_600_000).toISOString()
  const body = { name: `试报 ${++number}`, kind: 'earthquake', began_at, area_codes: ['411825'] }
  return ask('/api/damage/events', { method: 'POST', body: JSON.stringify(body) })
}

beforeEach(async () => {
  event = await open()
  return async () => {
    const { version, closed_at } = await ask(`/api/damage/events/${event.id}`)
    if (closed_at === null) await close(version)
  }
})

const close = (version: number) =>
  ask(`/api/damage/events/${event.id}`, {
    method: 'PATCH',
    headers: { 'if-match': `"${version}"` },
    body: JSON.stringify({ closed: true }),
  })

const openPhone = (locale = 'zh-CN', geolocation = here) =>
  console.open('/', {
    as: reporter,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale,
    geolocation,
    permissions: ['geolocation'],
  })
const openOffice = () => console.open('/?work=emergency&emergency=damage', { as: office, viewport: { width: 1440, height: 900 } })

async function fillIn(page: Page, degree: RegExp, kind: string): Promise<void> {
  await page.getByText(/当前位置，误差约/).waitFor()
  await page.getByRole('button', { name: degree }).tap()
  await page.getByRole('button', { name: kind, exact: true }).tap()
}
const send = (page: Page) => page.getByRole('button', { name: '发送', exact: true }).tap()
/** Reports arrive, but nobody hears of it. */
const loseAnswers = (page: Page) =>
  page.route(REPORTS, async (route) => {
    await route.fetch()
    await route.abort()
  })
const mine = (page: Page) => page.getByRole('region', { name: '我的上报' })
const totalsOf = (page: Page) => page.getByRole('region', { name: '汇总' })

test('a report begun with a network and ended without one waits, goes by itself, and appears at the office with its photo', async () => {
  const [desk, phone] = [await openOffice(), await openPhone()]
  await totalsOf(desk).getByText('10/10 个村（社区）').waitFor()
  await phone.getByRole('heading', { name: '上报灾情' }).waitFor()
  await fillIn(phone, /严重破坏/, '房屋')
  await phone.context().setOffline(true)
  await phone
    .locator('input[type=file]')
    .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: cameraJpeg({ orientation: 6 }) })
  await phone.getByRole('img', { name: '照片 1' }).waitFor()
  await phone.getByRole('button', { name: '被困：多一个' }).tap()
  await send(phone)
  await phone.getByText('已记在本机，有网络时自动发出。').waitFor()
  await mine(phone).getByText('待发 1').waitFor()
  expect(
    await totalsOf(desk)
      .getByRole('button', { name: /灾情上报/ })
      .textContent(),
  ).toBe('0灾情上报')

  await phone.context().setOffline(false)
  await mine(phone).getByText('已发 1').waitFor()
  await mine(phone).getByText('照片 1/1 张').waitFor()
  await totalsOf(desk).getByText('9/10 个村（社区）').waitFor()
  await totalsOf(desk).getByRole('button', { name: /被困/ }).click()
  await desk.getByRole('button', { name: /房屋 · 严重破坏/ }).click()
  const photo = desk.getByRole('article', { name: '灾情上报' }).getByRole('img', { name: '第 1 张照片' })
  await photo.waitFor()
  // As it was held: higher than wide.
  await expect
    .poll(() =>
      photo.evaluate((image: { naturalWidth: number; naturalHeight: number }) => [image.naturalWidth, image.naturalHeight]),
    )
    .toEqual([32, 48])
  const { reports } = await ask(`/api/damage/events/${event.id}/reports`)
  expect(reports).toHaveLength(1)
  expect(reports[0].place_source).toBe('device')
  expect(reports[0].photos[0]).toMatchObject({ width: 32, height: 48 })
  expect(reports[0].photos[0].longitude).toBeCloseTo(113.25, 4)
  const stored = await fetch(`${console.server().url}/api/damage/reports/${reports[0].id}/photos/${reports[0].photos[0].id}`, {
    headers: office.headers,
  })
  expect(Buffer.from(await stored.arrayBuffer()).includes(MAKER)).toBe(false)
  expect(console.troubles()[0]).toEqual(nothing)
})

test('what waits outlives the page, and an answer that was lost on its way makes no second report', async () => {
  const phone = await openPhone()
  await loseAnswers(phone)
  await fillIn(phone, /轻微破坏/, '道路')
  await send(phone)
  await mine(phone).getByText('待发 1').waitFor()
  await expect.poll(async () => (await ask(`/api/damage/events/${event.id}/reports`)).total).toBe(1)
  await phone.reload()
  await mine(phone).getByText('待发 1').waitFor()
  await phone.unrouteAll({ behavior: 'wait' })
  await phone.reload()
  await mine(phone).getByText('已发 1').waitFor()
  expect((await ask(`/api/damage/events/${event.id}/reports`)).total).toBe(1)
})

test('a report noted before any event was open goes to the first that is, and stays with it when its answer was lost', async () => {
  await close(event.version)
  const phone = await openPhone()
  await phone.getByText(/^应急值守还没有开启事件/).waitFor()
  await fillIn(phone, /轻微破坏/, '道路')
  await send(phone)
  await mine(phone).getByText('待发 1').waitFor()

  const first = await open()
  await loseAnswers(phone)
  await phone.reload()
  await expect.poll(async () => (await ask(`/api/damage/events/${first.id}/reports`)).total, SLOWLY).toBe(1)
  const second = await open()
  await phone.unrouteAll({ behavior: 'wait' })
  await phone.reload()
  await mine(phone).getByText('已发 1').waitFor()
  const totals = [first, second].map(async ({ id }) => (await ask(`/api/damage/events/${id}/reports`)).total)
  expect(await Promise.all(totals)).toEqual([1, 0])
  event = first
  await close(first.version)
  event = second
})

test('a second tap on the button makes no second report', async () => {
  const phone = await openPhone()
  await fillIn(phone, /中等破坏/, '房屋')
  await phone.getByRole('button', { name: '发送', exact: true }).evaluate((button: { click: () => void }) => {
    for (let taps = 0; taps < 3; taps++) button.click()
  })
  await mine(phone).getByText('已发 1').waitFor()
  expect(await mine(phone).getByRole('listitem').count()).toBe(1)
  expect((await ask(`/api/damage/events/${event.id}/reports`)).total).toBe(1)
})

test('the words of all reports go before the photos of any', async () => {
  const phone = await openPhone()
  await phone.context().setOffline(true)
  for (const kind of ['房屋', '道路']) {
    await fillIn(phone, /严重破坏/, kind)
    const photos = [1, 6].map((orientation) => ({ mimeType: 'image/jpeg', buffer: cameraJpeg({ orientation }) }))
    await phone.locator('input[type=file]').setInputFiles(photos.map((photo, index) => ({ ...photo, name: `IMG_${index}.jpg` })))
    await phone.getByRole('img', { name: '照片 2' }).waitFor()
    await send(phone)
    await mine(phone)
      .getByText(`待发 ${kind === '房屋' ? 1 : 2}`)
      .waitFor()
  }
  const sent: string[] = []
  phone.on('response', (response) => {
    const request = response.request()
    if (request.method() !== 'POST' || response.status() !== 201) return
    sent.push(request.url().endsWith('/photos') ? 'photo' : request.postDataJSON().kind)
  })
  await phone.context().setOffline(false)
  await mine(phone).getByText('已发 2').waitFor()
  expect(sent).toEqual(['building', 'road', 'photo', 'photo', 'photo', 'photo'])
  const { reports } = await ask(`/api/damage/events/${event.id}/reports`)
  expect(reports.map(({ photos }: { photos: [] }) => photos.length)).toEqual([2, 2])
})

test('what somebody has noted is neither seen nor sent by who signs in after on the same telephone', async () => {
  const { url, administrator } = console.server()
  const name = 'reporter-2'
  const roles = [{ role: 'reporter' as const, territory_code: village }]
  const made = await makeAccount(url, administrator, { name, display_name: '接班人', roles })
  const other = await signIn(url, name, made.one_time_password)
  const signInHere = async (phone: Page, session: TestSession) => {
    await phone.context().addCookies([{ ...session.cookie, url }])
    await phone.reload()
    await phone.getByText(/当前位置，误差约/).waitFor()
  }
  const kinds = async () =>
    (await ask(`/api/damage/events/${event.id}/reports`)).reports.map(({ kind }: { kind: string }) => kind)

  const phone = await openPhone()
  await fillIn(phone, /严重破坏/, '房屋')
  await phone.route(REPORTS, (route) => route.abort())
  await send(phone)
  await mine(phone).getByText('待发 1').waitFor()

  await signInHere(phone, other)
  expect(await mine(phone).getByRole('listitem').count()).toBe(0)
  await phone.unrouteAll({ behavior: 'wait' })
  await phone.reload()
  await fillIn(phone, /轻微破坏/, '道路')
  await send(phone)
  await mine(phone).getByText('已发 1').waitFor()
  expect(await mine(phone).getByRole('listitem').count()).toBe(1)
  expect(await kinds()).toEqual(['road'])

  await signInHere(phone, reporter)
  await mine(phone).getByText('已发 1').waitFor()
  await mine(phone).getByText(/房屋/).waitFor()
  expect(await mine(phone).getByText(/道路/).count()).toBe(0)
  expect((await kinds()).sort()).toEqual(['building', 'road'])
  const { reports } = await ask(`/api/damage/events/${event.id}/reports`)
  expect(new Set(reports.map(({ account_name }: { account_name: string }) => account_name)).size).toBe(2)
})

test('零报告 takes two taps, and ends the silence of the village', async () => {
  const [desk, phone] = [await openOffice(), await openPhone()]
  await phone.getByRole('button', { name: '本村无灾情，零报告' }).tap()
  await phone.getByRole('button', { name: '确认零报告' }).tap()
  await mine(phone).getByText('已发 1').waitFor()
  await totalsOf(desk).getByText('9/10 个村（社区）').waitFor()
  await totalsOf(desk)
    .getByRole('button', { name: /^1 ?零报告/ })
    .waitFor()
})

test('what the server refuses stays on the list with its reason', async () => {
  const phone = await openPhone()
  await fillIn(phone, /毁坏/, '桥梁')
  await phone.context().setOffline(true)
  await close(event.version)
  await send(phone)
  await mine(phone).getByText('待发 1').waitFor()
  await phone.context().setOffline(false)
  await mine(phone).getByText('未受理 1').waitFor()
  await mine(phone).getByText('这次事件的灾情速报已经结束，不再接收新的上报。').waitFor()
  await mine(phone).getByRole('button', { name: '删去' }).tap()
  await mine(phone)
    .getByText(/^这里会列出/)
    .waitFor()
})

test('a position beyond the border of the village is refused, and the report goes for the village as a whole in one tap', async () => {
  const phone = await openPhone('zh-CN', { longitude: here.longitude, latitude: here.latitude + 0.025 })
  await fillIn(phone, /轻微破坏/, '供电')
  await send(phone)
  await mine(phone).getByText('这超出了您账号的管辖范围。').waitFor()
  await mine(phone).getByRole('button', { name: /^改报/ }).tap()
  await mine(phone).getByText('已发 1').waitFor()
  const { reports } = await ask(`/api/damage/events/${event.id}/reports`)
  expect(reports.map((report: { place_source: string }) => report.place_source)).toEqual(['community'])
})

describe('the form', () => {
  test('says what is missing, and takes no drawing for a photo', async () => {
    const phone = await openPhone()
    await phone.getByText(/当前位置，误差约/).waitFor()
    await send(phone)
    await phone.getByText('请选择破坏程度。').waitFor()
    await phone.getByText('请选择受损对象。').waitFor()
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    await phone.locator('input[type=file]').setInputFiles({ name: 'a.svg', mimeType: 'image/svg+xml', buffer: svg })
    await phone.getByText(/这不是能用的照片/).waitFor()
    expect(await phone.getByRole('img', { name: '照片 1' }).count()).toBe(0)
    expect((await ask(`/api/damage/events/${event.id}/reports`)).total).toBe(0)
  })

  test('takes a place from the map instead of where one stands', async () => {
    const phone = await openPhone()
    await fillIn(phone, /中等破坏/, '供水')
    await phone.getByRole('button', { name: '地图选点' }).tap()
    await phone.getByRole('button', { name: '就是这里' }).tap()
    await phone.getByText(/地图选点 \d/).waitFor()
    expect(await phone.getByRole('button', { name: /中等破坏/ }).getAttribute('aria-pressed')).toBe('true')
    await send(phone)
    await mine(phone).getByText('已发 1').waitFor()
    const { reports } = await ask(`/api/damage/events/${event.id}/reports`)
    expect(reports[0].place_source).toBe('map')
    expect(reports[0].longitude).toBeCloseTo(here.longitude, 3)
  })

  test.each(['zh-CN', 'en-US'])('fits a telephone and a thumb: %s', async (locale) => {
    const phone = await openPhone(locale)
    const dialog = phone.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.evaluate((page: { scrollWidth: number }) => page.scrollWidth)).toBe(390)
    const sizes = await dialog.getByRole('button').evaluateAll((buttons) =>
      (buttons as { getBoundingClientRect: () => { width: number; height: number } }[]).map((button) => {
        const { width, height } = button.getBoundingClientRect()
        return Math.min(width, height)
      }),
    )
    expect(sizes.length).toBeGreaterThan(20)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(THUMB_PX)
    expect(console.troubles()).toEqual([nothing])
  })
})

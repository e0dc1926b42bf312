// A river chief with a telephone: segments at a glance, a patrol that outlives the network and the page, and what the office sees of it.
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import type { Case } from '#geodata/cases/records.ts'
import { partsBetween } from '#geodata/rivers/chainage.ts'
import { type RiverLine, riverLineOf } from '#geodata/rivers/line.ts'
import type { Patrol, SegmentDetail, SegmentPage } from '#geodata/rivers/records.ts'
import { signIn, type TestSession } from '../helpers/session.ts'
import { consolePages, nothing } from './console_page.ts'

const console = consolePages()
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, permissions: ['geolocation'] }
const THUMB_PX = 44
const STEP = { metres: 36, milliseconds: 24_000 }

let chief: TestSession
let segment: SegmentDetail
let line: RiverLine

const read = async <T>(path: string, { headers }: TestSession = chief): Promise<T> => {
  const response = await fetch(console.server().url + path, { headers })
  expect(response.ok, await response.clone().text()).toBe(true)
  return (await response.json()) as T
}
const handedIn = () => read<{ total: number; patrols: Patrol[] }>('/api/rivers/patrols?mine=true')

beforeAll(async () => {
  chief = await signIn(console.server().url, 'river-village', DEMO_PASSWORD)
  const { segments } = await read<SegmentPage>('/api/rivers/segments?mine=true')
  segment = await read<SegmentDetail>(`/api/rivers/segments/${segments[0]!.id}`)
  const { chainage_from_m, chainage_to_m } = segment
  line = riverLineOf({ parts: [segment.line], chainage_from_m, chainage_to_m })
})

/** Nobody walks for ten minutes in a test: the device's clock goes on by as much as each step takes. It survives a reload. */
const CLOCK = `(() => {
  const Real = Date
  const ahead = () => Number(sessionStorage.getItem('ahead') ?? 0)
  window.Date = class extends Real {
    constructor(...given) { given.length > 0 ? super(...given) : super(Real.now() + ahead()) }
    static now() { return Real.now() + ahead() }
  }
  window.goOn = (milliseconds) => sessionStorage.setItem('ahead', String(ahead() + milliseconds))
})()`

/** Where somebody is who has gone so many metres along the bank; positions wander by a few. */
function placeAt(metres: number) {
  const [at] = partsBetween(line, segment.chainage_from_m, segment.chainage_from_m + Math.max(1, metres))
    .at(-1)!
    .slice(-1)
  const unrest = (Math.sin(metres * 12.9) * 3) / 111_320
  return { longitude: at![0] + unrest, latitude: at![1] - unrest / 2, accuracy: 5 + (metres % 3) }
}

async function openPhone(options: object = {}): Promise<Page> {
  const page = await console.open('/', { as: null, ...PHONE, geolocation: placeAt(0), ...options })
  page.setDefaultTimeout(60_000)
  await page.addInitScript(CLOCK)
  await page.context().addCookies([{ ...chief.cookie, url: console.server().url }])
  // The map has little to draw: what is walked is what it is about.
  await page.goto('/?work=rivers&layers=none')
  await mine(page).waitFor()
  return page
}

const mine = (page: Page) => page.getByRole('list', { name: '我的河段' })
const running = (page: Page) => page.getByRole('region', { name: '巡河中' })
const summary = (page: Page) => page.getByRole('region', { name: '巡河小结' })
const outbox = (page: Page) => page.getByRole('region', { name: '我的巡河' })
const percent = async (page: Page) =>
  Number(/(\d+)%/.exec((await running(page).locator('dl').textContent()) ?? '')?.[1] ?? Number.NaN)

async function begin(page: Page): Promise<void> {
  await mine(page)
    .getByRole('button', { name: new RegExp(segment.name) })
    .tap()
  await page.getByRole('button', { name: '开始巡河' }).tap()
  await running(page)
    .getByText(/我在 K/)
    .waitFor()
}

async function walk(page: Page, from: number, to: number): Promise<void> {
  for (let metres = from; metres <= to; metres += STEP.metres) {
    await page.evaluate(`goOn(${STEP.milliseconds})`)
    await page.context().setGeolocation(placeAt(metres))
    await page.waitForTimeout(60)
  }
  const reached = Math.floor((100 * (to - STEP.metres)) / segment.length_m) - 3
  await expect.poll(() => percent(page), { timeout: 20_000 }).toBeGreaterThanOrEqual(reached)
}

describe('my segments', () => {
  test.each(['zh-CN', 'en'])('are what a chief begins with, on a telephone and for a thumb: %s', async (language) => {
    const page = await console.open(language === 'en' ? '/?lang=en' : '/', { as: chief, ...PHONE })
    const sheet = page.getByRole('region', { name: language === 'en' ? 'River chiefs' : '河长' })
    const list = page.getByRole('list', { name: language === 'en' ? 'Mine' : '我的河段' })
    const row = list.getByRole('button').first()
    await row.waitFor()
    const { segments } = await read<SegmentPage>('/api/rivers/segments?mine=true')
    expect(await list.getByRole('button').count()).toBe(segments.length)
    await row.getByText(language === 'en' ? /days overdue/ : /逾期 \d+ 天/).waitFor()
    await row.getByText(language === 'en' ? /Class II/ : /Ⅱ类/).waitFor()
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390)
    const sizes = await sheet
      .getByRole('button')
      .evaluateAll((buttons) =>
        (buttons as { getBoundingClientRect: () => { width: number; height: number } }[])
          .map((button) => button.getBoundingClientRect())
          .map(({ width, height }) => Math.min(width, height)),
      )
    // The handle of the sheet is a strip by nature, and its whole head can be dragged.
    expect(sizes.filter((size) => size < THUMB_PX).length).toBeLessThanOrEqual(1)
    expect(console.troubles()).toEqual([nothing])
  })

  test('open with limits, chiefs and telephones, the rule, water and the neighbours', async () => {
    const page = await console.open('/', { as: chief, ...PHONE })
    await mine(page)
      .getByRole('button', { name: new RegExp(segment.name) })
      .tap()
    const detail = page.getByRole('article')
    await detail.getByText(/K3\+087–K4\+666，长 1\.6/).waitFor()
    await detail.getByText('村级河长').first().waitFor()
    expect(await detail.getByRole('link', { name: /^拨打/ }).first().getAttribute('href')).toMatch(/^tel:\d+$/)
    await detail.getByText(/每周 1 次，每次 5 分钟、300.m 以上，覆盖 60%/).waitFor()
    await detail.getByText('上下游').waitFor()
    await detail
      .getByText(/首尾相接/)
      .first()
      .waitFor()
    await expect.poll(() => new URL(page.url()).searchParams.get('river')).toBe(String(segment.id))
    await page.getByText('全河', { exact: true }).tap()
    await page.getByRole('button', { name: new RegExp(`^${segment.name}，K3\\+087`) }).waitFor()
  })
})

describe('a patrol', () => {
  test('that falls short wants a reason, and is handed in with it', async () => {
    const before = (await handedIn()).total
    const page = await openPhone()
    await begin(page)
    await walk(page, 0, 180)
    await page.getByRole('button', { name: '结束巡河' }).tap()
    await summary(page)
      .getByText(/^未巡到：3\.\d–4\.7.km$/)
      .waitFor()
    await page.getByRole('button', { name: '说明原因后提交' }).tap()
    await summary(page).getByText('没有走够，请写明原因。').waitFor()
    expect((await handedIn()).total).toBe(before)
    await page.getByRole('button', { name: '涨水，过不去' }).tap()
    await page.getByRole('button', { name: '说明原因后提交' }).tap()
    await expect.poll(async () => (await handedIn()).total, { timeout: 30_000 }).toBe(before + 1)
    const [patrol] = (await handedIn()).patrols
    expect([patrol!.is_valid, patrol!.reason]).toEqual([false, '涨水，过不去'])
    expect(patrol!.shortfalls.map(({ code }) => code)).toContain('cover')
    await outbox(page).last().getByText('不足').first().waitFor()
    expect(console.troubles()).toEqual([nothing])
  })

  test('goes on while something on the bank is reported, with the segment and the place that were walked to', async () => {
    const page = await openPhone()
    await begin(page)
    await walk(page, 0, 180)
    await running(page).getByRole('button', { name: '上报问题' }).tap()
    const dialog = page.getByRole('dialog', { name: '上报案件' })
    await dialog.getByRole('button', { name: '漂浮物' }).tap()
    await dialog.getByText(/当前位置，误差约 \d+/).waitFor()
    await dialog.getByText('处置时限').waitFor()
    // On some days a case of the demo lies beside the way.
    const another = dialog.getByText('不是，另报一件')
    if (await another.isVisible()) await another.tap()
    const words = `岸边 ${Date.now()}`
    await dialog.getByRole('textbox', { name: '问题描述（选填）' }).fill(words)
    await dialog.getByRole('button', { name: '上报', exact: true }).tap()
    const reported = async () => (await read<{ cases: Case[] }>(`/api/cases?mine=true&q=${encodeURIComponent(words)}`)).cases[0]
    await expect.poll(async () => (await reported())?.segment_id, { timeout: 30_000 }).toBe(segment.id)
    const { chainage_m } = (await reported())!
    expect(Math.abs(chainage_m! - segment.chainage_from_m - 180)).toBeLessThan(60)
    await page.keyboard.press('Escape')
    await walk(page, 216, 288)
    await page.getByRole('button', { name: '结束巡河' }).tap()
    await page.getByRole('button', { name: '放弃这次巡河' }).tap()
    await page.getByRole('button', { name: '放弃', exact: true }).tap()
    await page.getByRole('button', { name: '开始巡河' }).waitFor()
    expect(console.troubles()).toEqual([nothing])
  })

  test('goes on after a reload, and is given up only when that is confirmed', async () => {
    const { total } = await handedIn()
    const page = await openPhone()
    await begin(page)
    await walk(page, 0, 260)
    const before = await percent(page)
    await page.reload()
    await page.getByText('有一次巡河还没有结束').waitFor()
    // The last position may not have been kept yet when the page went.
    const kept = Number(/覆盖 (\d+)%/.exec((await page.getByText(/覆盖 \d+%/).textContent())!)![1])
    expect(before - kept).toBeLessThanOrEqual(3)
    await page.getByRole('button', { name: '接着巡' }).tap()
    await walk(page, 260, 440)
    expect(await percent(page)).toBeGreaterThan(before + 5)
    await page.getByRole('button', { name: '结束巡河' }).tap()
    await page.getByRole('button', { name: '放弃这次巡河' }).tap()
    await page.getByRole('button', { name: '不放弃' }).tap()
    await page.getByRole('button', { name: '放弃这次巡河' }).tap()
    await page.getByRole('button', { name: '放弃', exact: true }).tap()
    await page.getByRole('button', { name: '开始巡河' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: '开始巡河' }).waitFor()
    expect(await page.getByText('有一次巡河还没有结束').count()).toBe(0)
    expect((await handedIn()).total).toBe(total)
  })

  test('whose network and page go half-way is finished without one, and arrives once when there is one again', async () => {
    const before = (await handedIn()).total
    const page = await openPhone({ serviceWorkers: 'allow' })
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    // Kept by the worker in its own time.
    await expect
      .poll(() =>
        page.evaluate(`caches.match('/api/state', { cacheName: 'jiangli-opening' }).then((kept) => kept !== undefined)`),
      )
      .toBe(true)
    await begin(page)
    await walk(page, 0, 560)
    await page.context().setOffline(true)
    await walk(page, 596, 740)
    await page.reload()
    await page.getByText('有一次巡河还没有结束').waitFor()
    await page.getByRole('button', { name: '接着巡' }).tap()
    await walk(page, 776, 1220)
    await running(page).getByText('没有网络，照常记录，有网络时自动发出。').waitFor()
    await running(page).getByText('已达到有效巡河的要求').waitFor()
    await page.getByRole('button', { name: '结束巡河' }).tap()
    await summary(page)
      .getByText(/^未巡到：4\.3–4\.7.km$/)
      .waitFor()
    await page.getByRole('button', { name: '提交', exact: true }).tap()
    await outbox(page).first().getByText('待发').waitFor()
    await mine(page).waitFor()
    await page.getByText(/^没有网络。这是/).waitFor()
    expect((await handedIn()).total).toBe(before)

    await page.context().setOffline(false)
    await expect.poll(async () => (await handedIn()).total, { timeout: 60_000 }).toBe(before + 1)
    await mine(page).getByText('今天巡过').waitFor({ timeout: 30_000 })
    // What was kept on the device is no longer what is seen, nor said.
    await outbox(page).first().getByText('这次巡河已送达。').waitFor()
    expect(await page.getByText(/^没有网络。这是|已存在本机/).count()).toBe(0)
    const [patrol] = (await handedIn()).patrols
    expect(patrol!.is_valid, JSON.stringify(patrol)).toBe(true)
    expect(patrol!.covered_percent).toBeGreaterThan(72)
    expect(patrol!.covered_percent).toBeLessThan(80)
    expect(patrol!.gaps.map(({ to_m }) => to_m)).toEqual([segment.chainage_to_m])
    // An answer that was lost on its way: sent again, it is counted once.
    await page.reload()
    await mine(page).waitFor()
    expect((await handedIn()).total).toBe(before + 1)
  })
})

test('the office sees how segments stand, which boards to renew and the month, and each number opens what it counts', async () => {
  const office = await signIn(console.server().url, 'river-office', DEMO_PASSWORD)
  const page = await console.open('/?work=rivers', { as: office, viewport: { width: 1440, height: 900 } })
  const panel = page.getByRole('complementary', { name: '河长' })
  const { total } = await read<SegmentPage>('/api/rivers/segments', office)
  await panel.getByRole('list', { name: '辖区河段' }).waitFor()
  expect(await panel.getByRole('list', { name: '辖区河段' }).getByRole('listitem').count()).toBe(total)
  await panel.getByRole('button', { name: /^水质未达标/ }).click()
  const missed = await read<SegmentPage>('/api/rivers/segments?state=water_missed', office)
  await expect.poll(() => panel.getByRole('list', { name: '辖区河段' }).getByRole('listitem').count()).toBe(missed.total)
  await panel.getByText('月报', { exact: true }).click()
  const table = panel.getByRole('table', { name: '河长制月报' })
  await table.getByRole('button', { name: /^合计：看 \d+ 个河段/ }).click()
  await panel.getByRole('list', { name: '辖区河段' }).waitFor()
  await panel.getByText('公示牌', { exact: true }).click()
  await panel.getByText('全部', { exact: true }).click()
  await panel.getByRole('button', { name: /^打开/ }).first().waitFor()
  expect(console.troubles()).toEqual([nothing])
})

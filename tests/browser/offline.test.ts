// A town taken along: fetched once, then the console opens, searches and says who is responsible with the network cut.
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DEMO_PASSWORD } from '#api/demo/accounts.ts'
import type { Json } from '../helpers/app.ts'
import { signIn } from '../helpers/session.ts'
import { consolePages, middleOfMap } from './console_page.ts'

const console = consolePages()
const PHONE = { viewport: { width: 390, height: 844 }, serviceWorkers: 'allow', hasTouch: true, isMobile: true } as const
const DESK = { viewport: { width: 1280, height: 760 }, serviceWorkers: 'allow' } as const

const band = (page: Page) => page.getByRole('status').filter({ hasText: '断网' })

/** The water and the shelters of a place, rounded to the centimetre. */
const incident = (page: Page): Promise<Json> =>
  page.evaluate(`(async () => {
    const response = await fetch('/api/emergency/incident?lon=113.2005&lat=35.0985&people=6000')
    const { water, shelters, within } = await response.json()
    const before = (one) => one && [one.rank, one.way, one.distance_m.toFixed(2)]
    const brief = (list) =>
      list.map(({ id, way, distance_m, hoses, assigned, without_closures }) =>
        [id, way, distance_m.toFixed(2), hoses, assigned, before(without_closures)])
    return {
      usable: brief(water.usable), unknown: brief(water.unknown), unusable: brief(water.unusable),
      offered: brief(shelters.offered), excluded: brief(shelters.excluded), residents: within.residents,
    }
  })()`)

async function fetchAlong(page: Page): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  await page.getByRole('button', { name: /^账号：/ }).click()
  await page.getByRole('menuitem', { name: '离线包' }).click()
  await page.getByRole('combobox', { name: '区域' }).fill('青柏')
  await page.getByRole('option', { name: /青柏镇/ }).click()
  await page.getByRole('button', { name: '制作离线包' }).click()
  // Its size is said before anything is fetched.
  await page.getByRole('button', { name: /^下载（[\d.]+ (KB|MB)）$/ }).click()
}

async function takeAlong(page: Page): Promise<void> {
  await fetchAlong(page)
  await page.getByRole('region', { name: '设备上的离线包' }).getByText('青柏镇').waitFor()
  await page.keyboard.press('Escape')
}

/** The stores of packs in the browser, the newest last, and which pack is in each; null is half a one. */
const stores = (page: Page): Promise<{ name: string; pack: string | null }[]> =>
  page.evaluate(`(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('jiangli-pack')).sort()
    return Promise.all(names.map(async (name) => {
      const manifest = await caches.match('/offline-pack/manifest.json', { cacheName: name })
      return { name, pack: manifest ? (await manifest.json()).id : null }
    }))
  })()`)

test('with the network cut, the console opens from the pack, finds a place, shows it on the map and says who is responsible', async () => {
  const { url, administrator } = console.server()
  // Drawn across the roads east of the place.
  const geometry = {
    type: 'LineString',
    coordinates: [
      [113.2012, 35.09],
      [113.2012, 35.107],
    ],
  }
  const closed = await fetch(`${url}/api/emergency/closures`, {
    method: 'POST',
    headers: { ...administrator.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ client_id: randomUUID(), geometry, reason: '积水' }),
  })
  expect(closed.status).toBe(201)
  const page = await console.open('/?work=emergency', DESK)
  await takeAlong(page)
  expect(await band(page).count()).toBe(0)
  const online = await incident(page)
  // The closed road matters: else the comparison below would not ask for what it changed.
  for (const list of [online.usable, online.offered] as Json[][])
    expect(list.filter(([, , distance, , , before]) => before === null || before[2] !== distance)).not.toEqual([])
  await page.context().setOffline(true)
  await page.reload()
  await band(page)
    .getByText(/正在使用青柏镇的离线包/)
    .waitFor()

  await page.getByRole('combobox', { name: '搜索' }).fill('鼓楼社区第一网格')
  await page
    .getByRole('option', { name: /鼓楼社区第一网格/ })
    .first()
    .click()
  await page.getByRole('region', { name: '可用水源' }).getByText('沿路').first().waitFor()
  await page.getByText('网格长', { exact: true }).first().waitFor()
  expect(await incident(page)).toEqual(online)
  const answer = await page.evaluate<Json>(`(async () => {
    const response = await fetch('/api/responsibility?lon=113.1995&lat=35.1005')
    return { from: response.headers.get('x-jiangli-pack'), ...(await response.json()) }
  })()`)
  expect([answer.from === null, answer.inside, answer.schemes[0].levels.length > 1]).toEqual([false, true, true])
  const tile = await page.evaluate<Json>(`(async () => {
    const response = await fetch('/tiles/roads/14/13343/6484.mvt')
    return { from: response.headers.get('x-jiangli-pack'), bytes: (await response.arrayBuffer()).byteLength }
  })()`)
  expect([tile.from === null, tile.bytes > 1000]).toEqual([false, true])
  // A pack that has expired says so, and gives nobody any more; the map goes on.
  await page.evaluate(`(async () => {
    const name = (await caches.keys()).find((name) => name.startsWith('jiangli-pack'))
    const [store, entry] = [await caches.open(name), '/offline-pack/manifest.json']
    const manifest = await (await store.match(entry)).json()
    const old = { ...manifest, made_at: '2026-01-01T00:00:00Z', expires_at: '2026-01-08T00:00:00Z' }
    await store.put(entry, new Response(JSON.stringify(old)))
    navigator.serviceWorker.controller.postMessage('pack changed')
  })()`)
  await page.reload()
  await band(page)
    .getByText(/已于 1月8日 08:00 到期/)
    .waitFor()
  const expired = await page.evaluate<Json>(`(async () => {
    const response = await fetch('/api/responsibility?lon=113.1995&lat=35.1005')
    return response.json()
  })()`)
  expect([expired.inside, expired.schemes[0].levels.flatMap(({ responsible }: Json) => responsible)]).toEqual([true, []])

  await page.context().setOffline(false)
  await band(page).waitFor({ state: 'detached', timeout: 40_000 })
})

test('on a phone without a network, a team finds water, marks what is broken, and the mark goes by itself when there is one again', async () => {
  const { url, administrator } = console.server()
  const marks = async (): Promise<Json[]> => {
    const response = await fetch(`${url}/api/emergency/marks`, { headers: administrator.headers })
    return ((await response.json()) as Json).marks
  }
  const page = await console.open('/?work=emergency&incident=113.2005,35.0985&at=113.2005,35.0985,15', PHONE)
  await takeAlong(page)
  await page.context().setOffline(true)
  await page.reload()
  await band(page).first().waitFor()
  await page.getByRole('button', { name: '应急处置' }).tap()
  const first = page.getByRole('region', { name: '可用水源' }).locator('ol > li').first()
  await first.getByRole('button', { name: /^现场情况/ }).tap()
  await page.getByRole('menuitem', { name: '标为不可用' }).tap()
  await page.getByRole('status').filter({ hasText: '有网络时自动上报' }).waitFor()
  await first.getByText('等待上报').waitFor()
  expect(await marks()).toEqual([])

  await page.context().setOffline(false)
  await expect.poll(marks, { timeout: 30_000 }).toHaveLength(1)
  expect((await marks())[0]).toMatchObject({ mark: 'unusable', clock_implausible: false })

  // Whoever signs in next on the same device finds no pack of another's.
  const viewer = await signIn(url, 'viewer', DEMO_PASSWORD)
  await page.context().addCookies([{ ...viewer.cookie, url }])
  await page.reload()
  await expect.poll(() => stores(page), { timeout: 30_000 }).toEqual([])
})

test('a road is closed with the network cut: the list is made anew at once, and everybody hears of it when there is one again', async () => {
  const { url, administrator } = console.server()
  const closures = async (): Promise<string[]> => {
    const response = await fetch(`${url}/api/emergency/closures`, { headers: administrator.headers })
    return ((await response.json()) as Json).closures.map(({ reason }: Json) => reason)
  }
  const before = await closures()
  const page = await console.open('/?work=emergency&incident=113.2005,35.0985&at=113.2005,35.0985,16', DESK)
  await takeAlong(page)
  await page.context().setOffline(true)
  await page.reload()
  await band(page).first().waitFor()
  const first = page.getByRole('region', { name: '可用水源' }).locator('ol > li').first()
  await first.waitFor()
  const named = () => first.locator('strong').first().textContent()
  const nearest = await named()
  await page.getByRole('button', { name: '画一处封路' }).click()
  const middle = await middleOfMap(page)
  // All around the incident but for a gap: whatever road leads away, it is crossed.
  for (const [dx, dy] of [
    [-70, -70],
    [70, -70],
    [70, 70],
    [-70, 70],
    [-70, -60],
  ] as const)
    await page.mouse.click(middle.x + dx, middle.y + dy)
  await page.getByLabel('原因').fill('桥面垮塌')
  await page.getByRole('button', { name: '封路', exact: true }).click()
  const roads = page.getByRole('region', { name: '封路' })
  await roads.getByText(/有网络时自动封路/).waitFor()
  await page
    .getByRole('region', { name: '可用水源' })
    .getByText(/封路前/)
    .first()
    .waitFor()
  expect(await closures()).toEqual(before)

  // What was closed by mistake is open again; what was closed after that goes when it can.
  await roads.getByRole('button', { name: '撤回' }).click()
  await expect.poll(named).toBe(nearest)
  await page.getByRole('button', { name: '画一处封路' }).click()
  for (const dx of [-60, 60]) await page.mouse.click(middle.x + dx, middle.y - 20)
  await page.getByLabel('原因').fill('塌方')
  await page.getByRole('button', { name: '封路', exact: true }).click()
  await roads.getByText(/有网络时自动封路/).waitFor()
  await page.context().setOffline(false)
  await expect.poll(closures, { timeout: 40_000 }).toEqual([...before, '塌方'])
  await roads.getByText(/有网络时自动封路/).waitFor({ state: 'detached' })
})

test('a pack stays until the next one is whole: neither a full disk nor a page closed half-way leaves nothing', async () => {
  const page = await console.open('/?work=emergency', DESK)
  await takeAlong(page)
  const [first] = await stores(page)
  expect(first!.pack).not.toBeNull()

  const device = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  const { usage } = await device.send('Storage.getUsageAndQuota', { origin })
  await device.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 50_000 })
  await fetchAlong(page)
  await page.getByRole('alert').filter({ hasText: '设备空间不足' }).waitFor()
  expect(await stores(page)).toEqual([first])
  await device.send('Storage.overrideQuotaForOrigin', { origin })

  await page.evaluate(
    `caches.open('jiangli-pack-9999999999999').then((store) => store.put('/offline-pack/state.json', new Response('{}')))`,
  )
  await page.context().setOffline(true)
  await page.reload()
  await band(page)
    .getByText(/正在使用青柏镇的离线包/)
    .waitFor()
  await page.context().setOffline(false)
  await band(page).waitFor({ state: 'detached', timeout: 40_000 })

  await fetchAlong(page)
  const isOld = async () => (await stores(page)).map(({ pack }) => pack === null || pack === first!.pack)
  await expect.poll(isOld, { timeout: 30_000 }).toEqual([false])
})

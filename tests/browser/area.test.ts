// What lies in an area, drawn with a mouse; giving all of it to somebody; two editors of one assignment.
import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { addressOf, consolePages, MAP, middleOfMap, nothing, settled } from './console_page.ts'

const console = consolePages()

const WIDE = { viewport: { width: 1280, height: 720 } }
const people: Record<string, number> = {}
let hydrant: { id: number; code: string; longitude: number; latitude: number }

beforeAll(async () => {
  const [found] = await console.features('hydrants', 'limit=1')
  const [longitude, latitude] = found!.geometry.coordinates
  hydrant = { id: found!.id, code: String(found!.properties.code), longitude, latitude }
  const [area] = await console.features('administrative_areas', 'limit=1')
  const territory = String(area!.properties.code).slice(0, 6)
  const organisation = { name: '城关消防站', kind: 'public_institution', territory_code: territory }
  const { id } = await write('POST', '/api/organisations', organisation)
  for (const name of ['赵守井', '钱看火', '孙接班'])
    people[name] = (await write('POST', '/api/people', { name, organisation_id: id })).id
})

async function write(
  method: string,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<{ id: number; version: number }> {
  const { url, administrator } = console.server()
  const response = await fetch(url + path, {
    method,
    headers: { ...administrator.headers, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  expect(response.ok, text).toBe(true)
  return JSON.parse(text)
}

/** The responsibility workspace, looking at a hydrant that stands in the middle. */
const openArea = (more = '') =>
  console.open(
    `/?work=responsibility&side=area&layers=hydrants,grids&at=${hydrant.longitude},${hydrant.latitude},16.5${more}`,
    WIDE,
  )

/** Presses at places around the middle, in pixels, the way a hand does: moving there first. */
async function stroke(page: Page, places: readonly (readonly [number, number])[]): Promise<void> {
  const { x, y } = await middleOfMap(page)
  for (const [right, down] of places) {
    await page.mouse.move(x + right - 4, y + down - 4)
    await page.mouse.move(x + right, y + down)
    await page.mouse.click(x + right, y + down)
  }
}

const tools = (page: Page): Locator => page.getByRole('toolbar', { name: '圈选工具' })
const hint = (page: Page): Locator => tools(page).getByRole('status')
const counts = (page: Page): Locator => page.getByRole('region', { name: '圈内情况' })
const hydrants = (page: Page): Locator => counts(page).locator('[data-layer="hydrants"]')
const SQUARE = [
  [-150, -150],
  [150, -150],
  [150, 150],
  [-150, 150],
] as const

async function drawSquare(page: Page): Promise<void> {
  await page.keyboard.press('d')
  await hint(page).getByText('单击落下各顶点').waitFor()
  await stroke(page, SQUARE)
  await hint(page).getByText('km²').or(hint(page).getByText('m²')).first().waitFor()
  await page.keyboard.press('Enter')
  await hydrants(page).waitFor()
}

test('a drawn area tells at once what lies in it, and all of a layer can be given to somebody after a rehearsal', async () => {
  const page = await openArea()
  await drawSquare(page)
  const count = Number(await hydrants(page).locator('strong').textContent())
  expect(count).toBeGreaterThan(0)
  await hydrants(page).click()
  const list = page.getByRole('region', { name: '范围内的消火栓' })
  await expect.poll(() => list.locator('[data-feature]').count()).toBe(count)
  await list.getByText('空缺：管护人').first().waitFor()

  await list.getByRole('button', { name: `指定责任人（全部 ${count} 项）` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByPlaceholder('按姓名、工号、单位查找').fill('赵守井')
  await dialog.locator(`[data-person="${people.赵守井}"]`).click()
  await dialog.getByRole('button', { name: '先看结果' }).click()
  // One of them has somebody already: all is refused, with that one's name and the reason.
  await dialog.getByRole('row', { name: hydrant.code }).getByText('A岗').waitFor()
  await dialog.getByRole('button', { name: '改为接替现任' }).click()
  await dialog.getByText('赵守井 自').waitFor()
  // Nothing has happened yet.
  expect(await list.getByText('赵守井').count()).toBe(0)
  await dialog.getByRole('button', { name: `确认指定 ${count} 项` }).click()
  await page.getByText(`已指定 ${count} 项`).waitFor()
  await expect.poll(() => list.getByText('赵守井').count()).toBe(count)

  await list.locator(`[data-feature="${hydrant.id}"] button`).click()
  await expect.poll(() => addressOf(page).get('selected')).toBe(`hydrants.${hydrant.id}`)
  const card = page.getByRole('region', { name: '责任人' })
  await card.getByRole('button', { name: '历任' }).click()
  await card.locator('ol').getByText('赵守井').waitFor()
  const refused = `422 ${console.server().url}/api/assignments`
  expect(console.troubles()).toMatchObject([{ ...nothing, errors: [expect.stringContaining('422')], failedRequests: [refused] }])
})

test('an outline that crosses itself is told while it is drawn, and mended by dragging a corner', async () => {
  const page = await openArea()
  await page.keyboard.press('d')
  await hint(page).getByText('单击落下各顶点').waitFor()
  await stroke(page, [SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3]])
  await hint(page).getByText('边界自相交').waitFor()
  await page.keyboard.press('Enter')
  const refusal = counts(page).getByRole('alert')
  await refusal.getByText('拖动顶点即可改正').waitFor()
  // Asked again as it is, it would be refused again.
  expect(await refusal.getByRole('button').count()).toBe(0)
  const { x, y } = await middleOfMap(page)
  await page.mouse.move(x + 150, y + 150)
  await page.mouse.down()
  await page.mouse.move(x + 20, y - 250, { steps: 8 })
  await page.mouse.up()
  await hydrants(page).or(counts(page).getByText('面积')).first().waitFor()
  const refused = `400 ${console.server().url}/api/areas/ask`
  expect(console.troubles()).toMatchObject([{ ...nothing, errors: [expect.stringContaining('400')], failedRequests: [refused] }])
})

test('what somebody holds is named, and a successor takes over', async () => {
  const page = await openArea(`&selected=hydrants.${hydrant.id}`)
  const card = page.getByRole('region', { name: '责任人' })
  await card.getByText('赵守井').waitFor()
  await card.getByRole('button', { name: '指定责任人' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByPlaceholder('按姓名、工号、单位查找').fill('钱看火')
  await dialog.locator(`[data-person="${people.钱看火}"]`).click()
  await dialog.getByRole('button', { name: '先看结果' }).click()
  await dialog.getByRole('cell', { name: hydrant.code }).waitFor()
  await dialog.getByRole('cell', { name: '赵守井' }).waitFor()
  await dialog.getByRole('button', { name: '改为接替现任' }).click()
  await dialog.getByText('现任到期 1 项').waitFor()
  await dialog.getByRole('button', { name: '确认指定 1 项' }).click()
  await card.getByText('钱看火').waitFor()
})

test('of two editors the second sees what the first has saved, and decides', async () => {
  const page = await openArea(`&selected=hydrants.${hydrant.id}`)
  const card = page.getByRole('region', { name: '责任人' })
  await card.getByRole('button', { name: '钱看火：更多操作' }).click()
  await page.getByRole('menuitem', { name: '修改…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('备注').fill('第二个人写的')

  const { url, administrator } = console.server()
  const listed = await fetch(`${url}/api/assignments?layer=hydrants&object_id=${hydrant.id}`, { headers: administrator.headers })
  const { assignments } = (await listed.json()) as { assignments: { id: number; version: number }[] }
  const [{ id, version }] = assignments as [{ id: number; version: number }]
  await write('PATCH', `/api/assignments/${id}`, { standing: 'B', remark: '第一个人写的' }, { 'if-match': `"${version}"` })

  await dialog.getByRole('button', { name: '保存' }).click()
  const table = dialog.getByRole('table', { name: '两个版本' })
  const remark = table.getByRole('row', { name: '备注' })
  await remark.getByText('第一个人写的').waitFor()
  await remark.getByText('第二个人写的').waitFor()
  await dialog.getByRole('button', { name: '写入我的' }).click()
  await page.getByText('修改已保存').waitFor()
  const saved = await fetch(`${url}/api/assignments/${id}`, { headers: administrator.headers })
  // What the second did not touch stays as the first has left it.
  expect(await saved.json()).toMatchObject({ remark: '第二个人写的', standing: 'B' })
})

test('the keys take back a corner, the stroke, and the tool', async () => {
  const page = await openArea()
  await page.keyboard.press('d')
  await stroke(page, SQUARE.slice(0, 3))
  const before = await hint(page).textContent()
  await page.keyboard.press('Backspace')
  await expect.poll(() => hint(page).textContent()).not.toBe(before)
  await page.keyboard.press('Escape')
  await hint(page).getByText('单击落下各顶点').waitFor()
  await page.keyboard.press('Escape')
  await hint(page).waitFor({ state: 'detached' })
  // No click of all that has chosen a feature.
  expect(addressOf(page).get('selected')).toBeNull()
})

test('a corner can be dragged afterwards, and the area stays while other things are looked at', async () => {
  const page = await openArea()
  await drawSquare(page)
  const size = () => counts(page).locator('dd').first().textContent()
  const before = await size()
  const { x, y } = await middleOfMap(page)
  await page.mouse.move(x + 148, y + 148)
  await page.mouse.move(x + 150, y + 150)
  await page.mouse.down()
  await page.mouse.move(x + 100, y + 100, { steps: 6 })
  await page.mouse.up()
  await expect.poll(size).not.toBe(before)
  const after = await size()
  await page.getByRole('radio', { name: '图层' }).check({ force: true })
  await page.getByRole('radio', { name: '圈选' }).check({ force: true })
  expect(await size()).toBe(after)
  await settled(page)
})

test('areas are picked one by one, and out again, in the place of what was drawn', async () => {
  const page = await openArea()
  await drawSquare(page)
  await tools(page).getByRole('button', { name: '点选' }).click()
  await hint(page).getByText('已选 0 个面').waitFor()
  await stroke(page, [[60, 60]])
  await hint(page).getByText('已选 1 个面').waitFor()
  await counts(page).getByText('1 个面合计面积').waitFor()
  await stroke(page, [[62, 62]])
  await hint(page).getByText('已选 0 个面').waitFor()
  expect(await page.locator(MAP).getAttribute('data-ready')).toBe('true')
})

test('the click that closes a circle is no question about the place, and its handles make it larger', async () => {
  const page = await openArea()
  await tools(page).getByRole('button', { name: '圆' }).click()
  await hint(page).getByText('单击圆心').waitFor()
  await stroke(page, [
    [0, 0],
    [120, 0],
  ])
  const size = () => counts(page).locator('dd').first().textContent()
  await expect.poll(size).toContain('m²')
  expect(await page.getByRole('complementary', { name: '要素' }).count()).toBe(0)
  const before = await size()
  const { x, y } = await middleOfMap(page)
  await page.mouse.move(x + 119, y)
  await page.mouse.move(x + 120, y)
  await page.mouse.down()
  await page.mouse.move(x + 180, y, { steps: 6 })
  await page.mouse.up()
  await expect.poll(size).not.toBe(before)
})

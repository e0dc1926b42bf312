// What is wrong with who is responsible, in the console: five numbers, and behind each a list and the places on the map.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { addressOf, consolePages, nothing, settled } from './console_page.ts'

const console = consolePages()

interface Summary {
  totals: Record<string, number>
}
interface List {
  matched: number
  findings: { layer: string; object_id: number; title: string | null; code: string | null }[]
}

async function ask<Answer>(path: string): Promise<Answer> {
  const { url, administrator } = console.server()
  return (await (await fetch(url + path, { headers: administrator.headers })).json()) as Answer
}

test('what has nobody is one click from the workspace', async () => {
  const { totals } = await ask<Summary>('/api/responsibility/findings/summary')
  const { findings } = await ask<List>('/api/responsibility/findings?kind=vacant&limit=50')
  expect(totals.vacant).toBeGreaterThan(0)
  const page = await console.open('/?work=responsibility')
  const vacant = page.getByRole('button', { name: /空缺/ })
  expect(await vacant.textContent()).toContain(totals.vacant!.toLocaleString('en-US'))
  await vacant.click()
  const list = page.getByRole('list', { name: '空缺' })
  await list.waitFor()
  expect(await list.getByRole('listitem').count()).toBe(Math.min(50, findings.length))
  expect(console.troubles()).toEqual([nothing])
})

test('every row of the list opens on the map and in the inspector', async () => {
  const { findings } = await ask<List>('/api/responsibility/findings?kind=vacant&limit=1')
  const { layer, object_id, title, code } = findings[0]!
  const page = await console.open('/?work=responsibility')
  await page.getByRole('button', { name: /空缺/ }).click()
  await page.getByRole('list', { name: '空缺' }).getByRole('button').first().click()
  await page.getByRole('heading', { name: title ?? code ?? '' }).waitFor()
  expect(addressOf(page).get('selected')).toBe(`${layer}.${object_id}`)
  await settled(page)
  expect(Number(addressOf(page).get('at')!.split(',')[2])).toBeGreaterThan(12)
  expect(console.troubles()).toEqual([nothing])
})

test('a number by layer and role leaves that many in the list, and the list goes away as a file', async () => {
  const page = await console.open('/?work=responsibility')
  await page.getByRole('button', { name: /空缺/ }).click()
  const group = page.getByRole('list', { name: '按图层和角色' }).getByRole('button').first()
  const count = Number((await group.locator('strong').textContent())!.replaceAll(',', ''))
  await group.click()
  const list = page.getByRole('list', { name: '空缺' })
  await list.waitFor()
  await expect.poll(() => list.getByRole('listitem').count()).toBe(Math.min(50, count))
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出名单' }).click()])
  const text = await readFile(await download.path(), 'utf8')
  expect(download.suggestedFilename()).toMatch(/^空缺 \d{4}-\d{2}-\d{2}\.csv$/)
  expect(text.startsWith('\ufeff问题,图层,编码,名称')).toBe(true)
  expect(text.trim().split('\r\n')).toHaveLength(count + 1)
  expect(console.troubles()).toEqual([nothing])
})

test('a phone shows the numbers in its sheet, and a row brings the inspector up', async () => {
  const page = await console.open('/?work=responsibility', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await page.getByRole('button', { name: '责任工作台' }).tap()
  await page.getByRole('button', { name: /空缺/ }).tap()
  await page.getByRole('list', { name: '空缺' }).getByRole('button').first().tap()
  await page
    .getByRole('region', { name: '要素信息' })
    .or(page.locator('section[aria-label]').filter({ hasText: '空缺：无人负责' }))
    .first()
    .waitFor()
  expect(addressOf(page).get('selected')).not.toBeNull()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
})

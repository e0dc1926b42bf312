// A change in the database reaches every open console by itself. That the news takes less than a second is measured where no browser
// draws in between: tests/api/events.database.test.ts and tests/system/import.test.ts.
import { expect, test } from 'vitest'
import { consolePages, middleOfMap, nothing, pictureOf } from './console_page.ts'

const console = consolePages()

test('what somebody stores appears in two open consoles: on the map, in the count, and under the click', async () => {
  const place = [113.1701, 35.0755] as const
  const address = `/?work=emergency&emergency=layers&at=${place[0]},${place[1]},18`
  const pages = await Promise.all([console.open(address), console.open(address, { locale: 'en-US' })])
  const before = await pictureOf(pages[0]!)
  const hydrants = pages.map((page) => page.getByRole('switch', { name: /显示消火栓|Hydrants/ }).locator('xpath=ancestor::li[1]'))
  const counts = await Promise.all(hydrants.map((row) => row.textContent()))
  expect(counts.every((text) => /89/.test(text ?? ''))).toBe(true)

  await console.bringIn('hydrants', [{ geometry: { coordinates: [...place] }, properties: { code: 'XHS9999', usable: 'yes' } }])

  await Promise.all(hydrants.map((row) => row.getByText('90', { exact: true }).waitFor()))
  expect(await pictureOf(pages[0]!)).not.toBe(before)
  const { x, y } = await middleOfMap(pages[0]!)
  await pages[0]!.mouse.click(x, y)
  await pages[0]!.getByRole('heading', { name: 'XHS9999' }).waitFor()
  expect(console.troubles()).toEqual([nothing, nothing])
})

test('somebody made responsible elsewhere appears in the card that is open', async () => {
  const { url, administrator } = console.server()
  const headers = { ...administrator.headers, 'content-type': 'application/json' }
  const read = async (path: string) =>
    (await (await fetch(url + path, { headers })).json()) as Record<string, { [key: string]: unknown }[]>
  const { findings } = await read('/api/responsibility/findings?kind=vacant&layer=hydrants&limit=1')
  const { people } = await read('/api/people?left=false&limit=1')
  const [hydrant, person] = [findings![0]!, people![0]!]
  const page = await console.open(`/?selected=hydrants.${hydrant.object_id}`)
  const card = page.getByRole('region', { name: '责任人' })
  await card.getByText('空缺').waitFor()

  const body = { role: 'keeper', standing: 'A', person_id: person.id, objects: [{ layer: 'hydrants', id: hydrant.object_id }] }
  const made = await fetch(`${url}/api/assignments`, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(made.ok).toBe(true)

  await card.getByRole('button', { name: String(person.name), exact: true }).waitFor()
  expect(await card.getByText('空缺').count()).toBe(0)
  expect(console.troubles()).toEqual([nothing])
})

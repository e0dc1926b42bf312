// The pack that somebody takes along: what he may see of a town, and nothing else.
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PACK_ENTRIES } from '#geodata/pack/pack.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { decodeTile } from '../helpers/decode.ts'

let app: TestApp
const TOWN = '411825100'
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app?.close())

async function make(headers?: Record<string, string>, territory_code = TOWN): Promise<Json> {
  const response = await app.send('POST', '/api/packs', { territory_code }, headers)
  expect(response.status, await response.clone().text()).toBe(201)
  return response.json()
}

async function fetchFiles(offered: Json, headers: Record<string, string> = {}) {
  const response = await app.get(`/api/packs/${offered.id}`, headers)
  expect(response.status).toBe(200)
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect([bytes.length, Number(response.headers.get('content-length'))]).toEqual([offered.bytes, offered.bytes])
  const files = unzipSync(bytes)
  const json = (entry: string): Json => JSON.parse(Buffer.from(files[entry]!).toString())
  return { files, json }
}

test('a pack holds the town’s features, tiles, people and what the console asks at its start', async () => {
  const offered = await make()
  const { files, json } = await fetchFiles(offered)
  const manifest = json(PACK_ENTRIES.manifest)
  expect({ ...manifest, bytes: offered.bytes }).toEqual(offered)
  expect(manifest).toMatchObject({ territory_code: TOWN, name: '青柏镇', entries: Object.keys(files).length - 1 })
  expect(Date.parse(manifest.expires_at) - Date.parse(manifest.made_at)).toBe(7 * 86_400_000)

  const session = json(PACK_ENTRIES.session)
  expect([session.account.id, session.csrf_token]).toEqual([manifest.account.id, null])
  const asked = await app.json('/api/collections/hydrants/items?limit=10000')
  expect(json(PACK_ENTRIES.features('hydrants'))).toEqual(asked.features)

  const grids = json(PACK_ENTRIES.features('grids'))
  const [grid] = grids.filter(({ properties }: Json) => properties.level === 2)
  const object = await app.json(`/api/responsibility/objects/grids/${grid.id}`)
  expect(json(PACK_ENTRIES.responsible)[`grids/${grid.id}`]).toEqual(object.responsible)

  const [hydrant] = asked.features
  const [x, y] = tileAt(14, hydrant.geometry.coordinates)
  const tile = decodeTile(files[PACK_ENTRIES.tile(14, x, y)]!)
  expect([...tile.keys()]).toEqual(expect.arrayContaining(['hydrants', 'roads', 'unit_cells']))
})

const tileAt = (z: number, [longitude, latitude]: [number, number]): [number, number] => [
  Math.floor(((longitude + 180) / 360) * 2 ** z),
  Math.floor(((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z),
]

test('it holds no more than its account may see, and nobody else gets it', async () => {
  const viewer = await app.signIn([{ role: 'viewer', territory_code: TOWN }])
  const offered = await make(viewer)
  expect(offered.layers).not.toContain('household_points')
  const { files, json } = await fetchFiles(offered, viewer)
  expect(files[PACK_ENTRIES.features('household_points')]).toBeUndefined()
  const people = Object.values(json(PACK_ENTRIES.responsible)).flat() as Json[]
  expect(people.length).toBeGreaterThan(0)
  expect(people.filter(({ person }) => 'mobile' in person)).toEqual([])
  expect(files[PACK_ENTRIES.tile(8, 208, 101)]).toBeDefined()

  expect((await app.get(`/api/packs/${offered.id}`)).status).toBe(404)
  expect((await app.get('/api/packs/00000000-0000-0000-0000-000000000000', viewer)).status).toBe(404)
})

test('what is no town or community is refused, and only one pack is made for somebody at a time', async () => {
  const code = async (territory_code: unknown) =>
    ((await (await app.send('POST', '/api/packs', { territory_code })).json()) as Json).code
  expect(await code('411825')).toBe('pack_territory')
  expect(await code('411825999')).toBe('pack_territory')
  expect(await code(411825100)).toBe('body_invalid')
  const answers = await Promise.all([1, 2, 3].map(() => app.send('POST', '/api/packs', { territory_code: TOWN })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409])
})

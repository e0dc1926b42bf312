// Tiles over HTTP: what caches are told, what they can never get wrong, and how a change reaches a map.
import { gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { startApp, type TestApp } from '../helpers/app.ts'
import { openEvents } from '../helpers/event_stream.ts'
import { sendRaw } from '../helpers/raw.ts'
import { tileOf } from '../helpers/tiles.ts'

let test: TestApp
let middle: readonly [number, number]

const IMMUTABLE = 'private, max-age=31536000, immutable'
const TYPE = 'application/vnd.mapbox-vector-tile'

beforeAll(async () => {
  test = await startApp()
  const [hydrant] = (await test.json('/api/collections/hydrants/items?limit=1')).features
  middle = hydrant.geometry.coordinates
})
afterAll(() => test.close())

const placeOf = (layers: string, z = 14) => {
  const { x, y } = tileOf(middle, z)
  return `/tiles/${layers}/${z}/${x}/${y}.mvt`
}
const versionOf = async (layer: string): Promise<string> => (await test.json('/api/state')).layers[layer].version
const decode = (bytes: ArrayBuffer | Buffer) => new VectorTile(new PbfReader(new Uint8Array(bytes)))
const idsIn = async (path: string, layer: string): Promise<number[]> => {
  const tile = decode(await (await test.get(path)).arrayBuffer()).layers[layer]
  return Array.from({ length: tile?.length ?? 0 }, (_, index) => tile!.feature(index).id!).sort((a, b) => a - b)
}
const addHydrant = () =>
  test.database.query<{ id: number }>(sql`
    insert into hydrants (geom) values (ST_SetSRID(ST_MakePoint(${middle[0]}::float8, ${middle[1]}::float8), 4326)) returning id`)

describe('a tile whose URL names the present state', () => {
  it('may be kept for ever', async () => {
    const response = await test.get(`${placeOf('grids')}?v=${await versionOf('grids')}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(TYPE)
    expect(response.headers.get('cache-control')).toBe(IMMUTABLE)
    expect(response.headers.get('vary')).toMatch(/accept-encoding/)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(Object.keys(decode(await response.arrayBuffer()).layers)).toEqual(['grids'])
  })

  it('of several layers names the state of each, in their order', async () => {
    const states = [await versionOf('grids'), await versionOf('hydrants')]
    const right = await test.get(`${placeOf('grids,hydrants')}?v=${states.join('.')}`)
    const wrong = await test.get(`${placeOf('grids,hydrants')}?v=${states.reverse().join('.')}`)
    expect([right, wrong].map(({ headers }) => headers.get('cache-control'))).toEqual([IMMUTABLE, 'no-cache'])
    expect(Object.keys(decode(await right.arrayBuffer()).layers)).toEqual(['grids', 'hydrants'])
  })
})

describe('a tile whose URL names no state', () => {
  it('must be asked for again, and is not sent again when it is the same', async () => {
    const first = await test.get(placeOf('grids'))
    const etag = first.headers.get('etag')!
    expect(first.headers.get('cache-control')).toBe('no-cache')
    for (const header of [etag, `"other", ${etag}`, etag.replace('W/', ''), '*']) {
      const again = await test.get(placeOf('grids'), { 'if-none-match': header })
      expect(again.status, header).toBe(304)
      expect(again.headers.get('etag')).toBe(etag)
      expect(await again.text()).toBe('')
    }
    expect((await test.get(placeOf('grids'), { 'if-none-match': '"other"' })).status).toBe(200)
  })
})

it('a tile without features is 204, whether it is named by its state or not', async () => {
  for (const query of ['', `?v=${await versionOf('grids')}`]) {
    const response = await test.get(`/tiles/grids/14/0/0.mvt${query}`)
    expect(response.status).toBe(204)
    expect(await response.text()).toBe('')
    expect(response.headers.get('cache-control')).toBe(query ? IMMUTABLE : 'no-cache')
  }
})

it('the bytes are the same packed and unpacked, by whatever words the reader asks', async () => {
  const ask = async (encoding: string) => {
    const head = `GET ${placeOf('unit_cells')} HTTP/1.1\r\nhost: a\r\nauthorization: ${test.administrator.authorization}\r\nconnection: close\r\n${encoding ? `accept-encoding: ${encoding}\r\n` : ''}\r\n`
    return (await sendRaw(test.port, head)).headers['content-encoding']
  }
  for (const encoding of ['gzip', 'gzip, deflate, br', 'gzip;q=0.5', 'x-gzip', 'GZIP'])
    expect(await ask(encoding), encoding).toBe('gzip')
  for (const encoding of ['', 'identity', 'br', 'gzip;q=0', 'gzip; q=0.0, identity', 'deflate'])
    expect(await ask(encoding), encoding).toBeUndefined()
  const response = await test.get(placeOf('unit_cells'), { 'accept-encoding': 'identity' })
  const plain = Buffer.from(await response.arrayBuffer())
  const unpacked = Buffer.from(await (await test.get(placeOf('unit_cells'), { 'accept-encoding': 'gzip' })).arrayBuffer())
  expect(unpacked.equals(plain)).toBe(true)
  expect(() => gunzipSync(plain)).toThrow()
})

describe('a change', () => {
  it('gives a new URL that shows it, and the old URL keeps showing what it showed', async () => {
    const stream = await openEvents(test.url, test.administrator)
    const old = await versionOf('hydrants')
    const before = await idsIn(`${placeOf('hydrants')}?v=${old}`, 'hydrants')
    const [added] = await addHydrant()
    const told = await stream.wait((event) => 'hydrants' in event, 1, 1000)
    stream.close()
    expect(told.hydrants).not.toBe(old)
    expect(await versionOf('hydrants')).toBe(told.hydrants)
    const shown = await test.get(`${placeOf('hydrants')}?v=${told.hydrants}`)
    expect(shown.headers.get('cache-control')).toBe(IMMUTABLE)
    expect(await idsIn(`${placeOf('hydrants')}?v=${told.hydrants}`, 'hydrants')).toEqual([...before, added!.id])
    expect(await idsIn(placeOf('hydrants'), 'hydrants')).toEqual([...before, added!.id])
    const kept = await test.get(`${placeOf('hydrants')}?v=${old}`)
    expect([kept.status, kept.headers.get('cache-control')]).toEqual([200, IMMUTABLE])
    expect(await idsIn(`${placeOf('hydrants')}?v=${old}`, 'hydrants')).toEqual(before)
  })

  it('is never hidden by what somebody asked for under a wrong, foreign or future state', async () => {
    const now = await versionOf('hydrants')
    const next = now.replace(/-\d+$/, (version) => `-${Number(version.slice(1)) + 1}`)
    const place = placeOf('hydrants', 15)
    for (const foreign of [
      next,
      '00000000-1',
      'x',
      '',
      '__proto__',
      now.toUpperCase(),
      `${now} `,
      `${now}.${now}`,
      'v'.repeat(3000),
    ]) {
      const response = await test.get(`${place}?v=${encodeURIComponent(foreign)}`)
      await response.body?.cancel()
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control'), foreign).toBe(foreign === now ? IMMUTABLE : 'no-cache')
    }
    const before = await idsIn(`${place}?v=${next}`, 'hydrants')
    const [added] = await addHydrant()
    await expect.poll(() => versionOf('hydrants'), { interval: 20, timeout: 5000 }).toBe(next)
    expect(await idsIn(`${place}?v=${next}`, 'hydrants')).toEqual([...before, added!.id])
    expect((await test.get(`${place}?v=${next}`)).headers.get('cache-control')).toBe(IMMUTABLE)
  })

  it('in the midst of many questions never gives two contents under one state', async () => {
    const contents = new Map<string, Set<string>>()
    const ask = async () => {
      const state = await versionOf('hydrants')
      const response = await test.get(`${placeOf('hydrants', 16)}?v=${state}`)
      const bytes = Buffer.from(await response.arrayBuffer()).toString('base64')
      if (response.headers.get('cache-control') !== IMMUTABLE) return
      contents.set(state, (contents.get(state) ?? new Set()).add(bytes))
    }
    const changes = (async () => {
      for (let round = 0; round < 8; round++) await addHydrant()
    })()
    await Promise.all([changes, ...Array.from({ length: 60 }, ask)])
    await ask()
    expect(contents.size).toBeGreaterThan(0)
    for (const [state, different] of contents) expect(different.size, state).toBe(1)
  })
})

describe('a layer with validity', () => {
  it('shows what was valid on the day that is asked for', async () => {
    await test.database.query(
      sql`update grids set valid_from = '2025-01-01', valid_to = '2025-07-01' where level = 2 and class = 'A'`,
    )
    const place = placeOf('grids')
    const levels = async (query: string) => {
      const layer = decode(await (await test.get(`${place}${query}`)).arrayBuffer()).layers.grids
      return [...new Set(Array.from({ length: layer?.length ?? 0 }, (_, i) => layer!.feature(i).properties.level))].sort()
    }
    // Without a state in its address, a tile shows what the server has heard of.
    await expect.poll(() => levels('')).not.toContain(2)
    expect(await levels('?datetime=2025-03-03')).toEqual([2])
    expect(await levels('?datetime=2025-06-30')).toEqual([2])
    expect((await test.get(`${place}?datetime=2025-07-01`)).status).toBe(204)
    expect((await test.get(`${place}?datetime=1900-01-01`)).status).toBe(204)
  })

  it('has the day in its state, so that a kept tile never outlives midnight', async () => {
    const [row] = await test.database.query<{ today: string }>(sql`select today() as today`)
    expect((await versionOf('grids')).endsWith(`-${row!.today.replaceAll('-', '')}`)).toBe(true)
    expect(await versionOf('hydrants')).toMatch(/^[0-9a-f]{8}-\d+$/)
  })
})

it('those who ask for the same tile at once all get it', async () => {
  const bodies = await Promise.all(
    Array.from({ length: 40 }, async () =>
      Buffer.from(await (await test.get(placeOf('unit_cells,roads', 13))).arrayBuffer()).toString('base64'),
    ),
  )
  expect(new Set(bodies).size).toBe(1)
  expect(bodies[0]!.length).toBeGreaterThan(100)
})

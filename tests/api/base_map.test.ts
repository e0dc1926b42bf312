// The outside base map: its token stays on the server, and what is no tile never reaches a map.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type BaseMapOptions, openBaseMap } from '#api/base_map/base_map.ts'
import { baseMapRoutes } from '#api/base_map/routes.ts'
import { answerWithProblems } from '#api/http/errors.ts'
import { problemOf } from '../helpers/problems.ts'

const TOKEN = 'secret token/+&?'
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
  'base64',
)

let outside: Server
let outsideUrl: string
const asked: string[] = []
let app: FastifyInstance | undefined
let logged = ''

/** An outside server whose answer is named by the column of the tile. */
const ANSWERS: Readonly<Record<string, { status: number; type?: string; body?: Buffer; location?: string }>> = {
  0: { status: 200, type: 'image/png', body: PNG },
  1: { status: 404, type: 'text/html' },
  2: { status: 204 },
  3: { status: 200, type: 'text/html', body: Buffer.from(`<p>your key ${TOKEN} has expired`) },
  4: { status: 403, type: 'image/png', body: PNG },
  5: { status: 500, type: 'text/plain', body: Buffer.from('broken') },
  6: { status: 302, location: 'http://127.0.0.1:1/elsewhere' },
  7: { status: 200, type: 'image/svg+xml', body: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
  8: { status: 200, type: 'image/jpeg', body: Buffer.alloc(5 * 2 ** 20) },
  9: { status: 200, type: 'image/jpeg', body: Buffer.from('jpeg') },
}

beforeAll(async () => {
  outside = createServer((request, response) => {
    asked.push(request.url!)
    const x = /^\/\d+\/(\d+)\//.exec(request.url!)?.[1] ?? '0'
    if (x === '10') return void request.socket.destroy()
    const { status, type, body, location } = ANSWERS[x]!
    response.writeHead(status, { ...(type ? { 'content-type': type } : {}), ...(location ? { location } : {}) }).end(body)
  })
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve))
  outsideUrl = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
})
afterEach(() => app?.close())
afterAll(() => new Promise((resolve) => outside.close(resolve)))

async function serve(options: BaseMapOptions): Promise<string> {
  logged = ''
  const baseMap = await openBaseMap(options)
  const write = (line: string) => {
    logged += line
  }
  app = Fastify({ logger: { level: 'trace', stream: { write } } })
  answerWithProblems(app)
  baseMapRoutes(app, baseMap)
  app.get('/description', async () => baseMap.description)
  return app.listen({ host: '127.0.0.1', port: 0 })
}

const raster = () => serve({ source: `${outsideUrl}/{z}/{x}/{y}.png?key={token}`, token: TOKEN, attribution: '© someone' })

describe('a template of raster tiles', () => {
  it('is asked with the token, which nobody else gets to see', async () => {
    const url = await raster()
    const response = await fetch(`${url}/basemap/4/0/5`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('cache-control')).toBe('public, max-age=86400')
    expect(Buffer.from(await response.arrayBuffer()).equals(PNG)).toBe(true)
    expect(asked.at(-1)).toBe(`/4/0/5.png?key=${encodeURIComponent(TOKEN)}`)
    const description = await (await fetch(`${url}/description`)).text()
    for (const text of [description, JSON.stringify([...response.headers])])
      expect(text).not.toMatch(/secret|127\.0\.0\.1:\d+\/\{z/)
    expect(JSON.parse(description)).toMatchObject({
      type: 'raster',
      tiles: '/basemap/{z}/{x}/{y}',
      attribution: '© someone',
      tile_size: 256,
    })
  })

  it.each([1, 2])('has no tile where the outside says so (column %i)', async (x) => {
    const response = await fetch(`${await raster()}/basemap/5/${x}/0`)
    expect([response.status, await response.text()]).toEqual([204, ''])
  })

  it.each([
    ['a page instead of a picture', 3],
    ['a refusal, even with a picture', 4],
    ['a failure', 5],
    ['a way elsewhere', 6],
    ['a picture that can run scripts', 7],
    ['more than a tile may weigh', 8],
    ['a connection that breaks off', 10],
  ])('%s is 502 and says nothing of address or token', async (_, x) => {
    const response = await fetch(`${await raster()}/basemap/5/${x}/0`, { headers: { 'accept-language': 'en' } })
    const text = await response.clone().text()
    expect((await problemOf(response)).code).toBe('base_map_unreachable')
    expect(response.status).toBe(502)
    expect(text).not.toMatch(/secret|127\.0\.0\.1/)
    expect(logged).not.toContain('secret')
    expect(logged).not.toContain(encodeURIComponent(TOKEN))
  })

  it('that nobody serves is 502', async () => {
    const url = await serve({ source: `http://127.0.0.1:1/{z}/{x}/{y}?tk={token}`, token: TOKEN })
    expect((await problemOf(await fetch(`${url}/basemap/1/1/1`))).status).toBe(502)
    expect(logged).not.toContain('secret')
  })

  it('is never asked for a place that is none', async () => {
    const url = await raster()
    const before = asked.length
    for (const path of ['a/0/0', '1/2/0', '19/0/0', '1/0/-1', '1/0/..%2F..%2Fadmin', '1/0/0?x=1'])
      expect((await problemOf(await fetch(`${url}/basemap/${path}`))).status).toBeLessThan(500)
    expect(asked).toHaveLength(before)
  })
})

/*
 *   PMTiles v3: | header 127 bytes | root directory | metadata | tiles |
 *   https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
function archive(type: number): Buffer {
  const tile = type === 1 ? Buffer.from([0x1a, 0]) : PNG
  // One entry: tile 0, run of 1, this length, offset 0 (stored as 1).
  const directory = Buffer.from([1, 0, 1, tile.length, 1])
  const metadata = Buffer.from(
    JSON.stringify({ attribution: '© archive', vector_layers: type === 1 ? [{ id: 'water' }] : undefined }),
  )
  const header = Buffer.alloc(127)
  header.write('PMTiles', 0)
  header[7] = 3
  const [rootAt, metaAt] = [127, 127 + directory.length]
  const tilesAt = metaAt + metadata.length
  for (const [index, value] of [
    rootAt,
    directory.length,
    metaAt,
    metadata.length,
    tilesAt,
    0,
    tilesAt,
    tile.length,
    1,
    1,
    1,
  ].entries())
    header.writeBigUInt64LE(BigInt(value), 8 + 8 * index)
  header.set([1, 1, 1, type, 0, 3], 96)
  return Buffer.concat([header, directory, metadata, tile])
}

describe('a PMTiles archive', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiangli-pmtiles-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it.each([
    ['pictures', 2, 'image/png', { type: 'raster', tile_size: 256, vector_layers: [] }],
    ['vectors', 1, 'application/vnd.mapbox-vector-tile', { type: 'vector', tile_size: 512, vector_layers: ['water'] }],
  ] as const)('of %s is served from its file', async (_, type, contentType, description) => {
    const path = join(folder, `${type}.pmtiles`)
    await writeFile(path, archive(type))
    const url = await serve({ source: path })
    const response = await fetch(`${url}/basemap/0/0/0`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, contentType])
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1)
    expect((await fetch(`${url}/basemap/1/0/0`)).status).toBe(204)
    expect((await fetch(`${url}/basemap/9/0/0`)).status).toBe(204)
    expect(await (await fetch(`${url}/description`)).json()).toMatchObject({
      ...description,
      attribution: '© archive',
      maximum_zoom: 3,
    })
  })

  it.each([
    ['missing', undefined],
    ['empty', Buffer.alloc(0)],
    ['something else', Buffer.from('not an archive, but long enough to hold a header: '.repeat(9))],
    ['cut short', archive(2).subarray(0, 100)],
  ])('that is %s is refused at the start', async (name, bytes) => {
    const path = join(folder, `${name}.pmtiles`)
    if (bytes) await writeFile(path, bytes)
    await expect(openBaseMap({ source: path })).rejects.toThrow()
  })
})

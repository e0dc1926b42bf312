// Tiles of a layer that somebody sees in his own territory only: both sources, the caches, and what a browser is told to keep.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { canEncodeTiles } from '#api/layers/store.ts'
import { findLayer, LAYERS } from '#geodata/layers/index.ts'
import { encodedTiles } from '#tiles/encoded.ts'
import { postgisTiles } from '#tiles/postgis.ts'
import { NO_LIMITS } from '#tiles/territory.ts'
import { startApp, type TestApp } from '../helpers/app.ts'
import { decodeTile } from '../helpers/decode.ts'
import { COUNTY, EAST, storeHouseholds, TOWN, WEST, whoHas } from '../helpers/households.ts'
import { placeOf, storePoints } from '../helpers/square_town.ts'
import { type Address, tileOf } from '../helpers/tiles.ts'

const IMMUTABLE = 'private, max-age=31536000, immutable'

let test: TestApp
const who = {} as Record<'county' | 'town' | 'west' | 'east' | 'viewer', Record<string, string>>
/** One tile that the whole town lies in, where points are thinned, and a small one around a point in the east, where they are not. */
let wide: Address
let near: Address

beforeAll(async () => {
  test = await startApp({ demo: false })
  await storeHouseholds(test)
  who.county = await whoHas(test, 'planner', COUNTY)
  who.town = await whoHas(test, 'planner', TOWN)
  who.west = await whoHas(test, 'planner', WEST)
  who.east = await whoHas(test, 'dispatcher', EAST)
  who.viewer = await whoHas(test, 'viewer', '')
  wide = tileOf(await placeOf(test.database, 1, 0.5), 12)
  near = tileOf(await placeOf(test.database, 1.5, 0.75), 15)
})
afterAll(() => test.close())

const pathOf = ({ z, x, y }: Address, layers = 'household_points') => `/tiles/${layers}/${z}/${x}/${y}.mvt`
const ogcPathOf = ({ z, x, y }: Address) => `/api/collections/household_points/tiles/WebMercatorQuad/${z}/${y}/${x}`
const versionOf = async () => (await test.json('/api/state')).layers.household_points.version
/** How many household points a tile stands for. */
async function pointsIn(response: Response): Promise<number> {
  if (response.status === 204) return 0
  expect(response.status).toBe(200)
  const features = decodeTile(new Uint8Array(await response.arrayBuffer())).get('household_points')
  return [...(features?.values() ?? [])].reduce((sum, { properties }) => sum + Number(properties.point_count ?? 1), 0)
}
const ask = async (path: string, headers?: Record<string, string>) => pointsIn(await test.get(path, headers))

describe('both sources', () => {
  it('make the same tile of what lies in the territories, and the whole one without any', async () => {
    const layers = [findLayer('household_points')!, findLayer('unit_cells')!]
    const sources = [encodedTiles(test.database.query.bind(test.database))]
    if (await canEncodeTiles(test.database)) sources.push(postgisTiles(test.database.query.bind(test.database)))
    const count = async (source: (typeof sources)[number], address: Address, codes?: readonly string[]) => {
      const limits = codes ? new Map([['household_points', codes]]) : NO_LIMITS
      const { bytes, versions } = await source(layers, { ...address, limits })
      expect(versions).toHaveLength(codes ? 3 : 2)
      const tile = decodeTile(bytes)
      const points = [...(tile.get('household_points')?.values() ?? [])]
      return [points.reduce((sum, { properties }) => sum + Number(properties.point_count ?? 1), 0), tile.get('unit_cells')!.size]
    }
    for (const source of sources) {
      expect(await count(source, wide)).toEqual([4, 4])
      expect(await count(source, wide, [WEST])).toEqual([3, 4])
      expect(await count(source, wide, [EAST])).toEqual([1, 4])
      expect(await count(source, wide, [EAST, WEST])).toEqual([4, 4])
      expect(await count(source, wide, ['411825100009'])).toEqual([0, 4])
      expect((await count(source, near))[0]).toBeGreaterThan(0)
      expect((await count(source, near, [WEST]))[0]).toBeLessThan((await count(source, near))[0]!)
    }
  })

  it('can limit every layer of the catalogue', async () => {
    const source = (await canEncodeTiles(test.database)) ? postgisTiles : encodedTiles
    const tiles = source(test.database.query.bind(test.database))
    const limits = new Map(LAYERS.map(({ id }) => [id, [WEST]]))
    const tile = decodeTile((await tiles(LAYERS, { ...wide, limits })).bytes)
    // Whatever meets the territory, its border included.
    expect(tile.get('unit_cells')!.size).toBe(4)
    expect(tile.get('river_segments')!.size).toBe(2)
  })
})

describe('over HTTP', () => {
  it.each([pathOf, ogcPathOf])('everybody gets his own, in whatever order they ask', async (path) => {
    for (let round = 0; round < 2; round++) {
      expect(await ask(path(wide))).toBe(4)
      expect(await ask(path(wide), who.west)).toBe(3)
      expect(await ask(path(wide), who.east)).toBe(1)
      expect(await ask(path(wide), who.town)).toBe(4)
      expect(await ask(path(wide), who.county)).toBe(4)
      expect((await test.get(path(wide), who.viewer)).status).toBe(403)
      expect(await ask(path(near), who.west)).toBe(0)
      expect(await ask(path(near), who.east)).toBe(1)
    }
    const all = await Promise.all([undefined, who.west, who.east].map((headers) => ask(path(wide), headers)))
    expect(all).toEqual([4, 3, 1])
  })

  it('an address that names a state is kept for ever by those who see everything, and asked for again by others', async () => {
    const path = `${pathOf(wide)}?v=${await versionOf()}`
    for (const headers of [who.west, test.administrator, who.county, who.west, who.viewer, who.east])
      await test.get(path, headers)
    const [everything, county, west, east] = await Promise.all(
      [test.administrator, who.county, who.west, who.east].map((headers) => test.get(path, headers)),
    )
    expect(everything!.headers.get('cache-control')).toBe(IMMUTABLE)
    expect(county!.headers.get('cache-control')).toBe(IMMUTABLE)
    for (const one of [west!, east!]) expect(one.headers.get('cache-control')).toBe('private, no-cache')
    for (const one of [everything!, county!, west!, east!]) expect(one.headers.get('vary')).toMatch(/authorization, cookie/)
    expect(await Promise.all([everything!, county!, west!, east!].map(pointsIn))).toEqual([4, 4, 3, 1])
    const etag = west!.headers.get('etag')!
    expect((await test.get(path, { ...who.west, 'if-none-match': etag })).status).toBe(304)
    expect((await test.get(path, { ...who.east, 'if-none-match': etag })).status).toBe(200)
    expect((await test.get(path, { ...who.viewer, 'if-none-match': etag })).status).toBe(403)
  })

  it('no address makes one’s own tile that of others', async () => {
    const { household_points, administrative_areas } = (await test.json('/api/state')).layers
    const path = `${pathOf(wide)}?v=${household_points.version}.${administrative_areas.version}`
    const response = await test.get(path, who.west)
    expect(response.headers.get('cache-control')).toBe('private, no-cache')
    expect(await ask(path)).toBe(4)
    expect(await ask(path, who.east)).toBe(1)
  })

  it('tiles without such a layer stay everybody’s', async () => {
    const response = await test.get(pathOf(wide, 'unit_cells'), who.west)
    expect(response.headers.get('vary')).not.toContain('cookie')
    const asked = vi.spyOn(test.database, 'query')
    const both = await Promise.all([who.west, who.east].map((headers) => test.get(pathOf(wide, 'unit_cells'), headers)))
    expect(new Set(both.map(({ headers }) => headers.get('etag'))).size).toBe(1)
    expect(asked.mock.calls.filter(([{ text }]) => text.includes('unit_cells'))).toEqual([])
    asked.mockRestore()
  })

  it('follow the points, and the borders', async () => {
    await storePoints(test.database, 'household_points', [[1.6, 0.2]])
    await vi.waitFor(async () => expect(await ask(pathOf(wide), who.east)).toBe(2))
    expect(await ask(pathOf(wide), who.west)).toBe(3)
    const swap = sql`update administrative_areas set canonical = (
      select canonical from administrative_areas where code = ${EAST}) where code = ${WEST}`
    await test.database.query(swap)
    await vi.waitFor(async () => expect(await ask(`${pathOf(wide)}?v=${await versionOf()}`, who.west)).toBe(2))
    await vi.waitFor(async () => expect(await ask(pathOf(near), who.west)).toBe(2))
  })
})

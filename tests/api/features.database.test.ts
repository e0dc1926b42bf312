// OGC API Features: the features of one collection: pages, order, choice of properties, single features.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { findLayer, LAYERS } from '#geodata/layers/index.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'

let test: TestApp

beforeAll(async () => {
  test = await startApp()
  await test.database.query(sql`update hydrants set source_properties = '{"原编号": "0012"}' where id = 1`)
})
afterAll(() => test.close())

const linkOf = (page: Json, rel: string): string | undefined => page.links.find((link: Json) => link.rel === rel)?.href

/** All pages from this one on, by their `next` links. */
async function pagesFrom(path: string): Promise<Json[]> {
  const pages: Json[] = []
  for (let next: string | undefined = path; next; ) {
    const page: Json = await test.json(next)
    pages.push(page)
    next = linkOf(page, 'next')?.slice(test.url.length)
  }
  return pages
}

const idsOf = (pages: readonly Json[]): number[] => pages.flatMap(({ features }) => features.map(({ id }: Json) => id))

describe('a page of features', () => {
  it('is GeoJSON, says its number, its time and where it came from, and may not be kept unasked', async () => {
    const response = await test.get('/api/collections/hydrants/items?limit=3')
    expect(response.headers.get('content-type')).toBe('application/geo+json; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(response.headers.get('vary')).toMatch(/accept-language/i)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const page = (await response.json()) as Json
    expect(page.numberReturned).toBe(3)
    expect(Date.parse(page.timeStamp)).toBeGreaterThan(Date.now() - 60_000)
    expect(linkOf(page, 'self')).toBe(`${test.url}/api/collections/hydrants/items?limit=3`)
    expect((await test.get(linkOf(page, 'collection')!)).status).toBe(200)
  })

  it('is compressed for those who ask for it, and the same for those who do not', async () => {
    const path = '/api/collections/unit_cells/items?limit=20'
    const packed = await test.get(path, { 'accept-encoding': 'gzip' })
    const plain = await test.get(path, { 'accept-encoding': 'identity' })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(plain.headers.get('content-encoding')).toBeNull()
    for (const { headers } of [packed, plain]) expect(headers.get('vary')).toMatch(/accept-encoding/i)
    expect(((await packed.json()) as Json).features).toEqual(((await plain.json()) as Json).features)
  })

  it('holds 100 features where no limit is given', async () => {
    expect((await test.json('/api/collections/household_points/items')).features).toHaveLength(100)
  })

  it('beyond the end is empty and still says how many there are', async () => {
    const { features, numberMatched } = await test.json('/api/collections/shelters/items?offset=5000')
    expect(features).toEqual([])
    expect(numberMatched).toBe((await test.json('/api/collections/shelters/items')).numberMatched)
  })

  it('is the same with f=json and f=geojson', async () => {
    const { features } = await test.json('/api/collections/shelters/items')
    for (const format of ['json', 'geojson'])
      expect((await test.json(`/api/collections/shelters/items?f=${format}`)).features).toEqual(features)
  })
})

describe('following the next links', () => {
  it('visits each feature exactly once, whatever the limit and the order', async () => {
    const sizes = Object.fromEntries(
      await Promise.all(
        ['grids', 'shelters', 'road_segments', 'faults'].map(async (id) => [
          id,
          idsOf([await test.json(`/api/collections/${id}/items?limit=10000`)]).sort((a, b) => a - b),
        ]),
      ),
    ) as Record<string, number[]>
    const collection = fc.constantFrom(...Object.keys(sizes))
    const order = fc.constantFrom('', '&sortby=-valid_from', '&sortby=id', '&sortby=-id')
    await fc.assert(
      fc.asyncProperty(collection, fc.integer({ min: 7, max: 120 }), order, async (id, limit, sortby) => {
        const temporal = findLayer(id)!.temporal
        const wanted = sortby.includes('valid') && !temporal ? '' : sortby
        const pages = await pagesFrom(`/api/collections/${id}/items?limit=${limit}${wanted}`)
        expect(idsOf(pages).sort((a, b) => a - b)).toEqual(sizes[id])
        expect(pages.every(({ numberMatched }) => numberMatched === sizes[id]!.length)).toBe(true)
      }),
      { numRuns: 15 },
    )
  })

  it('keeps filters, order and the choice of properties, and prev leads back', async () => {
    const pages = await pagesFrom('/api/collections/grids/items?limit=9&level=2..3&sortby=-code&properties=code,level')
    expect(pages.length).toBeGreaterThan(2)
    const codes = pages.flatMap(({ features }) => features.map(({ properties }: Json) => properties.code))
    expect(codes).toEqual([...codes].sort().reverse())
    for (const { features } of pages)
      for (const { properties } of features) {
        expect(Object.keys(properties)).toEqual(['level', 'code'].sort((a, b) => (a === 'level' ? -1 : b === 'level' ? 1 : 0)))
        expect([2, 3]).toContain(properties.level)
      }
    expect((await test.json(linkOf(pages[1], 'prev')!.slice(test.url.length))).features).toEqual(pages[0].features)
    expect(linkOf(pages[0], 'prev')).toBeUndefined()
  })
})

describe('sortby', () => {
  const column = async (query: string, name: string) =>
    (await test.json(`/api/collections/hydrants/items?limit=10000&${query}`)).features.map(
      ({ properties }: Json) => properties[name],
    )

  it('puts the smallest first, and the greatest where a minus stands before the name', async () => {
    const up: (number | null)[] = await column('sortby=pressure_mpa', 'pressure_mpa')
    const down: (number | null)[] = await column('sortby=-pressure_mpa', 'pressure_mpa')
    const known = up.filter((value) => value !== null)
    expect(known.length).toBeGreaterThan(3)
    expect(known).toEqual([...known].sort((a, b) => a - b))
    expect(down.filter((value) => value !== null)).toEqual([...known].reverse())
  })

  it.each(['pressure_mpa', '-pressure_mpa', '%2Bpressure_mpa', '+pressure_mpa'])('%s puts what is unknown last', async (key) => {
    await test.database.query(sql`update hydrants set pressure_mpa = null where id in (2, 5)`)
    const values: (number | null)[] = await column(`sortby=${key}`, 'pressure_mpa')
    const first = values.indexOf(null)
    expect(first).toBeGreaterThan(0)
    expect(values.slice(first).every((value) => value === null)).toBe(true)
  })

  it('takes several names, and orders equals by their number', async () => {
    const { features } = await test.json('/api/collections/hydrants/items?limit=10000&sortby=kind,-code')
    const keys = features.map(({ properties: { kind, code }, id }: Json) => ({ kind, code: code ?? '', id }))
    for (const [index, key] of keys.slice(1).entries()) {
      const before = keys[index]
      expect(before.kind <= key.kind).toBe(true)
      if (before.kind === key.kind && before.code === key.code) expect(before.id).toBeLessThan(key.id)
    }
  })
})

describe('properties', () => {
  it('leaves out all others, and an empty list leaves out all', async () => {
    const named = await test.json('/api/collections/hydrants/items?limit=1&properties=kind,code')
    expect(Object.keys(named.features[0].properties).sort()).toEqual(['code', 'kind'])
    const none = await test.json('/api/collections/hydrants/items?limit=1&properties=')
    expect(none.features[0].properties).toEqual({})
  })
})

describe('a single feature', () => {
  it.each(LAYERS.map(({ id }) => id))('of %s is the one in the list, and its links answer', async (id) => {
    const { features } = await test.json(`/api/collections/${id}/items?limit=1`)
    const response = await test.get(`/api/collections/${id}/items/${features[0].id}`)
    expect(response.headers.get('content-type')).toBe('application/geo+json; charset=utf-8')
    expect(response.headers.get('vary')).toMatch(/accept-language/i)
    const { links, source_properties, ...feature } = (await response.json()) as Json
    expect(feature).toEqual(features[0])
    expect(source_properties === null || typeof source_properties === 'object').toBe(true)
    for (const { href } of links) expect((await test.get(href)).status).toBe(200)
  })

  it('keeps what its source file said, down to the leading zeros', async () => {
    expect((await test.json('/api/collections/hydrants/items/1')).source_properties).toEqual({ 原编号: '0012' })
  })

  it('without a place has the geometry null (RFC 7946, 3.2)', async () => {
    const { features } = await test.json('/api/collections/grids/items?class=B')
    expect(features.length).toBeGreaterThan(0)
    for (const { id, geometry } of features) {
      expect(geometry).toBeNull()
      expect((await test.json(`/api/collections/grids/items/${id}`)).geometry).toBeNull()
    }
  })
})

// OGC API Common and Features: what a program finds when it is given nothing but the address of the service.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identifier, sql } from '#api/database/sql.ts'
import { fieldsOf, LAYERS } from '#geodata/layers/index.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'

let test: TestApp

beforeAll(async () => {
  test = await startApp()
})
afterAll(() => test.close())

interface Link {
  readonly rel: string
  readonly href: string
  readonly type: string
  readonly title?: string
  readonly templated?: boolean
}

const linksOf = (document: Json): Link[] => document.links

/** Follows links that no template has to be filled in for, and gives back what did not answer as the link says. */
async function unkept(links: readonly Link[]): Promise<string[]> {
  const broken: string[] = []
  for (const { href, type, templated } of links) {
    if (templated) continue
    const response = await test.get(href)
    // The same parameter may stand in quotes (RFC 9110, 5.6.6).
    const answered = (response.headers.get('content-type') ?? '').replace(/[" ]/g, '')
    await response.body?.cancel()
    if (response.status !== 200 || !answered.startsWith(type)) broken.push(`${href}: ${response.status} ${answered}`)
  }
  return broken
}

describe('the landing page', () => {
  it('has a title, a description, and links that all answer with the type they announce', async () => {
    const page = await test.json('/api')
    expect(page.title).toBe('疆理')
    expect(page.description.length).toBeGreaterThan(10)
    expect(linksOf(page).map(({ rel }) => rel)).toEqual(
      expect.arrayContaining([
        'self',
        'service-desc',
        'conformance',
        'data',
        'http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes',
      ]),
    )
    expect(await unkept(linksOf(page))).toEqual([])
  })

  it('is found with a slash at its end as well, as many programs write it', async () => {
    expect((await test.get('/api/')).status).toBe(200)
  })

  it('names in its links the host that was asked, and no other', async () => {
    const page = await test.json('/api')
    expect(linksOf(page).every(({ href }) => href.startsWith(`${test.url}/api`))).toBe(true)
  })

  it('speaks the language that is asked for, and says to caches that it does', async () => {
    const response = await test.get('/api', { 'accept-language': 'fr, en;q=0.8, zh;q=0.5' })
    expect(response.headers.get('vary')).toMatch(/accept-language/i)
    const page = (await response.json()) as Json
    expect(page.title).toBe('Jiangli')
    expect(page.links[0].title).toBe('This document')
  })
})

it.each([
  ['zh-CN,zh;q=0.9,en;q=0.8', '疆理'],
  ['en-US', 'Jiangli'],
  ['EN', 'Jiangli'],
  ['en;q=0.1, zh-Hant;q=0.2', '疆理'],
  ['en;q=0, zh;q=0', '疆理'],
  ['zh;q=0, en;q=0.001', 'Jiangli'],
  ['ja, *;q=0.5', '疆理'],
  ['english', '疆理'],
  ['', '疆理'],
])('Accept-Language %j gives the title %s', async (header, title) => {
  expect((await test.json('/api', { 'accept-language': header })).title).toBe(title)
})

it('the conformance page lists the classes of Features and Tiles', async () => {
  const { conformsTo } = await test.json('/api/conformance')
  for (const part of ['features-1/1.0/conf/core', 'features-1/1.0/conf/geojson', 'tiles-1/1.0/conf/core', 'tiles-1/1.0/conf/mvt'])
    expect(conformsTo).toContain(`http://www.opengis.net/spec/ogcapi-${part}`)
})

describe('the list of collections', () => {
  it('has every layer of the catalogue once, in its order, each as its own page describes it', async () => {
    const { collections } = await test.json('/api/collections')
    expect(collections.map(({ id }: Json) => id)).toEqual(LAYERS.map(({ id }) => id))
    for (const collection of collections) expect(await test.json(`/api/collections/${collection.id}`)).toEqual(collection)
  })

  it('is in both languages', async () => {
    const english = await test.json('/api/collections', { 'accept-language': 'en' })
    const chinese = await test.json('/api/collections', { 'accept-language': 'zh' })
    expect(english.collections.map(({ title }: Json) => title)).toEqual(LAYERS.map(({ name }) => name.en))
    expect(chinese.collections.map(({ title }: Json) => title)).toEqual(LAYERS.map(({ name }) => name.zh))
  })
})

describe.each(LAYERS.map((layer) => [layer.id, layer] as const))('collection %s', (id, layer) => {
  it('has links that all answer with the type they announce', async () => {
    expect(await unkept(linksOf(await test.json(`/api/collections/${id}`)))).toEqual([])
  })

  it('tells the extent in which all its features lie', async () => {
    const { extent } = await test.json(`/api/collections/${id}`)
    const [row] = await test.database.query<{ outside: number; placed: number }>(sql`
      select count(*) filter (where not geom @ ST_Expand(ST_MakeEnvelope(${extent.spatial.bbox[0][0]}::float8, ${extent.spatial.bbox[0][1]}::float8,
        ${extent.spatial.bbox[0][2]}::float8, ${extent.spatial.bbox[0][3]}::float8, 4326), 1e-6))::integer as outside,
        count(geom)::integer as placed from ${identifier(id)}`)
    expect(row!.placed).toBeGreaterThan(0)
    expect(row!.outside).toBe(0)
    expect('temporal' in extent).toBe(layer.temporal === true)
  })

  it('counts as many features as its table holds today', async () => {
    const valid = layer.temporal ? sql`where valid_from <= today() and (valid_to is null or valid_to > today())` : sql``
    const [row] = await test.database.query<{ count: number }>(sql`select count(*)::integer from ${identifier(id)} ${valid}`)
    const page = await test.json(`/api/collections/${id}/items?limit=1`)
    expect(row!.count).toBeGreaterThan(0)
    expect(page.numberMatched).toBe(row!.count)
    expect((await test.json('/api/state')).layers[id].count).toBe(row!.count)
  })

  it('can be read whole, each feature with all fields of the catalogue', async () => {
    const { features, numberReturned, type } = await test.json(`/api/collections/${id}/items?limit=10000`)
    expect(type).toBe('FeatureCollection')
    expect(features).toHaveLength(numberReturned)
    const names = fieldsOf(layer).map(({ name }) => name)
    for (const feature of features) {
      expect(feature.type).toBe('Feature')
      expect(Object.keys(feature.properties)).toEqual(names)
      if (feature.geometry) expect(feature.geometry.type).toBe(layer.geometry)
      else expect(layer.geometryOptional).toBe(true)
    }
  })

  it('lists its fields as queryables, each a parameter that is taken', async () => {
    const response = await test.get(`/api/collections/${id}/queryables`, { 'accept-language': 'en' })
    expect(response.headers.get('content-type')).toMatch(/^application\/schema\+json/)
    const { $id, properties } = (await response.json()) as Json
    expect($id).toBe(`${test.url}/api/collections/${id}/queryables`)
    const names = fieldsOf(layer).map(({ name }) => name)
    expect(Object.keys(properties)).toEqual(['geom', ...names])
    for (const name of names) {
      const { type, format, enum: values } = properties[name]
      const value = values?.[0] ?? (format === 'date' ? '2026-03-03' : type === 'boolean' ? 'true' : '1')
      expect((await test.get(`/api/collections/${id}/items?limit=1&${name}=${value}`)).status, name).toBe(200)
    }
  })
})

// Whoever may see households in one community sees none of another, on whatever way he asks.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { LAYERS } from '#geodata/layers/index.ts'
import { rolesOf } from '#geodata/responsibility/roles.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { COUNTY, EAST, storeHouseholds, TOWN, WEST, whoHas } from '../helpers/households.ts'
import { problemOf } from '../helpers/problems.ts'
import { placeOf, polygonOf, storePoints } from '../helpers/square_town.ts'

let test: TestApp
const who = {} as Record<'county' | 'town' | 'west' | 'east' | 'both' | 'nowhere', Record<string, string>>

beforeAll(async () => {
  test = await startApp({ demo: false })
  await storeHouseholds(test)
  await test.database.query(sql`update household_points set address = 'Square ' || id`)
  who.county = await whoHas(test, 'planner', COUNTY)
  who.town = await whoHas(test, 'planner', TOWN)
  who.west = await whoHas(test, 'planner', WEST)
  who.east = await whoHas(test, 'emergency', EAST)
  who.both = await whoHas(test, 'planner', WEST, EAST)
  // A community that has no shape.
  who.nowhere = await whoHas(test, 'planner', '411825100009')
})
afterAll(() => test.close())
afterEach(() => vi.restoreAllMocks())

const ITEMS = '/api/collections/household_points/items'
const idsOf = ({ features }: Json): number[] => features.map(({ id }: Json) => id)
const extentOf = async (west: number, south: number, east: number, north: number) => [
  ...(await placeOf(test.database, west, south)),
  ...(await placeOf(test.database, east, north)),
]

describe('features', () => {
  it.each([
    ['county', [1, 2, 3, 4]],
    ['town', [1, 2, 3, 4]],
    ['both', [1, 2, 3, 4]],
    ['west', [1, 2, 3]],
    ['east', [4]],
    ['nowhere', []],
  ] as const)('are those of the territory: %s', async (name, ids) => {
    const answer = await test.json(ITEMS, who[name])
    expect(idsOf(answer)).toEqual(ids)
    expect(answer.numberMatched).toBe(ids.length)
  })

  it('are counted, filtered, sorted and paged among those alone', async () => {
    const page = await test.json(`${ITEMS}?limit=1&offset=1&sortby=-address`, who.west)
    expect([page.numberMatched, page.numberReturned, idsOf(page)]).toEqual([3, 1, [2]])
    expect(page.links.map(({ rel }: Json) => rel)).toContain('next')
    expect((await test.json(`${ITEMS}?q=Square%204`, who.west)).numberMatched).toBe(0)
    expect((await test.json(`${ITEMS}?address=Square*`, who.east)).numberMatched).toBe(1)
    const bbox = (await extentOf(1.2, 0.1, 1.9, 0.9)).join()
    expect((await test.json(`${ITEMS}?bbox=${bbox}`, who.west)).numberMatched).toBe(0)
    expect((await test.json(`${ITEMS}?bbox=${bbox}`, who.east)).numberMatched).toBe(1)
    expect((await test.json(`${ITEMS}?datetime=../..`, who.west)).numberMatched).toBe(3)
  })

  it('elsewhere are as unknown as those that there are not', async () => {
    expect((await test.get(`${ITEMS}/1`, who.west)).status).toBe(200)
    const [elsewhere, unknown] = await Promise.all(
      [4, 99].map(async (id) => problemOf(await test.get(`${ITEMS}/${id}`, who.west))),
    )
    expect(elsewhere).toMatchObject({ status: 404, code: 'feature_not_found' })
    expect(JSON.stringify(elsewhere).replaceAll('4', '*')).toBe(
      JSON.stringify(unknown).replaceAll('99', '*').replaceAll('4', '*'),
    )
    for (const way of ['/api/responsibility/objects/household_points', '/api/audit/objects/household_points']) {
      expect((await test.get(`${way}/1`, who.west)).status, way).toBe(200)
      expect((await test.get(`${way}/4`, who.west)).status, way).toBe(404)
      expect((await test.get(`${way}/4`, who.county)).status, way).toBe(200)
    }
  })

  it('on a border are those of both sides', async () => {
    await storePoints(test.database, 'household_points', [[1, 0]])
    expect((await test.json(ITEMS, who.west)).numberMatched).toBe(4)
    expect((await test.json(ITEMS, who.east)).numberMatched).toBe(2)
    await test.database.query(sql`delete from household_points where id > 4`)
  })

  it('of other layers are everybody’s', async () => {
    expect((await test.json('/api/collections/unit_cells/items', who.west)).numberMatched).toBe(4)
  })
})

describe('what sums a layer up', () => {
  it('counts, and reaches as far as, what is seen of it', async () => {
    const reach = await extentOf(0.5, 0.25, 0.9, 0.75)
    const { layers } = await test.json('/api/state', who.west)
    expect(layers.household_points.count).toBe(3)
    const { extent } = await test.json('/api/collections/household_points', who.west)
    const listed = (await test.json('/api/collections', who.west)).collections.find(({ id }: Json) => id === 'household_points')
    const { bounds } = await test.json('/tiles/household_points.json', who.west)
    const { boundingBox } = await test.json('/api/collections/household_points/tiles/WebMercatorQuad', who.west)
    const found = [
      layers.household_points.extent,
      extent.spatial.bbox[0],
      listed.extent.spatial.bbox[0],
      bounds,
      [...boundingBox.lowerLeft, ...boundingBox.upperRight],
    ]
    for (const one of found)
      expect(one.map((degrees: number) => degrees.toFixed(5))).toEqual(reach.map((degrees) => degrees.toFixed(5)))
    expect((await test.json('/api/state')).layers.household_points.count).toBe(4)
    expect((await test.json('/api/state', who.east)).layers.household_points.count).toBe(1)
  })

  it('finds no address elsewhere', async () => {
    const search = async (headers?: Record<string, string>) =>
      (await test.json('/api/search?q=Square', headers)).results
        .filter(({ layer }: Json) => layer === 'household_points')
        .map(({ id }: Json) => id)
        .sort()
    expect(await search()).toEqual([1, 2, 3, 4])
    expect(await search(who.west)).toEqual([1, 2, 3])
    expect(await search(who.east)).toEqual([4])
  })
})

describe('a question about an area', () => {
  const WHOLE = [0, 0, 2, 1] as const
  const ask = async ([west, south, east, north]: readonly [number, number, number, number], headers = test.administrator) => {
    const corners = [[west, south], [east, south], [east, north], [west, north]] as const // biome-ignore format: one line
    const geometry = await polygonOf(test.database, corners)
    const list = { layer: 'household_points' }
    const response = await test.send(
      'POST',
      '/api/areas/ask',
      { geometry, layers: ['household_points', 'unit_cells'], list },
      headers,
    )
    expect(response.status).toBe(200)
    return (await response.json()) as Json
  }

  it('counts, sums and lists what lies in the territory', async () => {
    const answer = await ask(WHOLE, who.west)
    expect(answer.layers.map(({ layer, count }: Json) => [layer, count])).toEqual([['unit_cells', 4], ['household_points', 3]]) // biome-ignore format: one line
    expect(answer.list.matched).toBe(3)
    expect(answer.list.items.map(({ id }: Json) => id)).toEqual([1, 2, 3])
    expect(answer.sums).toEqual({ households: 6, population: 15, basis: 'household_points', territories: [WEST] })
  })

  it('says nothing of territories to those who see everything', async () => {
    for (const headers of [test.administrator, who.county])
      expect((await ask(WHOLE, headers)).sums).toEqual({ households: 8, population: 20, basis: 'household_points' })
  })

  it('sums the cells of the territory where none of its dwellings is inside', async () => {
    expect((await ask([0.6, 0.1, 1.4, 0.4], who.west)).sums).toEqual({
      households: 24,
      population: 72,
      basis: 'unit_cells',
      territories: [WEST],
    })
    expect((await ask([1.2, 0.1, 1.9, 0.9], who.west)).sums).toMatchObject({ households: 0, population: 0 })
  })

  it('asks many corners as it does few', async () => {
    const round = Array.from({ length: 300 }, (_, i) => {
      const angle = (2 * Math.PI * i) / 300
      return [1 + 0.9 * Math.cos(angle), 0.5 + 0.45 * Math.sin(angle)] as const
    })
    const body = { geometry: await polygonOf(test.database, round), layers: ['household_points'] }
    const count = async (headers: Record<string, string>) =>
      ((await (await test.send('POST', '/api/areas/ask', body, headers)).json()) as Json).layers[0].count
    expect([await count(test.administrator), await count(who.west), await count(who.east)]).toEqual([4, 3, 1])
  })
})

describe('making somebody responsible', () => {
  it('for a layer that nobody is responsible for, is refused before anything is looked for', async () => {
    for (const { id, right } of LAYERS) if (right) expect(rolesOf(id), id).toEqual([])
    const order = async (geometry: Json) =>
      problemOf(
        await test.send(
          'POST',
          '/api/assignments',
          { role: 'keeper', standing: 'A', person_id: 1, area: { layer: 'household_points', geometry } },
          who.west,
        ),
      )
    const full = await polygonOf(test.database, [[1.2, 0.1], [1.9, 0.1], [1.9, 0.9], [1.2, 0.9]]) // biome-ignore format: one line
    const bare = await polygonOf(test.database, [[1.2, 0.1], [1.3, 0.1], [1.3, 0.2], [1.2, 0.2]]) // biome-ignore format: one line
    expect(await order(full)).toMatchObject({ status: 422, field: 'area.layer' })
    expect(await order(bare)).toEqual(await order(full))
  })
})

describe('who sees everything', () => {
  const statements = async (headers: Record<string, string>) => {
    const asked = vi.spyOn(test.database, 'query')
    for (const path of [ITEMS, `${ITEMS}/1`, '/api/search?q=Square', '/api/collections/household_points'])
      await test.get(path, headers)
    return asked.mock.calls.map(([statement]) => statement.text).filter((text) => text.includes('household_points'))
  }

  it('is compared with no shape, also where his county is all there is', async () => {
    await test.get(ITEMS, who.county)
    for (const headers of [test.administrator, who.county])
      for (const text of await statements(headers)) expect(text).not.toContain('ST_Union')
    expect((await statements(who.town)).filter((text) => text.includes('ST_Union'))).not.toEqual([])
  })

  it('no longer does once something lies beyond his county, nor once its border moves', async () => {
    expect((await test.json(ITEMS, who.county)).numberMatched).toBe(4)
    await storePoints(test.database, 'household_points', [[3, 0.5]])
    await vi.waitFor(async () => expect((await test.json('/api/state')).layers.household_points.count).toBe(5))
    expect((await test.json(ITEMS)).numberMatched).toBe(5)
    expect((await test.json(ITEMS, who.county)).numberMatched).toBe(4)
    await test.database.query(sql`delete from household_points where id > 4`)
    await vi.waitFor(async () => expect((await test.json('/api/state')).layers.household_points.count).toBe(4))
    await test.database.query(sql`update administrative_areas set code = '411826' where code = ${COUNTY}`)
    await vi.waitFor(async () => expect((await test.json(ITEMS, who.county)).numberMatched).toBe(0))
    await test.database.query(sql`update administrative_areas set code = ${COUNTY} where code = '411826'`)
    await vi.waitFor(async () => expect((await test.json(ITEMS, who.county)).numberMatched).toBe(4))
  })
})

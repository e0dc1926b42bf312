// What is in an area that was drawn or picked: counts, lengths, shares, people, and a list with who is responsible.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAXIMUM_VERTICES } from '#api/areas/shape.ts'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { problemOf } from '../helpers/problems.ts'
import { assign, idOf, placeOf, polygonOf, storePerson, storePoints, storeSquareTown } from '../helpers/square_town.ts'

/*
 *   km                                    Hydrants stand at every tenth of a kilometre, from 0.05 to 1.95 and from 0.05 to 0.95:
 *   1 +-----------+-----------+           20 × 10 of them. Households (2 with 5 people each) stand in the western half only,
 *     | h h h h h |           |           at 0.5/0.25 and 0.5/0.75.
 * 0.5 +~~~~~~~~~~>+~~~~~~~~~~>+
 *     | h h h h h |           |
 *   0 +-----------+-----------+
 *     0           1           2 km
 */
let test: TestApp

beforeAll(async () => {
  test = await startApp({ demo: false })
  await storeSquareTown(test.database)
  const lattice = Array.from({ length: 200 }, (_, i) => [0.05 + 0.1 * (i % 20), 0.05 + 0.1 * Math.floor(i / 20)] as const)
  await storePoints(test.database, 'hydrants', lattice)
  await storePoints(test.database, 'household_points', [
    [0.5, 0.25],
    [0.5, 0.75],
  ])
})
afterAll(() => test.close())

const post = (body: unknown, headers = test.administrator): Promise<Response> =>
  fetch(`${test.url}/api/areas/ask`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const ask = async (body: unknown, headers?: Record<string, string>): Promise<Json> => {
  const response = await post(body, headers)
  const text = await response.text()
  expect(response.status, text).toBe(200)
  return JSON.parse(text)
}
const box = (west: number, south: number, east: number, north: number) =>
  polygonOf(test.database, [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ])
const countOf = (answer: Json, layer: string): Json => answer.layers.find((one: Json) => one.layer === layer)

describe('a drawn area', () => {
  /*
   *     0    0.5    1
   *   1 +-----------+
   *     |   +-------|---+ 0.75
   * 0.5 +~~~|~~~~~~~|~~~|~
   *     |   +-------|---+ 0.25
   *   0 +-----------+
   *        0.5          1.5
   */
  it('counts points, measures lines and areas inside, and adds up people', async () => {
    const answer = await ask({ geometry: await box(0.5, 0.25, 1.5, 0.75) })
    expect(answer.area_m2 / 500_000).toBeCloseTo(1, 3)
    expect(countOf(answer, 'hydrants')).toEqual({ layer: 'hydrants', count: 50 })
    expect(countOf(answer, 'river_segments').count).toBe(2)
    expect(countOf(answer, 'river_segments').inside_m).toBeCloseTo(1000, 0)
    expect(countOf(answer, 'rivers')).toMatchObject({ count: 1 })
    expect(countOf(answer, 'unit_cells').count).toBe(4)
    expect(countOf(answer, 'unit_cells').inside_m2 / 500_000).toBeCloseTo(1, 3)
    expect(countOf(answer, 'administrative_areas').count).toBe(4)
    // On the outline counts as inside.
    expect(answer.sums).toEqual({ households: 4, population: 10, basis: 'household_points' })
  })

  it('without a dwelling in it, adds up cells by their share', async () => {
    const { sums } = await ask({ geometry: await box(1, 0, 1.5, 1) })
    expect(sums).toEqual({ households: 100, population: 300, basis: 'unit_cells' })
  })

  it('may have holes: what is in them is outside', async () => {
    const corners = (low: number, high: number): [number, number][] => [
      [low, low],
      [high, low],
      [high, high],
      [low, high],
    ]
    const geometry = await polygonOf(test.database, corners(0, 1), corners(0.2, 0.8))
    expect(countOf(await ask({ geometry }), 'hydrants').count).toBe(100 - 36)
  })

  it('with a thousand vertices counts as the same one with four, points on inner cuts once', async () => {
    const [[west, south], [east, north]] = [await placeOf(test.database, 0, 0), await placeOf(test.database, 2, 1)]
    const along = (from: number, to: number) => Array.from({ length: 400 }, (_, i) => from + ((to - from) * i) / 400)
    const ring = [
      ...along(west, east).map((x) => [x, south]),
      ...along(south, north).map((y) => [east, y]),
      ...along(east, west).map((x) => [x, north]),
      ...along(north, south).map((y) => [west, y]),
    ]
    const detailed = { type: 'Polygon', coordinates: [[...ring, ring[0]]] }
    const simple = {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    }
    const layers = ['hydrants', 'household_points', 'unit_cells']
    const [one, other] = [await ask({ geometry: detailed, layers }), await ask({ geometry: simple, layers })]
    expect(countOf(one, 'hydrants')).toEqual(countOf(other, 'hydrants'))
    expect(one.sums).toEqual(other.sums)
    expect(countOf(one, 'unit_cells').inside_m2).toBeCloseTo(countOf(other, 'unit_cells').inside_m2, 0)
    // Cuts lie at the middle of the extent and at halves of that: points stand exactly there.
    const halves = [0.25, 0.5, 0.75].map((share) => [west + (east - west) * share, south + (north - south) * share])
    for (const [x, y] of halves)
      await test.database.query(sql`
        insert into outfalls (kind, state, geom) values ('other', 'open', ST_SetSRID(ST_MakePoint(${x}::float8, ${y}::float8), 4326))`)
    expect(countOf(await ask({ geometry: detailed, layers: ['outfalls'] }), 'outfalls').count).toBe(3)
  })

  it('of several parts is counted as one', async () => {
    const [one, other] = [await box(0, 0, 0.1, 0.1), await box(1, 0, 1.2, 0.1)]
    const geometry = { type: 'MultiPolygon', coordinates: [one.coordinates, other.coordinates] }
    expect(countOf(await ask({ geometry }), 'hydrants').count).toBe(3)
  })

  it('is asked about a day', async () => {
    const answer = await ask({ geometry: await box(0, 0, 1, 1), at: '2024-12-31' })
    expect(answer.at).toBe('2024-12-31')
    expect(countOf(answer, 'grids').count).toBe(0)
    expect(countOf(answer, 'hydrants').count).toBe(100)
  })
})

describe('picked areas', () => {
  it('are one area together, and what only touches it is not in it', async () => {
    const pick = async (...codes: string[]) =>
      Promise.all(codes.map(async (code) => ({ layer: 'unit_cells', id: await idOf(test.database, 'unit_cells', code) })))
    const one = await ask({ picked: await pick('411825100001001') })
    expect(countOf(one, 'unit_cells').count).toBe(1)
    expect(countOf(one, 'hydrants').count).toBe(50)
    const two = await ask({ picked: await pick('411825100001001', '411825100001002') })
    expect(countOf(two, 'unit_cells').count).toBe(2)
    expect(countOf(two, 'hydrants').count).toBe(100)
    expect(countOf(two, 'river_segments')).toMatchObject({ count: 1 })
    expect(two.area_m2 / 1e6).toBeCloseTo(1, 3)
  })

  it('may be of several layers', async () => {
    const picked = [
      { layer: 'unit_cells', id: await idOf(test.database, 'unit_cells', '411825100001001') },
      { layer: 'administrative_areas', id: await idOf(test.database, 'administrative_areas', '411825100001') },
    ]
    expect(countOf(await ask({ picked }), 'hydrants').count).toBe(100)
  })

  it('that are not there, or have no shape, are refused', async () => {
    const trade = await idOf(test.database, 'grids', '411825100000901')
    for (const id of [99999, trade])
      expect(await problemOf(await post({ picked: [{ layer: 'grids', id }] }))).toMatchObject({
        status: 404,
        code: 'area_pick_missing',
      })
  })
})

describe('a list', () => {
  it('comes in pages that together are everything once', async () => {
    const geometry = await box(0, 0, 2, 1)
    const page = async (offset: number) =>
      (await ask({ geometry, layers: ['hydrants'], list: { layer: 'hydrants', limit: 64, offset } })).list
    const pages = [await page(0), await page(64), await page(128), await page(192)]
    expect(pages.map(({ items }) => items.length)).toEqual([64, 64, 64, 8])
    expect(new Set(pages.flatMap(({ items }) => items.map(({ id }: Json) => id))).size).toBe(200)
    expect(pages.every(({ matched }) => matched === 200)).toBe(true)
    expect((await page(200)).items).toEqual([])
  })

  it('names who is responsible for each, and what share of it lies inside', async () => {
    const object_id = await idOf(test.database, 'grids', '411825100002100')
    await assign(test.database, {
      layer: 'grids',
      object_id,
      role: 'grid_leader',
      person_id: await storePerson(test.database, 'Lu'),
    })
    const { list, layers } = await ask({ geometry: await box(1.5, 0, 2, 0.25), layers: ['hydrants'], list: { layer: 'grids' } })
    expect(layers.map(({ layer }: Json) => layer)).toEqual(['hydrants'])
    expect(list).toMatchObject({ layer: 'grids', matched: 2, limit: 100, offset: 0 })
    const item = list.items.find(({ id }: Json) => id === object_id)
    expect(item).toMatchObject({ title: '格411825100002100', properties: { code: '411825100002100' } })
    expect(item.share).toBeCloseTo(0.25, 3)
    expect(item.inside / 125_000).toBeCloseTo(1, 3)
    expect(item.responsible.map(({ person }: Json) => person.name)).toEqual(['Lu'])
    expect(item.bbox).toHaveLength(4)
    expect(item.point).toHaveLength(2)
  })
})

describe('who may not see households', () => {
  it('gets neither their sums nor their places', async () => {
    const viewer = await test.signIn([{ role: 'viewer', territory_code: '' }])
    const geometry = await box(0, 0, 1, 1)
    const answer = await ask({ geometry }, viewer)
    expect(answer).not.toHaveProperty('sums')
    expect(countOf(answer, 'household_points')).toBeUndefined()
    expect(countOf(answer, 'hydrants').count).toBe(100)
    for (const body of [{ layers: ['household_points'] }, { list: { layer: 'household_points' } }])
      expect(await problemOf(await post({ geometry, ...body }, viewer))).toMatchObject({ status: 403, code: 'right_missing' })
  })

  it('and who has not signed in gets nothing', async () => {
    expect((await problemOf(await post({ geometry: await box(0, 0, 1, 1) }, {}))).status).toBe(401)
  })
})

describe('refused', () => {
  const ring = [
    [113, 35],
    [113.1, 35],
    [113.1, 35.1],
    [113, 35.1],
    [113, 35],
  ]
  const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings })
  const geometry = polygon(ring)
  const circle = (count: number) => {
    const around = Array.from({ length: count }, (_, i) => [
      113 + 0.1 * Math.cos((i / count) * 2 * Math.PI),
      35 + 0.1 * Math.sin((i / count) * 2 * Math.PI),
    ])
    return polygon([...around, around[0]])
  }
  const sand = (width: number) =>
    polygon([
      [100, 30],
      [100 + width, 30],
      [100 + width, 32],
      [100, 32],
      [100, 30],
    ])

  /*  a bow:  35.1 +   +      a hole outside its ring; a ring that goes back on itself
   *               | × |
   *            35 +   +   crosses itself at 113.05, 35.05
   */
  const bow = [
    [113, 35],
    [113.1, 35.1],
    [113.1, 35],
    [113, 35.1],
    [113, 35],
  ]
  const away = ring.map(([x, y]) => [x! + 1, y!])

  it.each<[string, unknown, string, string | undefined]>([
    ['nothing', {}, 'area_missing', undefined],
    ['a list', [], 'area_missing', undefined],
    ['both', { geometry, picked: [{ layer: 'grids', id: 1 }] }, 'area_missing', undefined],
    ['a point', { geometry: { type: 'Point', coordinates: [113, 35] } }, 'area_not_polygon', 'geometry'],
    ['null', { geometry: null }, 'area_not_polygon', 'geometry'],
    ['a feature', { geometry: { type: 'Feature', geometry } }, 'area_not_polygon', 'geometry'],
    ['no coordinates', { geometry: { type: 'Polygon', coordinates: [] } }, 'area_not_coordinates', 'geometry'],
    ['coordinates as texts', { geometry: polygon(ring.map((each) => each.map(String))) }, 'area_not_coordinates', 'geometry'],
    ['three points', { geometry: polygon([ring[0], ring[1], ring[0]]) }, 'area_too_few_points', 'geometry'],
    ['an open ring', { geometry: polygon(ring.slice(0, 4)) }, 'area_not_closed', 'geometry'],
    ['latitude first', { geometry: polygon(ring.map(([x, y]) => [y, x])) }, 'area_swapped', 'geometry'],
    ['metres', { geometry: polygon(ring.map(([x, y]) => [x! * 1e5, y! * 1e5])) }, 'area_not_degrees', 'geometry'],
    ['a bow', { geometry: polygon(bow) }, 'area_crosses_itself', 'geometry'],
    ['a hole outside', { geometry: polygon(ring, away) }, 'area_crosses_itself', 'geometry'],
    [
      'overlapping parts',
      { geometry: { type: 'MultiPolygon', coordinates: [[ring], [ring]] } },
      'area_crosses_itself',
      'geometry',
    ],
    [
      'no width',
      {
        geometry: polygon([
          [113, 35],
          [113.1, 35],
          [113.2, 35],
          [113, 35],
        ]),
      },
      'area_crosses_itself',
      'geometry',
    ],
    ['too many vertices', { geometry: circle(MAXIMUM_VERTICES + 1) }, 'area_too_detailed', 'geometry'],
    ['a province', { geometry: sand(5) }, 'area_too_large', 'geometry'],
    ['no picks', { picked: [] }, 'area_pick_invalid', 'picked'],
    ['a picked point', { picked: [{ layer: 'hydrants', id: 1 }] }, 'area_pick_invalid', 'picked'],
    ['a pick without a number', { picked: [{ layer: 'grids', id: '1' }] }, 'area_pick_invalid', 'picked'],
    [
      'too many picks',
      { picked: Array.from({ length: 501 }, (_, i) => ({ layer: 'grids', id: i + 1 })) },
      'area_pick_invalid',
      'picked',
    ],
    ['a day that is none', { geometry, at: '2026-02-30' }, 'day_invalid', 'at'],
    ['a day as a number', { geometry, at: 20260101 }, 'day_invalid', 'at'],
    ['no layers', { geometry, layers: [] }, 'area_layers_invalid', 'layers'],
    ['a layer twice', { geometry, layers: ['grids', 'grids'] }, 'area_layers_invalid', 'layers'],
    ['a list without a layer', { geometry, list: {} }, 'area_list_invalid', 'list'],
    ['a list of too many', { geometry, list: { layer: 'grids', limit: 1001 } }, 'area_list_invalid', 'list'],
    ['a list from before its start', { geometry, list: { layer: 'grids', offset: -1 } }, 'area_list_invalid', 'list'],
    ['something else', { geometry, buffer: 100 }, 'area_member_unknown', 'buffer'],
  ])('%s', async (_, body, code, field) => {
    const problem = await problemOf(await post(body))
    expect(problem).toMatchObject({ status: 400, code })
    expect(problem.field).toBe(field)
  })

  it('a layer that is not there', async () => {
    for (const body of [{ layers: ['people'] }, { list: { layer: 'assignments' } }])
      expect(await problemOf(await post({ geometry, ...body }))).toMatchObject({ status: 404, code: 'unknown_layer' })
  })

  it('what crosses itself, with the place', async () => {
    expect((await problemOf(await post({ geometry: polygon(bow) }))).detail).toContain('113.05, 35.05')
  })

  it('what is not closed, with the place', async () => {
    expect((await problemOf(await post({ geometry: polygon(ring.slice(0, 4)) }))).detail).toContain('113, 35.1')
  })

  it('but an area of the largest size and detail is answered', async () => {
    expect((await ask({ geometry: circle(MAXIMUM_VERTICES - 1) })).area_m2).toBeGreaterThan(1e8)
    expect((await ask({ geometry: sand(0.9), layers: ['hydrants'] })).layers).toHaveLength(1)
  })
})

// What hydrants, shelters and bins do not reach: to the metre, as list, map and totals.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { problemOf } from '../helpers/problems.ts'
import { planePoint, polygonOf, storePoints, storeSquareTown } from '../helpers/square_town.ts'

/*
 *   km                                 Cells are the halves, 1 × 0.5 km each; those in the south are built-up.
 *   1 +-----------+-----------+        One usable hydrant U at 0.5/0.25, one unknown at 1.5/0.25.
 *     |           |           |        The street y = 0.25 runs from 0 to 2.
 * 0.5 +-----------+-----------+        Dwellings (2 households, 5 people): 0.5/0.35 (100 m from U), 0.5/0.41 (160 m),
 *     |---- U ----|---- ? ----|        1.5/0.35, 1.5/0.45. Bins: 0.5/0.37 (20 m and 40 m), 1.5/0.25 (100 and 200 m)
 *   0 +-----------+-----------+
 *     0           1           2 km
 */
const COUNTY = '411825'
const WEST = '411825100001'
const EAST = '411825100002'
const REACH_M2 = Math.PI * 150 ** 2

let test: TestApp
beforeAll(async () => {
  test = await startApp({ demo: false })
  const { database } = test
  await storeSquareTown(database)
  await database.query(sql`update unit_cells set land_use = case when code like '%001' then 'built_up' else 'field' end`)
  await database.query(
    sql`insert into roads (name, class, width_m, geom) values ('方街', 'street', 9, ST_Transform(ST_MakeLine(${planePoint(0, 0.25)}, ${planePoint(2, 0.25)}), 4326))`,
  )
  for (const [code, usable, x] of [
    ['U', 'yes', 0.5],
    ['?', 'unknown', 1.5],
  ] as const) // prettier-ignore
    await database.query(
      sql`insert into hydrants (code, usable, inspected_on, geom) values (${code}, ${usable}, today(), ST_Transform(${planePoint(x, 0.25)}, 4326))`,
    )
  await storePoints(database, 'household_points', [
    [0.5, 0.35],
    [0.5, 0.41],
    [1.5, 0.35],
    [1.5, 0.45],
  ]) // prettier-ignore
  for (const [x, y, state] of [
    [0.5, 0.37, 'intact'],
    [1.5, 0.25, 'intact'],
    [1.5, 0.45, 'missing'],
  ] as const) // prettier-ignore
    await database.query(
      sql`insert into garbage_points (form, state, geom) values ('bin', ${state}, ST_Transform(${planePoint(x, y)}, 4326))`,
    )
})
afterAll(() => test.close())

const coverage = (kind: string, territory = COUNTY, rest = '', headers = {}): Promise<Json> =>
  test.json(`/api/emergency/coverage?kind=${kind}&territory=${territory}${rest}`, headers)
const properties = (list: Json) => list.features.map((feature: Json) => feature.properties)

describe('hydrants', () => {
  it('leave of each built-up cell what lies beyond 150 m of a usable one', async () => {
    const { totals, lists, thresholds } = await coverage('hydrants')
    expect(thresholds.hydrant_reach).toEqual({
      value: 150,
      unit: 'm',
      source: '消防给水及消火栓系统技术规范',
      edition: 'GB 50974-2014',
    })
    expect(totals).toMatchObject({ usable_hydrants: 1, cells: 2, cells_beyond: 2 })
    expect(totals.cells_m2 / 1e6).toBeCloseTo(1, 4)
    // The circle is drawn with 128 sides: 28 m² less than it is.
    expect(Math.abs(totals.cells_m2 - totals.cells_beyond_m2 - REACH_M2)).toBeLessThan(60)
    expect(properties(lists.cells).map(({ code }: Json) => code)).toEqual([`${EAST}001`, `${WEST}001`])
    expect(properties(lists.cells)[0].share).toBeCloseTo(1, 6)
    expect(lists.cells.features[1].geometry.coordinates.flat().length).toBeGreaterThan(1)
  })

  it('leave dwellings beyond 150 m, told to those who may see them and where they may', async () => {
    const { totals, lists } = await coverage('hydrants')
    expect(totals).toMatchObject({
      dwellings: 4,
      population: 20,
      dwellings_beyond: 3,
      households_beyond: 6,
      population_beyond: 15,
    })
    expect(lists.dwellings).toMatchObject({ matched: 3 })
    const viewer = await test.signIn([{ role: 'viewer', territory_code: '' }])
    const seen = await coverage('hydrants', COUNTY, '', viewer)
    expect(seen.lists).not.toHaveProperty('dwellings')
    expect(seen.totals).not.toHaveProperty('population_beyond')
    const west = await test.signIn([{ role: 'emergency', territory_code: WEST }])
    expect(await coverage('hydrants', COUNTY, '', west)).toMatchObject({
      territories: [WEST],
      totals: { dwellings: 2, dwellings_beyond: 1 },
    })
  })

  it('count as they are marked in the field', async () => {
    const [{ id }] = (await test.database.query<{ id: number }>(sql`select id from hydrants where code = '?'`)) as [
      { id: number },
    ]
    const client_id = '3f2b8a52-6a8e-4f6e-9c39-0c8d4ad7a001'
    const marked = await test.send('POST', '/api/emergency/marks', {
      client_id,
      layer: 'hydrants',
      object_id: id,
      mark: 'usable',
    })
    const { totals } = await coverage('hydrants')
    expect(totals).toMatchObject({ usable_hydrants: 2, dwellings_beyond: 2 })
    await test.send('POST', `/api/emergency/marks/${((await marked.json()) as Json).id}/undo`, {})
    expect((await coverage('hydrants')).totals).toMatchObject({ usable_hydrants: 1, dwellings_beyond: 3 })
  })

  it('are asked for a drawn area, whose outline cuts cells and roads', async () => {
    const geometry = await polygonOf(test.database, [
      [0.2, 0.1],
      [1, 0.1],
      [1, 0.4],
      [0.2, 0.4],
    ]) // prettier-ignore
    const post = async (kind: string) => {
      const response = await test.send('POST', '/api/emergency/coverage', { kind, geometry })
      expect(response.status, await response.clone().text()).toBe(200)
      return (await response.json()) as Json
    }
    const { totals, area_m2 } = await post('hydrants')
    expect(totals.cells_m2).toBeCloseTo(area_m2, -1)
    expect(Math.abs(totals.cells_m2 - totals.cells_beyond_m2 - REACH_M2)).toBeLessThan(60)
    const roads = (await post('roads')).totals
    expect([roads.roads_m, roads.roads_beyond_m].map(Math.round)).toEqual([800, 500])
  })

  it('all of them cover a cell that has one in each quarter', async () => {
    const places = Array.from({ length: 50 }, (_, i) => [0.05 + 0.1 * (i % 10), 0.05 + 0.1 * Math.floor(i / 10)] as const)
    for (const [x, y] of places)
      await test.database.query(
        sql`insert into hydrants (code, usable, inspected_on, geom) values ('X', 'yes', today(), ST_Transform(${planePoint(x, y)}, 4326))`,
      )
    const { totals, lists } = await coverage('hydrants', WEST)
    expect(totals).toMatchObject({ cells: 1, cells_beyond: 0, cells_beyond_m2: 0, dwellings_beyond: 0 })
    expect(lists.cells).toMatchObject({ matched: 0, features: [] })
    await test.database.query(sql`delete from hydrants where code = 'X'`)
  })
})

describe('roads', () => {
  it('are beyond reach where no usable hydrant stands within 150 m, to the metre', async () => {
    const { totals, lists } = await coverage('roads')
    expect(totals).toMatchObject({ roads: 1, roads_beyond: 1 })
    expect([totals.roads_m, totals.roads_beyond_m].map(Math.round)).toEqual([2000, 1700])
    expect(lists.roads.features[0].geometry.coordinates).toHaveLength(2)
    expect(properties(lists.roads)).toMatchObject([{ name: '方街', class: 'street' }])
  })

  it('of the main ones lack a hydrant, usable or not, within 120 m', async () => {
    const { totals } = await coverage('main_roads')
    expect([totals.hydrants, Math.round(totals.roads_m), Math.round(totals.roads_beyond_m)]).toEqual([2, 2000, 1520])
    for (const [kind, width, roads] of [
      ['village', 9, 0],
      ['street', 6, 0],
      ['county', null, 1],
      ['street', 9, 1],
    ] as const) {
      // prettier-ignore
      await test.database.query(sql`update roads set class = ${kind}, width_m = ${width}::float8`)
      expect((await coverage('main_roads')).totals.roads).toBe(roads)
    }
  })
})

describe('shelters', () => {
  it('leave who lives beyond their service distance, and who finds no room', async () => {
    // Urgent: 500 m. A holds 7 and is reached by all but the last dwelling; B is closed; C has no area.
    for (const [name, status, area, x, y] of [
      ['A', 'available', 3.5, 0.95, 0.4],
      ['B', 'closed', 500, 1.5, 0.4],
      ['C', 'available', null, 1.5, 0.4],
    ] as const) // prettier-ignore
      await test.database.query(sql`
        insert into shelters (name, class, status, effective_area_m2, area_per_person_m2, geom)
        values (${name}, 'urgent', ${status}, ${area}::float8, 0.5, ST_Transform(${planePoint(x, y)}, 4326))`)
    const { totals, lists, shelters } = await coverage('shelters')
    expect(totals).toMatchObject({
      dwellings: 4,
      population: 20,
      dwellings_beyond: 2,
      population_beyond: 10,
      population_placed: 7,
      population_without_room: 3,
    })
    expect(lists.dwellings.matched).toBe(2)
    expect(shelters).toMatchObject([
      { name: 'A', capacity: 7, population_in_reach: 10, population_assigned: 7, population_without_room: 3 },
    ])
  })
})

describe('bins', () => {
  it('leave dwellings beyond 120 m, and beyond the 70 m of the older standard', async () => {
    const { totals, lists } = await coverage('garbage')
    expect(totals).toMatchObject({
      dwellings: 4,
      dwellings_beyond: 1,
      population_beyond: 5,
      dwellings_beyond_strict: 2,
      population_beyond_strict: 10,
    })
    expect(
      properties(lists.dwellings)
        .map(({ beyond_m }: Json) => beyond_m)
        .sort(),
    ).toEqual([120, 70])
    expect((await coverage('garbage', COUNTY, '&limit=1')).lists.dwellings).toMatchObject({ matched: 2, features: [{}] })
  })
})

describe('refused', () => {
  it.each([
    ['kind=bridges&territory=411825', 400, 'coverage_kind_unknown', 'kind'],
    ['territory=411825', 400, 'coverage_kind_unknown', 'kind'],
    ['kind=roads', 400, 'territory_invalid', 'territory'],
    ['kind=roads&territory=41', 400, 'territory_invalid', 'territory'],
    ['kind=roads&territory=999999', 404, 'territory_missing', 'territory'],
    ['kind=roads&territory=411825&limit=0', 400, 'limit_invalid', 'limit'],
  ])('%s', async (query, status, code, field) => {
    expect(await problemOf(await test.get(`/api/emergency/coverage?${query}`))).toMatchObject({ status, code, field })
  })

  it('a drawn area that is none, and households to those who may not see them', async () => {
    const post = async (body: unknown, headers = {}) =>
      problemOf(await test.send('POST', '/api/emergency/coverage', body, headers))
    expect(await post({ kind: 'roads' })).toMatchObject({ status: 400, code: 'area_missing' })
    expect(await post({ kind: 5, picked: [] })).toMatchObject({ status: 400, code: 'coverage_kind_unknown' })
    expect(await post([])).toMatchObject({ status: 400 })
    expect(await post({ kind: 'roads', geometry: { type: 'Point', coordinates: [1, 2] } })).toMatchObject({
      code: 'area_not_polygon',
    })
    expect(await post({ kind: 'roads', picked: [{ layer: 'grids', id: 999_999 }] })).toMatchObject({
      status: 404,
      code: 'area_pick_missing',
    })
    const viewer = await test.signIn([{ role: 'viewer', territory_code: '' }])
    for (const kind of ['shelters', 'garbage'])
      expect(await problemOf(await test.get(`/api/emergency/coverage?kind=${kind}&territory=${COUNTY}`, viewer))).toMatchObject({
        status: 403,
        code: 'right_missing',
      })
  })
})

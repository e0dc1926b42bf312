// Whose is a place: every area that contains it, the nearest river and road, with people, on any day.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { ROLES } from '#geodata/responsibility/roles.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { problemOf } from '../helpers/problems.ts'
import { assign, idOf, placeOf, storePerson, storeSquareTown } from '../helpers/square_town.ts'

/*
 *   km                                    A school's own grid (class C) at [s], of codes …001801;
 *   1 +-----------+-----------+           trades (class B): …100000901 of the town, …002902 of the eastern community.
 *     |  g12 [s]  |   g22     |
 * 0.5 +~~~~~~~~~~>+~~~~~~~~~~>+           On the western segment: Su from 0 to 500 m, Tang from 500 to 1000 m;
 *     |  g11      |   g21     |           on the whole river: Wei from 600 to 900 m as the county's chief.
 *   0 +-----------+-----------+
 *     0           1           2 km
 */
let test: TestApp
const people: Record<string, number> = {}

beforeAll(async () => {
  test = await startApp({ demo: false })
  const { database } = test
  await storeSquareTown(database)
  for (const name of ['Han', 'Bai', 'Jin', 'Old', 'Su', 'Tang', 'Wei'])
    people[name] = await storePerson(database, name, { mobile: `1380000${name}` })
  await database.query(sql`
    insert into posts (organisation_id, name) select organisation_id, '站长' from people where name = 'Han'`)
  await database.query(sql`
    insert into tenures (post_id, person_id, valid_from) select posts.id, ${people.Han!}::integer, '2025-01-01' from posts`)
  const g12 = { layer: 'grids', object_id: await idOf(database, 'grids', '411825100001200'), role: 'grid_leader' }
  await assign(database, { ...g12, person_id: people.Bai!, standing: 'B' })
  await assign(database, { ...g12, person_id: people.Old!, from: '2025-01-01', to: '2026-01-01' })
  await assign(database, { ...g12, person_id: people.Han!, from: '2026-01-01' })
  await assign(database, {
    layer: 'grids',
    object_id: await idOf(database, 'grids', '411825100000901'),
    role: 'grid_leader',
    person_id: people.Jin!,
  })
  const west = { layer: 'river_segments', object_id: await idOf(database, 'river_segments', '411825000001') }
  await assign(database, { ...west, role: 'river_chief_village', person_id: people.Su!, stretch: [0, 500] })
  await assign(database, { ...west, role: 'river_chief_village', person_id: people.Tang!, stretch: [500, 1000] })
  await assign(database, {
    layer: 'rivers',
    object_id: await idOf(database, 'rivers', 'R1'),
    role: 'river_chief_county',
    person_id: people.Wei!,
    stretch: [600, 900],
  })
})
afterAll(() => test.close())

const ask = async (x: number, y: number, rest = '', headers?: Record<string, string>): Promise<Json> => {
  const [lon, lat] = await placeOf(test.database, x, y)
  return test.json(`/api/responsibility?lon=${lon}&lat=${lat}${rest}`, headers)
}
const codes = (list: Json[]): string => list.map((one) => (one.grid ?? one).code).join(' ')
const names = (list: Json[]): string => list.map(({ person }) => person.name).join(' ')

describe('a place in the school of the western community', () => {
  let answer: Json
  beforeAll(async () => {
    answer = await ask(0.5, 0.7)
  })

  it('lies in its county, town and community, from above', () => {
    expect(answer.inside).toBe(true)
    expect(codes(answer.administrative_areas)).toBe('411825 411825100 411825100001')
    expect(answer.administrative_areas.map(({ level }: Json) => level)).toEqual(['county', 'town', 'community'])
  })

  it('lies in one grid of each level, and in that of the school besides', () => {
    const [scheme] = answer.schemes
    expect(scheme).toMatchObject({ id: 'squares', name: { zh: '方格', en: 'Squares' } })
    expect(codes(scheme.levels)).toBe('411825100001000 411825100001200 411825100001801')
    expect(scheme.levels.map(({ grid }: Json) => grid.class)).toEqual(['A', 'A', 'C'])
    expect(scheme.levels[1].name).toEqual({ zh: '二级', en: 'Level 2' })
    expect(answer.unit_cell.code).toBe('411825100001002')
  })

  it('names the first before the substitute, with post and telephone', () => {
    const { responsible } = answer.schemes[0].levels[1]
    expect(names(responsible)).toBe('Han Bai')
    expect(responsible[0]).toMatchObject({ role: 'grid_leader', standing: 'A' })
    expect(responsible[0].person).toMatchObject({
      organisation: '方格站',
      posts: [{ name: '站长', name_en: null }],
      telephone: '0391-1',
    })
  })

  it('belongs to the trades of its town and not to those of the other community', () => {
    expect(codes(answer.schemes[0].by_trade)).toBe('411825100000901')
    expect(names(answer.schemes[0].by_trade[0].responsible)).toBe('Jin')
  })
})

describe('a shared border', () => {
  it.each([
    ['the corner between the communities', 1, 0, '411825100001', '411825100001000 411825100001100'],
    ['the point where four grids meet', 1, 0.5, '411825100001', '411825100001000 411825100001100'],
    ['the corner between two halves', 0, 0.5, '411825100001', '411825100001000 411825100001100'],
    ['the edge of the county', 2, 1, '411825100002', '411825100002000 411825100002200'],
  ])('%s counts to one area of each level, and these lie in each other', async (_, x, y, community, grids) => {
    const answer = await ask(x, y)
    expect(codes(answer.administrative_areas)).toBe(`411825 411825100 ${community}`)
    expect(codes(answer.schemes[0].levels)).toBe(grids)
  })
})

describe('the day', () => {
  it('decides who it was', async () => {
    const on = async (day: string) => names((await ask(0.2, 0.7, `&at=${day}`)).schemes[0].levels[1].responsible)
    expect(await on('2025-12-31')).toBe('Old Bai')
    expect(await on('2026-01-01')).toBe('Han Bai')
  })

  it('is today in China if none is named', async () => {
    const [row] = await test.database.query<{ day: string }>(sql`select today() as day`)
    expect((await ask(0.2, 0.7)).at).toBe(row!.day)
  })

  it('before everything was there, nothing is', async () => {
    expect(await ask(0.2, 0.7, '&at=2024-12-31')).toMatchObject({
      inside: false,
      schemes: [],
      unit_cell: null,
      nearest_river_segment: null,
    })
  })
})

describe('outside', () => {
  it('a place in no area is answered with empty lists', async () => {
    const answer = await test.json('/api/responsibility?lon=0&lat=0')
    expect(answer).toMatchObject({
      inside: false,
      position: [0, 0],
      administrative_areas: [],
      schemes: [],
      nearest_river_segment: null,
      nearest_road_segment: null,
    })
  })

  it.each(['lon=0&lat=90', 'lon=180&lat=-90', 'lon=-180&lat=0'])('%s is a place too', async (query) => {
    expect((await test.json(`/api/responsibility?${query}`)).inside).toBe(false)
  })
})

describe('the nearest river segment', () => {
  const near = async (x: number, y: number) => (await ask(x, y)).nearest_river_segment

  it('says how far it is, and where along the river', async () => {
    const segment = await near(0.7, 0.6)
    expect(segment).toMatchObject({ code: '411825000001', river_name: '方河' })
    expect(segment.distance_m).toBeCloseTo(100, 0)
    expect(segment.chainage_m).toBeCloseTo(700, 0)
    expect((await near(1.25, 0.4)).chainage_m).toBeCloseTo(1250, 0)
  })

  it('names whose stretch it is, on the segment and on the whole river', async () => {
    const of = async (x: number) => names((await near(x, 0.55)).responsible)
    expect(await of(0.2)).toBe('Su')
    expect(await of(0.55)).toBe('Tang')
    expect(await of(0.7)).toBe('Tang Wei')
    expect(await of(0.95)).toBe('Tang')
    expect((await near(0.7, 0.55)).responsible.map(({ layer }: Json) => layer)).toEqual(['river_segments', 'rivers'])
  })

  it('at its end names who has the last stretch', async () => {
    expect(names((await near(0.999999, 0.5)).responsible)).toBe('Tang')
  })

  it('is none beyond two kilometres', async () => {
    expect(await near(1, 2.45)).not.toBeNull()
    expect(await near(1, 2.55)).toBeNull()
  })
})

describe('an object', () => {
  it('answers for itself, with everybody there ever was if asked', async () => {
    const id = await idOf(test.database, 'grids', '411825100001200')
    const now = await test.json(`/api/responsibility/objects/grids/${id}`)
    expect(names(now.responsible)).toBe('Han Bai')
    expect(now).not.toHaveProperty('history')
    const { history } = await test.json(`/api/responsibility/objects/grids/${id}?history=true&at=2025-06-01`)
    expect(history.map(({ person, valid_from, valid_to }: Json) => `${person.name} ${valid_from} ${valid_to}`)).toEqual([
      'Han 2026-01-01 null',
      'Old 2025-01-01 2026-01-01',
      'Bai 2025-01-01 null',
    ])
  })

  it('that is a line says where its chainage begins and ends', async () => {
    const id = await idOf(test.database, 'river_segments', '411825000002')
    expect(await test.json(`/api/responsibility/objects/river_segments/${id}`)).toMatchObject({
      chainage_from_m: 1000,
      chainage_to_m: 2000,
    })
  })

  it.each([
    ['objects/grids/99999', 404, 'feature_not_found'],
    ['objects/grids/x', 404, 'feature_not_found'],
    ['objects/grids/9999999999', 404, 'feature_not_found'],
    ['objects/people/1', 404, 'unknown_layer'],
    ['objects/grids/1?history=1', 400, 'flag_invalid'],
    ['objects/grids/1?at=now', 400, 'day_invalid'],
  ])('%s is refused', async (path, status, code) => {
    expect(await problemOf(await test.get(`/api/responsibility/${path}`))).toMatchObject({ status, code })
  })
})

describe('refused', () => {
  it.each([
    ['', 'position_invalid', 'lon'],
    ['lon=113', 'position_invalid', 'lat'],
    ['lon=abc&lat=35', 'position_invalid', 'lon'],
    ['lon=113&lat=', 'position_invalid', 'lat'],
    ['lon=NaN&lat=35', 'position_invalid', 'lon'],
    ['lon=1e999&lat=35', 'position_invalid', 'lon'],
    ['lon=0x10&lat=35', 'position_invalid', 'lon'],
    ['lon=35.1&lat=113.2', 'position_swapped', 'lat'],
    ['lon=181&lat=35', 'position_outside', 'lon'],
    ['lon=500000&lat=3900000', 'position_outside', 'lon'],
    ['lon=113&lat=35&at=2026-02-30', 'day_invalid', 'at'],
    ['lon=113&lat=35&at=2026-02-03T00:00:00Z', 'day_invalid', 'at'],
    ['lon=113&lon=114&lat=35', 'parameter_twice', 'lon'],
    ['lon=113&lat=35&level=1', 'unknown_parameter', 'level'],
  ])('?%s', async (query, code, field) => {
    for (const language of ['zh', 'en'])
      expect(await problemOf(await test.get(`/api/responsibility?${query}`, { 'accept-language': language }))).toMatchObject({
        status: 400,
        code,
        field,
      })
  })

  it('who has not signed in', async () => {
    const response = await fetch(`${test.url}/api/responsibility?lon=113&lat=35`)
    expect((await problemOf(response)).status).toBe(401)
  })
})

describe('personal numbers', () => {
  it('leave the server for those who have the right, in their own territory only', async () => {
    const mobileFor = async (role: 'viewer' | 'planner', territory_code: string) => {
      const headers = await test.signIn([{ role, territory_code }])
      return JSON.stringify(await ask(0.5, 0.7, '', headers)).includes('1380000Han')
    }
    expect(await mobileFor('planner', '411825')).toBe(true)
    expect(await mobileFor('planner', '411825100001')).toBe(true)
    expect(await mobileFor('planner', '411825200')).toBe(false)
    expect(await mobileFor('viewer', '')).toBe(false)
  })

  it('are not in the history of an object', async () => {
    const id = await idOf(test.database, 'grids', '411825100001200')
    const { history } = await test.json(`/api/responsibility/objects/grids/${id}?history=true`)
    expect(JSON.stringify(history)).not.toContain('1380000')
  })
})

describe('the roles', () => {
  it('are there for other programs, with names in both languages', async () => {
    const { roles, standings } = await test.json('/api/responsibility/roles')
    expect(roles).toEqual(JSON.parse(JSON.stringify(ROLES)))
    expect(standings.map(({ value }: Json) => value)).toEqual(['A', 'B', 'joint'])
  })
})

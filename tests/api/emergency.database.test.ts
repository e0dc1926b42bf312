// An incident: water by road, shelters for so many, closed roads that change the order, marks from the field that everybody sees.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { INCIDENT, lineOf, storeEmergencyTown } from '../helpers/emergency_town.ts'
import { openEvents } from '../helpers/event_stream.ts'
import { problemOf } from '../helpers/problems.ts'
import { assign, idOf, placeOf, polygonOf, storePerson } from '../helpers/square_town.ts'

const WEST = '411825100001'
const EAST = '411825100002'

let test: TestApp
beforeAll(async () => {
  test = await startApp({ demo: false })
  await storeEmergencyTown(test.database)
})
afterAll(() => test.close())

async function ask(place: readonly [number, number], rest = '', headers: Record<string, string> = {}): Promise<Response> {
  const [lon, lat] = await placeOf(test.database, place[0], place[1])
  return test.get(`/api/emergency/incident?lon=${lon}&lat=${lat}${rest}`, headers)
}
async function incident(place = INCIDENT, rest = '', headers: Record<string, string> = {}): Promise<Json> {
  const response = await ask(place, rest, headers)
  expect(response.status, await response.clone().text()).toBe(200)
  return response.json()
}
const codes = (list: Json[]) => list.map(({ properties }) => properties.code ?? properties.name)
const metres = (list: Json[]) => list.map(({ way, distance_m }) => [way, Math.round(distance_m)])
const names = (list: Json[]) => list.map(({ properties }) => properties.name)

const send = async (path: string, body: unknown, status: number, headers?: Record<string, string>): Promise<Json> => {
  const response = await test.send('POST', path, body, headers)
  const text = await response.text()
  expect(response.status, text).toBe(status)
  return JSON.parse(text)
}
const hydrant = (code: string) => idOf(test.database, 'hydrants', code)
const shelter = async (name: string): Promise<number> =>
  (await test.database.query<{ id: number }>(sql`select id from shelters where name = ${name}`))[0]!.id

describe('an incident beside a road', () => {
  it('has water by road, with hoses, and what may not be counted on apart', async () => {
    const { water, road, place } = await incident()
    expect(codes(water.usable)).toEqual(['H1', 'H2', '北池'])
    expect(metres(water.usable)).toEqual([
      ['road', 150],
      ['road', 160],
      ['straight', 955],
    ]) // prettier-ignore
    expect(water.usable.map(({ hoses, rank, road_m }: Json) => [rank, hoses, road_m === null])).toEqual([
      [1, 9, false],
      [2, 9, false],
      [3, 53, true],
    ]) // prettier-ignore
    expect(water.usable[0]).toMatchObject({ layer: 'hydrants', roads: ['方街'], mark: null, reasons: [] })
    expect(water.usable[0].line).toHaveLength(2)
    expect(water.usable[0]).not.toHaveProperty('without_closures')
    expect([codes(water.unknown), codes(water.unusable)]).toEqual([['U'], ['N']])
    expect([water.unknown[0].reasons, water.unusable[0].reasons]).toEqual([['usable_unknown'], ['not_usable']])
    expect(road).toMatchObject({ on_road: true })
    expect(place.administrative_areas.map(({ code }: Json) => code)).toEqual(['411825', '411825100', WEST])
  })

  it('has as many of each list as were asked for', async () => {
    expect(codes((await incident(INCIDENT, '&water=1')).water.usable)).toEqual(['H1'])
  })

  it('has shelters for so many, from the nearest on, and says who finds no room', async () => {
    const { shelters } = await incident(INCIDENT, '&people=250')
    expect(names(shelters.offered)).toEqual(['S1', 'S2'])
    expect(shelters.offered.map(({ assigned, room }: Json) => [assigned, room])).toEqual([
      [100, 100],
      [150, 300],
    ]) // prettier-ignore
    expect(shelters).toMatchObject({ people: 250, placed: 250, unplaced: 0 })
    expect(metres(shelters.offered)).toEqual([
      ['road', 400],
      ['road', 800],
    ]) // prettier-ignore
    expect(shelters.offered[0]).toMatchObject({ within_service_distance: true, figure_age_days: 200, figure_is_old: true })
    expect(names(shelters.unmeasured)).toEqual(['S4'])
    expect(shelters.excluded.map(({ properties, reasons }: Json) => [properties.name, reasons])).toEqual([
      ['S5', ['in_hazard_zone']],
      ['planned', ['planned']],
    ])
    expect(shelters.excluded[0].hazards).toMatchObject([{ name: '洪水区', kind: 'flood', distance_m: 0 }])
    expect((await incident(INCIDENT, '&people=10000000')).shelters).toMatchObject({ placed: 400, unplaced: 9_999_600 })
    expect((await incident()).shelters).toMatchObject({ people: null, placed: 0, unplaced: 0 })
  })

  it('has the sites, zones and residents around it', async () => {
    const { within, hazards } = await incident(INCIDENT, '&radius_m=100')
    expect(within.key_sites).toMatchObject([{ name: '方格小学', people: 300 }])
    expect(within.key_sites[0].distance_m).toBeCloseTo(100, 1)
    expect(within.hazard_zones).toMatchObject([{ name: '洪水区', kind: 'flood' }])
    expect(within.hazard_zones[0].distance_m).toBeCloseTo(40, 1)
    expect(within.residents).toEqual({ dwellings: 1, households: 2, population: 5 })
    expect(hazards).toEqual([])
    expect((await incident([0.75, 0.25])).hazards).toMatchObject([{ name: '洪水区' }])
    expect((await incident(INCIDENT, '&radius_m=99')).within.key_sites).toEqual([])
  })

  it('has who is in charge, with phones by right', async () => {
    const person_id = await storePerson(test.database, 'Lu', { mobile: '13800000000', territory_code: WEST })
    await assign(test.database, {
      layer: 'administrative_areas',
      object_id: await idOf(test.database, 'administrative_areas', WEST),
      role: 'grid_leader',
      person_id,
    })
    const community = async (headers: Record<string, string>) =>
      (await incident(INCIDENT, '', headers)).responsibility.administrative_areas.find(({ code }: Json) => code === WEST)
        .responsible[0].person
    const rescuer = await test.signIn([{ role: 'emergency', territory_code: WEST }])
    const viewer = await test.signIn([{ role: 'viewer', territory_code: '' }])
    expect(await community(rescuer)).toMatchObject({ name: 'Lu', mobile: '13800000000' })
    expect(await community(viewer)).not.toHaveProperty('mobile')
  })

  it('has residents only for those who may see them, where they may', async () => {
    const viewer = await test.signIn([{ role: 'viewer', territory_code: '' }])
    const elsewhere = await test.signIn([{ role: 'emergency', territory_code: EAST }])
    expect((await incident(INCIDENT, '', viewer)).within).not.toHaveProperty('residents')
    expect((await incident(INCIDENT, '', elsewhere)).within.residents).toEqual({
      dwellings: 0,
      households: 0,
      population: 0,
      territories: [EAST],
    })
  })
})

it('an incident in a lake or on an island has straight lines that are called so', async () => {
  const { water, road, shelters } = await incident([1.5, 0.95], '&people=10')
  expect(road.on_road).toBe(false)
  expect(road.off_road_m).toBeCloseTo(700, 0)
  for (const one of [...water.usable, ...shelters.offered])
    expect(one).toMatchObject({ way: 'straight', road_m: null, line: null })
  expect(codes(water.usable)).toEqual(['H2', 'H1', '北池'])
  expect(shelters.placed).toBe(10)
})

describe('refused', () => {
  it.each([
    ['people=0', 400, 'number_out_of_range', 'people'],
    ['people=-5', 400, 'number_out_of_range', 'people'],
    ['people=many', 400, 'number_out_of_range', 'people'],
    ['radius_m=0', 400, 'number_out_of_range', 'radius_m'],
    ['radius_m=99999', 400, 'number_out_of_range', 'radius_m'],
    ['water=0', 400, 'number_out_of_range', 'water'],
    ['nothing=1', 400, 'unknown_parameter', 'nothing'],
  ])('%s', async (query, status, code, field) => {
    expect(await problemOf(await ask(INCIDENT, `&${query}`))).toMatchObject({ status, code, field })
  })

  it('a place outside of the county, with a hint when its numbers are exchanged', async () => {
    const refused = async (query: string) => problemOf(await test.get(`/api/emergency/incident?${query}`))
    const [lon, lat] = await placeOf(test.database, ...(INCIDENT as [number, number]))
    expect(await refused('lon=120&lat=30')).toMatchObject({ status: 422, code: 'outside_county', field: 'lon' })
    expect(await refused(`lon=${lat}&lat=${lon}`)).toMatchObject({ status: 400, code: 'position_swapped' })
    expect(await refused('lon=39443000&lat=3902000')).toMatchObject({ code: 'position_outside' })
    expect(await refused('lon=x&lat=35')).toMatchObject({ code: 'position_invalid', field: 'lon' })
    expect(await refused('lat=35')).toMatchObject({ code: 'position_invalid', field: 'lon' })
  })
})

it('where both orders of its numbers are on earth, exchanged ones are told', async () => {
  // A square of the zone of 84° E, where longitudes are latitudes too.
  await test.database.query(sql`
    insert into administrative_areas (code, name, level, canonical, valid_from)
    select '650000', '西部', 'county', ST_Multi(ST_MakeEnvelope(499000000, 4420000000, 501000000, 4422000000, 920084)), '2025-01-01'`)
  const refused = async (query: string) => problemOf(await test.get(`/api/emergency/incident?${query}`))
  expect(await refused('lon=39.92&lat=84')).toMatchObject({ status: 422, code: 'outside_county_swapped', field: 'lon' })
  expect(await refused('lon=39.5&lat=84')).toMatchObject({ status: 422, code: 'outside_county' })
  expect((await test.get('/api/emergency/incident?lon=84&lat=39.92')).status).toBe(200)
  await test.database.query(sql`delete from administrative_areas where code = '650000'`)
})

describe('a closed road', () => {
  it('changes the order, and what it changed is said, until it is open again', async () => {
    const events = await openEvents(test.url, test.administrator)
    const client_id = randomUUID()
    const geometry = await lineOf(test.database, [0.7, 0.24], [0.7, 0.26])
    const closure = await send('/api/emergency/closures', { client_id, geometry, reason: '塌方' }, 201)
    expect(closure).toMatchObject({ reason: '塌方', roads: 1, ended_at: null })
    await events.wait((event) => 'emergency' in event, 1)
    events.close()
    const { water, closures, shelters } = await incident(INCIDENT, '&people=1')
    expect(closures).toMatchObject([{ id: closure.id, reason: '塌方' }])
    expect(codes(water.usable).slice(0, 2)).toEqual(['H2', 'H1'])
    expect(metres(water.usable).slice(0, 2)).toEqual([
      ['road', 160],
      ['road', 950],
    ]) // prettier-ignore
    expect(
      water.usable
        .slice(0, 2)
        .map(({ without_closures }: Json) => [without_closures.rank, Math.round(without_closures.distance_m)]),
    ).toEqual([
      [2, 160],
      [1, 150],
    ]) // prettier-ignore
    expect(shelters.offered[0].without_closures).toMatchObject({ way: 'road' })
    expect((await test.json('/api/emergency/closures')).closures).toMatchObject([
      { id: closure.id, geometry: { type: 'LineString' }, roads: 1 },
    ])
    // The same report again counts once.
    expect(await send('/api/emergency/closures', { client_id, geometry, reason: '塌方' }, 200)).toMatchObject({ id: closure.id })
    const other = await test.send('POST', '/api/emergency/closures', { client_id, geometry, reason: '积水' })
    expect(await problemOf(other)).toMatchObject({ status: 409, code: 'client_id_taken' })
    for (let time = 0; time < 2; time++)
      expect((await test.send('DELETE', `/api/emergency/closures/${closure.id}`)).status).toBe(204)
    expect((await test.json('/api/emergency/closures')).closures).toEqual([])
    expect(codes((await incident()).water.usable).slice(0, 2)).toEqual(['H1', 'H2'])
  })

  it('may be an area; what it cuts off is straight', async () => {
    const geometry = await polygonOf(test.database, [
      [0.62, 0.05],
      [0.7, 0.05],
      [0.7, 0.3],
      [0.62, 0.3],
    ]) // prettier-ignore
    const closure = await send('/api/emergency/closures', { client_id: randomUUID(), geometry, reason: '洪水' }, 201)
    expect(closure.roads).toBe(2)
    const { water } = await incident()
    expect(metres(water.usable).slice(0, 2)).toEqual([
      ['straight', 150],
      ['road', 160],
    ]) // prettier-ignore
    expect(water.usable[0].without_closures).toMatchObject({ rank: 1, way: 'road' })
    await test.send('DELETE', `/api/emergency/closures/${closure.id}`)
  })

  it('is heard of when roads change', async () => {
    const before = (await incident([0.2, 0.1])).road.off_road_m
    await test.database.query(
      sql`insert into roads (class, geom) select 'village', ST_Translate(geom, 0, -0.00135) from roads order by id limit 1`,
    )
    await expect.poll(async () => (await incident([0.2, 0.1])).road.off_road_m, { timeout: 5000 }).toBeLessThan(before / 10)
    await test.database.query(sql`delete from roads where class = 'village'`)
    await expect.poll(async () => (await incident([0.2, 0.1])).road.off_road_m, { timeout: 5000 }).toBe(before)
  })

  it.each([
    ['no geometry', { reason: 'x' }, 400, 'closure_not_drawn'],
    ['a point', { reason: 'x', geometry: { type: 'Point', coordinates: [113, 35] } }, 400, 'closure_not_drawn'],
    [
      'a line of one place',
      {
        reason: 'x',
        geometry: {
          type: 'LineString',
          coordinates: [
            [113, 35],
            [113, 35],
          ],
        },
      },
      400,
      'closure_not_drawn',
    ],
    [
      'no reason',
      {
        geometry: {
          type: 'LineString',
          coordinates: [
            [113, 35],
            [113, 36],
          ],
        },
      },
      422,
      'body_invalid',
    ],
    ['an unknown member', { reason: 'x', until: 'tomorrow' }, 422, 'body_invalid'],
    [
      'an open ring',
      {
        reason: 'x',
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [113, 35],
              [114, 35],
              [114, 36],
              [113, 36],
            ],
          ],
        },
      },
      400,
      'area_not_closed',
    ],
  ] as const)('%s is refused', async (_, body, status, code) => {
    expect(
      await problemOf(await test.send('POST', '/api/emergency/closures', { client_id: randomUUID(), ...body })),
    ).toMatchObject({ status, code })
  }) // prettier-ignore

  it('that closes nothing, has no id of its own, or lies where the writer may not write, is refused', async () => {
    const across = await lineOf(test.database, [0.7, 0.24], [0.7, 0.26])
    const nowhere = await lineOf(test.database, [0.7, 0.7], [0.8, 0.7])
    const post = async (body: object, headers = {}) =>
      problemOf(await test.send('POST', '/api/emergency/closures', body, headers))
    expect(await post({ client_id: randomUUID(), geometry: nowhere, reason: 'x' })).toMatchObject({
      status: 422,
      code: 'closure_closes_nothing',
    })
    expect(await post({ client_id: 'one', geometry: across, reason: 'x' })).toMatchObject({ status: 422, field: 'client_id' })
    const elsewhere = await test.signIn([{ role: 'emergency', territory_code: EAST }])
    expect(await post({ client_id: randomUUID(), geometry: across, reason: 'x' }, elsewhere)).toMatchObject({
      status: 403,
      code: 'outside_territory',
    })
    expect(await problemOf(await test.send('DELETE', '/api/emergency/closures/999999'))).toMatchObject({
      status: 404,
      code: 'record_not_found',
    })
  })
})

describe('a mark from the field', () => {
  const mark = async (code: string, kind: string, more: object = {}, status = 201, headers = {}) =>
    send(
      '/api/emergency/marks',
      { client_id: randomUUID(), layer: 'hydrants', object_id: await hydrant(code), mark: kind, ...more },
      status,
      headers,
    )
  const current = async () => (await test.json('/api/emergency/marks')).marks
  const undo = async ({ id }: Json) => send(`/api/emergency/marks/${id}/undo`, {}, 200)

  it('takes water out of the list, and back when it is undone, for all consoles', async () => {
    const events = await openEvents(test.url, test.administrator)
    const made = await mark('H1', 'unusable', { note: '没水', noted_at: new Date(Date.now() - 60_000).toISOString() })
    await events.wait((event) => 'emergency' in event, 1)
    events.close()
    expect(made).toMatchObject({ mark: 'unusable', note: '没水', clock_implausible: false, undone_at: null })
    const { water } = await incident()
    expect(codes(water.usable)).toEqual(['H2', '北池'])
    expect(water.unusable[0]).toMatchObject({
      reasons: ['marked_unusable'],
      mark: { id: made.id, note: '没水', account_name: made.account_name },
    })
    expect(await undo(made)).toMatchObject({ id: made.id, undone_by: made.account_name })
    const { undone_at } = await undo(made)
    expect((await undo(made)).undone_at).toBe(undone_at)
    expect(codes((await incident()).water.usable)).toEqual(['H1', 'H2', '北池'])
    expect(await current()).toEqual([])
  })

  it('that arrives twice counts once, and under another’s id is refused', async () => {
    const client_id = randomUUID()
    const noted_at = new Date().toISOString()
    const first = await mark('U', 'usable', { client_id, noted_at })
    expect(await mark('U', 'usable', { client_id: client_id.toUpperCase(), noted_at }, 200)).toEqual(first)
    expect(await current()).toHaveLength(1)
    expect(await mark('U', 'unusable', { client_id, noted_at }, 409)).toMatchObject({ code: 'client_id_taken' })
    expect(codes((await incident()).water.usable)).toContain('U')
    await undo(first)
  })

  it('of two teams that differ: the one received last counts, and both are shown', async () => {
    const [one, other] = [
      await test.signIn([{ role: 'emergency', territory_code: '' }]),
      await test.signIn([{ role: 'dispatcher', territory_code: '' }]),
    ]
    const first = await mark('H1', 'unusable', {}, 201, one)
    const second = await mark('H1', 'usable', {}, 201, other)
    expect(await current()).toMatchObject([
      { id: second.id, mark: 'usable', disagreement: [{ id: first.id, mark: 'unusable', account_name: first.account_name }] },
    ])
    const { water } = await incident()
    expect(water.usable[0].mark).toMatchObject({ id: second.id, disagreement: [{ id: first.id }] })
    await undo(second)
    expect(await current()).toMatchObject([{ id: first.id, disagreement: [] }])
    await undo(first)
  })

  it('by a clock that is wrong is kept, and says so', async () => {
    const made = await mark('H1', 'unusable', { noted_at: '1970-01-01T00:00:00Z' })
    expect(made).toMatchObject({ noted_at: '1970-01-01T00:00:00.000Z', clock_implausible: true })
    await undo(made)
  })

  it('“full” sends people on to the next shelter', async () => {
    const made = await mark('H1', 'full', { layer: 'shelters', object_id: await shelter('S1') })
    const { shelters } = await incident(INCIDENT, '&people=50')
    expect(shelters.offered).toMatchObject([{ assigned: 50, properties: { name: 'S2' } }])
    expect(shelters.excluded.find(({ properties }: Json) => properties.name === 'S1')).toMatchObject({
      reasons: ['marked_full'],
      mark: { id: made.id },
    })
    await undo(made)
  })

  it.each([
    ['no client_id', { client_id: undefined }, 422, 'body_invalid', 'client_id'],
    ['a client_id that is none', { client_id: '1' }, 422, 'body_invalid', 'client_id'],
    ['another layer', { layer: 'grids' }, 422, 'body_invalid', 'layer'],
    ['a layer of no catalogue', { layer: 'toString' }, 422, 'body_invalid', 'layer'],
    ['a full hydrant', { mark: 'full' }, 422, 'mark_not_of_layer', 'mark'],
    ['no such hydrant', { object_id: 999_999 }, 404, 'feature_not_found', 'object_id'],
    ['a day that is none', { noted_at: '2026-13-45T00:00:00Z' }, 422, 'body_invalid', 'noted_at'],
    ['a moment as number', { noted_at: 5 }, 422, 'body_invalid', 'noted_at'],
    ['a note too long', { note: 'x'.repeat(501) }, 422, 'body_invalid', 'note'],
    ['an unknown member', { photo: 'x' }, 422, 'body_invalid', 'photo'],
  ])('with %s is refused', async (_, change, status, code, field) => {
    const body = { client_id: randomUUID(), layer: 'hydrants', object_id: await hydrant('H1'), mark: 'unusable', ...change }
    expect(await problemOf(await test.send('POST', '/api/emergency/marks', body))).toMatchObject({ status, code, field })
    expect(await current()).toEqual([])
  })

  it('outside of the writer’s territory is refused, and its undoing too', async () => {
    const elsewhere = await test.signIn([{ role: 'emergency', territory_code: EAST }])
    expect(await mark('H1', 'unusable', {}, 403, elsewhere)).toMatchObject({ code: 'outside_territory' })
    const made = await mark('H1', 'unusable')
    expect(await problemOf(await test.send('POST', `/api/emergency/marks/${made.id}/undo`, {}, elsewhere))).toMatchObject({
      code: 'outside_territory',
    })
    await undo(made)
    expect(await problemOf(await test.send('POST', '/api/emergency/marks/999999/undo', {}))).toMatchObject({ status: 404 })
  })
})

it('water that was imported since is found at once', async () => {
  await incident()
  await test.database.query(sql`
    insert into hydrants (code, usable, inspected_on, geom) select 'NEW', 'yes', today(), ST_Translate(geom, 0.0001, 0) from hydrants where code = 'H1'`)
  await expect.poll(async () => codes((await incident()).water.usable), { timeout: 5000 }).toContain('NEW')
})

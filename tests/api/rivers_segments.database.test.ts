// How segments stand, through HTTP: somebody's own first, what is overdue, what the water is like, and who is responsible beside.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { COUNTY, EAST } from '../helpers/damage.ts'
import { problemOf } from '../helpers/problems.ts'
import { aPatrol, dayBefore, endTerm, handedIn, type RiverTown, resetRivers, storeRiverTown } from '../helpers/rivers.ts'
import { assign, placeOf } from '../helpers/square_town.ts'

let test: TestApp
let town: RiverTown
const DAY = 86_400_000

beforeAll(async () => {
  test = await startApp({ demo: false })
  town = await storeRiverTown(test)
})
beforeEach(() => resetRivers(test, town))
afterAll(() => test?.close())

const codeOf = async (response: Response) => {
  const { code, field } = await problemOf(response)
  return [response.status, code, field]
}
const list = (query = '', headers = town.office) => test.json(`/api/rivers/segments?${query}`, headers)
const idsOf = ({ segments }: Json) => segments.map(({ id }: Json) => id)
const detail = (id: number, headers = town.office) => test.json(`/api/rivers/segments/${id}`, headers)

describe('my segments', () => {
  it('are those whose chief I am today, on the level on which I am', async () => {
    const west = await list('mine=true', town.chiefs.west)
    expect([west.level, west.total, idsOf(west)]).toEqual(['village', 1, [town.west]])
    expect(west.segments[0]).toMatchObject({
      river_id: town.river,
      river_name: '方河',
      chainage_from_m: 0,
      chainage_to_m: 1000,
      patrol: { level: 'village', state: 'never' },
      problems: 0,
    })
    expect(west.segments[0].chiefs.map(({ level, person }: Json) => [level, person.name])).toEqual([
      ['county', '县河长'],
      ['town', '镇河长'],
      ['village', '西河长'],
    ])
    const ofTown = await list('mine=true', town.chiefs.town)
    expect([ofTown.level, ofTown.total]).toEqual(['town', 2])
    expect((await list('mine=true', town.office)).total).toBe(0)
  })

  it('by the river as a whole are all of its segments, by a stretch of it those that it reaches', async () => {
    expect(idsOf(await list('mine=true', town.chiefs.county)).toSorted()).toEqual([town.west, town.east].toSorted())
    await test.database.query(sql`delete from assignments where person_id = ${town.people.county}::integer`)
    const river = { layer: 'rivers', object_id: town.river, role: 'river_chief_county', person_id: town.people.county }
    await assign(test.database, { ...river, stretch: [1200, 1500] })
    const county = await list('mine=true', town.chiefs.county)
    expect(idsOf(county)).toEqual([town.east])
    expect(county.segments[0].chiefs[0]).toMatchObject({ level: 'county', chainage_from_m: 1200, chainage_to_m: 1500 })
  })

  it('of somebody with several levels show the lowest, unless another is asked for', async () => {
    const own = { layer: 'river_segments', object_id: town.west, role: 'river_chief_town', person_id: town.people.west }
    await assign(test.database, { ...own, standing: 'joint' })
    const both = await list('mine=true', town.chiefs.west)
    expect([both.level, both.segments[0].patrol.level]).toEqual(['village', 'village'])
    const higher = await list('mine=true&level=town', town.chiefs.west)
    expect([higher.level, higher.segments[0].patrol.level]).toEqual(['town', 'town'])
  })

  it('are none on the day after the term has ended', async () => {
    await endTerm(test, town.people.west, dayBefore(0))
    expect((await list('mine=true', town.chiefs.west)).total).toBe(0)
    await endTerm(test, town.people.west, dayBefore(-1))
    expect((await list('mine=true', town.chiefs.west)).total).toBe(1)
  })

  it('come most overdue first, and say since when', async () => {
    const late = await aPatrol(test, town.west, { through: [0, 1], ended: Date.now() - 40 * DAY }, { level: 'village' })
    await handedIn(test, late, town.chiefs.west)
    await handedIn(test, await aPatrol(test, town.east, { through: [1, 2] }), town.chiefs.east)
    const all = await list('level=village')
    expect(idsOf(all)).toEqual([town.west, town.east])
    const [west, east] = all.segments
    expect(west.patrol).toMatchObject({ state: 'overdue', days_since: 40, last_on: dayBefore(40) })
    expect(west.patrol.overdue_days).toBeGreaterThan(25)
    expect(west.health).toBe('bad')
    expect(east.patrol).toMatchObject({ state: 'ok', days_since: 0, overdue_days: 0 })
    expect(all.counts).toMatchObject({ overdue: 1, problems: 0 })
    expect(idsOf(await list('state=overdue'))).toEqual([town.west])
  })
})

describe('the list', () => {
  it('is limited to where one may see, to a territory, a river, a page and what is written', async () => {
    expect((await list('')).total).toBe(2)
    expect(idsOf(await list(`territory=${EAST}`))).toContain(town.east)
    expect((await list('territory=411899')).total).toBe(0)
    expect((await list('river=99999')).total).toBe(0)
    expect(idsOf(await list(`q=${encodeURIComponent('方河2')}`))).toEqual([town.east])
    expect(idsOf(await list(`q=${COUNTY}000001`))).toEqual([town.west])
    const page = await list('limit=1&offset=1')
    expect([page.total, page.segments.length]).toEqual([2, 1])
    const elsewhere = await test.signIn([{ role: 'viewer', territory_code: '411825999' }])
    expect((await list('', elsewhere)).total).toBe(0)
    expect(await codeOf(await test.get('/api/rivers/segments?state=x'))).toEqual([400, 'filter_not_choice', 'state'])
    expect(await codeOf(await test.get('/api/rivers/segments?mine=1'))).toEqual([400, 'filter_not_boolean', 'mine'])
    expect(await codeOf(await test.get('/api/rivers/segments?territory=x'))).toEqual([400, 'text_invalid', 'territory'])
  })

  it('of rivers says how many segments each has', async () => {
    const { rivers } = await test.json('/api/rivers', town.office)
    expect(rivers).toMatchObject([{ id: town.river, name: '方河', rank: 'main', segments: 2 }])
    const elsewhere = await test.signIn([{ role: 'viewer', territory_code: '411825999' }])
    expect((await test.json('/api/rivers', elsewhere)).rivers).toEqual([])
  })
})

describe('a segment', () => {
  it('is told with its line, chiefs, rules, patrols of each level, and who is before and after', async () => {
    await handedIn(test, await aPatrol(test, town.west, { through: [0, 1] }), town.chiefs.west)
    const told = await detail(town.west)
    expect(told.line).toHaveLength(2)
    expect(told.patrols.map(({ level, state }: Json) => [level, state])).toEqual([
      ['county', 'never'],
      ['town', 'never'],
      ['village', 'ok'],
    ])
    expect(told.rules.map(({ level, period }: Json) => [level, period])).toEqual([
      ['county', 'quarter'],
      ['town', 'month'],
      ['village', 'week'],
    ])
    expect(told.chiefs[2]).toMatchObject({
      level: 'village',
      person: { name: '西河长' },
      mobile: '13800000001',
      telephone: '0391-1',
    })
    expect(told.neighbours).toMatchObject([{ where: 'downstream', id: town.east, gap_m: 0 }])
    expect(told.neighbours[0].chiefs[2].mobile).toBe('13800000002')
    expect(told.recent_patrols).toHaveLength(1)
    expect([told.my_level, told.may]).toEqual([null, { patrol: false, report: true, write: true }])
    const mine = await detail(town.west, town.chiefs.west)
    expect([mine.my_level, mine.may]).toEqual(['village', { patrol: true, report: true, write: false }])
  })

  it('of another territory is refused, and so is one that is none; personal numbers are for those who may see them', async () => {
    const elsewhere = await test.signIn([{ role: 'viewer', territory_code: '411825999' }])
    expect(await codeOf(await test.get(`/api/rivers/segments/${town.west}`, elsewhere))).toEqual([
      403,
      'outside_territory',
      undefined,
    ])
    expect((await codeOf(await test.get('/api/rivers/segments/99999')))[1]).toBe('segment_not_found')
    expect((await codeOf(await test.get('/api/rivers/segments/x')))[1]).toBe('segment_not_found')
    const viewer = await test.signIn([{ role: 'viewer', territory_code: COUNTY }])
    expect((await detail(town.west, viewer)).chiefs[2]).not.toHaveProperty('mobile')
  })

  it('counts the cases that are open on it, and shows those that its reader may see', async () => {
    const [longitude, latitude] = await placeOf(test.database, 0.3, 0.5)
    const body = {
      client_id: crypto.randomUUID(),
      kind: 'R0101',
      source: 'river_patrol',
      longitude,
      latitude,
      segment_id: town.west,
    }
    const now = new Date().toISOString()
    const sent = await test.send('POST', '/api/cases', { ...body, noted_at: now, sent_at: now }, town.chiefs.west)
    expect(sent.status, await sent.clone().text()).toBe(201)
    const { id } = (await sent.json()) as Json
    expect((await list('state=problems')).segments).toMatchObject([{ id: town.west, problems: 1, overdue_problems: 0 }])
    const told = await detail(town.west)
    expect(told.cases).toMatchObject([{ id, segment_id: town.west }])
    expect(told.cases[0].chainage_m).toBeCloseTo(300, 0)
    const viewer = await test.signIn([{ role: 'viewer', territory_code: COUNTY }])
    expect([(await detail(town.west, viewer)).problems, (await detail(town.west, viewer)).cases]).toEqual([1, []])
    const strip = await test.json(`/api/rivers/${town.river}/strip`, town.office)
    expect(strip.cases).toMatchObject([{ id, overdue: false }])
  })
})

describe('the water of a segment', () => {
  const station = async (name: string, chainage: number, given: Json = {}) => {
    const [longitude, latitude] = await placeOf(test.database, chainage / 1000, 0.5)
    const [row] = await test.database.query<{ id: number }>(sql`
      insert into monitoring_stations (name, kind, river_name, chainage_m, geom, water_class, sampled_on, dissolved_oxygen_mg_l, ammonia_nitrogen_mg_l)
      values (${name}, 'section', '方河', ${chainage}::float8, ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326),
        ${given.water_class ?? null}, ${given.sampled_on ?? null}::text::date, ${given.oxygen ?? null}::float8, ${given.ammonia ?? null}::float8)
      returning id`)
    return row!.id
  }
  const water = async (id: number) => (await detail(id)).water

  it('is told by a station in it, else by the next below, else by one above; its class is computed, never believed', async () => {
    await test.database.query(sql`update river_segments set water_class_target = 'III'`)
    expect(await water(town.west)).toMatchObject({ state: 'unknown', station: null, where: null })
    const below = await station('下断面', 1500, { water_class: 'I', sampled_on: dayBefore(20), oxygen: 8, ammonia: 1.2 })
    expect(await water(town.west)).toMatchObject({
      state: 'missed',
      water_class: 'IV',
      target: 'III',
      deciding: ['ammonia_nitrogen_mg_l'],
      station: { id: below, name: '下断面' },
      where: 'below',
      sampled_on: dayBefore(20),
      age_days: 20,
    })
    expect((await water(town.east)).where).toBe('in')
    const inside = await station('上断面', 200, { oxygen: 6.5, sampled_on: dayBefore(30) })
    expect(await water(town.west)).toMatchObject({ state: 'met', water_class: 'II', where: 'in', station: { id: inside } })
    expect(idsOf(await list('state=water_missed'))).toEqual([town.east])
    const { stations } = await test.json(`/api/rivers/${town.river}/strip?level=town`, town.office)
    expect(stations.map(({ chainage_m, water_class }: Json) => [chainage_m, water_class])).toEqual([
      [200, 'II'],
      [1500, 'IV'],
    ])
    const sample = { sampled_on: dayBefore(0), source: '县环境监测站', dissolved_oxygen_mg_l: 8, total_phosphorus_mg_l: 0.45 }
    const entered = await test.send('POST', `/api/rivers/stations/${inside}/samples`, sample, town.office)
    expect(entered.status).toBe(201)
    expect(await water(town.west)).toMatchObject({ water_class: 'beyond_V', sampled_on: dayBefore(0), source: '县环境监测站' })
  })
})

describe('the strip of a river', () => {
  it('runs down the river, with how each segment stands on a level', async () => {
    await handedIn(test, await aPatrol(test, town.east, { through: [1, 2] }), town.chiefs.east)
    const strip = await test.json(`/api/rivers/${town.river}/strip?level=village`, town.office)
    expect(strip).toMatchObject({ river_id: town.river, river_name: '方河' })
    expect(strip.segments.map(({ id, patrol }: Json) => [id, patrol.state])).toEqual([
      [town.west, 'never'],
      [town.east, 'ok'],
    ])
    expect((await codeOf(await test.get('/api/rivers/999999/strip')))[1]).toBe('river_not_found')
    const elsewhere = await test.signIn([{ role: 'viewer', territory_code: '411825999' }])
    expect((await codeOf(await test.get(`/api/rivers/${town.river}/strip`, elsewhere)))[1]).toBe('river_not_found')
  })
})

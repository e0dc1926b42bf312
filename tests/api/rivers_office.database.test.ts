// What the river office keeps: rules of patrols, samples of water, signboards, and the month's figures.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { addDays, periodOf } from '#geodata/rivers/calendar.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { EAST, TOWN, WEST } from '../helpers/damage.ts'
import { asOwner } from '../helpers/database.ts'
import { problemOf } from '../helpers/problems.ts'
import { aPatrol, dayBefore, endTerm, handedIn, type RiverTown, resetRivers, storeRiverTown } from '../helpers/rivers.ts'
import { assign, placeOf, storePerson } from '../helpers/square_town.ts'

let test: TestApp
let town: RiverTown

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

describe('a rule of patrols', () => {
  const rules = async () => (await test.json('/api/rivers/patrol-rules', town.office)).rules as Json[]
  const local = {
    ...{ level: 'village', territory_code: WEST, period: 'week', times: 2, minimum_minutes: 1, minimum_m: 100 },
    ...{ minimum_cover_percent: 10, minimum_hours_apart: 0, corridor_m: 50, maximum_speed_m_s: 5, maximum_pause_s: 120 },
    ...{ source: '本村规定', edition: '2026' },
  }
  const change = (rule: Json, body: Json, headers = town.office, version = rule.version) =>
    test.send('PUT', `/api/rivers/patrol-rules/${rule.id}`, body, { ...headers, 'if-match': `"${version}"` })

  it('of the smallest territory holds there, from its day on', async () => {
    const added = await test.send('POST', '/api/rivers/patrol-rules', { ...local, valid_from: dayBefore(0) }, town.office)
    expect(added.status, await added.clone().text()).toBe(201)
    const rule = (await added.json()) as Json
    const of = async (id: number) => (await test.json(`/api/rivers/segments/${id}`, town.office)).rules.at(-1).id
    expect(await of(town.west)).toBe(rule.id)
    expect(await of(town.east)).not.toBe(rule.id)
    const short = await aPatrol(test, town.west, { through: [0, 0.2] })
    expect(await handedIn(test, short, town.chiefs.west)).toMatchObject({ is_valid: true })
    const again = await test.send('POST', '/api/rivers/patrol-rules', { ...local, valid_from: dayBefore(0) }, town.office)
    expect(await codeOf(again)).toEqual([409, 'patrol_rule_exists', 'territory_code'])

    const changed = await change(rule, { times: 3, valid_from: dayBefore(-7) })
    expect(changed.status, await changed.clone().text()).toBe(200)
    const next = (await changed.json()) as Json
    expect(next).toMatchObject({
      level: 'village',
      territory_code: WEST,
      times: 3,
      minimum_m: 100,
      valid_from: dayBefore(-7),
      valid_to: null,
    })
    expect((await rules()).find(({ id }) => id === rule.id)).toMatchObject({ times: 2, valid_to: dayBefore(-7), version: 2 })
    expect(await codeOf(await change({ ...rule, version: 2 }, { times: 4, valid_from: dayBefore(-9) }))).toEqual([
      409,
      'patrol_rule_ended',
      undefined,
    ])
    const corrected = (await (await change(next, { times: 1, valid_from: dayBefore(-7) })).json()) as Json
    expect([corrected.id, corrected.times, corrected.version]).toEqual([next.id, 1, 2])
  })

  it('is changed from the version that was seen, never for days that have been, and where one may', async () => {
    const [country] = await rules()
    const mine = { ...local, territory_code: EAST, valid_from: dayBefore(0) }
    const rule = (await (await test.send('POST', '/api/rivers/patrol-rules', mine, town.office)).json()) as Json
    expect(await codeOf(await change(country!, { times: 2, valid_from: dayBefore(-1) }))).toEqual([
      403,
      'outside_territory',
      undefined,
    ])
    expect(await codeOf(await change(rule, { times: 2, valid_from: dayBefore(-1) }, town.office, 9))).toEqual([
      412,
      'version_conflict',
      undefined,
    ])
    expect(await codeOf(await change(rule, { times: 2, valid_from: dayBefore(3) }))).toEqual([
      422,
      'patrol_rule_day_invalid',
      'valid_from',
    ])
    expect(await codeOf(await change(rule, { times: 0, valid_from: dayBefore(-1) }))).toEqual([422, 'body_invalid', 'times'])
    expect(await codeOf(await change(rule, { valid_from: 'x' }))).toEqual([422, 'body_invalid', 'valid_from'])
    expect((await codeOf(await change(rule, { times: 2, valid_from: dayBefore(-1) }, town.chiefs.west)))[1]).toBe('right_missing')
    const elsewhere = { ...local, territory_code: '411899', valid_from: dayBefore(0) }
    expect((await codeOf(await test.send('POST', '/api/rivers/patrol-rules', elsewhere, town.office)))[1]).toBe(
      'outside_territory',
    )
    expect((await codeOf(await test.send('PUT', `/api/rivers/patrol-rules/${rule.id}`, {}, town.office)))[1]).toBe(
      'if_match_required',
    )
  })
})

describe('a sample of water', () => {
  it('is kept once for a station and day, with the class that it makes', async () => {
    const [longitude, latitude] = await placeOf(test.database, 0.5, 0.5)
    const [station] = await test.database.query<{ id: number }>(sql`
      insert into monitoring_stations (name, kind, geom) values ('站', 'section', ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326))
      returning id`)
    const path = `/api/rivers/stations/${station!.id}/samples`
    const sample = { sampled_on: dayBefore(1), source: '监测站', cod_mg_l: 21, dissolved_oxygen_mg_l: 9 }
    const sent = await test.send('POST', path, sample, town.office)
    expect([sent.status, await sent.json()]).toMatchObject([201, { water_class: 'IV', deciding: ['cod_mg_l'] }])
    expect(await codeOf(await test.send('POST', path, sample, town.office))).toEqual([409, 'water_sample_exists', 'sampled_on'])
    const told = await test.json(path, town.chiefs.west)
    expect(told).toMatchObject({ station: { name: '站' }, samples: [{ sampled_on: dayBefore(1), water_class: 'IV' }] })
    expect(told.samples[0].missing).toContain('total_phosphorus_mg_l')

    const wrong: [Json, string, string][] = [
      [{ ...sample, sampled_on: dayBefore(-1) }, 'water_sample_in_future', 'sampled_on'],
      [{ sampled_on: dayBefore(2), source: '监测站' }, 'water_sample_empty', 'dissolved_oxygen_mg_l'],
      [{ ...sample, cod_mg_l: -1 }, 'body_invalid', 'cod_mg_l'],
      [{ ...sample, source: '' }, 'body_invalid', 'source'],
      [{ ...sample, water_class: 'I' }, 'body_invalid', 'water_class'],
    ]
    for (const [body, code, field] of wrong)
      expect(await codeOf(await test.send('POST', path, body, town.office))).toEqual([422, code, field])
    expect((await codeOf(await test.send('POST', path, sample, town.chiefs.west)))[1]).toBe('right_missing')
    const elsewhere = await test.signIn([{ role: 'river_office', territory_code: '411825999' }])
    expect((await codeOf(await test.send('POST', path, sample, elsewhere)))[1]).toBe('outside_territory')
    expect((await codeOf(await test.get('/api/rivers/stations/99999/samples')))[1]).toBe('record_not_found')
  })
})

describe('a signboard', () => {
  const boards = (query = '', headers = town.office) => test.json(`/api/rivers/signboards?${query}`, headers)
  const update = (id: number, updated_on: string, headers = town.office) =>
    test.send('PUT', `/api/rivers/segments/${id}/signboard`, { updated_on }, headers)
  const state = async () => (await boards('state=all')).boards.find(({ id }: Json) => id === town.west).signboard

  it('is due as soon as a chief changes, within fifteen days, until it is said to be updated', async () => {
    for (const id of [town.west, town.east]) expect((await update(id, dayBefore(30))).status).toBe(200)
    expect((await boards()).total).toBe(0)
    await endTerm(test, town.people.west, dayBefore(20))
    expect((await boards()).boards).toMatchObject([
      {
        id: town.west,
        signboard: { updated_on: dayBefore(30), changed_on: dayBefore(20), due_on: dayBefore(5), overdue_days: 5 },
      },
    ])
    const next = await storePerson(test.database, '新河长', { territory_code: WEST })
    const given = { layer: 'river_segments', object_id: town.west, role: 'river_chief_village', person_id: next }
    await assign(test.database, { ...given, from: dayBefore(10) })
    expect(await state()).toEqual({ updated_on: dayBefore(30), changed_on: dayBefore(10), due_on: dayBefore(5), overdue_days: 5 })
    const [board] = (await boards()).boards
    expect(board.chiefs.map(({ person }: Json) => person.name)).toEqual(['县河长', '镇河长', '新河长'])
    const told = (await (await update(town.west, dayBefore(1))).json()) as Json
    expect(told).toEqual({ updated_on: dayBefore(1), changed_on: null, due_on: null, overdue_days: 0 })
    expect((await test.json(`/api/rivers/segments/${town.west}`, town.office)).signboard).toEqual(told)
  })

  it('needs nothing where the same chief goes on, and of a change that is still to come', async () => {
    await update(town.west, dayBefore(30))
    await endTerm(test, town.people.west, dayBefore(10))
    const given = { layer: 'river_segments', object_id: town.west, role: 'river_chief_village', person_id: town.people.west }
    await assign(test.database, { ...given, from: dayBefore(10), to: dayBefore(-10) })
    expect(await state()).toMatchObject({ changed_on: null, due_on: null })
  })

  it('of which nobody said anything is due since its chiefs came', async () => {
    expect((await boards()).total).toBe(2)
    expect(await state()).toMatchObject({ updated_on: null, changed_on: '2025-01-01', due_on: '2025-01-16' })
  })

  it('is updated by the office of its territory, and not tomorrow', async () => {
    expect(await codeOf(await update(town.west, dayBefore(-1)))).toEqual([422, 'signboard_in_future', 'updated_on'])
    expect((await codeOf(await update(town.west, dayBefore(1), town.chiefs.west)))[1]).toBe('right_missing')
    const elsewhere = await test.signIn([{ role: 'river_office', territory_code: '411825999' }])
    expect((await codeOf(await update(town.west, dayBefore(1), elsewhere)))[1]).toBe('outside_territory')
    expect((await codeOf(await update(99_999, dayBefore(1))))[1]).toBe('segment_not_found')
    expect((await boards('', elsewhere)).total).toBe(0)
    expect((await boards('territory=411899&state=all')).total).toBe(0)
  })
})

describe('the month', () => {
  /** A month that is over, with four or five Sundays in it. */
  const month = addDays(`${dayBefore(0).slice(0, 7)}-01`, -1).slice(0, 7)
  const { first, last } = periodOf(`${month}-01`, 'month')
  const sundays: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) if (new Date(day).getUTCDay() === 0) sundays.push(day)
  const months = (query = '', headers = town.office) => test.json(`/api/rivers/month?month=${month}&${query}`, headers)
  const store = (segment: number, level: string, day: string, { valid = true, stretch = null as [number, number] | null } = {}) =>
    asOwner(test.database, (transaction) =>
      transaction.query(sql`
        insert into patrols (client_id, digest, segment_id, level, account_name, rule_id, from_m, to_m, started_at, ended_at, clock_state, points, minutes,
          walked_m, covered_m, covered_percent, covered, gaps, flags, shortfalls, is_valid)
        select gen_random_uuid(), '', ${segment}::integer, ${level}, '', min(id), ${stretch?.[0] ?? null}::float8, ${stretch?.[1] ?? null}::float8,
          ${`${day}T09:00:00+08:00`}::timestamptz, ${`${day}T09:30:00+08:00`}::timestamptz, 'right', 0, 30, 1000, 1000, 100, '[]', '[]', '[]', '[]', ${valid}
        from patrol_rules`),
    )

  it('owes a patrol for each week that ends in it, and counts no more than owed', async () => {
    const [one, two] = sundays as [string, string]
    await store(town.west, 'village', one)
    await store(town.west, 'village', addDays(one, -6))
    await store(town.west, 'village', two, { valid: false })
    await store(town.west, 'town', two)
    const { total, rows } = await months('by=village&level=village')
    expect(total).toMatchObject({ segments: 2, patrols_owed: 2 * sundays.length, patrols_made: 1 })
    expect(
      rows.map(({ key, name, patrols_owed, patrols_made, rank }: Json) => [key, name, patrols_owed, patrols_made, rank]),
    ).toEqual([
      [WEST, `区${WEST}`, sundays.length, 1, 1],
      [EAST, `区${EAST}`, sundays.length, 0, 2],
    ])
    const ofTown = await months('level=town')
    expect(ofTown.rows).toMatchObject([{ key: TOWN, segments: 2, patrols_owed: 2, patrols_made: 1, patrol_rate: 0.5, rank: 1 }])
  })

  it('owes the quarter in its last month alone', async () => {
    const { total } = await months('level=county')
    expect(total.patrols_owed).toBe(Number(month.slice(5)) % 3 === 0 ? 2 : 0)
  })

  it('is owed by who was chief when each week ended, told chief by chief, with equal ranks for equal figures', async () => {
    const [one] = sundays as [string]
    await endTerm(test, town.people.west, addDays(one, 1))
    const next = await storePerson(test.database, '接任', { territory_code: WEST })
    const given = { layer: 'river_segments', object_id: town.west, role: 'river_chief_village', person_id: next }
    await assign(test.database, { ...given, from: addDays(one, 1) })
    const { rows } = await months('by=chief&level=village')
    expect(new Map(rows.map(({ name, patrols_owed, rank }: Json) => [name, [patrols_owed, rank]]))).toEqual(
      new Map([
        ['西河长', [1, 1]],
        ['东河长', [sundays.length, 1]],
        ['接任', [sundays.length - 1, 1]],
      ]),
    )
    await store(town.east, 'village', one)
    const ranks = (await months('by=chief&level=village')).rows.map(({ rank }: Json) => rank)
    expect(ranks).toEqual([1, 2, 2])
  })

  it('with a stretch of nobody, or of a second chief, tells each for itself', async () => {
    await asOwner(test.database, (transaction) =>
      transaction.query(sql`delete from assignments where person_id = ${town.people.west}::integer`),
    )
    const nobody = (await months('by=chief&level=village')).rows.find(({ key }: Json) => key === null)
    expect(nobody).toMatchObject({ name: null, patrols_owed: sundays.length, rank: null })
    const given = { layer: 'river_segments', object_id: town.west, role: 'river_chief_village' }
    await assign(test.database, { ...given, person_id: town.people.west, stretch: [0, 500] })
    await assign(test.database, { ...given, person_id: town.people.east, stretch: [500, 1000] })
    await store(town.west, 'village', sundays[0]!, { stretch: [0, 500] })
    const rows = (await months('by=chief&level=village')).rows as Json[]
    expect(rows.map(({ name, segments, patrols_owed, patrols_made }) => [name, segments, patrols_owed, patrols_made])).toEqual([
      ['西河长', 1, sundays.length, 1],
      ['东河长', 2, 2 * sundays.length, 0],
    ])
  })

  it('counts the cases that were filed in it on those segments, as they stood at its end', async () => {
    const filed = (segment: number, chainage: number, closed: string | null, due: string) =>
      asOwner(test.database, (transaction) =>
        transaction.query(sql`
          with place as (
            insert into case_places (community_code, community_name, grids, digest) values (${WEST}, '', '[]', gen_random_uuid()::text) returning id
          )
          insert into cases (number, client_id, digest, kind_id, source, geom, place_id, community_code, segment_id, chainage_m, account_name, noted_at,
            found_at, stage, filed_at, closing_due_at, closed_at)
          select gen_random_uuid()::text, gen_random_uuid(), '', (select min(id) from case_kinds), 'river_patrol', ST_SetSRID(ST_MakePoint(113, 35), 4326),
            place.id, ${WEST}, ${segment}::integer, ${chainage}::float8, '', now(), now(), ${closed ? 'closed' : 'handling'},
            ${`${first}T10:00:00+08:00`}::timestamptz, ${`${due}T10:00:00+08:00`}::timestamptz, ${closed && `${closed}T10:00:00+08:00`}::timestamptz
          from place`),
      )
    await filed(town.west, 100, addDays(first, 2), addDays(first, 3))
    await filed(town.west, 900, addDays(first, 5), addDays(first, 3))
    await filed(town.west, 1000, addDays(last, 3), addDays(last, 9))
    await filed(town.east, 1500, null, addDays(first, 3))
    const { total, rows } = await months('by=village')
    expect(total).toMatchObject({ filed: 4, due: 3, closed: 2, closed_on_time: 1 })
    expect(rows.find(({ key }: Json) => key === WEST)).toMatchObject({
      filed: 3,
      due: 2,
      closed: 2,
      closing_rate: 1,
      on_time_rate: 0.5,
      rank: 1,
    })
    expect(rows.find(({ key }: Json) => key === EAST)).toMatchObject({ filed: 1, due: 1, closed: 0, closing_rate: 0, rank: 2 })
    await asOwner(test.database, (transaction) =>
      transaction.query(sql`delete from assignments where person_id = ${town.people.west}::integer`),
    )
    const given = { layer: 'river_segments', object_id: town.west, role: 'river_chief_village' }
    await assign(test.database, { ...given, person_id: town.people.west, stretch: [0, 500] })
    await assign(test.database, { ...given, person_id: town.people.town, stretch: [500, 1000] })
    const chiefs = (await months('by=chief')).rows as Json[]
    expect(new Map(chiefs.map((row) => [row.name, row.filed]))).toEqual(
      new Map([
        ['西河长', 1],
        ['镇河长', 2],
        ['东河长', 1],
      ]),
    )
  })

  it('is of a territory, of where one may see, and not to come', async () => {
    expect((await months(`territory=${EAST}&by=village`)).rows.map(({ key }: Json) => key)).toEqual([EAST])
    const elsewhere = await test.signIn([{ role: 'viewer', territory_code: '411825999' }])
    expect((await months('', elsewhere)).rows).toEqual([])
    expect(await codeOf(await test.get('/api/rivers/month?month=2999-01'))).toEqual([400, 'month_invalid', 'month'])
    expect(await codeOf(await test.get('/api/rivers/month?month=2026-13'))).toEqual([400, 'month_invalid', 'month'])
    expect(await codeOf(await test.get('/api/rivers/month?by=river'))).toEqual([400, 'filter_not_choice', 'by'])
  })
})

// Patrols through HTTP: each counted once, matched to the river by the server, judged by the rule, and none of them lost.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { EAST, WEST } from '../helpers/damage.ts'
import { openEvents } from '../helpers/event_stream.ts'
import { problemOf } from '../helpers/problems.ts'
import {
  aPatrol,
  dayBefore,
  endTerm,
  handedIn,
  handIn,
  type RiverTown,
  resetRivers,
  storeRiverTown,
  walk,
} from '../helpers/rivers.ts'
import { assign, storePerson } from '../helpers/square_town.ts'

/*
 *   km 0           1           2
 *      +~~~west~~~>+~~~east~~~>      y = 0.5; chainage 0, 1000, 2000 m
 */
let test: TestApp
let town: RiverTown

beforeAll(async () => {
  test = await startApp({ demo: false })
  town = await storeRiverTown(test)
})
beforeEach(() => resetRivers(test, town))
afterAll(() => test?.close())

const HOUR = 3_600_000
const DAY = 24 * HOUR
const codeOf = async (response: Response) => {
  const { code, field } = await problemOf(response)
  return [response.status, code, field]
}
const stored = async () => (await test.json('/api/rivers/patrols', town.office)).total

describe('a patrol', () => {
  it('of the whole segment is told with what was walked, and meets the rule', async () => {
    const { west } = town.chiefs
    const patrol = await handedIn(test, await aPatrol(test, town.west, { through: [0, 1] }), west)
    expect(patrol).toMatchObject({
      segment_id: town.west,
      segment_name: '方河1段',
      level: 'village',
      person: { id: town.people.west, name: '西河长' },
      is_valid: true,
      shortfalls: [],
      gaps: [],
      clock_state: 'right',
      mine: true,
    })
    expect(patrol.covered_percent).toBeGreaterThan(97)
    expect(patrol.walked_m).toBeGreaterThan(950)
    expect(patrol.minutes).toBeCloseTo(13.8, 0)
    const told = await test.json(`/api/rivers/patrols/${patrol.id}`, town.office)
    expect(told.mine).toBe(false)
    expect(told.track).toHaveLength(patrol.points)
    expect(told.track[1]![2]).toBe(10)
  })

  it('with a gap names it, and needs a reason only where the rule is not met', async () => {
    const { west } = town.chiefs
    const most = await handedIn(test, await aPatrol(test, town.west, { through: [0, 0.7] }), west)
    expect(most.gaps).toEqual([{ from_m: expect.closeTo(700, -1), to_m: 1000 }])
    expect([most.is_valid, most.reason]).toEqual([true, null])
  })

  it('that falls short is refused without a reason, told with what is missing, and stored with one as not valid', async () => {
    const { west } = town.chiefs
    const body = await aPatrol(test, town.west, { through: [0, 0.4] })
    const refused = await handIn(test, body, west)
    const problem = (await problemOf(refused.clone())) as Json
    expect([refused.status, problem.code, problem.field]).toEqual([422, 'patrol_reason_missing', 'reason'])
    expect(problem.patrol).toMatchObject({ id: 0, is_valid: false, shortfalls: [{ code: 'cover', wanted: 60 }] })
    expect(await stored()).toBe(0)
    const kept = await handedIn(test, { ...body, reason: '桥下施工，过不去' }, west)
    expect(kept).toMatchObject({ is_valid: false, reason: '桥下施工，过不去' })
    expect(await stored()).toBe(1)
  })

  it('of nothing at all is kept with its reason: beside the river, or without a single position', async () => {
    const { west } = town.chiefs
    const away = await aPatrol(test, town.west, { through: [0, 1], beside: 0.4 }, { reason: '绕行村道' })
    expect(await handedIn(test, away, west)).toMatchObject({ covered_m: 0, covered_percent: 0, is_valid: false })
    const blind = await aPatrol(test, town.west, { through: [0, 1] }, { track: [], reason: '手机没有定位' })
    const kept = await handedIn(test, blind, west)
    expect(kept).toMatchObject({ points: 0, covered: [], is_valid: false })
    expect((await test.json(`/api/rivers/patrols/${kept.id}`, west)).track).toEqual([])
  })

  it('handed in twice counts once, one after the other and in parallel', async () => {
    const { west } = town.chiefs
    const body = await aPatrol(test, town.west, { through: [0, 1] })
    const first = await handedIn(test, body, west)
    const again = await handIn(test, { ...body, sent_at: new Date(Date.now() + 5000).toISOString() }, west)
    expect([again.status, ((await again.json()) as Json).id]).toEqual([200, first.id])
    const other = await aPatrol(test, town.west, { through: [0, 1], ended: Date.now() - 2 * DAY })
    const answers = await Promise.all(Array.from({ length: 6 }, () => handIn(test, other, west)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201])
    const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as Json).id))
    expect(new Set(ids).size).toBe(1)
    expect(await stored()).toBe(2)
  })

  it('under the identifier of another is refused, whoever sends it', async () => {
    const body = await aPatrol(test, town.west, { through: [0, 1] })
    await handedIn(test, body, town.chiefs.west)
    const taken = [409, 'patrol_client_id_taken', 'client_id']
    expect(await codeOf(await handIn(test, { ...body, remark: '他' }, town.chiefs.west))).toEqual(taken)
    expect(await codeOf(await handIn(test, { ...body, segment_id: town.east }, town.chiefs.east))).toEqual(taken)
  })

  it('is rehearsed without being stored', async () => {
    const body = await aPatrol(test, town.west, { through: [0, 0.4] })
    const said = await test.send('POST', '/api/rivers/patrols/rehearsal', body, town.chiefs.west)
    expect([said.status, ((await said.json()) as Json).shortfalls[0].code]).toEqual([200, 'cover'])
    expect(await stored()).toBe(0)
  })

  it('too soon after the one before is not valid, also where it was walked first and sent last', async () => {
    const { west } = town.chiefs
    await handedIn(test, await aPatrol(test, town.west, { through: [0, 1], ended: Date.now() - 10 * HOUR }), west)
    const soon = await aPatrol(test, town.west, { through: [0, 1] }, { reason: '再走一遍' })
    expect(await handedIn(test, soon, west)).toMatchObject({ is_valid: false, shortfalls: [{ code: 'apart', wanted: 24 }] })
    const early = await aPatrol(test, town.west, { through: [0, 1], ended: Date.now() - 20 * HOUR }, { reason: '昨天没有网络' })
    expect((await handedIn(test, early, west)).shortfalls.map(({ code }: Json) => code)).toEqual(['apart'])
  })

  it('is told to every open console by itself', async () => {
    const stream = await openEvents(test.url, town.office)
    const told = stream.events.length
    await handedIn(test, await aPatrol(test, town.west, { through: [0, 1] }), town.chiefs.west)
    await stream.wait((each) => 'patrols' in each, told)
    stream.close()
  })
})

describe('a chief', () => {
  it('hands in what is his: not the segment of another, not on another level', async () => {
    const not = [403, 'not_your_segment', 'segment_id']
    const { west, town: ofTown } = town.chiefs
    expect(await codeOf(await handIn(test, await aPatrol(test, town.east, { through: [1, 2] }), west))).toEqual(not)
    const levelled = await aPatrol(test, town.west, { through: [0, 1] }, { level: 'town' })
    expect(await codeOf(await handIn(test, levelled, west))).toEqual(not)
    expect(await handedIn(test, { ...levelled, reason: '不足 2 公里' }, ofTown)).toMatchObject({ level: 'town' })
    const nobody = await test.signIn([{ role: 'river_chief', territory_code: WEST }])
    expect(await codeOf(await handIn(test, await aPatrol(test, town.west, { through: [0, 1] }), nobody))).toEqual(not)
    expect((await codeOf(await handIn(test, await aPatrol(test, town.west, { through: [0, 1] }), town.office)))[1]).toBe(
      'right_missing',
    )
  })

  it('of the river as a whole is one of each of its segments', async () => {
    const body = await aPatrol(test, town.east, { through: [2, 1] }, { level: 'county', reason: '不足 2 公里' })
    expect(await handedIn(test, body, town.chiefs.county)).toMatchObject({ level: 'county', segment_id: town.east })
  })

  it('whose term ended yesterday is told so; what he walked while it ran is taken', async () => {
    await endTerm(test, town.people.west, dayBefore(1))
    const late = await handIn(test, await aPatrol(test, town.west, { through: [0, 1] }), town.chiefs.west)
    const { code, detail } = await problemOf(late)
    expect([late.status, code]).toEqual([403, 'not_your_segment'])
    expect(detail).toContain(dayBefore(2))
    const during = await aPatrol(test, town.west, { through: [0, 1], ended: Date.parse(`${dayBefore(2)}T02:00:00Z`) })
    expect(await handedIn(test, during, town.chiefs.west)).toMatchObject({ is_valid: true })
  })

  it('whose term begins tomorrow is told so', async () => {
    const later = await storePerson(test.database, '新河长', { territory_code: WEST })
    await endTerm(test, town.people.west, dayBefore(-1))
    const given = { layer: 'river_segments', object_id: town.west, role: 'river_chief_village' }
    await assign(test.database, { ...given, person_id: later, from: dayBefore(-1) })
    const account = await test.signIn([{ role: 'river_chief', territory_code: WEST }], { person_id: later })
    const { detail } = await problemOf(await handIn(test, await aPatrol(test, town.west, { through: [0, 1] }), account))
    expect(detail).toContain(dayBefore(-1))
  })

  it('of a stretch owes that stretch, not the rest of the segment', async () => {
    await test.database.query(sql`delete from assignments where person_id = ${town.people.west}::integer`)
    const second = await storePerson(test.database, '另一河长', { territory_code: WEST })
    const given = { layer: 'river_segments', object_id: town.west, role: 'river_chief_village' }
    await assign(test.database, { ...given, person_id: town.people.west, stretch: [0, 400] })
    await assign(test.database, { ...given, person_id: second, stretch: [400, 1000] })
    const patrol = await handedIn(test, await aPatrol(test, town.west, { through: [0, 0.4, 0] }), town.chiefs.west)
    expect(patrol).toMatchObject({ is_valid: true, covered_percent: expect.closeTo(100, -1) })
    const { patrols } = await test.json(`/api/rivers/segments/${town.west}`, town.office)
    expect(patrols.find(({ level }: Json) => level === 'village').state).toBe('never')
    const mine = await test.json('/api/rivers/segments?mine=true', town.chiefs.west)
    expect(mine.segments[0].patrol).toMatchObject({ state: 'ok', days_since: 0 })
  })
})

describe('a clock', () => {
  it('that was wrong is corrected by what it said at sending, the day of the patrol too', async () => {
    await endTerm(test, town.people.west, dayBefore(1))
    const ended = Date.parse('1970-01-01T08:00:00Z')
    const body = await aPatrol(test, town.west, { through: [0, 1], ended }, { sent_at: new Date(ended + 3 * DAY).toISOString() })
    const patrol = await handedIn(test, body, town.chiefs.west)
    expect(patrol.clock_state).toBe('corrected')
    expect(Date.parse(patrol.received_at) - Date.parse(patrol.ended_at)).toBeCloseTo(3 * DAY, -4)
  })

  it('of no use dates a patrol by its arrival', async () => {
    const body = await aPatrol(test, town.west, { through: [0, 1], ended: Date.parse('2099-01-01T00:00:00Z') }, { sent_at: null })
    const patrol = await handedIn(test, body, town.chiefs.west)
    expect([patrol.clock_state, patrol.ended_at]).toEqual(['implausible', patrol.received_at])
  })
})

describe('a track', () => {
  it('with jumps, times that go back and a position of another day is taken, and what can not be is flagged', async () => {
    const { track, ...times } = await walk(test, { through: [0, 1] })
    const odd = track.map(([x, y, at, accuracy], i): unknown => {
      if (i === 20) return [x + 0.3, y, at, accuracy]
      if (i === 30) return [x, y, at - 60_000, accuracy]
      return i === 40 ? [x, y, 0, accuracy] : [x, y, at, accuracy]
    })
    const body = {
      client_id: randomUUID(),
      segment_id: town.west,
      level: 'village',
      track: odd,
      ...times,
      sent_at: new Date().toISOString(),
    }
    const patrol = await handedIn(test, body, town.chiefs.west)
    const flags = Object.fromEntries(patrol.flags.map(({ code, times: count }: Json) => [code, count]))
    expect(flags).toMatchObject({ jump: 1, time_backwards: 2 })
    expect(patrol.covered_percent).toBeGreaterThan(90)
  })

  it('of somebody who drove is flagged and covers nothing', async () => {
    const driven = { through: [0, 1], metresPerSecond: 20, secondsApart: 2 }
    const patrol = await handedIn(test, await aPatrol(test, town.west, driven, { reason: '乘车' }), town.chiefs.west)
    expect(patrol.flags.map(({ code }: Json) => code)).toContain('implausible_speed')
    expect([patrol.covered_m, patrol.is_valid]).toEqual([0, false])
  })

  it('of 100,000 positions, of two days, or of what are none is refused with the reason', async () => {
    const given = await aPatrol(test, town.west, { through: [0, 1] })
    const many = Array.from({ length: 100_000 }, (_, i) => [113, 35, Date.parse(given.started_at) + i, 5])
    const refusals: [Json, string][] = [
      [{ track: many }, 'patrol_track_too_many_points'],
      [{ started_at: new Date(Date.parse(given.ended_at) - 2 * DAY).toISOString() }, 'patrol_track_too_long_a_time'],
      [{ track: 'x' }, 'patrol_track_invalid'],
      [
        {
          track: [
            [113, 35],
            [113, 35],
          ],
        },
        'patrol_track_invalid',
      ],
      [{ track: [given.track[0], [200, 35, given.track[1][2], 5]] }, 'patrol_track_invalid'],
      [{ track: [given.track[0], ['113', 35, given.track[1][2], 5]] }, 'patrol_track_invalid'],
    ]
    for (const [wrong, code] of refusals)
      expect((await codeOf(await handIn(test, { ...given, ...wrong }, town.chiefs.west)))[1]).toBe(code)
    expect(await stored()).toBe(0)
  })
})

describe('what is handed in', () => {
  it('with something wrong is refused by name', async () => {
    const given = await aPatrol(test, town.west, { through: [0, 1] })
    const wrong: [string, Json, string][] = [
      ['client_id', { client_id: 'x' }, 'body_invalid'],
      ['level', { level: 'province' }, 'body_invalid'],
      ['ended_at', { ended_at: '2020-01-01T00:00:00Z' }, 'body_invalid'],
      ['started_at', { started_at: '2026-03-03' }, 'moment_invalid'],
      ['reason', { reason: 'a\u0000b' }, 'body_invalid'],
      ['something', { something: 1 }, 'body_invalid'],
      ['segment_id', { segment_id: 999_999 }, 'segment_unknown'],
    ]
    for (const [field, change, code] of wrong)
      expect(await codeOf(await handIn(test, { ...given, ...change }, town.chiefs.west))).toEqual([422, code, field])
  })

  it('is never changed or taken away', async () => {
    const { id } = await handedIn(test, await aPatrol(test, town.west, { through: [0, 1] }), town.chiefs.west)
    await expect(test.database.query(sql`update patrols set is_valid = false where id = ${id}::integer`)).rejects.toThrow()
    await expect(test.database.query(sql`delete from patrols where id = ${id}::integer`)).rejects.toThrow()
  })
})

describe('the list of patrols', () => {
  it('is filtered by segment, person, level, days and whether they count, and seen where one may see', async () => {
    const two = Date.now() - 2 * DAY
    await handedIn(test, await aPatrol(test, town.west, { through: [0, 1], ended: two }), town.chiefs.west)
    await handedIn(test, await aPatrol(test, town.west, { through: [0, 0.2] }, { reason: '下雨' }), town.chiefs.west)
    const east = await handedIn(test, await aPatrol(test, town.east, { through: [1, 2] }), town.chiefs.east)
    const total = async (query: string, headers = town.office) => (await test.json(`/api/rivers/patrols?${query}`, headers)).total
    expect(await total('')).toBe(3)
    expect(await total(`segment=${town.west}`)).toBe(2)
    expect(await total(`person=${town.people.east}`)).toBe(1)
    expect(await total('level=town')).toBe(0)
    expect(await total('valid=false')).toBe(1)
    expect(await total(`to=${dayBefore(1)}`)).toBe(1)
    expect(await total(`from=${dayBefore(0)}&to=${dayBefore(0)}`)).toBe(2)
    expect(await total(`territory=${EAST}`)).toBe(1)
    const [{ organisation_id }] = await test.database.query<Json>(
      sql`select organisation_id from people where id = ${town.people.east}::integer`,
    )
    expect([await total(`organisation=${organisation_id}`), await total('organisation=999999')]).toEqual([1, 0])
    expect([await total(`scheme=squares&grid=${EAST}000`), await total(`scheme=squares&grid=${WEST}000`)]).toEqual([1, 2])
    expect(await total(`grid=${'9'.repeat(15)}`)).toBe(0)
    expect((await codeOf(await test.get('/api/rivers/patrols?grid=1')))[1]).toBe('text_invalid')
    expect(await total('mine=true', town.chiefs.west)).toBe(2)
    // The west's account sees the segment that meets its own at the border, and no farther.
    const elsewhere = await test.signIn([{ role: 'viewer', territory_code: '411825999' }])
    expect(await total('', elsewhere)).toBe(0)
    expect(await codeOf(await test.get(`/api/rivers/patrols/${east.id}`, elsewhere))).toEqual([
      403,
      'outside_territory',
      undefined,
    ])
    expect((await codeOf(await test.get('/api/rivers/patrols?level=x')))[1]).toBe('filter_not_choice')
    expect((await codeOf(await test.get('/api/rivers/patrols/999999')))[1]).toBe('record_not_found')
  })
})

// Reports of damage through HTTP: each counted once, in its community, at its time; and who does not report stands out.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { ago, aReport, COUNTY, EAST, openEvent, report, reported, TOWN, WEST } from '../helpers/damage.ts'
import { openEvents } from '../helpers/event_stream.ts'
import { problemOf } from '../helpers/problems.ts'
import { placeOf, storeSquareTown } from '../helpers/square_town.ts'

let test: TestApp
/** A reporter of the western community, and the emergency office of the county. */
let reporter: Record<string, string>
let office: Record<string, string>
let inWest: Json
let inEast: Json
const position = async (x: number, y: number) => {
  const [longitude, latitude] = await placeOf(test.database, x, y)
  return { longitude, latitude }
}

beforeAll(async () => {
  test = await startApp({ demo: false })
  await storeSquareTown(test.database)
  reporter = await test.signIn([{ role: 'reporter', territory_code: WEST }])
  office = await test.signIn([{ role: 'emergency', territory_code: COUNTY }])
  inWest = await position(0.3, 0.3)
  inEast = await position(1.5, 0.7)
})
afterAll(() => test?.close())

const standing = (event: Json, headers?: Record<string, string>) => test.json(`/api/damage/events/${event.id}`, headers)
const codeOf = async (response: Response) => {
  const { code, field } = await problemOf(response)
  return [response.status, code, field]
}
const rowOf = (event: Json, code: string): Json => event.communities.find((each: Json) => each.code === code)

describe('an event', () => {
  it('begins with every community of its area silent, the one with the most people first', async () => {
    const event = await standing(await openEvent(test))
    expect(event.totals).toMatchObject({ communities: 2, silent: 2, reports: 0, zero_reports: 0 })
    expect(event.communities.map(({ silent, last_at }: Json) => [silent, last_at])).toEqual([
      [true, null],
      [true, null],
    ])
    expect(event.areas).toEqual([{ code: COUNTY, name: `区${COUNTY}`, name_en: null }])
  })

  it('of one community expects word from that alone', async () => {
    const event = await standing(await openEvent(test, { area_codes: [EAST] }))
    expect(event.communities.map(({ code }: Json) => code)).toEqual([EAST])
  })

  it.each([
    ['name', { name: '' }, 'body_invalid'],
    ['kind', { kind: 'quake' }, 'body_invalid'],
    ['began_at', { began_at: '2026-03-15' }, 'moment_invalid'],
    ['began_at', { began_at: '2026-02-30T00:00:00Z' }, 'moment_invalid'],
    ['began_at', { began_at: '2099-01-01T00:00:00Z' }, 'event_in_future'],
    ['area_codes', { area_codes: [] }, 'body_invalid'],
    ['area_codes', { area_codes: ['999999'] }, 'event_area_unknown'],
  ])('with a wrong %s is refused: %j', async (field, wrong, code) => {
    const event = { name: '震', kind: 'earthquake', began_at: ago(1), area_codes: [COUNTY], ...wrong }
    expect(await codeOf(await test.send('POST', '/api/damage/events', event))).toEqual([422, code, field])
  })

  it('is opened only where one has the emergency in hand', async () => {
    const event = { name: '震', kind: 'flood', began_at: ago(1), area_codes: [COUNTY] }
    expect(await codeOf(await test.send('POST', '/api/damage/events', event, reporter))).toEqual([
      403,
      'right_missing',
      undefined,
    ])
    const elsewhere = await test.signIn([{ role: 'emergency', territory_code: WEST }])
    expect((await codeOf(await test.send('POST', '/api/damage/events', event, elsewhere)))[1]).toBe('outside_territory')
  })

  it('is changed from the version that was seen, and may be closed and opened again', async () => {
    const event = await openEvent(test)
    const change = (body: Json, version: number) =>
      test.send('PATCH', `/api/damage/events/${event.id}`, body, { 'if-match': `"${version}"` })
    const closed = (await (await change({ closed: true }, event.version)).json()) as Json
    expect(closed.closed_at).not.toBeNull()
    expect(closed.name).toBe(event.name)
    expect((await codeOf(await change({ name: '他' }, event.version)))[1]).toBe('version_conflict')
    const opened = (await (await change({ closed: false, name: '改名' }, closed.version)).json()) as Json
    expect([opened.closed_at, opened.name]).toEqual([null, '改名'])
  })
})

describe('a report', () => {
  it('falls to its community and to the lowest grid of each scheme by its position', async () => {
    const event = await openEvent(test)
    const told = await reported(test, event, aReport({ ...inWest, trapped: 2, text: '墙倒\n两人被困' }), reporter)
    expect(told).toMatchObject({
      community_code: WEST,
      trapped: 2,
      clock_state: 'right',
      mine: true,
      may_correct: true,
      text: '墙倒\n两人被困',
    })
    expect(told.grids).toEqual([{ scheme: 'squares', level: 2, code: `${WEST}100`, name: `格${WEST}100`, name_en: null }])
    const after = await standing(event)
    expect(after.totals).toMatchObject({ communities: 2, silent: 1, reports: 1, severe: 1, trapped: 2 })
    expect(after.towns).toMatchObject([{ code: TOWN, reports: 1, silent: 1 }])
    expect(after.communities.map(({ code, silent }: Json) => [code, silent])).toEqual([
      [EAST, true],
      [WEST, false],
    ])
    const { points } = await test.json(`/api/damage/events/${event.id}/points`)
    expect(points).toMatchObject([{ id: told.id, degree: 'severe', lives: true }])
  })

  it('that nothing is damaged ends the silence without counting as damage', async () => {
    const event = await openEvent(test)
    const zero = { nothing_damaged: true, degree: undefined, kind: undefined, community_code: WEST }
    await reported(test, event, aReport(zero), reporter)
    const { totals, communities } = await standing(event)
    expect(totals).toMatchObject({ silent: 1, reports: 0, zero_reports: 1, intact: 0 })
    expect(rowOf({ communities }, WEST)).toMatchObject({ silent: false, zero_reports: 1 })
  })

  it('sent twice counts once, one after the other and in parallel', async () => {
    const event = await openEvent(test)
    const body = aReport({ ...inWest, injured: 3 })
    const first = await reported(test, event, body, reporter)
    const again = await report(test, event, { ...body, sent_at: new Date().toISOString() }, reporter)
    expect(again.status).toBe(200)
    expect(((await again.json()) as Json).id).toBe(first.id)

    const other = aReport({ ...inWest, injured: 3 })
    const answers = await Promise.all(Array.from({ length: 8 }, () => report(test, event, other, reporter)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201])
    const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as Json).id))
    expect(new Set(ids).size).toBe(1)
    expect((await standing(event)).totals).toMatchObject({ reports: 2, injured: 6 })
  })

  it('under the identifier of another is refused, and the other stays', async () => {
    const event = await openEvent(test)
    const body = aReport(inWest)
    await reported(test, event, body, reporter)
    const taken = [409, 'report_client_id_taken', 'client_id']
    expect(await codeOf(await report(test, event, { ...body, degree: 'slight' }, reporter))).toEqual(taken)
    expect(await codeOf(await report(test, event, body, office))).toEqual(taken)
    expect(await codeOf(await report(test, await openEvent(test), body, reporter))).toEqual(taken)
  })

  it('from outside the territory of who sends it is refused, with a position or without', async () => {
    const event = await openEvent(test)
    expect(await codeOf(await report(test, event, aReport(inEast), reporter))).toEqual([403, 'outside_territory', undefined])
    expect(await codeOf(await report(test, event, aReport({ community_code: EAST }), reporter))).toEqual([
      403,
      'outside_territory',
      undefined,
    ])
    await reported(test, event, aReport(inEast), office)
  })

  it('from beyond the area of the event is taken: damage does not end where somebody drew a border', async () => {
    const event = await openEvent(test, { area_codes: [EAST] })
    await reported(test, event, aReport(inWest), office)
    expect((await standing(event)).communities.map(({ code }: Json) => code)).toEqual([EAST, WEST])
  })

  it('from nowhere, or of a place said twice or not at all, is refused', async () => {
    const event = await openEvent(test)
    const lake = await position(30, 30)
    expect(await codeOf(await report(test, event, aReport(lake)))).toEqual([422, 'report_place_unknown', 'longitude'])
    expect((await codeOf(await report(test, event, aReport({ community_code: '999999999999' }))))[1]).toBe('report_place_unknown')
    const both = { ...aReport(inWest), community_code: WEST }
    expect((await codeOf(await report(test, event, both)))[1]).toBe('report_place_missing')
    const { longitude: _, latitude: __, ...neither } = aReport()
    expect((await codeOf(await report(test, event, neither)))[1]).toBe('report_place_missing')
  })

  it.each([
    ['client_id', { client_id: 'x' }],
    ['degree', { degree: 'bad' }],
    ['kind', { kind: 'tree' }],
    ['dead', { dead: -1 }],
    ['trapped', { trapped: 1e9 }],
    ['latitude', { latitude: 91 }],
    ['text', { text: 'a\u0000b' }],
    ['text', { text: 'x'.repeat(2001) }],
    ['photos', { photos: 10 }],
    ['nothing_damaged', { nothing_damaged: true, degree: undefined, kind: undefined, dead: 1 }],
    ['corrects', { withdrawn: true }],
    ['something', { something: 1 }],
  ])('with a wrong %s is refused: %j', async (field, wrong) => {
    const event = await openEvent(test)
    expect(await codeOf(await report(test, event, { ...aReport(inWest), ...wrong }))).toEqual([422, 'body_invalid', field])
  })

  it('is told to every open console by itself', async () => {
    const event = await openEvent(test)
    const stream = await openEvents(test.url, office)
    const told = stream.events.length
    await reported(test, event, aReport(inWest), reporter)
    await stream.wait((each) => 'damage' in each, told)
    stream.close()
  })

  it('is seen where it lies: not by the reporter of the next village, in no list, total or map', async () => {
    const event = await openEvent(test)
    const east = await reported(test, event, aReport({ ...inEast, dead: 1 }), office)
    expect((await standing(event, reporter)).totals).toMatchObject({ communities: 1, reports: 0, dead: 0 })
    expect((await test.json(`/api/damage/events/${event.id}/reports`, reporter)).total).toBe(0)
    expect((await test.json(`/api/damage/events/${event.id}/points`, reporter)).points).toEqual([])
    expect(
      (await test.json(`/api/damage/events/${event.id}/shapes`, reporter)).communities.map(({ code }: Json) => code),
    ).toEqual([WEST])
    expect((await codeOf(await test.get(`/api/damage/reports/${east.id}`, reporter)))[1]).toBe('outside_territory')
    const elsewhere = await openEvent(test, { area_codes: [EAST] })
    expect((await codeOf(await test.get(`/api/damage/events/${elsewhere.id}`, reporter)))[1]).toBe('record_not_found')
  })
})

describe('a clock', () => {
  it.each([
    ['1970', '1970-01-01T00:03:00Z', '1970-01-01T00:08:00Z'],
    ['2099', '2099-06-01T00:00:00Z', '2099-06-01T00:05:00Z'],
  ])('of %s is corrected by what it said at sending', async (_, noted_at, sent_at) => {
    const event = await openEvent(test)
    const told = await reported(test, event, aReport({ ...inWest, noted_at, sent_at }), reporter)
    expect(told.clock_state).toBe('corrected')
    expect(told.noted_at).toBe(new Date(noted_at).toISOString())
    expect(Date.parse(told.received_at) - Date.parse(told.at)).toBe(5 * 60_000)
  })

  it.each(['1970-01-01T00:03:00Z', '2099-06-01T00:00:00Z'])(
    'that said %s and was set since is flagged, and the report counts',
    async (noted_at) => {
      const event = await openEvent(test)
      const told = await reported(test, event, aReport({ ...inWest, noted_at }), reporter)
      expect([told.clock_state, told.at]).toEqual(['implausible', told.received_at])
      expect((await standing(event)).totals.reports).toBe(1)
    },
  )
})

describe('a closed event', () => {
  const close = async (event: Json) => {
    const response = await test.send(
      'PATCH',
      `/api/damage/events/${event.id}`,
      { closed: true },
      { 'if-match': `"${event.version}"` },
    )
    expect(response.status).toBe(200)
  }

  it('takes no new report', async () => {
    const event = await openEvent(test)
    await close(event)
    const body = aReport({ ...inWest, noted_at: new Date().toISOString(), sent_at: undefined })
    expect(await codeOf(await report(test, event, body, reporter))).toEqual([409, 'event_closed', undefined])
    expect((await standing(event)).totals.reports).toBe(0)
  })

  it('still takes what waited on a telephone since before, and answers a second time as the first', async () => {
    const event = await openEvent(test)
    const early = aReport({ ...inWest, noted_at: ago(1) })
    const before = aReport({ ...inWest, noted_at: ago(1) })
    await reported(test, event, before, reporter)
    await close(event)
    await reported(test, event, early, reporter)
    expect((await report(test, event, before, reporter)).status).toBe(200)
  })
})

describe('a correction', () => {
  it('stands in the place of what was said; nothing is deleted', async () => {
    const event = await openEvent(test)
    const first = await reported(test, event, aReport({ ...inWest, degree: 'destroyed', dead: 4 }), reporter)
    const second = await reported(test, event, aReport({ ...inWest, degree: 'moderate', dead: 1, corrects: first.id }), reporter)
    expect((await standing(event)).totals).toMatchObject({ reports: 1, destroyed: 0, moderate: 1, dead: 1 })
    const { reports } = await test.json(`/api/damage/events/${event.id}/reports?all=true`)
    expect(reports.map(({ id, corrected_by }: Json) => [id, corrected_by])).toEqual([
      [second.id, null],
      [first.id, second.id],
    ])
    const { earlier } = await test.json(`/api/damage/reports/${second.id}`)
    expect(earlier.map(({ id, dead }: Json) => [id, dead])).toEqual([[first.id, 4]])
  })

  it('that takes it back leaves the community silent again', async () => {
    const event = await openEvent(test)
    const first = await reported(test, event, aReport(inWest), reporter)
    await reported(test, event, aReport({ ...inWest, corrects: first.id, withdrawn: true, text: '报错了村' }), reporter)
    expect((await standing(event)).totals).toMatchObject({ reports: 0, silent: 2 })
  })

  it('of what has been corrected already, by somebody else, or of another event is refused', async () => {
    const event = await openEvent(test)
    const first = await reported(test, event, aReport(inWest), reporter)
    const neighbour = await test.signIn([{ role: 'reporter', territory_code: WEST }])
    const correction = (corrects: number) => aReport({ ...inWest, corrects })
    expect((await codeOf(await report(test, event, correction(first.id), neighbour)))[1]).toBe('report_not_yours')
    expect((await codeOf(await report(test, await openEvent(test), correction(first.id), reporter)))[1]).toBe('record_not_found')
    await reported(test, event, correction(first.id), office)
    expect((await codeOf(await report(test, event, correction(first.id), reporter)))[1]).toBe('report_corrected')
  })

  it('sent many times in parallel counts once, and of two different ones only the first holds', async () => {
    const event = await openEvent(test)
    const first = await reported(test, event, aReport({ ...inWest, injured: 9 }), reporter)
    const same = aReport({ ...inWest, injured: 1, corrects: first.id })
    const answers = await Promise.all(Array.from({ length: 5 }, () => report(test, event, same, reporter)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
    const { id } = (await answers[0]!.json()) as Json
    const two = [aReport({ ...inWest, injured: 2, corrects: id }), aReport({ ...inWest, injured: 3, corrects: id })]
    const rivals = await Promise.all(two.map((body) => report(test, event, body, reporter)))
    expect(rivals.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await standing(event)).totals.reports).toBe(1)
  })
})

describe('the list', () => {
  it('is what the numbers count: filtered by place, degree, kind, people and who sent it', async () => {
    const event = await openEvent(test)
    await reported(test, event, aReport({ ...inWest, degree: 'slight', kind: 'road' }), reporter)
    await reported(test, event, aReport({ ...inEast, degree: 'destroyed', missing: 2 }), office)
    await reported(
      test,
      event,
      aReport({ nothing_damaged: true, degree: undefined, kind: undefined, community_code: EAST }),
      office,
    )
    const total = async (query: string, headers = office) =>
      (await test.json(`/api/damage/events/${event.id}/reports?${query}`, headers)).total
    expect(await total('')).toBe(3)
    expect(await total(`territory=${EAST}`)).toBe(2)
    expect(await total('degree=slight')).toBe(1)
    expect(await total('degree=intact')).toBe(0)
    expect(await total('nothing_damaged=true')).toBe(1)
    expect(await total('kind=road')).toBe(1)
    expect(await total('people=missing')).toBe(1)
    expect(await total('people=dead')).toBe(0)
    expect(await total('mine=true', reporter)).toBe(1)
    const { reports } = await test.json(`/api/damage/events/${event.id}/reports?limit=1&offset=1`, office)
    expect(reports.map(({ degree }: Json) => degree)).toEqual(['destroyed'])
  })

  it('of an unknown degree is refused', async () => {
    const event = await openEvent(test)
    expect((await codeOf(await test.get(`/api/damage/events/${event.id}/reports?degree=x`)))[1]).toBe('filter_not_choice')
    expect((await codeOf(await test.get(`/api/damage/events/${randomUUID()}/reports`)))[1]).toBe('record_not_found')
  })
})

// The figures made of cases: each can be recomputed from the steps alone, and each opens the list of what it counts.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { OUTCOMES } from '#geodata/cases/records.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { storeCaseTown } from '../helpers/cases.ts'
import { COUNTY, EAST, WEST } from '../helpers/damage.ts'
import { problemOf } from '../helpers/problems.ts'
import { placeOf } from '../helpers/square_town.ts'

let test: TestApp
const FROM = '2026-03-01'
const TO = '2026-03-31'
const END = Date.parse('2026-04-01T00:00:00+08:00')
const HOUR = 3_600_000

/** Hours after its filing at which something happened to a case, or null where it never did. */
interface Told {
  readonly west: boolean
  readonly filed: number
  readonly handling_due: number
  readonly closing_due: number
  readonly back: number | null
  readonly closed: number | null
  readonly returned: boolean
  readonly reworked: boolean
  readonly extended: boolean
  readonly merged: boolean
}

const told = fc.record({
  west: fc.boolean(),
  // From five days before the month to five days after it.
  filed: fc.integer({ min: Date.parse('2026-02-24T00:00:00+08:00') / HOUR, max: END / HOUR + 120 }),
  handling_due: fc.integer({ min: 1, max: 200 }),
  closing_due: fc.integer({ min: 200, max: 400 }),
  back: fc.option(fc.integer({ min: 1, max: 300 })),
  closed: fc.option(fc.integer({ min: 301, max: 500 })),
  returned: fc.boolean(),
  reworked: fc.boolean(),
  extended: fc.boolean(),
  merged: fc.integer({ min: 0, max: 9 }).map((luck) => luck === 0),
})
const CASES: readonly Told[] = fc
  .sample(fc.record({ one: told }), { numRuns: 300, seed: 7 })
  .map(({ one }) => ({ ...one, closed: one.back === null || one.merged ? null : one.closed }))

beforeAll(async () => {
  test = await startApp({ demo: false })
  await storeCaseTown(test)
  await storeAll()
})
afterAll(() => test?.close())

async function storeAll(): Promise<void> {
  const { database } = test
  const [west, east] = [await placeOf(database, 0.3, 0.3), await placeOf(database, 1.3, 0.3)]
  await database.query(sql`
    insert into case_places (community_code, community_name, grids, digest)
    select code, '村' || code, jsonb_build_array(jsonb_build_object('scheme', 'squares', 'level', 1, 'code', code || '000', 'name', '格', 'name_en', null)), code
    from (values (${WEST}), (${EAST})) as given (code)`)
  const rows = CASES.map(({ west: isWest }, index) => ({ index, code: isWest ? WEST : EAST, place: isWest ? west : east }))
  await database.query(sql`
    insert into cases (client_id, digest, kind_id, source, geom, place_id, community_code, account_name, noted_at, found_at)
    select md5(index::text)::uuid, 'x', (select id from case_kinds where code = 'C0101'), 'supervisor',
      ST_SetSRID(ST_MakePoint((place ->> 0)::float8, (place ->> 1)::float8), 4326), case_places.id, code, '员', '2026-02-01', '2026-02-01'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (index integer, code text, place jsonb)
    join case_places on case_places.digest = code order by index`)
  const events = CASES.flatMap((one, index) => eventsOf(one).map((event, number) => ({ ...event, index, number: number + 1 })))
  await database.query(sql`
    insert into case_events (case_id, number, action, stage, at, account_name, handle_due_at, closing_due_at)
    select cases.id, given.number, action, given.stage, at, '员', handle_due, closing_due
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as given
      (index integer, number integer, action text, stage text, at timestamptz, handle_due timestamptz, closing_due timestamptz)
    join cases on cases.client_id = md5(index::text)::uuid`)
}

function eventsOf(one: Told) {
  const at = (hours: number) => new Date((one.filed + hours) * HOUR).toISOString()
  const step = (action: string, stage: string, hours: number, rest: Json = {}) => ({ action, stage, at: at(hours), ...rest })
  return [
    step('collect', 'collected', -1),
    step('file', 'filed', 0, { closing_due: at(one.closing_due) }),
    step('dispatch', 'dispatched', 0.1, { handle_due: at(one.handling_due) }),
    ...(one.returned ? [step('return', 'filed', 0.2), step('dispatch', 'dispatched', 0.3)] : []),
    ...(one.extended ? [step('extend', 'dispatched', 0.4)] : []),
    ...(one.back !== null ? [step('report_back', 'reported_back', one.back)] : []),
    ...(one.reworked ? [step('rework', 'handling', 300.5)] : []),
    ...(one.closed !== null ? [step('close', 'closed', one.closed)] : []),
    ...(one.merged ? [step('merge', 'merged', 600)] : []),
  ]
}

/** The figures once more, from what was told and nothing else. */
function recounted(which: (one: Told) => boolean, from = FROM, end = END) {
  const begin = Date.parse(`${from}T00:00:00+08:00`)
  const counted = CASES.filter((one) => !one.merged && which(one) && one.filed * HOUR >= begin && one.filed * HOUR < end)
  const count = (test_: (one: Told) => boolean) => counted.filter(test_).length
  const before = (one: Told, hours: number | null) => hours !== null && (one.filed + hours) * HOUR <= end
  return {
    filed: counted.length,
    due: count((one) => before(one, one.closing_due) || before(one, one.closed)),
    closed: count((one) => before(one, one.closed)),
    closed_on_time: count((one) => before(one, one.closed) && one.closed! <= one.closing_due),
    handling_due: count((one) => before(one, one.handling_due) || before(one, one.back)),
    handled: count((one) => before(one, one.back)),
    handled_on_time: count((one) => before(one, one.back) && one.back! <= one.handling_due),
    returned: count(({ returned }) => returned),
    reworked: count(({ reworked }) => reworked),
    extended: count(({ extended }) => extended),
    overdue: count((one) => before(one, one.closing_due) && !before(one, one.closed)),
  }
}

describe('figures of a month', () => {
  it('are those of its cases as they stood at its end, in all and by each community', async () => {
    const { total, rows } = await test.json(`/api/cases/evaluation?from=${FROM}&to=${TO}&by=community`)
    expect(total).toMatchObject(recounted(() => true))
    for (const [code, isWest] of [
      [WEST, true],
      [EAST, false],
    ] as const)
      expect(rows.find(({ key }: Json) => key === code)).toMatchObject(recounted(({ west }) => west === isWest))
    expect(total.filed).toBeGreaterThan(100)
    expect(total.closing_rate).toBe(total.closed / total.due)
  })

  it.each([
    ['days within a month', '2026-03-05', '2026-03-20'],
    ['a month with days of others around it', '2026-02-26', '2026-04-04'],
    ['months without their last day', '2026-02-01', '2026-03-30'],
  ])('of %s are counted the same, tallied or one by one', async (_, from, to) => {
    const end = Date.parse(`${to}T00:00:00+08:00`) + 24 * HOUR
    const ask = (rest: string) => test.json(`/api/cases/evaluation?from=${from}&to=${to}&${rest}`)
    expect((await ask('by=town')).total).toMatchObject(recounted(() => true, from, end))
    expect((await ask('by=kind&subject=component')).total).toMatchObject(recounted(() => true, from, end))
    expect((await ask(`by=person&territory=${WEST}`)).total).toMatchObject(recounted(({ west }) => west, from, end))
    expect((await ask(`by=community&territory=${WEST}`)).total).toMatchObject(recounted(({ west }) => west, from, end))
    expect((await ask('by=town&subject=river')).total.filed).toBe(0)
  })

  it.each(['county', 'town', 'organisation', 'person', 'kind', 'class', 'grid'])('by %s add up to the same', async (by) => {
    const grid = by === 'grid' ? '&scheme=squares&level=1' : ''
    const { total, rows } = await test.json(`/api/cases/evaluation?from=${FROM}&to=${TO}&by=${by}${grid}`)
    for (const outcome of OUTCOMES) expect(rows.reduce((sum: number, row: Json) => sum + row[outcome], 0)).toBe(total[outcome])
    expect(total.filed).toBe(recounted(() => true).filed)
  })

  it.each(OUTCOMES)('open the list behind %s', async (outcome) => {
    const { rows } = await test.json(`/api/cases/evaluation?from=${FROM}&to=${TO}&by=community`)
    const { total, cases } = await test.json(`/api/cases?from=${FROM}&to=${TO}&outcome=${outcome}&territory=${WEST}&limit=500`)
    expect([total, cases.length]).toEqual([rows.find(({ key }: Json) => key === WEST)[outcome], total])
  })

  it('are of the reader’s territory alone', async () => {
    const east = await test.signIn([{ role: 'dispatcher', territory_code: EAST }])
    const { total, rows } = await test.json(`/api/cases/evaluation?from=${FROM}&to=${TO}&by=community`, east)
    expect([total.filed, rows.map(({ key }: Json) => key)]).toEqual([recounted(({ west }) => !west).filed, [EAST]])
  })

  it.each([
    ['from=2026-03-01', 'period_invalid'],
    ['from=2026-03-02&to=2026-03-01', 'period_invalid'],
    ['from=2000-01-01&to=2026-03-01', 'period_invalid'],
    [`from=${FROM}&to=${TO}&by=grid`, 'evaluation_scheme_missing'],
    [`from=${FROM}&to=${TO}&by=river`, 'filter_not_choice'],
    [`from=2026-02-30&to=${TO}`, 'day_invalid'],
  ])('are refused for %s', async (query, code) => {
    expect((await problemOf(await test.get(`/api/cases/evaluation?${query}`))).code).toBe(code)
  })
})

describe('a ranking', () => {
  it('gives equal ones the same rank, and the next one stands as far down as there are before it', async () => {
    const { rows } = await test.json(`/api/cases/evaluation?from=${FROM}&to=${TO}&by=community`)
    const rates = rows.map(({ closing_rate, on_time_rate }: Json) => [closing_rate, on_time_rate])
    for (const [index, row] of rows.entries()) {
      const better = rates.filter(
        ([closing, onTime]: [number, number]) =>
          closing > row.closing_rate || (closing === row.closing_rate && onTime > row.on_time_rate),
      )
      expect([index, row.rank]).toEqual([index, better.length + 1])
    }
  })
})

describe('patrols', () => {
  it('owed and made stand beside the cases of whoever owes them', async () => {
    await test.database.query(sql`
      insert into patrols (client_id, digest, segment_id, level, account_name, rule_id, started_at, ended_at, clock_state, points, minutes, walked_m,
        covered_m, covered_percent, covered, gaps, flags, shortfalls, is_valid)
      select gen_random_uuid(), 'x', river_segments.id, 'village', '村河长', patrol_rules.id, '2026-03-10T09:00:00+08:00', '2026-03-10T10:00:00+08:00', 'right',
        2, 60, 1000, 1000, 100, '[]', '[]', '[]', '[]', true
      from river_segments, patrol_rules where river_segments.code = ${`${COUNTY}000001`} and patrol_rules.level = 'village'`)
    const { rows } = await test.json(`/api/cases/evaluation?from=${FROM}&to=${TO}&by=person`)
    // Of the weeks that end in the month: on the 1st, 8th, 15th, 22nd and 29th.
    expect(rows.find(({ name }: Json) => name === '村河长')).toMatchObject({
      filed: 0,
      rank: null,
      patrols_owed: 5,
      patrols_made: 1,
      patrol_rate: 0.2,
    })
    const kinds = await test.json(`/api/cases/evaluation?from=${FROM}&to=${TO}&by=kind`)
    expect(kinds.rows.every(({ patrol_rate }: Json) => patrol_rate === null)).toBe(true)
    const grids = await test.json(`/api/cases/evaluation?from=${FROM}&to=${TO}&by=grid&scheme=squares&level=1`)
    expect(grids.rows.find(({ key }: Json) => key === `${WEST}000`).patrols_made).toBe(1)
    const behind = await test.json(`/api/rivers/patrols?scheme=squares&grid=${WEST}000&from=${FROM}&to=${TO}&valid=true`)
    expect(behind.total).toBe(1)
  })
})

describe('a kind', () => {
  const kinds = async (): Promise<Json[]> => (await test.json('/api/cases/kinds')).kinds
  const tomorrow = new Date(Date.now() + 86_400_000 + 8 * HOUR).toISOString().slice(0, 10)
  const editionOf = ({ limits, owner_rule, files_itself, urgent, source }: Json, given: Json = {}) => ({
    limits,
    owner_rule,
    files_itself,
    urgent,
    source,
    edition: '2',
    valid_from: tomorrow,
    ...given,
  })
  const put = (kind: Json, body: Json, headers: Json = {}) =>
    test.send('PUT', `/api/cases/kinds/${kind.code}`, body, { 'if-match': `"${kind.version}"`, ...headers })

  it('gets another edition from a day on, and cases of before keep their limits', async () => {
    const kind = (await kinds()).find(({ code }) => code === 'C0101')!
    const limits = { ...kind.limits, handle: { amount: 3, unit: 'working_days' } }
    const answer = await put(kind, editionOf(kind, { limits }))
    expect(answer.status, await answer.clone().text()).toBe(200)
    expect((await kinds()).find(({ code }) => code === 'C0101')!.limits).toEqual(kind.limits)
    const later = (await test.json(`/api/cases/kinds?at=${tomorrow}`)).kinds.find(({ code }: Json) => code === 'C0101')
    expect([later.limits.handle, later.edition]).toEqual([limits.handle, '2'])
    expect((await problemOf(await put(kind, editionOf(kind)))).code).toBe('version_conflict')
  })

  it.each([
    ['limits.handle', { limits: { handle: { amount: 0, unit: 'hours' } } }, 'limits_invalid'],
    ['owner_rule', { owner_rule: [{ object: ['keeper'] }] }, 'owner_rule_invalid'],
    ['owner_rule', { owner_rule: [{ object: ['nobody'] }, { department: 'city' }] }, 'owner_rule_invalid'],
    ['valid_from', { valid_from: '2020-01-01' }, 'kind_day_invalid'],
  ])('with a wrong %s is refused', async (field, wrong, code) => {
    const kind = (await kinds()).find((each) => each.code === 'E0101' || each.subject === 'event')!
    const { limits } = wrong as Json
    const body = editionOf(kind, limits ? { limits: { ...kind.limits, ...limits } } : wrong)
    expect(await problemOf(await put(kind, body))).toMatchObject({ code, field })
  })

  it('is changed by those alone who are responsible everywhere', async () => {
    const kind = (await kinds()).at(-1)!
    const county = await test.signIn([{ role: 'administrator', territory_code: COUNTY }])
    expect((await problemOf(await put(kind, editionOf(kind), county))).code).toBe('outside_territory')
  })
})

// The year of cases and patrols in the demo county: its figures told by the events alone, its places and rhythm those of a real county.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figureColumns, periodOf } from '#api/cases/figures.ts'
import { findOwner } from '#api/cases/owner.ts'
import { findPlace } from '#api/cases/place.ts'
import { type Sql, sql } from '#api/database/sql.ts'
import { loadDemo } from '#api/demo/store.ts'
import { chineseDay, LayerStates } from '#api/layers/states.ts'
import { readOwed } from '#api/rivers/owed.ts'
import { SegmentPlaces } from '#api/rivers/places.ts'
import { readSignboards } from '#api/rivers/signboards.ts'
import { STANDARD_CALENDAR } from '#geodata/cases/calendar.ts'
import { mayFollow, type Stage, type StepAction, stageAfter } from '#geodata/cases/flow.ts'
import type { GridOfCase, OwnerStep } from '#geodata/cases/records.ts'
import { CHIEF_LEVELS } from '#geodata/rivers/records.ts'
import { waterClassOf } from '#geodata/rivers/water_class.ts'
import { COUNTY_NOW, openTestDatabase, type TestDatabase, testedDatabase } from '../helpers/database.ts'

const NOW = COUNTY_NOW
const TODAY = '2026-11-18'
const YEAR = { first: '2025-11-01', last: '2026-10-31', start: '2025-11-01T00:00:00+08:00', end: '2026-11-01T00:00:00+08:00' }
const FILED = 24_922
const CLOSED = 24_501
const MINUTES = 60_000
/** Days off, and days worked in their place. */
const SPECIAL = [...STANDARD_CALENDAR.days].map(([day, kind]) => ({ day, kind }))

let test: TestDatabase
beforeAll(async () => {
  test = await openTestDatabase(testedDatabase(), 'county')
  await test.database.query(sql`analyze`)
}, 10 * MINUTES)
afterAll(() => test?.close())

// biome-ignore lint/suspicious/noExplicitAny: a test asserts what a row holds, that is its point
const rows = (question: Sql) => test.database.query<Record<string, any>>(question)
const one = async (question: Sql) => (await rows(question))[0]!

describe('the last twelve whole months', () => {
  it('have 24,922 cases filed and 24,501 of them closed by their end, told by the events alone', async () => {
    const counted = await one(sql`
      select count(*)::integer as filed, count(*) filter (where closed < ${YEAR.end}::timestamptz)::integer as closed
      from (
        select min(at) filter (where action = 'file') as filed, max(at) filter (where action = 'close') as closed,
          bool_or(action in ('dismiss', 'merge')) as ended
        from case_events group by case_id
      ) as told
      where filed >= ${YEAR.start}::timestamptz and filed < ${YEAR.end}::timestamptz and not ended`)
    expect(counted).toEqual({ filed: FILED, closed: CLOSED })
  })

  it('have a closing rate of 98.31 % of what was due, and 96 to 97 % in time', async () => {
    const { start, end } = periodOf(YEAR.first, YEAR.last)
    const figures = await one(sql`
      select ${figureColumns(end)} from cases
      where filed_at >= ${start}::timestamptz and filed_at < ${end}::timestamptz and stage not in ('merged', 'dismissed')`)
    expect(figures).toMatchObject({ filed: FILED, due: FILED, closed: CLOSED, overdue: FILED - CLOSED })
    expect(Math.round((figures.closed / figures.due) * 10_000)).toBe(9831)
    expect(figures.closed_on_time / figures.due).toBeGreaterThan(0.96)
    expect(figures.closed_on_time / figures.due).toBeLessThan(0.97)
    expect(figures.returned / figures.filed).toBeCloseTo(0.02, 2)
    expect(figures.reworked / figures.filed).toBeCloseTo(0.03, 2)
    expect(figures.extended / figures.filed).toBeCloseTo(0.04, 2)
  })

  it('leave a tail behind of which most was closed in the weeks after', async () => {
    const { left } = await one(sql`
      select count(*)::integer as left from cases where filed_at < ${YEAR.end}::timestamptz and is_open`)
    expect(left).toBeGreaterThan(20)
    expect(left).toBeLessThan(120)
  })
})

describe('what is told of a case', () => {
  it('is what its events say', async () => {
    const wrong = await rows(sql`
      select cases.id from cases join (
        select case_id, max(number) as version, (array_agg(stage order by number desc))[1] as stage, max(at) as changed_at,
          min(at) filter (where action = 'file') as filed_at, max(at) filter (where action = 'close') as closed_at,
          max(closing_due_at) filter (where action = 'file') as first_due_at,
          (array_agg(closing_due_at order by number desc) filter (where closing_due_at is not null))[1] as closing_due_at
        from case_events group by case_id
      ) as told on told.case_id = cases.id
      where (cases.version, cases.stage, cases.changed_at) is distinct from (told.version, told.stage, told.changed_at)
        or (cases.filed_at, cases.closed_at, cases.closing_due_at) is distinct from (told.filed_at, told.closed_at, told.closing_due_at)`)
    expect(wrong).toEqual([])
    expect(await rows(sql`select from cases where not exists (select from case_events where case_id = cases.id)`)).toEqual([])
  })

  it('happened step by step, none before the one before it, none out of turn, none still to come', async () => {
    const all = await rows(sql`
      select case_id, array_agg(action order by number) as actions, array_agg(stage order by number) as stages,
        array_agg(extract(epoch from at)::float8 order by number) as moments from case_events group by case_id`)
    for (const { case_id, actions, stages, moments } of all) {
      let [stage, asked]: [Stage, boolean] = ['collected', false]
      expect(actions[0]).toBe('collect')
      actions.slice(1).forEach((action: StepAction, i: number) => {
        if (!mayFollow(action, stage, asked)) expect.fail(`${case_id}: ${action} after ${stage}`)
        stage = stageAfter(action, stage)
        asked = action === 'ask_extension' || (asked && ['note', 'urge', 'accept'].includes(action))
        if (stages[i + 1] !== stage || moments[i + 1] < moments[i]) expect.fail(`${case_id}: ${actions} ${stages} ${moments}`)
      })
      if (moments.at(-1) * 1000 > NOW.getTime()) expect.fail(`${case_id} is of the future`)
    }
  })

  it('has whoever took it over in each dispatch, and nobody who was sent it by nobody', async () => {
    expect(await rows(sql`select from case_events where action = 'dispatch' and organisation_id is null`)).toEqual([])
    const ruled = await rows(sql`
      select kind.subject, count(*)::integer as count from case_events as event join cases on cases.id = case_id
      join case_kinds as kind on kind.id = kind_id where event.account_name = '' group by kind.subject`)
    expect(ruled.map(({ subject }) => subject)).toEqual(['river'])
  })
})

describe('the place of a case', () => {
  it('is a cell that contains it, with the cell’s grid in every scheme and on every level', async () => {
    const wrong = await rows(sql`
      select cases.id from cases join case_places as place on place.id = place_id
      left join lateral (
        select unit_cells.id, left(code, 12) as community from unit_cells where ST_Contains(geom, cases.geom) and valid_to is null limit 1
      ) as cell on true
      left join lateral (
        select jsonb_agg(jsonb_build_object('scheme', scheme, 'level', level, 'code', code) order by scheme collate "C", level) as grids
        from grid_cell join grids on grids.id = grid_id where unit_cell_id = cell.id and class = 'A'
      ) as own on true
      where cell.community is distinct from place.community_code or cases.community_code <> place.community_code
        or own.grids is distinct from
          (select jsonb_agg(jsonb_build_object('scheme', g -> 'scheme', 'level', g -> 'level', 'code', g -> 'code') order by n)
            from jsonb_array_elements(place.grids) with ordinality as told (g, n))`)
    expect(wrong.length).toBe(0)
  }, 120_000)

  it('and its owner are what the server would find', async () => {
    const sample = await rows(sql`
      select cases.id, ST_X(cases.geom) as longitude, ST_Y(cases.geom) as latitude, found_at, place.community_code, place.community_name,
        place.community_name_en, place.grids, kind.owner_rule, layer as of_layer, cases.layer, object_id, segment_id, chainage_m,
        event.organisation_id, event.handler_id
      from cases join case_places as place on place.id = place_id
      join (select id, owner_rule from case_kinds) as kind on kind.id = kind_id
      join case_events as event on event.case_id = cases.id and event.action = 'dispatch'
        and event.number = (select min(number) from case_events where case_id = cases.id and action = 'dispatch')
      where cases.id % 401 = 7 and found_at >= '2026-01-02' order by cases.id`)
    expect(sample.length).toBeGreaterThan(50)
    for (const row of sample) {
      const day = chineseDay(new Date(row.found_at))
      const { community_code, community_name, community_name_en } = row
      const place = await findPlace(test.database, [row.longitude, row.latitude], day)
      expect(place).toEqual({ community_code, community_name, community_name_en, grids: row.grids })
      const asked = { ...row, day, grids: row.grids as GridOfCase[] }
      const owner = await findOwner(test.database, row.owner_rule as OwnerStep[], asked as never)
      expect([row.id, owner!.organisation_id]).toEqual([row.id, row.organisation_id])
      if (owner!.handler_id !== null) expect([row.id, owner!.handler_id]).toEqual([row.id, row.handler_id])
    }
  })

  it('on a river is beside its segment, at the chainage and on the bank that are told', async () => {
    const { count, far, beyond } = await one(sql`
      select count(*)::integer as count,
        count(*) filter (where ST_Distance(cases.geom::geography, segment.geom::geography) > 60)::integer as far,
        count(*) filter (where chainage_m not between chainage_from_m and chainage_to_m)::integer as beyond
      from cases join river_segments as segment on segment.id = segment_id`)
    expect(count).toBeGreaterThan(700)
    expect([far, beyond]).toEqual([0, 0])
  })

  it('is often the same: streets with markets have many, fields hardly any', async () => {
    const { highest, all } = await one(sql`
      with by_community as (select community_code, count(*)::integer as cases from cases group by 1)
      select (select sum(cases)::integer from (select cases from by_community order by cases desc limit 23) as top) as highest,
        sum(cases)::integer as all from by_community`)
    expect(highest / all).toBeGreaterThan(0.5)
  })
})

describe('the rhythm', () => {
  const perDay = (condition: Sql) => sql`
    select avg(cases)::float8 as mean from (
      select (found_at at time zone 'Asia/Shanghai')::date as day, count(*) as cases from cases
      where found_at >= ${YEAR.start}::timestamptz and found_at < ${YEAR.end}::timestamptz group by 1
    ) as days left join jsonb_to_recordset(${JSON.stringify(SPECIAL)}::jsonb) as special (day date, kind text) using (day) where ${condition}`

  it('is that of offices: many on weekdays, fewer at weekends, few on holidays', async () => {
    const { mean: weekday } = await one(perDay(sql`special.day is null and extract(isodow from day) <= 5`))
    const { mean: weekend } = await one(perDay(sql`special.day is null and extract(isodow from day) > 5`))
    const { mean: holiday } = await one(perDay(sql`special.kind = 'holiday'`))
    expect(weekend / weekday).toBeGreaterThan(0.3)
    expect(weekend / weekday).toBeLessThan(0.5)
    expect(holiday / weekday).toBeLessThan(0.4)
  })

  it('has a peak in the morning and one in the afternoon, and little at night', async () => {
    const hours = await rows(sql`
      select extract(hour from found_at at time zone 'Asia/Shanghai')::integer as hour, count(*)::integer as count from cases group by 1`)
    const at = (hour: number) => hours.find((row) => row.hour === hour)?.count ?? 0
    expect(at(9)).toBeGreaterThan(3 * at(12))
    expect(at(15)).toBeGreaterThan(3 * at(12))
    expect(at(3)).toBeLessThan(at(9) / 50)
  })

  it('has its seasons: drains in summer, burst pipes in winter', async () => {
    const in_ = (code: string, months: string) => sql`
      select count(*)::integer as count from cases join case_kinds as kind on kind.id = kind_id
      where starts_with(code, ${code}) and extract(month from found_at at time zone 'Asia/Shanghai') in (select value::integer from jsonb_array_elements_text(${months}::jsonb))`
    const count = async (code: string, months: number[]) => (await one(in_(code, JSON.stringify(months)))).count
    expect(await count('C0104', [7, 8])).toBeGreaterThan(2 * (await count('C0104', [1, 2])))
    expect(await count('E0402', [12, 1])).toBeGreaterThan(2 * (await count('E0402', [7, 8])))
  })

  it('has few kinds that come often, and most of all kinds now and then', async () => {
    const counts = (await rows(sql`select count(*)::integer as count from cases group by kind_id order by 1 desc`)).map(
      ({ count }) => count,
    )
    const all = counts.reduce((sum, count) => sum + count, 0)
    expect(counts.slice(0, 10).reduce((sum, count) => sum + count, 0) / all).toBeGreaterThan(0.45)
    expect(counts.length).toBeGreaterThan(85)
  })
})

describe('what is open today', () => {
  it('is a desk of 200 to 260 cases in all stages, each with a deadline', async () => {
    const open = await one(sql`
      select count(*)::integer as all, count(*) filter (where stage_due_at is null)::integer as without,
        count(*) filter (where stage = 'collected' and found_at > ${NOW.toISOString()}::timestamptz - interval '5 hours')::integer as collected,
        count(*) filter (where stage = 'filed' and returns = 0)::integer as filed,
        count(*) filter (where stage = 'filed' and returns > 0)::integer as returned,
        count(*) filter (where stage in ('dispatched', 'handling'))::integer as in_hand,
        count(*) filter (where stage = 'reported_back')::integer as to_verify, count(*) filter (where stage = 'verified')::integer as to_close,
        count(*) filter (where extension_asked is not null)::integer as asked,
        count(*) filter (where stage_due_at < ${NOW.toISOString()}::timestamptz)::integer as overdue
      from cases where is_open`)
    expect(open.all).toBeGreaterThanOrEqual(200)
    expect(open.all).toBeLessThanOrEqual(260)
    expect(open.without).toBe(0)
    for (const name of ['collected', 'filed', 'returned', 'in_hand', 'to_verify', 'to_close', 'asked', 'overdue'])
      expect(open[name], name).toBeGreaterThanOrEqual(5)
    expect(open.overdue / open.all).toBeLessThan(0.5)
  })

  it('has something for everybody who may sign in', async () => {
    const { reported, in_hand, river, river_open } = await one(sql`
      select
        (select count(*)::integer from cases join accounts on accounts.id = account_id where accounts.name = 'supervisor') as reported,
        (select count(*)::integer from cases join accounts on accounts.person_id = handler_id where accounts.name = 'handler' and is_open) as in_hand,
        (select count(*)::integer from cases join accounts on accounts.person_id = handler_id where accounts.name = 'river-village') as river,
        (select count(*)::integer from cases join accounts on accounts.person_id = handler_id where accounts.name = 'river-village' and is_open) as river_open`)
    expect(reported).toBeGreaterThan(20)
    expect(in_hand).toBeGreaterThan(1)
    expect(river).toBeGreaterThan(10)
    expect(river_open).toBeGreaterThan(0)
  })

  it('counts no case twice and merges none into one that was not open', async () => {
    expect(await rows(sql`select number from cases group by number having count(*) > 1`)).toEqual([])
    const wrong = await rows(sql`
      select merged.id from cases as merged join cases as target on target.id = merged.merged_into
      where merged.changed_at < target.filed_at or merged.changed_at > coalesce(target.closed_at, 'infinity')`)
    expect(wrong).toEqual([])
  })
})

describe('the patrols of a year', () => {
  it('are of whoever was chief there that day, each on what was his', async () => {
    expect((await one(sql`select count(*)::integer as count from patrols`)).count).toBeGreaterThan(6000)
    const strangers = await rows(sql`
      select patrols.id from patrols where not exists (
        select from assignments as held where held.layer = 'river_segments' and held.object_id = segment_id and held.person_id = patrols.person_id
          and held.role = 'river_chief_' || level and held.chainage_from_m is not distinct from from_m
          and held.valid_from <= (started_at at time zone 'Asia/Shanghai')::date
          and (held.valid_to is null or held.valid_to > (started_at at time zone 'Asia/Shanghai')::date))`)
    expect(strangers).toEqual([])
  })

  it('have tracks along their segment, covered and missing stretches that make it up, and a reason where they are no patrols', async () => {
    const wrong = await rows(sql`
      select patrols.id from patrols join river_segments as segment on segment.id = segment_id
      cross join lateral (
        select sum((part ->> 'to_m')::float8 - (part ->> 'from_m')::float8) as metres from jsonb_array_elements(covered || gaps) as part
      ) as parts
      where abs(parts.metres - (coalesce(to_m, chainage_to_m) - coalesce(from_m, chainage_from_m))) > 0.01
        or is_valid <> (shortfalls = '[]'::jsonb) or is_valid <> (reason is null)
        or points <> ST_NPoints(track) or not ST_IsValidTrajectory(track) or ST_Distance(track::geography, segment.geom::geography) > 60
        or ended_at > ${NOW.toISOString()}::timestamptz or received_at < ended_at`)
    expect(wrong).toEqual([])
    const [driven] = await rows(sql`select from patrols where flags @> '[{"code": "implausible_speed"}]'`)
    expect(driven).toBeDefined()
  })

  it('are most of those that were owed, on every level', async () => {
    const states = await LayerStates.start(test.database)
    const places = await new SegmentPlaces(test.database, states).all()
    await states.stop()
    for (const level of CHIEF_LEVELS) {
      const { owed } = await readOwed(test.database, {
        level,
        from: '2026-04-01',
        to: '2026-10-31',
        today: TODAY,
        places,
        seen: null,
      })
      const [wanted, made] = [owed.reduce((sum, row) => sum + row.owed, 0), owed.reduce((sum, row) => sum + row.made, 0)]
      expect(made / wanted, level).toBeGreaterThan(0.85)
      expect(made / wanted, level).toBeLessThanOrEqual(1)
    }
  })

  it('leave the chief who may sign in with one segment overdue for days and one that was walked in part only', async () => {
    const own = await rows(sql`
      select held.object_id, max(patrols.ended_at) filter (where is_valid) as last, bool_or(not is_valid and ended_at > ${NOW.toISOString()}::timestamptz - interval '21 days') as short
      from accounts join assignments as held on held.person_id = accounts.person_id and held.role = 'river_chief_village' and held.valid_to is null
      left join patrols on patrols.segment_id = held.object_id and patrols.level = 'village'
      where accounts.name = 'river-village' group by held.object_id order by held.object_id`)
    expect(own.length).toBeGreaterThan(1)
    const days = own.map(({ last }) => (NOW.getTime() - Date.parse(last)) / 86_400_000)
    expect(Math.min(...days)).toBeGreaterThan(7)
    expect(Math.max(...days)).toBeLessThan(32)
    expect(own.map(({ short }) => short)).toContain(true)
  })
})

describe('water and boards', () => {
  it('have twelve months of samples, of which the latest is what the station says', async () => {
    const stations = await rows(sql`
      select station.*, count(*)::integer as samples, max(sample.sampled_on) as latest_on
      from monitoring_stations as station join water_samples as sample on sample.station_id = station.id group by station.id`)
    expect(stations.length).toBe(16)
    const classes = new Set<string>()
    for (const { id, samples, latest_on, sampled_on, water_class } of stations) {
      expect([samples, latest_on, latest_on.slice(0, 7)]).toEqual([12, sampled_on, '2026-10'])
      const latest = await one(
        sql`select * from water_samples where station_id = ${id}::integer order by sampled_on desc limit 1`,
      )
      expect(waterClassOf(latest as never).water_class).toBe(water_class)
      for (const sample of await rows(sql`select * from water_samples where station_id = ${id}::integer`))
        classes.add(waterClassOf(sample as never).water_class!)
    }
    expect(classes.size).toBe(6)
  })

  it('name the chiefs of today but for a few that changed lately, one of them overdue', async () => {
    const boards = [...(await readSignboards(test.database, null, TODAY)).values()]
    const due = boards.filter(({ due_on }) => due_on !== null)
    expect(due.length).toBeGreaterThan(1)
    expect(due.length).toBeLessThan(15)
    expect(due.some(({ due_on }) => due_on! >= TODAY)).toBe(true)
    expect(due.some(({ overdue_days }) => overdue_days > 0 && overdue_days < 40)).toBe(true)
    const { recent } = await one(sql`
      select count(*)::integer as recent from assignments where role = 'river_chief_village' and valid_from > ${TODAY}::date - 30`)
    expect(recent).toBeGreaterThan(1)
  })
})

it('a town has a small year of its own, the same every time', async () => {
  const digest = sql`
    select md5(string_agg(line, e'\n' order by line)) as md5, count(*)::integer as lines from (
      select to_jsonb(cases)::text as line from cases union all select (to_jsonb(case_events) - 'id')::text from case_events
      union all select to_jsonb(case_places)::text from case_places
      union all select to_jsonb(patrols)::text from patrols union all select to_jsonb(water_samples)::text from water_samples
      union all select to_jsonb(signboards)::text from signboards
    ) as lines`
  const [first, second] = [await openTestDatabase(), await openTestDatabase()]
  try {
    const found = []
    for (const { database } of [first, second]) {
      await loadDemo(database, 'town', () => {}, NOW)
      found.push((await database.query<{ md5: string; lines: number }>(digest))[0]!)
    }
    expect(found[0]!.lines).toBeGreaterThan(500)
    expect(found[1]).toEqual(found[0])
  } finally {
    await first.close()
    await second.close()
  }
}, 240_000)

import { describe, expect, test } from 'vitest'
import type { PatrolState, RiverStrip, SegmentDetail, SegmentRow, WaterState } from '#geodata/rivers/records.ts'
import { formatLength, formatShortDay, nameGaps } from '../../web/rivers/formats.ts'
import { daysOf, stepMonth } from '../../web/rivers/month/months.ts'
import { figuresOf } from '../../web/rivers/patrol/figures.ts'
import { isNews } from '../../web/rivers/patrol/thin.ts'
import type { TrackPoint } from '../../web/rivers/patrol/track.ts'
import { walkedOf } from '../../web/rivers/patrol/walked_segment.ts'
import { arranged, isIn } from '../../web/rivers/segments/order.ts'
import { apart, layoutStrip } from '../../web/rivers/strip/layout.ts'
import { readQuery, writeQuery } from '../../web/state/url.ts'

const PATROL: PatrolState = {
  level: 'village',
  state: 'ok',
  last_on: '2026-10-01',
  days_since: 2,
  due_on: '2026-10-11',
  overdue_days: 0,
}
const WATER: WaterState = {
  ...{ state: 'met', water_class: 'II', target: 'III', deciding: [], station: null, where: null },
  ...{ sampled_on: null, source: null, age_days: null },
}
const segment = (changes: Partial<SegmentRow>): SegmentRow => ({
  ...{ id: 1, code: '411825000001', name: '段', name_en: null, river_id: 1, river_name: '甲河' },
  ...{ chainage_from_m: 0, chainage_to_m: 1000, length_m: 1000, start_place: null, end_place: null, bbox: [113, 35, 113, 35] },
  ...{ chiefs: [], patrol: PATROL, water: WATER, problems: 0, overdue_problems: 0, health: 'good' as const },
  ...changes,
})

describe('lengths, days and gaps', () => {
  test.each([
    [0, '0 m'],
    [849.6, '850 m'],
    [999.6, '1 km'],
    [1234, '1.2 km'],
    [38_040, '38 km'],
  ])('%d metres are %s', (metres, text) => {
    expect(formatLength(metres).replace('\u202f', ' ')).toBe(text)
  })

  test('a day says its year only where that is another one', () => {
    expect(formatShortDay('2026-10-03', 'zh-CN', '2026-11-28')).toBe('10月3日')
    expect(formatShortDay('2025-10-03', 'zh-CN', '2026-11-28')).toBe('2025年10月3日')
    expect(formatShortDay('2026-10-03', 'en', '2026-11-28')).toBe('3 Oct')
  })

  test('gaps are named in kilometres, short ones as exactly as it takes, and what no position can tell not at all', () => {
    const gaps = [
      { from_m: 1200, to_m: 1600 },
      { from_m: 3310, to_m: 3342 },
      { from_m: 4000, to_m: 4006 },
    ]
    expect(nameGaps(gaps).map(({ from, to }) => `${from}–${to}`)).toEqual(['1.2–1.6', '3.31–3.34'])
  })
})

describe('the list', () => {
  const late = segment({ id: 2, river_name: '乙河', patrol: { ...PATROL, state: 'overdue', overdue_days: 3 } })
  const dirty = segment({ id: 3, water: { ...WATER, state: 'missed', water_class: 'V' }, chainage_from_m: 500 })
  const unknown = segment({ id: 4, water: { ...WATER, state: 'unknown', water_class: null }, problems: 2, chainage_from_m: 200 })
  const rows = [late, dirty, unknown]

  test('is narrowed by the same conditions as on the server', () => {
    expect(rows.filter((row) => isIn(row, 'overdue'))).toEqual([late])
    expect(rows.filter((row) => isIn(row, 'water_missed'))).toEqual([dirty])
    expect(rows.filter((row) => isIn(row, 'problems'))).toEqual([unknown])
  })

  test('keeps the order of the server, or goes by river, problems or water', () => {
    const ids = (sort: Parameters<typeof arranged>[1]) => arranged(rows, sort).map(({ id }) => id)
    expect(ids('urgency')).toEqual([2, 3, 4])
    expect(ids('river')).toEqual([4, 3, 2])
    expect(ids('problems')).toEqual([4, 2, 3])
    expect(ids('water')).toEqual([3, 2, 4])
  })
})

//   0 ──A── 1000 ──(nobody)── 1500 ──────B────── 4500
const STRIP: RiverStrip = {
  river_id: 1,
  river_name: '甲河',
  length_m: 4500,
  segments: [
    { ...segment({ id: 2, name: 'B', chainage_from_m: 1500, chainage_to_m: 4500 }) },
    { ...segment({ id: 1, name: 'A', chainage_from_m: 0, chainage_to_m: 1000 }) },
  ],
  stations: [{ id: 9, name: '站', name_en: null, chainage_m: 3000, water_class: 'II', sampled_on: null }],
  cases: [{ id: 7, chainage_m: 500, overdue: true }],
}

describe('the strip', () => {
  test('goes from the source to the mouth, with what is nobody’s in between', () => {
    const { rows, height } = layoutStrip(STRIP)
    expect(rows.map(({ from_m, to_m, segment: of }) => [from_m, to_m, of?.name ?? null])).toEqual([
      [0, 1000, 'A'],
      [1000, 1500, null],
      [1500, 4500, 'B'],
    ])
    expect(rows.at(-1)!.y + rows.at(-1)!.height).toBe(height)
    expect(rows[2]!.height).toBeGreaterThan(rows[0]!.height)
  })

  test('has stations and problems in the row that they lie in, at their chainage', () => {
    const { rows, at } = layoutStrip(STRIP)
    expect([rows[0]!.cases.length, rows[2]!.stations.length]).toEqual([1, 1])
    expect(at(3000)).toBe(rows[2]!.y + rows[2]!.height / 2)
    expect(at(0)).toBe(0)
  })

  test('marks that would lie on each other are moved apart and stay on it', () => {
    expect(apart([10, 12, 60], 20, 100)).toEqual([10, 30, 60])
    expect(apart([95, 98], 20, 100)).toEqual([80, 100])
  })
})

describe('a patrol', () => {
  const line: [number, number][] = [
    [113.2, 35.1],
    [113.211, 35.1],
  ]
  const chief = (person: number, from: number, to: number) => ({
    ...{ assignment_id: person, level: 'village' as const, person: { id: person, name: '某', name_en: null } },
    ...{ organisation: '村', organisation_en: null, post: null, telephone: null, valid_from: '2026-01-01', valid_to: null },
    ...{ chainage_from_m: from, chainage_to_m: to },
  })
  const detail = {
    ...segment({ chainage_from_m: 2000, chainage_to_m: 3000 }),
    ...{ line, my_level: 'village', chiefs: [chief(5, 2000, 2600), chief(6, 2600, 3000)] },
  } as unknown as SegmentDetail

  test('is owed on the stretch that is one’s own', () => {
    const own = walkedOf(detail, 6)
    expect([own.chainage_from_m, own.chainage_to_m]).toEqual([2600, 3000])
    expect(own.parts[0]![0]![0]).toBeCloseTo(113.2066, 4)
    const whole = walkedOf(detail, 99)
    expect([whole.chainage_from_m, whole.chainage_to_m, whole.parts]).toEqual([2000, 3000, [line]])
  })

  test('comes to minutes, metres and per cent, and names what it left out', () => {
    const patrol = {
      segment: walkedOf(detail, 99),
      rule: { minimum_minutes: 5, minimum_m: 300, minimum_cover_percent: 60, minimum_hours_apart: 24 },
      previous_ended_at: null,
    }
    const limits = { corridor_m: 100, maximum_speed_m_s: 6, maximum_pause_s: 180 }
    // Half of it, 1.25 m a second, with the unrest that every receiver has.
    const points = Array.from({ length: 21 }, (_, i): TrackPoint => {
      return [113.2 + (i * 0.0055) / 20, 35.1 + (i % 3) * 0.00001, 1_790_000_000_000 + i * 20_000, 6]
    })
    const { matched, isValid, shortfalls } = figuresOf({ ...patrol, rule: { ...patrol.rule, ...limits } } as never, points)
    expect(matched.covered_percent).toBeCloseTo(50, 0)
    expect(nameGaps(matched.gaps).map(({ from, to }) => [from, to])).toEqual([['2.5', '3.0']])
    expect([isValid, shortfalls.map(({ code }) => code)]).toEqual([false, ['cover']])
  })

  test('a position is kept when it says something new', () => {
    const at = (metres: number, seconds: number): TrackPoint => [113.2, 35.1 + metres / 111_320, seconds * 1000, 5]
    expect(isNews(undefined, at(0, 0))).toBe(true)
    expect(isNews(at(0, 0), at(50, 0.5))).toBe(false)
    expect(isNews(at(0, 0), at(1, 3))).toBe(false)
    expect(isNews(at(0, 0), at(3, 3))).toBe(true)
    expect(isNews(at(0, 0), at(0, 10))).toBe(true)
    expect(isNews(at(0, 100), at(0, 90))).toBe(true)
  })
})

test('months step over the year and know their last day', () => {
  expect([stepMonth('2026-01', -1), stepMonth('2026-12', 1)]).toEqual(['2025-12', '2027-01'])
  expect(daysOf('2028-02')).toEqual(['2028-02-01', '2028-02-29'])
})

test('an open segment and a part of the workspace survive the way through the address', () => {
  const shared = { ...readQuery('?work=rivers'), river: 17, riversPart: 'month' as const }
  expect(readQuery(writeQuery(shared))).toEqual(shared)
})

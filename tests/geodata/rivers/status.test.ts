import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  compareMostOverdue,
  type PatrolFrequency,
  patrolStanding,
  periodAfter,
  periodOf,
  type SegmentQuestion,
  segmentStatus,
  weekdayOf,
} from '#geodata/rivers/index.ts'

describe('a period', () => {
  it('is a week from Monday to Sunday, a month or a quarter of the calendar', () => {
    // 4 March 2026 is a Wednesday.
    expect(periodOf('2026-03-04', 'week')).toEqual({ first: '2026-03-02', last: '2026-03-08' })
    expect(periodOf('2026-03-02', 'week')).toEqual(periodOf('2026-03-08', 'week'))
    expect(periodOf('2024-02-10', 'month')).toEqual({ first: '2024-02-01', last: '2024-02-29' })
    expect(periodOf('2026-12-31', 'quarter')).toEqual({ first: '2026-10-01', last: '2026-12-31' })
    expect(periodAfter(periodOf('2026-12-31', 'quarter'), 'quarter')).toEqual({ first: '2027-01-01', last: '2027-03-31' })
    expect(periodOf('2026-01-01', 'week')).toEqual({ first: '2025-12-29', last: '2026-01-04' })
  })

  it('holds its day, and the next one begins on the day after its last', () => {
    const day = fc.integer({ min: -3000, max: 30_000 }).map((days) => addDays('2000-01-01', days))
    fc.assert(
      fc.property(day, fc.constantFrom('week', 'month', 'quarter'), (today, period) => {
        const { first, last } = periodOf(today, period)
        expect(first <= today && today <= last).toBe(true)
        expect(periodAfter({ first, last }, period).first).toBe(addDays(last, 1))
        expect(periodOf(first, period)).toEqual(periodOf(last, period))
        if (period === 'week') expect([weekdayOf(first), weekdayOf(last)]).toEqual([1, 7])
      }),
      { seed: 7 },
    )
  })
})

const WEEKLY: PatrolFrequency = { period: 'week', times: 1 }
const standing = (today: string, valid_on: readonly string[], frequency: PatrolFrequency = WEEKLY, owed_since = '2026-01-05') =>
  patrolStanding({ today, valid_on, frequency, owed_since })

/*
 *  March 2026     Mo Tu We Th Fr Sa Su
 *  week A          2  3  4  5  6  7  8
 *  week B          9 10 11 12 13 14 15
 *  week C         16 17 18 19 20 21 22
 */
describe('a patrol a week', () => {
  it('made on any day of the week serves it: the next is due by the end of the next', () => {
    for (const day of ['2026-03-02', '2026-03-05', '2026-03-08'])
      expect(standing('2026-03-08', [day])).toMatchObject({ state: 'ok', due_on: '2026-03-15', overdue_days: 0, last_on: day })
  })

  it('is due soon from Friday on, and overdue from the Monday after', () => {
    const states = ['2026-03-12', '2026-03-13', '2026-03-15', '2026-03-16', '2026-03-20'].map((today) => {
      const { state, overdue_days } = standing(today, ['2026-03-04'])
      return [state, overdue_days]
    })
    expect(states).toEqual([
      ['ok', 0],
      ['due_soon', 0],
      ['due_soon', 0],
      ['overdue', 1],
      ['overdue', 5],
    ])
  })

  it('left out for weeks is overdue since the first of them, and made good by one', () => {
    expect(standing('2026-03-18', ['2026-02-25'])).toMatchObject({ due_on: '2026-03-08', overdue_days: 10, days_since: 21 })
    expect(standing('2026-03-18', ['2026-02-25', '2026-03-17'])).toMatchObject({ state: 'ok', due_on: '2026-03-29' })
  })

  it('that was never made is owed from the first whole week on', () => {
    expect(standing('2026-03-04', [], WEEKLY, '2026-03-04')).toEqual({
      state: 'never',
      last_on: null,
      days_since: null,
      due_on: '2026-03-15',
      overdue_days: 0,
    })
    expect(standing('2026-03-04', [], WEEKLY, '2026-03-02')).toMatchObject({ due_on: '2026-03-08', overdue_days: 0 })
    expect(standing('2026-03-20', [], WEEKLY, '2026-03-02')).toMatchObject({ state: 'never', overdue_days: 12 })
  })

  it('of a day to come does not count yet', () => {
    expect(standing('2026-03-04', ['2026-03-05'], WEEKLY, '2026-03-02').state).toBe('never')
  })
})

describe('other frequencies', () => {
  it('twice a month are two within the month: one leaves the other due by its end', () => {
    const twice: PatrolFrequency = { period: 'month', times: 2 }
    const february = ['2026-02-03', '2026-02-20']
    expect(standing('2026-03-10', [...february, '2026-03-05'], twice)).toMatchObject({ state: 'ok', due_on: '2026-03-31' })
    expect(standing('2026-03-27', [...february, '2026-03-05'], twice)).toMatchObject({ state: 'due_soon' })
    expect(standing('2026-03-27', [...february, '2026-03-05', '2026-03-26'], twice)).toMatchObject({ due_on: '2026-04-30' })
    expect(standing('2026-04-02', [...february, '2026-03-05'], twice)).toMatchObject({ state: 'overdue', overdue_days: 2 })
  })

  it('a quarter ends with its last month', () => {
    const quarterly: PatrolFrequency = { period: 'quarter', times: 1 }
    expect(standing('2026-06-10', ['2026-03-31'], quarterly)).toMatchObject({ state: 'ok', due_on: '2026-06-30' })
    expect(standing('2026-06-16', ['2026-03-31'], quarterly)).toMatchObject({ state: 'due_soon' })
    expect(standing('2026-04-01', ['2026-01-01'], quarterly)).toMatchObject({ state: 'ok', due_on: '2026-06-30' })
  })

  it('every so many days counts from the last one, or from when it was first owed', () => {
    expect(standing('2026-03-10', ['2026-03-04'], { every_days: 7 })).toMatchObject({ state: 'due_soon', due_on: '2026-03-11' })
    expect(standing('2026-03-12', ['2026-03-04'], { every_days: 7 })).toMatchObject({ state: 'overdue', overdue_days: 1 })
    expect(standing('2026-01-10', [], { every_days: 3 })).toMatchObject({ state: 'never', due_on: '2026-01-08', overdue_days: 2 })
  })

  it('one more valid patrol never makes a segment more overdue', () => {
    const day = fc.integer({ min: 0, max: 200 }).map((days) => addDays('2026-01-01', days))
    const frequencies = fc.constantFrom<PatrolFrequency>(
      WEEKLY,
      { period: 'month', times: 2 },
      { period: 'quarter', times: 1 },
      { every_days: 10 },
    )
    fc.assert(
      fc.property(fc.array(day, { maxLength: 8 }), day, day, frequencies, (days, more, today, frequency) => {
        const [without, withIt] = [days, [...days, more]].map((valid_on) => standing(today, valid_on, frequency))
        expect(withIt!.overdue_days).toBeLessThanOrEqual(without!.overdue_days)
        expect(withIt!.due_on >= without!.due_on).toBe(true)
      }),
      { seed: 11 },
    )
  })
})

describe('a segment', () => {
  const status = (question: Partial<SegmentQuestion> = {}) =>
    segmentStatus({
      today: '2026-03-11',
      valid_on: ['2026-03-10'],
      frequency: WEEKLY,
      owed_since: '2026-01-05',
      problems: 0,
      overdue_problems: 0,
      water_class: 'II',
      water_class_target: 'III',
      ...question,
    })

  it('is as good as the worst of patrol, problems and water', () => {
    expect(status()).toMatchObject({ water: 'met', health: 'good' })
    expect(status({ problems: 1 }).health).toBe('attention')
    expect(status({ valid_on: ['2026-03-04'], today: '2026-03-13' }).health).toBe('attention')
    expect(status({ problems: 1, overdue_problems: 1 }).health).toBe('bad')
    expect(status({ water_class: 'V' })).toMatchObject({ water: 'missed', health: 'bad' })
    expect(status({ valid_on: ['2026-02-20'] }).health).toBe('bad')
  })

  it('that was never patrolled wants attention, and is bad once a patrol was due', () => {
    expect(status({ valid_on: [], owed_since: '2026-03-11' }).health).toBe('attention')
    expect(status({ valid_on: [] }).health).toBe('bad')
  })

  it('is no worse for water that nobody sampled', () => {
    expect(status({ water_class: null })).toMatchObject({ water: 'unknown', health: 'good' })
  })

  it('comes first in a list when it is most overdue, then when it is due next, then when it is worse', () => {
    const list = {
      fresh: status(),
      overdue: status({ valid_on: ['2026-02-25'] }),
      longer: status({ valid_on: ['2026-01-25'] }),
      never: status({ valid_on: [], owed_since: '2025-01-06' }),
      soon: status({ valid_on: ['2026-03-04'] }),
      littered: status({ problems: 2 }),
    }
    const order = Object.entries(list).sort(([, a], [, b]) => compareMostOverdue(a, b))
    expect(order.map(([name]) => name)).toEqual(['never', 'longer', 'overdue', 'soon', 'littered', 'fresh'])
    expect(compareMostOverdue(list.fresh, status())).toBe(0)
  })
})

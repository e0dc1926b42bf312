// By when a case is due. Offices are open 08:30–12:00 and 13:30–18:00, eight hours a day.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STANDARD_CALENDAR } from '#geodata/cases/calendar.ts'
import {
  ClockRefused,
  dueAt,
  elapsed,
  isWorkingDay,
  LIMIT_UNITS,
  type LimitUnit,
  MOST_DAYS,
  remaining,
  type WorkCalendar,
} from '#geodata/cases/clock.ts'

/** A moment by the clocks of China, `2026-03-11 17:30`. */
const at = (chinese: string): number => Date.parse(`${chinese.replace(' ', 'T')}:00+08:00`)
const told = (moment: number): string => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const due = (start: string, amount: number, unit: LimitUnit): string =>
  told(dueAt(at(start), { amount, unit }, STANDARD_CALENDAR))
const passed = (start: string, end: string, unit: LimitUnit): number => elapsed(at(start), at(end), unit, STANDARD_CALENDAR)

// 2026-03: 11 is a Wednesday.
describe('working hours', () => {
  test.each([
    ['in the morning', '2026-03-11 09:00', 2, '2026-03-11 11:00'],
    ['over the noon break', '2026-03-11 11:00', 2, '2026-03-11 14:30'],
    ['from within the noon break', '2026-03-11 12:40', 1, '2026-03-11 14:30'],
    ['from its first minute', '2026-03-11 12:00', 1, '2026-03-11 14:30'],
    ['up to its first minute: due when it begins', '2026-03-11 11:00', 1, '2026-03-11 12:00'],
    ['up to closing: due at closing, not at the next opening', '2026-03-11 17:00', 1, '2026-03-11 18:00'],
    ['from closing', '2026-03-11 18:00', 1, '2026-03-12 09:30'],
    ['from the night', '2026-03-11 23:30', 1, '2026-03-12 09:30'],
    ['from before dawn, when it is still yesterday in UTC', '2026-03-11 03:00', 1, '2026-03-11 09:30'],
    ['over a weekend', '2026-03-13 17:00', 2, '2026-03-16 09:30'],
    ['from a Sunday', '2026-03-15 10:00', 4, '2026-03-16 14:00'],
    ['over the Spring Festival, nine days', '2026-02-14 17:00', 2, '2026-02-24 09:30'],
    ['into a make-up Saturday', '2026-02-27 17:00', 2, '2026-02-28 09:30'],
    ['over a weekend whose Sunday is worked', '2026-09-18 17:00', 2, '2026-09-20 09:30'],
    ['over the turn of the year', '2025-12-31 17:00', 2, '2026-01-04 09:30'],
  ])('%s', (_, start, amount, end) => {
    expect(due(start, amount, 'working_hours')).toBe(end)
  })
})

describe('working days', () => {
  test.each([
    ['end at the same minute of a later day', '2026-03-11 15:10', 1, '2026-03-12 15:10'],
    ['skip a weekend', '2026-03-13 15:10', 1, '2026-03-16 15:10'],
    ['of the morning end at closing when begun at opening', '2026-03-11 08:30', 1, '2026-03-11 18:00'],
    ['begun in the night end at closing', '2026-03-11 22:00', 1, '2026-03-12 18:00'],
    ['begun at closing end at closing', '2026-03-11 18:00', 2, '2026-03-13 18:00'],
    ['skip a holiday and count the make-up days around it', '2026-02-13 10:00', 3, '2026-02-25 10:00'],
    ['may be halves', '2026-03-11 08:30', 0.5, '2026-03-11 14:00'],
  ])('%s', (_, start, amount, end) => {
    expect(due(start, amount, 'working_days')).toBe(end)
  })

  test('are as long as eight working hours', () => {
    expect(due('2026-03-11 15:10', 3, 'working_days')).toBe(due('2026-03-11 15:10', 24, 'working_hours'))
  })
})

test('urgent hours run through night, weekend and holidays', () => {
  expect(due('2026-02-14 23:00', 2, 'hours')).toBe('2026-02-15 01:00')
  expect(due('2026-10-01 17:00', 24, 'hours')).toBe('2026-10-02 17:00')
})

describe('what has elapsed', () => {
  test('outside of office hours is nothing', () => {
    expect(passed('2026-03-11 18:00', '2026-03-12 08:30', 'working_hours')).toBe(0)
    expect(passed('2026-02-15 09:00', '2026-02-23 18:00', 'working_days')).toBe(0)
    expect(passed('2026-03-11 12:00', '2026-03-11 13:30', 'working_hours')).toBe(0)
  })

  test('has fractions', () => {
    expect(passed('2026-03-11 09:00', '2026-03-11 10:30', 'working_hours')).toBe(1.5)
    expect(passed('2026-03-11 08:30', '2026-03-13 14:00', 'working_days')).toBe(2.5)
    expect(passed('2026-03-11 20:00', '2026-03-11 20:15', 'hours')).toBe(0.25)
  })

  test('is below 0 the other way around', () => {
    expect(passed('2026-03-11 10:30', '2026-03-11 09:00', 'working_hours')).toBe(-1.5)
    expect(passed('2026-03-11 10:30', '2026-03-11 09:00', 'hours')).toBe(-1.5)
  })
})

test('what remains turns into what it is overdue by, and stands still while offices are closed', () => {
  const left = (now: string) => remaining(at(now), at('2026-03-13 16:00'), 'working_hours', STANDARD_CALENDAR)
  expect(left('2026-03-13 14:00')).toBe(2)
  expect(left('2026-03-13 16:00')).toBe(0)
  expect(left('2026-03-13 18:00')).toBe(-2)
  expect(left('2026-03-15 12:00')).toBe(-2)
  expect(left('2026-03-16 09:30')).toBe(-3)
})

test('a moment on the hour of a change of day belongs to the day in China', () => {
  expect(isWorkingDay('2026-03-14', STANDARD_CALENDAR)).toBe(false)
  // Friday 17:30 in UTC is Saturday in China.
  expect(
    elapsed(Date.parse('2026-03-13T17:30:00Z'), Date.parse('2026-03-14T15:59:00Z'), 'working_hours', STANDARD_CALENDAR),
  ).toBe(0)
})

describe('refused is', () => {
  const start = at('2026-03-11 09:00')
  const codeOf = (work: () => unknown): string | undefined => {
    try {
      work()
    } catch (error) {
      if (error instanceof ClockRefused) return error.code
      throw error
    }
    return undefined
  }
  const closed: WorkCalendar = { hours: [], days: new Map() }

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e-9, MOST_DAYS + 1])('a limit of %d days', (amount) => {
    expect(codeOf(() => dueAt(start, { amount, unit: 'working_days' }, STANDARD_CALENDAR))).toBe('bad_amount')
    expect(codeOf(() => dueAt(start, { amount: amount * 24, unit: 'hours' }, STANDARD_CALENDAR))).toBe('bad_amount')
    expect(codeOf(() => dueAt(start, { amount: amount * 8, unit: 'working_hours' }, STANDARD_CALENDAR))).toBe('bad_amount')
  })

  test.each([
    [[]],
    [[{ from: 600, to: 600 }]],
    [[{ from: 600, to: 1441 }]],
    [[{ from: -1, to: 60 }]],
    [
      [
        { from: 480, to: 720 },
        { from: 700, to: 900 },
      ],
    ],
  ])('office hours of %j', (hours) => {
    const calendar = { ...closed, hours }
    expect(codeOf(() => dueAt(start, { amount: 1, unit: 'working_days' }, calendar))).toBe('bad_office_hours')
    expect(codeOf(() => dueAt(start, { amount: 1, unit: 'working_hours' }, calendar))).toBe('bad_office_hours')
    expect(codeOf(() => elapsed(start, start + 1, 'working_hours', calendar))).toBe('bad_office_hours')
    expect(dueAt(start, { amount: 1, unit: 'hours' }, calendar)).toBe(start + 3_600_000)
  })

  test('a calendar in which nobody works any more', () => {
    const day = (i: number) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10)
    const days = new Map(Array.from({ length: 4000 }, (_, i) => [day(i), 'holiday' as const]))
    const calendar = { ...STANDARD_CALENDAR, days }
    expect(codeOf(() => dueAt(start, { amount: 1, unit: 'working_hours' }, calendar))).toBe('no_working_day')
    expect(elapsed(start, at('2030-01-01 00:00'), 'working_days', calendar)).toBe(0)
  })

  test('a moment that is none', () => {
    expect(codeOf(() => dueAt(Number.NaN, { amount: 1, unit: 'hours' }, STANDARD_CALENDAR))).toBe('bad_moment')
    expect(codeOf(() => elapsed(start, Number.POSITIVE_INFINITY, 'working_days', STANDARD_CALENDAR))).toBe('bad_moment')
  })
})

test('the longest limits end', () => {
  expect(due('2025-01-01 12:00', MOST_DAYS, 'working_days') < '2026-08').toBe(true)
  expect(due('2025-01-01 12:00', MOST_DAYS * 24, 'hours')).toBe('2026-01-01 12:00')
})

describe('for whatever moment and limit', () => {
  const moments = fc.integer({ min: at('2024-12-01 00:00'), max: at('2027-02-01 00:00') })
  const units = fc.constantFrom(...LIMIT_UNITS)
  /** Whole minutes of office time in every unit, so that nothing is rounded. */
  const amounts = fc.integer({ min: 1, max: 240 }).map((n) => n / 8)
  const hold = <Values>(property: fc.IPropertyWithHooks<Values>) => fc.assert(property, { seed: 20, numRuns: 500 })
  const when = (start: number, amount: number, unit: LimitUnit) => dueAt(start, { amount, unit }, STANDARD_CALENDAR)

  test('just the limit has elapsed when it is due, and not a millisecond before', () => {
    hold(
      fc.property(moments, amounts, units, (start, amount, unit) => {
        const end = when(start, amount, unit)
        expect(elapsed(start, end, unit, STANDARD_CALENDAR)).toBeCloseTo(amount, 9)
        expect(elapsed(start, end - 1, unit, STANDARD_CALENDAR)).toBeLessThan(amount)
      }),
    )
  })

  test('what begins later is never due earlier', () => {
    hold(
      fc.property(moments, moments, amounts, units, (one, other, amount, unit) => {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)]
        expect(when(earlier, amount, unit)).toBeLessThanOrEqual(when(later, amount, unit))
      }),
    )
  })

  test('more time never ends earlier, and two limits one after the other end as their sum', () => {
    hold(
      fc.property(moments, amounts, amounts, units, (start, first, second, unit) => {
        const sum = when(start, first + second, unit)
        expect(sum).toBeGreaterThan(when(start, first, unit))
        expect(sum).toBe(when(when(start, first, unit), second, unit))
      }),
    )
  })

  test('what elapses adds up', () => {
    hold(
      fc.property(moments, moments, moments, units, (a, b, c, unit) => {
        const between = (from: number, to: number) => elapsed(from, to, unit, STANDARD_CALENDAR)
        expect(between(a, b) + between(b, c)).toBeCloseTo(between(a, c), 6)
      }),
    )
  })

  test('office limits are due while offices are open, on a working day', () => {
    hold(
      fc.property(moments, amounts, fc.constantFrom('working_hours', 'working_days' as const), (start, amount, unit) => {
        const end = told(when(start, amount, unit) - 1)
        expect(isWorkingDay(end.slice(0, 10), STANDARD_CALENDAR)).toBe(true)
        expect(end.slice(11)).toMatch(/^(08:[345]|09|10|11|13:[345]|14|15|16|17)/)
      }),
    )
  })

  test('urgent hours know no calendar', () => {
    const never: WorkCalendar = { hours: [], days: new Map() }
    hold(
      fc.property(moments, amounts, (start, amount) => {
        expect(dueAt(start, { amount, unit: 'hours' }, never)).toBe(when(start, amount, 'hours'))
        expect(when(start, amount, 'hours') - start).toBe(amount * 3_600_000)
      }),
    )
  })
})

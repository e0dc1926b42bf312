// Which days offices work.
import { describe, expect, test } from 'vitest'
import { calendarKnows, calendarWith, NOTICES, OFFICE_HOURS, STANDARD_CALENDAR } from '#geodata/cases/calendar.ts'
import { isWorkingDay } from '#geodata/cases/clock.ts'

const daysOf = (year: number): string[] =>
  Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(year, 0, 1 + i)).toISOString().slice(0, 10)).filter((day) =>
    day.startsWith(String(year)),
  )
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay())

describe.each(NOTICES)('the notice for $year', ({ year, holidays }) => {
  test('moves days off about and gives no more of them than the law: weekends and 13 days (全国年节及纪念日放假办法, 2024)', () => {
    const weekends = daysOf(year).filter(isWeekend).length
    const worked = daysOf(year).filter((day) => isWorkingDay(day, STANDARD_CALENDAR))
    expect(worked).toHaveLength(365 - weekends - 13)
  })

  test('makes up on weekends alone, never on a holiday', () => {
    const workdays = holidays.flatMap((holiday) => holiday.workdays)
    expect(workdays.filter((day) => !isWeekend(day))).toEqual([])
    expect(workdays.filter((day) => !isWorkingDay(day, STANDARD_CALENDAR))).toEqual([])
  })

  test('lies in its year, one holiday after another', () => {
    const ends = holidays.flatMap(({ from, to }) => [from, to])
    expect(ends).toEqual(ends.toSorted())
    expect([...ends, ...holidays.flatMap(({ workdays }) => workdays)].filter((day) => !day.startsWith(String(year)))).toEqual([])
  })

  test('is known', () => {
    expect(calendarKnows(year)).toBe(true)
  })
})

test('an office day has eight hours', () => {
  expect(OFFICE_HOURS.hours.reduce((minutes, { from, to }) => minutes + to - from, 0)).toBe(8 * 60)
})

test('without a notice Monday to Friday are worked, and that the holidays are not known is told', () => {
  expect(calendarKnows(2024)).toBe(false)
  expect(calendarKnows(2031)).toBe(false)
  expect(isWorkingDay('2031-10-01', STANDARD_CALENDAR)).toBe(true)
  expect(isWorkingDay('2031-10-04', STANDARD_CALENDAR)).toBe(false)
})

test("a place's own days count before the notices, and a single one makes no year known", () => {
  const own = calendarWith([
    { day: '2026-05-09', kind: 'holiday' },
    { day: '2027-03-08', kind: 'holiday' },
  ])
  expect(isWorkingDay('2026-05-09', own)).toBe(false)
  expect(isWorkingDay('2027-03-08', own)).toBe(false)
  expect(calendarKnows(2026, own)).toBe(true)
  expect(calendarKnows(2027, own)).toBe(false)
})

test('a place that enters the notice of a year makes it known', () => {
  expect(calendarKnows(2027, calendarWith([{ day: '2027-01-01', kind: 'holiday' }]))).toBe(true)
})

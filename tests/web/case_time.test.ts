import { expect, test } from 'vitest'
import { calendarWith, STANDARD_CALENDAR } from '#geodata/cases/calendar.ts'
import { amountOf, limitOf, timeLeft } from '../../web/cases/time_left.ts'

/** A Wednesday at 10:00 in China. */
const NOW = Date.parse('2026-03-04T02:00:00Z')
const at = (iso: string, amount: number, unit: 'working_hours' | 'working_days' | 'hours', calendar = STANDARD_CALENDAR) =>
  timeLeft(iso, { amount, unit }, NOW, calendar)

test('office time stands still over noon, at night and over the weekend', () => {
  // 10:00 to 12:00 and 13:30 to 14:30 of the same day
  expect(at('2026-03-04T06:30:00Z', 4, 'working_hours').left_ms).toBe(3 * 3_600_000)
  // until Monday 10:00: two and a half days of office
  expect(at('2026-03-09T02:00:00Z', 3, 'working_days').left_ms).toBe(3 * 8 * 3_600_000)
})

test('a day that this place has off of its own is none of the office', () => {
  const fair = calendarWith([{ day: '2026-03-05', kind: 'holiday' }])
  expect(at('2026-03-09T02:00:00Z', 3, 'working_days', fair).left_ms).toBe(2 * 8 * 3_600_000)
  const sunday = calendarWith([{ day: '2026-03-08', kind: 'workday' }])
  expect(at('2026-03-09T02:00:00Z', 3, 'working_days', sunday).left_ms).toBe(4 * 8 * 3_600_000)
})

test('urgent time runs day and night', () => {
  expect(at('2026-03-05T02:00:00Z', 24, 'hours')).toMatchObject({ left_ms: 24 * 3_600_000, share: 0, tone: 'calm' })
})

test('what was due when offices closed is overdue in the night, though no office time has passed', () => {
  const night = Date.parse('2026-03-04T14:00:00Z')
  const left = timeLeft('2026-03-04T10:00:00Z', { amount: 4, unit: 'working_hours' }, night, STANDARD_CALENDAR)
  expect(left.tone).toBe('overdue')
  expect(left.left_ms).toBeCloseTo(0)
})

test('the last quarter of a limit is soon', () => {
  expect(at('2026-03-04T03:00:00Z', 4, 'working_hours').tone).toBe('soon')
  expect(at('2026-03-04T04:00:00Z', 4, 'working_hours').tone).toBe('calm')
})

test('an amount is said in the largest unit that says enough', () => {
  const hours = (n: number, unit: 'hours' | 'working_hours') => amountOf({ left_ms: n * 3_600_000, unit })
  expect(hours(0.5, 'hours')).toEqual({ key: 'minutes', n: '30' })
  expect(hours(5.25, 'hours')).toEqual({ key: 'hoursMinutes', h: 5, m: 15 })
  expect(hours(50, 'hours')).toEqual({ key: 'daysHours', d: 2, h: 2 })
  expect(hours(-3.5, 'working_hours')).toEqual({ key: 'working_hours', n: '3.5' })
  expect(hours(20, 'working_hours')).toEqual({ key: 'working_days', n: '2.5' })
})

test('a case that has ended has no running limit', () => {
  expect(limitOf('closed', null)).toBeNull()
})

/** On which days, and at what hours, cases are found. */
import type { WorkCalendar } from '#geodata/cases/clock.ts'
import { isWorkingDay } from '#geodata/cases/clock.ts'
import { type Random, randomStream } from '#geodata/county/geometry/random.ts'
import { addDays, periodOf, weekdayOf } from '#geodata/rivers/calendar.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Midnight in China at which a day begins, in milliseconds since 1970. */
export const midnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`)

export interface DemoYear {
  readonly first: string
  readonly last: string
  readonly start: number
  /** The midnight after the last day. */
  readonly end: number
}

/** The last twelve whole months before the month of a day. */
export function yearBefore(today: string): DemoYear {
  const month = periodOf(today, 'month').first
  const first = `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
  return { first, last: addDays(month, -1), start: midnight(first), end: midnight(month) }
}

export function* daysFrom(first: string, last: string): Generator<string> {
  for (let day = first; day <= last; day = addDays(day, 1)) yield day
}

const BY_MONTH = [0.85, 0.74, 1.04, 1.08, 1.1, 1.08, 1.14, 1.12, 1.04, 1, 0.96, 0.9]
const BY_WEEKDAY = [1.08, 1.04, 1, 1, 1.03, 0.44, 0.36]
const ON_HOLIDAY = 0.3
/** Days of work in the place of a weekend, and great inspections now and then. */
const MADE_UP = 0.92
const INSPECTED = 1.35

/** How many cases are found on a day, compared with other days. */
export function bustleOn(day: string, calendar: WorkCalendar): number {
  const luck = randomStream(`cases: ${day}`)
  const weekday = weekdayOf(day)
  const special = calendar.days.get(day)
  const share = special === 'holiday' ? ON_HOLIDAY : special === 'workday' && weekday > 5 ? MADE_UP : BY_WEEKDAY[weekday - 1]!
  const inspected = isWorkingDay(day, calendar) && luck.chance(0.04) ? INSPECTED : 1
  return BY_MONTH[Number(day.slice(5, 7)) - 1]! * share * inspected * luck.lognormal(0.09)
}

const RAIN = [0.08, 0.1, 0.14, 0.18, 0.2, 0.28, 0.44, 0.4, 0.3, 0.18, 0.1, 0.07]
export const isWet = (day: string): boolean => randomStream(`rain: ${day}`).chance(RAIN[Number(day.slice(5, 7)) - 1]!)

/** Around an hour, as most things are: within so many hours of it nine times of ten. */
const around = (random: Random, hour: number, spread: number): number =>
  hour + (random.next() + random.next() + random.next() + random.next() - 2) * spread

/** Two rounds a day, the evening market, and a few in the night. */
const ROUNDS = [
  { hour: 9.7, spread: 1.7, share: 0.46, evening: 0.2 },
  { hour: 15.7, spread: 1.9, share: 0.4, evening: 0.22 },
  { hour: 19.4, spread: 1.6, share: 0.11, evening: 0.54 },
  { hour: 12, spread: 6.5, share: 0.03, evening: 0.04 },
] as const

/** Hours since midnight. */
export function hourOf(random: Random, isEvening: boolean): number {
  let left = random.next()
  for (const { hour, spread, share, evening } of ROUNDS) {
    left -= isEvening ? evening : share
    if (left < 0) return Math.min(23.9, Math.max(0.1, around(random, hour, spread)))
  }
  return random.between(0.2, 23.8)
}

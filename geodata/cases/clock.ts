/** By when a case is due: limits in office hours, office days or hours of the clock. Moments are milliseconds since 1970 in UTC. */

/**
 * 工作时 and 工作日 run in office hours only, 紧急工作时 (`hours`) day and night.
 *
 * A working day is as much office time as a day has: two days given at 15:00 end at 15:00. The other custom, that of the civil code (民法典
 * 第二百零一条、第二百零三条: the day itself does not count, the last one ends when offices close), gives a case of 08:30 most of a day more than one of
 * 17:59. As office time a limit is as long whenever a case comes, 工作时 and 工作日 convert into each other, and what has elapsed can be read back.
 */
export const LIMIT_UNITS = ['working_hours', 'working_days', 'hours'] as const
export type LimitUnit = (typeof LIMIT_UNITS)[number]

export interface Limit {
  readonly amount: number
  readonly unit: LimitUnit
}

/** In minutes since midnight in China, before each other and apart. */
export interface OfficeHours {
  readonly from: number
  readonly to: number
}

export type DayKind = 'workday' | 'holiday'

export interface WorkCalendar {
  readonly hours: readonly OfficeHours[]
  /** By `YYYY-MM-DD`, the days on which offices work, or do not, against their weekday (调休). */
  readonly days: ReadonlyMap<string, DayKind>
}

/** Every reason for which a question about a limit is refused, and what it means. */
export const CLOCK_REFUSALS = {
  bad_amount: 'The amount is not above 0, or more than 365 days.',
  bad_moment: 'A moment is no finite number.',
  bad_office_hours: 'There are no office hours, or they overlap, are out of order or lie outside of the day.',
  no_working_day: 'Offices are closed for so long that the limit would not end within three years.',
} as const
export type ClockRefusal = keyof typeof CLOCK_REFUSALS

export class ClockRefused extends RangeError {
  override readonly name = 'ClockRefused'
  readonly code: ClockRefusal
  constructor(code: ClockRefusal) {
    super(CLOCK_REFUSALS[code])
    this.code = code
  }
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** All of China keeps UTC+8, all year; the summer time of 1986 to 1991 is older than any case. */
const CHINA_MS = 8 * HOUR_MS

/** The longest limit, in days of its unit. */
export const MOST_DAYS = 365
const SEARCHED_DAYS = 3 * 365

/**
 * When a limit ends that begins at `start`: the first moment at which so much time has passed. Outside of office hours it begins with the next
 * opening, and one that ends with them ends at closing, not at the next opening.
 * @throws ClockRefused where there is no such moment
 */
export function dueAt(start: number, { amount, unit }: Limit, calendar: WorkCalendar): number {
  refuseUnlessFinite(start)
  const wholeDay = unit === 'hours' ? DAY_MS : officeDay(calendar)
  let left = Math.round(amount * lengthOf(unit, calendar))
  if (!(left > 0 && left <= MOST_DAYS * wholeDay)) throw new ClockRefused('bad_amount')
  if (unit === 'hours') return start + left
  const first = dayOf(start)
  for (let day = first; day < first + SEARCHED_DAYS; day++) {
    if (!isWorking(day, calendar)) continue
    const midnight = midnightOf(day)
    const before = officeTimeBefore(start - midnight, calendar)
    const available = wholeDay - before
    if (left <= available) return midnight + momentAfter(before + left, calendar)
    left -= available
  }
  throw new ClockRefused('no_working_day')
}

/**
 * The time from `start` to `end` in a unit, fractions included; below 0 where the end comes first.
 * @throws ClockRefused where a moment is no finite number or the office hours are none
 */
export function elapsed(start: number, end: number, unit: LimitUnit, calendar: WorkCalendar): number {
  refuseUnlessFinite(start, end)
  const length = lengthOf(unit, calendar)
  if (unit === 'hours') return (end - start) / length
  if (end < start) return 0 - elapsed(end, start, unit, calendar)
  let time = 0
  for (let day = dayOf(start), last = dayOf(end); day <= last; day++) {
    if (!isWorking(day, calendar)) continue
    const midnight = midnightOf(day)
    time += officeTimeBefore(end - midnight, calendar) - officeTimeBefore(start - midnight, calendar)
  }
  return time / length
}

/** What is left at `now` of a limit that ends at `due`, in a unit; below 0, what it is overdue by. While offices are closed it stands still. */
export const remaining = (now: number, due: number, unit: LimitUnit, calendar: WorkCalendar): number =>
  elapsed(now, due, unit, calendar)

/** Whether offices work on a day: from Monday to Friday, where the calendar says nothing else. @param day `YYYY-MM-DD` */
export function isWorkingDay(day: string, { days }: WorkCalendar): boolean {
  const kind = days.get(day)
  if (kind) return kind === 'workday'
  const weekday = new Date(day).getUTCDay()
  return weekday >= 1 && weekday <= 5
}

/** Days are counted from 1 January 1970 in China. */
const dayOf = (moment: number): number => Math.floor((moment + CHINA_MS) / DAY_MS)
const midnightOf = (day: number): number => day * DAY_MS - CHINA_MS
const isWorking = (day: number, calendar: WorkCalendar): boolean =>
  isWorkingDay(new Date(day * DAY_MS).toISOString().slice(0, 10), calendar)

/** Milliseconds of a unit: a working day is as long as the office hours of a day. */
function lengthOf(unit: LimitUnit, calendar: WorkCalendar): number {
  if (unit === 'hours') return HOUR_MS
  // Working hours ask for it too: where there are no office hours they never pass.
  const day = officeDay(calendar)
  return unit === 'working_days' ? day : HOUR_MS
}

function officeDay({ hours }: WorkCalendar): number {
  let [total, closed] = [0, 0]
  for (const { from, to } of hours) {
    if (!(from >= closed && to > from && to <= DAY_MS / MINUTE_MS)) throw new ClockRefused('bad_office_hours')
    total += to - from
    closed = to
  }
  if (total === 0) throw new ClockRefused('bad_office_hours')
  return total * MINUTE_MS
}

/** Office time of a working day before so many milliseconds since its midnight; all of it after the day's end. */
function officeTimeBefore(sinceMidnight: number, { hours }: WorkCalendar): number {
  const spans = hours.map(({ from, to }) => Math.min(sinceMidnight, to * MINUTE_MS) - from * MINUTE_MS)
  return spans.reduce((sum, span) => sum + Math.max(0, span), 0)
}

/** Milliseconds since midnight when so much of the day's office time has passed, more than none and no more than all. */
function momentAfter(officeTime: number, { hours }: WorkCalendar): number {
  let left = officeTime
  for (const { from, to } of hours) {
    const length = (to - from) * MINUTE_MS
    if (left <= length) return from * MINUTE_MS + left
    left -= length
  }
  throw new ClockRefused('bad_office_hours')
}

function refuseUnlessFinite(...moments: readonly number[]): void {
  if (!moments.every(Number.isFinite)) throw new ClockRefused('bad_moment')
}

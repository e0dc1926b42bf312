// How much time a case has left, in the clock of its kind.
import { type Limit, type LimitUnit, remaining, type WorkCalendar } from '#geodata/cases/clock.ts'
import type { Stage } from '#geodata/cases/flow.ts'
import type { LimitedStep, Limits } from '#geodata/cases/records.ts'

/** The step whose limit runs while a case stands there. */
const RUNNING: Readonly<Partial<Record<Stage, LimitedStep>>> = {
  collected: 'file',
  filed: 'dispatch',
  dispatched: 'handle',
  handling: 'handle',
  reported_back: 'verify',
  verified: 'close',
}

export const runningStep = (stage: Stage): LimitedStep | null => RUNNING[stage] ?? null

export interface TimeLeft {
  readonly tone: 'calm' | 'soon' | 'overdue'
  /** Milliseconds of the clock that runs: office time, or all time. Below 0 by how much it is too late. */
  readonly left_ms: number
  readonly unit: LimitUnit
  /** Of the limit, what has passed: 0 to 1; null where the limit is not known. */
  readonly share: number | null
}

const HOUR_MS = 3_600_000
/** Of a limit the last quarter is soon; of a long one no more than the last office day. */
const SOON_SHARE = 0.75
const SOON_MS = 8 * HOUR_MS

/** @param limit of the running step; null where the kind is not known on this device, and then the clock runs day and night */
export function timeLeft(due: string, limit: Limit | null, now: number, calendar: WorkCalendar): TimeLeft {
  const unit = limit?.unit ?? 'hours'
  const clock = unit === 'hours' ? 'hours' : 'working_hours'
  const left_ms = remaining(now, Date.parse(due), clock, calendar) * HOUR_MS
  // At night the office clock stands still: what was due at closing is overdue all the same.
  const isOverdue = Date.parse(due) < now
  const whole = limit && lengthOf(limit)
  const share = whole ? Math.min(1, Math.max(0, 1 - left_ms / whole)) : null
  const isSoon = left_ms <= SOON_MS && (share === null ? left_ms <= HOUR_MS : share >= SOON_SHARE)
  return { tone: isOverdue ? 'overdue' : isSoon ? 'soon' : 'calm', left_ms, unit, share: isOverdue ? 1 : share }
}

const OFFICE_DAY_MS = 8 * HOUR_MS
const lengthOf = ({ amount, unit }: Limit): number => amount * (unit === 'working_days' ? OFFICE_DAY_MS : HOUR_MS)

export const limitOf = (stage: Stage, limits: Limits | null | undefined): Limit | null => {
  const step = runningStep(stage)
  return step && limits ? limits[step] : null
}

/** How it is said: the largest unit that leaves no great fraction. */
export type Amount =
  | { readonly key: 'minutes' | 'hours' | 'working_hours' | 'working_days'; readonly n: string }
  | { readonly key: 'hoursMinutes'; readonly h: number; readonly m: number }
  | { readonly key: 'daysHours'; readonly d: number; readonly h: number }

export function amountOf({ left_ms, unit }: Pick<TimeLeft, 'left_ms' | 'unit'>): Amount {
  const minutes = Math.max(0, Math.round(Math.abs(left_ms) / 60_000))
  if (minutes < 60) return { key: 'minutes', n: String(minutes) }
  if (unit === 'hours') {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    if (hours >= 48) return { key: 'daysHours', d: Math.floor(hours / 24), h: hours % 24 }
    return { key: 'hoursMinutes', h: hours, m: rest }
  }
  const hours = minutes / 60
  return hours >= 16 ? { key: 'working_days', n: short(hours / 8) } : { key: 'working_hours', n: short(hours) }
}

/** One decimal where it says something. */
const short = (value: number): string => String(value >= 20 ? Math.round(value) : Math.round(value * 10) / 10)

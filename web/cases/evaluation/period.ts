// The days that figures are made of: calendar weeks from Monday, calendar months, the last twelve months, or any.
import { today } from '../../values/times.ts'

export const PERIODS = ['week', 'month', 'year', 'own'] as const
export type PeriodKind = (typeof PERIODS)[number]

export interface Period {
  readonly kind: PeriodKind
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string
}

const DAY_MS = 86_400_000
const textOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
const add = (day: string, days: number): string => textOf(Date.parse(day) + days * DAY_MS)

/** The period of a kind in which a day lies. */
export function periodOf(kind: Exclude<PeriodKind, 'own'>, day: string): Period {
  switch (kind) {
    case 'week': {
      const sinceMonday = (new Date(day).getUTCDay() + 6) % 7
      const from = add(day, -sinceMonday)
      return { kind, from, to: add(from, 6) }
    }
    case 'month':
      return { kind, from: `${day.slice(0, 7)}-01`, to: lastOfMonth(day) }
    case 'year': {
      const [year, month] = day.split('-').map(Number)
      const from = textOf(Date.UTC(year!, month! - 12, 1))
      return { kind, from, to: lastOfMonth(day) }
    }
  }
}

function lastOfMonth(day: string): string {
  const [year, month] = day.split('-').map(Number)
  return textOf(Date.UTC(year!, month!, 0))
}

/** Days to come have no figures. */
export const notAfterToday = (day: string): string => [day, today()].sort()[0]!

/** A bulletin counts days that are over. Undefined where none of the period is. */
export function lastOfBulletin({ from, to }: Pick<Period, 'from' | 'to'>): string | undefined {
  const last = [to, add(today(), -1)].sort()[0]!
  return last < from ? undefined : last
}

/** The one before or after it; of days of somebody's own, as many before or after them. */
export function moved({ kind, from, to }: Period, by: 1 | -1): Period {
  if (kind === 'own') {
    const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1
    return { kind, from: add(from, by * days), to: add(to, by * days) }
  }
  return periodOf(kind, by === 1 ? add(to, 1) : kind === 'year' ? lastBefore(to) : add(from, -1))
}

/** The last day of the month before: twelve months are moved by one. */
const lastBefore = (day: string): string => add(`${day.slice(0, 7)}-01`, -1)

/** Days of the calendar as `YYYY-MM-DD`, and the weeks, months and quarters they lie in. */

const DAY_MS = 86_400_000

export const PERIODS = ['week', 'month', 'quarter'] as const
export type Period = (typeof PERIODS)[number]

/** Both days belong to it. */
export interface Days {
  readonly first: string
  readonly last: string
}

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => dayOf(Date.parse(day) + days * DAY_MS)

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7

const MONTHS = { month: 1, quarter: 3 } as const

/** The calendar week (Monday to Sunday), month or quarter that a day lies in. */
export function periodOf(day: string, period: Period): Days {
  if (period === 'week') {
    const first = addDays(day, 1 - weekdayOf(day))
    return { first, last: addDays(first, 6) }
  }
  const [year, month] = day.split('-').map(Number) as [number, number, number]
  const first = month - 1 - ((month - 1) % MONTHS[period])
  return { first: dayOf(Date.UTC(year, first, 1)), last: dayOf(Date.UTC(year, first + MONTHS[period], 0)) }
}

export const periodAfter = ({ last }: Days, period: Period): Days => periodOf(addDays(last, 1), period)

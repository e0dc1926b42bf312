/** The week, month or year of a bulletin, as far as it is over. Days are `YYYY-MM-DD`. */
import { addDays, type Days, periodOf, weekdayOf } from '#geodata/rivers/calendar.ts'
import { Problem } from '../../http/problem.ts'
import { BULLETIN_TEXT } from '../../words/bulletin_text.ts'
import type { Language } from '../../words/index.ts'
import { REPORT_TEXT } from '../../words/report_text.ts'

export const BULLETIN_PERIODS = ['week', 'month', 'year'] as const
export type BulletinPeriod = (typeof BULLETIN_PERIODS)[number]

export interface CountedPeriod {
  readonly kind: BulletinPeriod
  readonly first: string
  /** The last day that is counted: that of the period, or yesterday. */
  readonly last: string
  readonly isOver: boolean
  /** As many days of the period before, or all of it. */
  readonly before: Days
}

/**
 * Whole days are counted, so that a bulletin says the same all day long. Refuses a period of which none is over.
 * @param day that lies in the period
 */
export function countedPeriod(kind: BulletinPeriod, day: string, today: string): CountedPeriod {
  const { first, last } = daysOf(kind, day)
  const yesterday = addDays(today, -1)
  if (first > yesterday) throw new Problem(400, 'bulletin_too_early', { field: 'day' }, { day })
  const before = daysOf(kind, addDays(first, -1))
  if (last <= yesterday) return { kind, first, last, isOver: true, before }
  const passed = (Date.parse(yesterday) - Date.parse(first)) / 86_400_000
  const sameDay = addDays(before.first, passed)
  return {
    ...{ kind, first, last: yesterday, isOver: false },
    before: { first: before.first, last: [sameDay, before.last].sort()[0]! },
  }
}

function daysOf(kind: BulletinPeriod, day: string): Days {
  const year = day.slice(0, 4)
  return kind === 'year' ? { first: `${year}-01-01`, last: `${year}-12-31` } : periodOf(day, kind)
}

/** `2026年第47周（11月16日至11月22日）` */
export function periodInWords({ kind, first, last, isOver }: CountedPeriod, language: Language): string {
  return BULLETIN_TEXT[language].period(nameOf(kind, first, language), REPORT_TEXT[language].days(first, last), isOver)
}

export function nameOf(kind: BulletinPeriod, first: string, language: Language): string {
  const text = BULLETIN_TEXT[language]
  const [year, month] = first.split('-').map(Number) as [number, number]
  if (kind === 'year') return text.year(year)
  if (kind === 'month') return text.month(year, month)
  return text.week(...weekOf(first))
}

/** Year and number of a week after ISO 8601 (GB/T 7408): the first is the one with the year's first Thursday. */
export function weekOf(day: string): [year: number, week: number] {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const year = thursday.slice(0, 4)
  return [Number(year), Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * 86_400_000)) + 1]
}

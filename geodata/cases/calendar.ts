/** When offices are open: the hours of a day, and the holidays and make-up days of each year, by the State Council's notices. */
import type { Words } from '../layers/layer.ts'
import type { DayKind, OfficeHours, WorkCalendar } from './clock.ts'

/** Eight hours a day, with the noon break. Many places keep other ones in summer; a calendar of theirs says so. */
export const OFFICE_HOURS = {
  hours: [
    { from: 8 * 60 + 30, to: 12 * 60 },
    { from: 13 * 60 + 30, to: 18 * 60 },
  ] satisfies readonly OfficeHours[],
  source: '机关作息通行安排',
  edition: '地方通行做法',
} as const

/** One holiday of a notice: days off from and to, both included, and the weekend days that are worked for it (调休上班). */
export interface Holiday {
  readonly name: Words
  readonly from: string
  readonly to: string
  readonly workdays: readonly string[]
}

export interface Notice {
  readonly year: number
  readonly source: string
  readonly holidays: readonly Holiday[]
}

const NAMES = {
  new_year: { zh: '元旦', en: "New Year's Day" },
  spring: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Qingming' },
  labour: { zh: '劳动节', en: 'Labour Day' },
  dragon_boat: { zh: '端午节', en: 'Dragon Boat Festival' },
  autumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  national: { zh: '国庆节', en: 'National Day' },
  national_and_autumn: { zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' },
} as const satisfies Readonly<Record<string, Words>>

const off = (name: keyof typeof NAMES, from: string, to: string, ...workdays: string[]): Holiday => ({
  name: NAMES[name],
  from,
  to,
  workdays,
})

/** A year's notice comes in the November before; until its row is here, or in a place's own table, only weekends count. */
export const NOTICES: readonly Notice[] = [
  {
    year: 2025,
    source: '国办发明电〔2024〕12号',
    holidays: [
      off('new_year', '2025-01-01', '2025-01-01'),
      off('spring', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'),
      off('qingming', '2025-04-04', '2025-04-06'),
      off('labour', '2025-05-01', '2025-05-05', '2025-04-27'),
      off('dragon_boat', '2025-05-31', '2025-06-02'),
      off('national_and_autumn', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'),
    ],
  },
  {
    year: 2026,
    source: '国办发明电〔2025〕7号',
    holidays: [
      off('new_year', '2026-01-01', '2026-01-03', '2026-01-04'),
      off('spring', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'),
      off('qingming', '2026-04-04', '2026-04-06'),
      off('labour', '2026-05-01', '2026-05-05', '2026-05-09'),
      off('dragon_boat', '2026-06-19', '2026-06-21'),
      off('autumn', '2026-09-25', '2026-09-27'),
      off('national', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'),
    ],
  },
]

/** A day of a place's own: against the weekday, or against the notice. */
export interface CalendarDay {
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly kind: DayKind
}

/** The country's calendar with a place's own days, which count before the notices. */
export function calendarWith(own: readonly CalendarDay[], hours: readonly OfficeHours[] = OFFICE_HOURS.hours): WorkCalendar {
  const noticed = NOTICES.flatMap(({ holidays }) => holidays.flatMap(daysOf))
  return { hours, days: new Map([...noticed, ...own].map(({ day, kind }) => [day, kind])) }
}

export const STANDARD_CALENDAR: WorkCalendar = calendarWith([])

/**
 * Whether a year's holidays are in the calendar, so that a deadline in it can be relied on. New Year's Day is off in every year: a calendar
 * that does not say so knows nothing of the year, whatever single days a place has entered.
 */
export const calendarKnows = (year: number, { days }: WorkCalendar = STANDARD_CALENDAR): boolean =>
  days.get(`${year}-01-01`) === 'holiday'

function daysOf({ from, to, workdays }: Holiday): CalendarDay[] {
  const days: CalendarDay[] = workdays.map((day) => ({ day, kind: 'workday' }))
  for (const day = new Date(from); day <= new Date(to); day.setUTCDate(day.getUTCDate() + 1))
    days.push({ day: day.toISOString().slice(0, 10), kind: 'holiday' })
  return days
}

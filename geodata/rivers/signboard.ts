/** By when a signboard (公示牌) has to say who the chief is today. Days are `YYYY-MM-DD`. */
import { daysBetween } from '../emergency/days.ts'
import { addDays, weekdayOf } from './calendar.ts'

export interface SignboardRule {
  readonly days: number
  /** Whether every day counts, or only those on which offices work. */
  readonly counted: 'calendar_days' | 'working_days'
  readonly source: string
  readonly edition: string
}

/** Local rules differ; a place has one of them. */
export const SIGNBOARD_RULES = {
  within_15_days: { days: 15, counted: 'calendar_days', source: '河长公示牌信息变更后15日内更新', edition: '地方规定' },
  within_30_working_days: {
    days: 30,
    counted: 'working_days',
    source: '河长公示牌信息变更后30个工作日内更新',
    edition: '地方规定',
  },
} as const satisfies Readonly<Record<string, SignboardRule>>

export interface SignboardQuestion {
  /** The last change of a chief; null where there was none. */
  readonly changed_on: string | null
  /** When the board was last made anew; null where nobody said. */
  readonly updated_on: string | null
  readonly today: string
  readonly rule: SignboardRule
  /** Monday to Friday where it is left out: holidays are data of the place. */
  readonly isWorkingDay?: (day: string) => boolean
}

export interface SignboardTask {
  /** The last day on which it is in time. The day of the change itself does not count (民法典 第二百零一条). */
  readonly due_on: string
  /** 0 until then. */
  readonly overdue_days: number
}

/** Null where the board shows what is: made anew on the day of the change or later, or nothing has changed. */
export function signboardTask({ changed_on, updated_on, today, rule, isWorkingDay }: SignboardQuestion): SignboardTask | null {
  if (changed_on === null || (updated_on !== null && updated_on >= changed_on)) return null
  const due_on =
    rule.counted === 'calendar_days'
      ? addDays(changed_on, rule.days)
      : addWorkingDays(changed_on, rule.days, isWorkingDay ?? isWeekday)
  return { due_on, overdue_days: Math.max(0, daysBetween(due_on, today)) }
}

const isWeekday = (day: string): boolean => weekdayOf(day) <= 5

/** A calendar by which offices never work would not end. */
const MOST_DAYS = 3 * 366

function addWorkingDays(day: string, days: number, isWorkingDay: (day: string) => boolean): string {
  let [at, left] = [day, days]
  for (let passed = 0; left > 0 && passed < MOST_DAYS; passed++) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) left--
  }
  return at
}

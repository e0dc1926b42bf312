/** How a segment stands: whether it was patrolled in time, what is wrong there, what its water is like. Days are `YYYY-MM-DD`. */
import { daysBetween } from '../emergency/days.ts'
import { addDays, type Days, type Period, periodAfter, periodOf } from './calendar.ts'
import type { PatrolFrequency } from './patrol/rule.ts'
import type { PatrolState, SegmentHealth, WaterClass } from './records.ts'
import { standingOf, type TargetStanding } from './water_class.ts'

const OWN = { source: '本系统初始设定', edition: '2026' } as const

/** A patrol is due soon so many days before the last one on which it is in time, by how long the time is from one to the next. */
export const DUE_SOON = [
  { up_to_days: 7, days_before: 2, ...OWN },
  { up_to_days: 31, days_before: 7, ...OWN },
  { up_to_days: Infinity, days_before: 14, ...OWN },
] as const

/** What makes a segment good, bad or worth attention; the worst of them counts. Of water that nobody sampled nothing is said. */
export const HEALTH_RULES = {
  patrol: { ok: 'good', due_soon: 'attention', overdue: 'bad', never: 'attention' },
  /** A patrol that was never made, after the day on which it was due. */
  never_overdue: 'bad',
  water: { met: 'good', missed: 'bad', unknown: 'good' },
  problems: 'attention',
  overdue_problems: 'bad',
  ...OWN,
} as const satisfies Readonly<Record<string, SegmentHealth | string | Readonly<Record<string, SegmentHealth>>>>

export type PatrolStanding = Omit<PatrolState, 'level'>

export interface PatrolQuestion {
  readonly frequency: PatrolFrequency
  /** Days of valid patrols, in any order; those of the last period that had enough of them, and later ones, are all that matter. */
  readonly valid_on: readonly string[]
  /** Since when somebody owes patrols here: a period that had begun before asks for none. */
  readonly owed_since: string
  readonly today: string
}

/**
 * By the calendar, a patrol on any day of a period serves it, and the next one is due by the end of the next. Periods left out before the last patrol are
 * past: they count in the figures of the month, not here.
 */
export function patrolStanding(question: PatrolQuestion): PatrolStanding {
  const { today, frequency } = question
  const valid_on = question.valid_on.filter((day) => day <= today).sort()
  const last_on = valid_on.at(-1) ?? null
  const { due_on, span_days } =
    'period' in frequency ? dueByCalendar(question, frequency, valid_on) : dueByDays(question, frequency, last_on)
  const left = daysBetween(today, due_on)
  return {
    state: last_on === null ? 'never' : left < 0 ? 'overdue' : left <= daysBefore(span_days) ? 'due_soon' : 'ok',
    last_on,
    days_since: last_on === null ? null : daysBetween(last_on, today),
    due_on,
    overdue_days: Math.max(0, -left),
  }
}

interface Due {
  readonly due_on: string
  /** From one to the next. */
  readonly span_days: number
}

function dueByDays({ owed_since }: PatrolQuestion, { every_days }: { readonly every_days: number }, last_on: string | null): Due {
  const from = last_on !== null && last_on > owed_since ? last_on : owed_since
  return { due_on: addDays(from, every_days), span_days: every_days }
}

type Calendar = Extract<PatrolFrequency, { period: unknown }>

function dueByCalendar({ owed_since }: PatrolQuestion, { period, times }: Calendar, valid_on: readonly string[]): Due {
  const counts = new Map<string, number>()
  for (const day of valid_on) {
    const { first } = periodOf(day, period)
    counts.set(first, (counts.get(first) ?? 0) + 1)
  }
  const served = [...counts].filter(([, count]) => count >= times).map(([first]) => first)
  const first = firstWholePeriod(owed_since, period)
  const next = served.length === 0 ? first : periodAfter(periodOf(served.sort().at(-1)!, period), period)
  const due = next.first > first.first ? next : first
  return { due_on: due.last, span_days: daysBetween(due.first, due.last) + 1 }
}

function firstWholePeriod(owed_since: string, period: Period): Days {
  const begun = periodOf(owed_since, period)
  return begun.first === owed_since ? begun : periodAfter(begun, period)
}

const daysBefore = (span_days: number): number => DUE_SOON.find((row) => span_days <= row.up_to_days)!.days_before

export interface SegmentQuestion extends PatrolQuestion {
  /** Open cases of the segment, and those of them that are overdue. */
  readonly problems: number
  readonly overdue_problems: number
  readonly water_class: WaterClass | null
  readonly water_class_target: WaterClass | null
}

export interface SegmentStatus {
  readonly patrol: PatrolStanding
  readonly problems: number
  readonly overdue_problems: number
  readonly water: TargetStanding
  readonly health: SegmentHealth
}

export function segmentStatus(question: SegmentQuestion): SegmentStatus {
  const { problems, overdue_problems, water_class, water_class_target } = question
  const facts = {
    patrol: patrolStanding(question),
    problems,
    overdue_problems,
    water: standingOf(water_class, water_class_target),
  }
  return { ...facts, health: healthOf(facts) }
}

const HEALTHS = ['good', 'attention', 'bad'] as const satisfies readonly SegmentHealth[]

/** The worst that any of them says. */
export function healthOf({ patrol, problems, overdue_problems, water }: Omit<SegmentStatus, 'health'>): SegmentHealth {
  const isNeverOverdue = patrol.state === 'never' && patrol.overdue_days > 0
  const said: SegmentHealth[] = [
    isNeverOverdue ? HEALTH_RULES.never_overdue : HEALTH_RULES.patrol[patrol.state],
    HEALTH_RULES.water[water],
    ...(problems > 0 ? [HEALTH_RULES.problems] : []),
    ...(overdue_problems > 0 ? [HEALTH_RULES.overdue_problems] : []),
  ]
  return HEALTHS.findLast((health) => said.includes(health))!
}

/** For lists: the most overdue first, then what is due next, then what is worse, then what has more problems. */
export function compareMostOverdue(a: SegmentStatus, b: SegmentStatus): number {
  return (
    b.patrol.overdue_days - a.patrol.overdue_days ||
    (a.patrol.due_on < b.patrol.due_on ? -1 : a.patrol.due_on > b.patrol.due_on ? 1 : 0) ||
    HEALTHS.indexOf(b.health) - HEALTHS.indexOf(a.health) ||
    b.overdue_problems - a.overdue_problems ||
    b.problems - a.problems
  )
}

/** How many patrols were owed within days, and how many of those were made. Never stored; made of rules, assignments and patrols each time. */
import type { Named } from '#geodata/cases/records.ts'
import { type Days, PERIODS, type Period, periodAfter, periodOf } from '#geodata/rivers/calendar.ts'
import type { ChiefLevel, PatrolRule } from '#geodata/rivers/records.ts'
import type { Queryable } from '../database/database.ts'
import {
  type MadePatrol,
  type OwingChief,
  type OwingSegment,
  readMadePatrols,
  readOwingChiefs,
  readOwingSegments,
} from './owed_store.ts'
import type { SegmentPlace } from './places.ts'
import { readRules, ruleFor } from './rules_store.ts'

/** A segment, or the stretch of it that has a chief of its own. */
export interface Duty {
  readonly segment_id: number
  /** Null: the segment as a whole, where nobody is its chief. */
  readonly stretch: { readonly from_m: number; readonly to_m: number } | null
  /** Who is first there, or jointly; a substitute only where there is nobody else. Empty where there is nobody at all. */
  readonly people: readonly Named[]
  /** The community, or town or county, to which it counts. */
  readonly code: string
}

export interface Owed {
  readonly duty: Duty
  readonly owed: number
  readonly made: number
}

export interface OwedQuestion {
  readonly level: ChiefLevel
  /** First and last day. */
  readonly from: string
  readonly to: string
  readonly today: string
  readonly places: ReadonlyMap<number, SegmentPlace>
  /** The ids of segments that are asked about; null is all. */
  readonly seen: ReadonlySet<number> | null
}

export interface OwedAnswer {
  readonly owed: readonly Owed[]
  /** Who had what on the last day, or has today where that is still to come. */
  readonly duties: readonly Duty[]
}

/**
 * Of each week, month and quarter that ends within the days, and no later than today, so many patrols are owed as the rule of its last day says;
 * a quarter counts in its last month alone. They are owed by who is chief on that last day. Nothing is owed of a period that had begun before there
 * was a segment, or the first chief of it. More patrols than owed count no more.
 */
export async function readOwed(database: Queryable, question: OwedQuestion): Promise<OwedAnswer> {
  const { level, from, today, places, seen } = question
  const to = [question.to, today].sort()[0]!
  const periods = PERIODS.flatMap((period) => periodsEndingIn(period, from, to).map((days) => ({ period, days })))
  const first = [from, ...periods.map(({ days }) => days.first)].sort()[0]!
  const [segments, chiefs, patrols, rules] = await Promise.all([
    readOwingSegments(database, first, to),
    readOwingChiefs(database, level, first, to),
    readMadePatrols(database, level, first, to),
    readRules(database, first, to),
  ])
  const ledger = { chiefs: groupBy(chiefs), patrols: groupBy(patrols), places }
  const asked = segments.filter(({ id }) => (seen?.has(id) ?? true) && places.has(id))
  return {
    owed: asked.flatMap((segment) => owedOf(segment, periods, ledger, (code, day) => ruleFor(rules, level, code, day))),
    duties: asked.filter((segment) => isValidOn(segment, to)).flatMap(({ id }) => dutiesOn(id, to, ledger)),
  }
}

interface Ledger {
  readonly chiefs: ReadonlyMap<number, readonly OwingChief[]>
  readonly patrols: ReadonlyMap<number, readonly MadePatrol[]>
  readonly places: ReadonlyMap<number, SegmentPlace>
}

type RuleOn = (code: string, day: string) => PatrolRule | undefined

function owedOf(
  segment: OwingSegment,
  periods: readonly { readonly period: Period; readonly days: Days }[],
  ledger: Ledger,
  ruleOn: RuleOn,
): Owed[] {
  const code = ledger.places.get(segment.id)!.code
  return periods.flatMap(({ period, days }) => {
    const rule = ruleOn(code, days.last)
    if (rule?.period !== period || segment.valid_from > days.first || !isValidOn(segment, days.last)) return []
    const before = dutiesOn(segment.id, days.first, ledger)
    return dutiesOn(segment.id, days.last, ledger)
      .filter((duty) => duty.people.length === 0 || before.some((other) => other.people.length > 0 && overlap(other, duty)))
      .map((duty) => ({ duty, owed: rule.times, made: Math.min(rule.times, madeIn(days, duty, ledger)) }))
  })
}

const madeIn = ({ first, last }: Days, duty: Duty, { patrols }: Ledger): number =>
  (patrols.get(duty.segment_id) ?? []).filter(
    ({ day, from_m, to_m }) =>
      day >= first && day <= last && overlap(duty, { stretch: from_m === null ? null : { from_m, to_m: to_m! } }),
  ).length

/** More than at a point. */
const overlap = ({ stretch: one }: Pick<Duty, 'stretch'>, { stretch: other }: Pick<Duty, 'stretch'>): boolean =>
  !one || !other || (one.from_m < other.to_m && one.to_m > other.from_m)

function dutiesOn(segment_id: number, day: string, { chiefs, places }: Ledger): Duty[] {
  const place = places.get(segment_id)!
  const held = (chiefs.get(segment_id) ?? []).filter((chief) => isValidOn(chief, day))
  const byStretch = new Map<string, OwingChief[]>()
  for (const chief of held) {
    const key = `${chief.from_m} ${chief.to_m}`
    byStretch.set(key, [...(byStretch.get(key) ?? []), chief])
  }
  if (byStretch.size === 0) return [{ segment_id, stretch: null, people: [], code: place.code }]
  return [...byStretch.values()].map((all) => {
    const leading = all.filter(({ standing }) => standing !== 'B')
    const [one, ...others] = (leading.length > 0 ? leading : all) as [OwingChief, ...OwingChief[]]
    const stretch = { from_m: one.from_m, to_m: one.to_m }
    return { segment_id, stretch, people: [one, ...others].map(({ person }) => person), code: codeOf(place, one.territory_code) }
  })
}

/**
 * A river is often the border of two communities: a stretch counts to that of its chief where that is known, else to where its middle lies.
 */
function codeOf({ code, touched }: SegmentPlace, organisation: string): string {
  if (organisation.slice(0, 6) !== code.slice(0, 6) || code.startsWith(organisation)) return code
  return touched.find((one) => one.startsWith(organisation)) ?? (organisation.length === 12 ? organisation : code)
}

const isValidOn = ({ valid_from, valid_to }: { valid_from: string; valid_to: string | null }, day: string): boolean =>
  valid_from <= day && (valid_to === null || valid_to > day)

function periodsEndingIn(period: Period, from: string, to: string): Days[] {
  const found: Days[] = []
  for (let days = periodOf(from, period); days.last <= to; days = periodAfter(days, period)) found.push(days)
  return found
}

function groupBy<Row extends { readonly segment_id: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const found = new Map<number, Row[]>()
  for (const row of rows) {
    const there = found.get(row.segment_id)
    if (there) there.push(row)
    else found.set(row.segment_id, [row])
  }
  return found
}

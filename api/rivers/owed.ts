/** How many patrols were owed within days, and how many of those were made. Never stored; made of rules, assignments and patrols each time. */
import type { Named } from '#geodata/cases/records.ts'
import { type Days, PERIODS, type Period, periodAfter, periodOf } from '#geodata/rivers/calendar.ts'
import type { ChiefLevel, PatrolRule } from '#geodata/rivers/records.ts'
import type { Queryable } from '../database/database.ts'
import { type MadePatrol, type OwingChief, readMadePatrols, readOwingChiefs } from './owed_store.ts'
import { isValidOn, type Places, type SegmentPlace } from './places.ts'
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
  readonly places: Places
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
  const [chiefs, patrols, rules] = await Promise.all([
    readOwingChiefs(database, level, first, to),
    readMadePatrols(database, level, first, to),
    readRules(database, first, to),
  ])
  const ledger = { chiefs: groupBy(chiefs), patrols: groupBy(patrols) }
  const ruleOn: RuleOn = (code, day) => ruleFor(rules, level, code, day)
  const [owed, duties]: [Owed[], Duty[]] = [[], []]
  for (const [id, place] of places) {
    if (seen && !seen.has(id)) continue
    const dutiesOn = dutyReader(id, place, ledger.chiefs.get(id) ?? [], { first, to })
    owed.push(...owedOf(place, periods, { dutiesOn, patrols: ledger.patrols.get(id) ?? [], ruleOn }))
    if (isValidOn(place, to)) duties.push(...dutiesOn(to))
  }
  return { owed, duties }
}

type RuleOn = (code: string, day: string) => PatrolRule | undefined
type DutiesOn = (day: string) => readonly Duty[]

interface Ledger {
  readonly dutiesOn: DutiesOn
  readonly patrols: readonly MadePatrol[]
  readonly ruleOn: RuleOn
}

function owedOf(
  place: SegmentPlace,
  periods: readonly { readonly period: Period; readonly days: Days }[],
  { dutiesOn, patrols, ruleOn }: Ledger,
): Owed[] {
  return periods.flatMap(({ period, days }) => {
    const rule = ruleOn(place.code, days.last)
    if (rule?.period !== period || place.valid_from > days.first || !isValidOn(place, days.last)) return []
    const before = dutiesOn(days.first)
    return dutiesOn(days.last)
      .filter((duty) => duty.people.length === 0 || before.some((other) => other.people.length > 0 && overlap(other, duty)))
      .map((duty) => ({ duty, owed: rule.times, made: Math.min(rule.times, madeIn(days, duty, patrols)) }))
  })
}

const madeIn = ({ first, last }: Days, duty: Duty, patrols: readonly MadePatrol[]): number =>
  patrols.filter(
    ({ day, from_m, to_m }) =>
      day >= first && day <= last && overlap(duty, { stretch: from_m === null ? null : { from_m, to_m: to_m! } }),
  ).length

/** More than at a point. */
const overlap = ({ stretch: one }: Pick<Duty, 'stretch'>, { stretch: other }: Pick<Duty, 'stretch'>): boolean =>
  !one || !other || (one.from_m < other.to_m && one.to_m > other.from_m)

/** Most segments have the same chiefs all the time, and are told once. */
function dutyReader(
  id: number,
  place: SegmentPlace,
  chiefs: readonly OwingChief[],
  { first, to }: { readonly first: string; readonly to: string },
): DutiesOn {
  const isSteady = chiefs.every(({ valid_from, valid_to }) => valid_from <= first && (valid_to === null || valid_to > to))
  if (!isSteady)
    return (day) =>
      dutiesAmong(
        id,
        place,
        chiefs.filter((chief) => isValidOn(chief, day)),
      )
  const duties = dutiesAmong(id, place, chiefs)
  return () => duties
}

function dutiesAmong(segment_id: number, place: SegmentPlace, held: readonly OwingChief[]): Duty[] {
  if (held.length === 0) return [{ segment_id, stretch: null, people: [], code: place.code }]
  const byStretch = new Map<string, OwingChief[]>()
  for (const chief of held) {
    const key = `${chief.from_m} ${chief.to_m}`
    byStretch.set(key, [...(byStretch.get(key) ?? []), chief])
  }
  return [...byStretch.values()].map((all) => {
    const leading = all.filter(({ standing }) => standing !== 'B')
    const those = leading.length > 0 ? leading : all
    const [{ from_m, to_m, territory_code }] = those as [OwingChief]
    return {
      segment_id,
      stretch: { from_m, to_m },
      people: those.map(({ person }) => person),
      code: codeOf(place, territory_code),
    }
  })
}

/**
 * A river is often the border of two communities: a stretch counts to that of its chief where that is known, else to where its middle lies.
 */
function codeOf({ code, touched }: SegmentPlace, organisation: string): string {
  if (organisation.slice(0, 6) !== code.slice(0, 6) || code.startsWith(organisation)) return code
  return touched.find((one) => one.startsWith(organisation)) ?? (organisation.length === 12 ? organisation : code)
}

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

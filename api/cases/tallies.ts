/** Counts a period's cases by one of their keys, without looking at each of a million: whole months from what is closed of them by now. */
import type { Outcome } from '#geodata/cases/records.ts'
import { OUTCOMES } from '#geodata/cases/records.ts'
import { identifier, join, type Sql, sql } from '../database/sql.ts'
import { figureColumns, OUTCOME_CONDITIONS, periodOf, sumColumns } from './figures.ts'

export type Key = 'community_code' | 'place_id' | 'organisation_id' | 'handler_id' | 'kind_id'

export interface Limits {
  /** A condition on the community_code of a place; null is everywhere. */
  readonly within: Sql | null
  /** A statement with the ids that count; null is all. */
  readonly kinds: Sql | null
}

const DIMENSIONS: Readonly<Record<Key, string>> = {
  community_code: 'community',
  place_id: 'place',
  organisation_id: 'organisation',
  handler_id: 'handler',
  kind_id: 'kind',
}

/** What a closed case counts for, whenever that is asked after its closing. */
const OF_CLOSED: Readonly<Record<Outcome, Sql>> = {
  filed: sql`closed`,
  due: sql`closed`,
  closed: sql`closed`,
  closed_on_time: sql`closed_on_time`,
  handling_due: sql`closed`,
  handled: sql`handled`,
  handled_on_time: sql`handled_on_time`,
  returned: sql`returned`,
  reworked: sql`reworked`,
  extended: sql`extended`,
  overdue: sql`0`,
}

const COUNTED = sql`filed_at is not null and stage not in ('merged', 'dismissed')`

/**
 * Rows of the key as `id`, a community's code as a number, with all figures. Of whole months: what is closed by now; less what was not yet
 * closed at the end of the period, which is found by its range and counted as it stood then. Of the days before and after them, and where
 * the limit is not one of the key itself: case by case.
 */
export function countedBy(question: { readonly from: string; readonly to: string }, key: Key, limits: Limits): Sql {
  const period = periodOf(question.from, question.to)
  const months = canTally(key, limits) ? wholeMonths(question.from, question.to) : null
  const parts = months
    ? [
        tallied(key, months, limits),
        openAtEnd(key, months, period.asOf, limits),
        single(key, period.start, startOf(months.first), period.asOf, limits),
        single(key, startOf(months.next), period.end, period.asOf, limits),
      ]
    : [single(key, period.start, period.end, period.asOf, limits)]
  const [only, ...others] = parts
  return others.length === 0 ? only! : sql`select id, ${sumColumns} from (${join(parts, ' union all ')}) as parts group by id`
}

/** Tallies know one key each. */
const canTally = (key: Key, { within, kinds }: Limits): boolean =>
  (within === null || key === 'place_id' || key === 'community_code') && (kinds === null || key === 'kind_id')

interface Months {
  /** First days of the first of them, and of the one after the last. */
  readonly first: string
  readonly next: string
}

/** Null where no month lies wholly between the days, both included. */
export function wholeMonths(from: string, to: string): Months | null {
  const first = from.endsWith('-01') ? from : monthAfter(from)
  const dayAfter = new Date(Date.parse(to) + 86_400_000).toISOString().slice(0, 10)
  const next = `${dayAfter.slice(0, 7)}-01`
  return first < next ? { first, next } : null
}

function monthAfter(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
}

const startOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString()

const idIn = (key: Sql, ids: Sql | null): Sql => (ids === null ? sql`true` : sql`${key} in (${ids})`)
const placesIn = (within: Sql | null): Sql | null => within && sql`select id from case_places where ${within}`

function tallied(key: Key, { first, next }: Months, { within, kinds }: Limits): Sql {
  const codes = within && sql`select community_code::bigint from case_places where ${within}`
  const columns = join(OUTCOMES.map((outcome) => sql`sum(${OF_CLOSED[outcome]})::integer as ${identifier(outcome)}`))
  return sql`
    select nullif(key, 0) as id, ${columns} from case_tallies
    where dimension = ${DIMENSIONS[key]} and month >= ${first}::text::date and month < ${next}::text::date
      and ${idIn(sql`key`, (key === 'community_code' ? codes : placesIn(within)) ?? kinds)}
    group by key`
}

/** As it stood, less what the tallies say of it now. */
function openAtEnd(key: Key, months: Months, asOf: string, { within, kinds }: Limits): Sql {
  const then = (outcome: Outcome) => sql`count(*) filter (where ${OUTCOME_CONDITIONS[outcome](asOf)})`
  const now = (outcome: Outcome) => sql`count(*) filter (where stage = 'closed' and ${IN_TALLY[outcome]})`
  const columns = join(OUTCOMES.map((outcome) => sql`(${then(outcome)} - ${now(outcome)})::integer as ${identifier(outcome)}`))
  const counted = (own: Sql) => sql`
    select ${own} as id, ${columns} from cases
    where tstzrange(filed_at, closed_at) @> ${asOf}::timestamptz and ${COUNTED}
      and filed_at >= ${startOf(months.first)}::timestamptz and filed_at < ${startOf(months.next)}::timestamptz
      and ${idIn(sql`place_id`, placesIn(within))} and ${idIn(sql`kind_id`, kinds)}
    group by ${own}`
  return byKey(key, counted)
}

/** The index has a case's place; the community is that of the place. */
const byKey = (key: Key, counted: (own: Sql) => Sql): Sql =>
  key === 'community_code'
    ? sql`
      select community_code::bigint as id, ${sumColumns} from (${counted(sql`place_id`)}) as placed join case_places on case_places.id = placed.id
      group by community_code`
    : counted(identifier(key))

/** Whether a closed case is counted in a tally: the same as in the trigger that makes them. */
const IN_TALLY: Readonly<Record<Outcome, Sql>> = {
  filed: sql`true`,
  due: sql`true`,
  closed: sql`true`,
  closed_on_time: sql`closed_at <= closing_due_at`,
  handling_due: sql`true`,
  handled: sql`reported_back_at is not null`,
  handled_on_time: sql`reported_back_at <= handle_due_at`,
  returned: sql`returns > 0`,
  reworked: sql`reworks > 0`,
  extended: sql`extensions > 0`,
  overdue: sql`false`,
}

function single(key: Key, start: string, end: string, asOf: string, { within, kinds }: Limits): Sql {
  return byKey(
    key,
    (own) => sql`
    select ${own} as id, ${figureColumns(asOf)} from cases
    where ${COUNTED} and filed_at >= ${start}::timestamptz and filed_at < ${end}::timestamptz
      and ${idIn(sql`place_id`, placesIn(within))} and ${idIn(sql`kind_id`, kinds)}
    group by ${own}`,
  )
}

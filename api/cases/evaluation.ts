/** The figures of a period by town, community, grid, unit, person or kind, ranked. */

import { ranksOf } from '#geodata/cases/ranks.ts'
import type { CaseFigures, Dimension, Evaluation, EvaluationRow, Subject } from '#geodata/cases/records.ts'
import type { Queryable } from '../database/database.ts'
import { join, type Sql, sql } from '../database/sql.ts'
import type { SegmentPlaces } from '../rivers/places.ts'
import { countedColumns, noFigures, ratesOf, sumColumns, sumOf } from './figures.ts'
import { type PatrolCount, readPatrolCounts } from './patrol_rates.ts'
import { codesIn } from './rows.ts'
import { countedBy, type Key, type Limits } from './tallies.ts'

export interface EvaluationQuestion {
  readonly from: string
  readonly to: string
  readonly by: Dimension
  readonly scheme: string | null
  readonly level: number | null
  readonly territory: string | null
  readonly subject: Subject | null
}

type Counted = CaseFigures & Pick<EvaluationRow, 'key' | 'name' | 'name_en'>

/**
 * Cases are counted by what they carry, and only then by what that belongs to.
 * @param territories of the reader
 */
export async function evaluate(
  database: Queryable,
  question: EvaluationQuestion,
  territories: readonly string[],
  places: SegmentPlaces,
): Promise<Evaluation> {
  const [counted, patrols] = await Promise.all([
    count(database, question, territories),
    readPatrolCounts(database, question, places, territories),
  ])
  const total = sumOf(counted)
  return { ...question, total: { ...total, ...ratesOf(total) }, rows: ranked(withPatrollers(counted, patrols), patrols) }
}

/** Who owed patrols and had no case is told too. */
function withPatrollers(counted: readonly Counted[], patrols: ReadonlyMap<string, PatrolCount>): Counted[] {
  const known = new Set(counted.map(({ key }) => key))
  const others = [...patrols].filter(([key, { name }]) => !known.has(key) && name !== null)
  return [...counted, ...others.map(([key, { name, name_en }]) => ({ ...noFigures, key, name, name_en }))]
}

/** What a row of the index is counted by first. */
const KEYS: Readonly<Record<Dimension, Key>> = {
  county: 'community_code',
  town: 'community_code',
  community: 'community_code',
  grid: 'place_id',
  organisation: 'organisation_id',
  person: 'handler_id',
  kind: 'kind_id',
  class: 'kind_id',
}

async function count(database: Queryable, question: EvaluationQuestion, territories: readonly string[]): Promise<Counted[]> {
  const key = KEYS[question.by]
  const limits = await limitsOf(database, question, territories)
  const grouped = countedBy(question, key, limits)
  return database.query<Counted>(sql`with grouped as materialized (${grouped}) ${BELONGS[question.by](question)}`)
}

/** Places and kinds are few, so that what is limited by them still needs the index only. A limit that leaves nothing out is none. */
async function limitsOf(
  database: Queryable,
  { territory, subject }: EvaluationQuestion,
  territories: readonly string[],
): Promise<Limits> {
  const within = [
    codesIn(sql`community_code`, territories),
    ...(territory === null ? [] : [codesIn(sql`community_code`, [territory])]),
  ]
  const inside = join(within, ' and ')
  const [left] = await database.query(sql`select from case_places where not (${inside}) limit 1`)
  return {
    within: left ? inside : null,
    kinds: subject === null ? null : sql`select id from case_kinds where case_kinds.subject = ${subject}`,
  }
}

const area = (digits: 6 | 9 | 12): Sql => sql`
  select code as key,
    (select name from administrative_areas where administrative_areas.code = summed.code order by valid_to desc nulls first limit 1) as name,
    (select name_en from administrative_areas where administrative_areas.code = summed.code order by valid_to desc nulls first limit 1) as name_en,
    ${countedColumns}
  from (
    select left(id::text, ${digits}::integer) as code, ${sumColumns} from grouped group by 1
  ) as summed order by key`

const BELONGS: Readonly<Record<Dimension, (question: EvaluationQuestion) => Sql>> = {
  county: () => area(6),
  town: () => area(9),
  community: () => area(12),
  /** What lies in no grid of the level is told as nobody's. */
  grid: ({ scheme, level }) => sql`
    select grid.code as key, max(grid.name) as name, max(grid.name_en) as name_en, ${sumColumns}
    from grouped left join case_place_grids as grid
      on grid.place_id = grouped.id and grid.scheme = ${scheme} and grid.level = ${level}::integer
    group by grid.code order by key nulls last`,
  organisation: () => sql`
    select grouped.id::text as key, name, name_en, ${countedColumns} from grouped left join organisations on organisations.id = grouped.id order by grouped.id nulls last`,
  person: () => sql`
    select grouped.id::text as key, name, name_en, ${countedColumns} from grouped left join people on people.id = grouped.id order by grouped.id nulls last`,
  kind: () => sql`
    select code as key, max(name) as name, max(name_en) as name_en, ${sumColumns} from grouped join case_kinds on case_kinds.id = grouped.id
    group by code order by key`,
  class: () => sql`
    select left(code, 3) as key, max(class_name) as name, max(class_name_en) as name_en, ${sumColumns}
    from grouped join case_kinds on case_kinds.id = grouped.id group by left(code, 3) order by key`,
}

/** By closing rate, then by what was closed on time; equal ones share a rank, and the next stands as far down as there are before it. */
function ranked(counted: readonly Counted[], patrols: ReadonlyMap<string, PatrolCount>): EvaluationRow[] {
  // The rows are our own: to copy thousands of them takes longer than to count their cases.
  const rows = counted.map((row) =>
    Object.assign(row, ratesOf(row), patrolsOf(row.key === null ? undefined : patrols.get(row.key))),
  )
  const compare = (one: (typeof rows)[number], other: (typeof rows)[number]) =>
    (other.closing_rate ?? -1) - (one.closing_rate ?? -1) || (other.on_time_rate ?? -1) - (one.on_time_rate ?? -1)
  const sorted = rows.toSorted((one, other) => compare(one, other) || other.filed - one.filed)
  const ranks = ranksOf(sorted, compare, ({ key, closing_rate }) => key !== null && closing_rate !== null)
  return sorted.map((row, index) => Object.assign(row, { rank: ranks[index] ?? null }))
}

const patrolsOf = (count: PatrolCount | undefined) => ({
  patrols_owed: count?.owed ?? null,
  patrols_made: count?.made ?? null,
  patrol_rate: count && count.owed > 0 ? count.made / count.owed : null,
})

import type { Named } from '#geodata/cases/records.ts'
import { OUTCOME_CONDITIONS, periodOf } from '../cases/figures.ts'
import type { Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { idList } from './chiefs_store.ts'

export interface CaseCount {
  readonly segment_id: number
  /** Of segments that are parted between chiefs; null of others. */
  readonly chainage_m: number | null
  readonly filed: number
  readonly due: number
  readonly closed: number
  readonly closed_on_time: number
}

/** Cases on rivers that were filed within days, as things stood at their end. @param parted segments of which it matters where on them a case is */
export async function countCases(database: Queryable, from: string, to: string, parted: readonly number[]): Promise<CaseCount[]> {
  const { start, end, asOf } = periodOf(from, to)
  const count = (outcome: 'due' | 'closed' | 'closed_on_time') =>
    sql`(count(*) filter (where ${OUTCOME_CONDITIONS[outcome](asOf)}))::integer`
  return database.query<CaseCount>(sql`
    select segment_id, case when segment_id = ${idList(parted)} then chainage_m end as chainage_m, count(*)::integer as filed,
      ${count('due')} as due, ${count('closed')} as closed, ${count('closed_on_time')} as closed_on_time
    from cases
    where filed_at >= ${start}::timestamptz and filed_at < ${end}::timestamptz and segment_id is not null and stage not in ('merged', 'dismissed')
    group by 1, 2`)
}

/** Names of areas by their codes, as they were last. */
export async function readAreaNames(database: Queryable, codes: readonly string[]): Promise<Map<string, Omit<Named, 'id'>>> {
  const rows = await database.query<{ code: string; name: string; name_en: string | null }>(sql`
    select distinct on (code) code, name, name_en from administrative_areas
    where code = any(string_to_array(${codes.join()}::text, ',')) order by code, valid_to desc nulls first`)
  return new Map(rows.map(({ code, name, name_en }) => [code, { name, name_en }]))
}

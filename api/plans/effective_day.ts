import type { Queryable } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'
import type { PlanRow } from './store.ts'

type Dated = Pick<PlanRow, 'scheme' | 'effective_on'>

/** Not before today, nor before what has been published already: the past and what is announced stay as they are. */
export const earliestDay = (scheme: string, besides: Sql = sql`null::date`): Sql =>
  sql`greatest(today(), (select max(effective_on) from scheme_revisions where scheme = ${scheme}), ${besides})`

export function demandNotBefore(day: string, earliest: string): void {
  if (day < earliest) throw new Problem(422, 'effective_too_early', { field: 'effective_on' }, { earliest })
}

/** Whoever sets the day hears of it, and whoever hands in or approves, for whom it may have passed meanwhile. */
export async function demandDay(database: Queryable, { scheme, effective_on }: Dated): Promise<void> {
  if (effective_on === null) return
  const [row] = await database.query<{ earliest: string }>(sql`select ${earliestDay(scheme)} as earliest`)
  demandNotBefore(effective_on, row!.earliest)
}

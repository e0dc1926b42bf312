import type { Assignment } from '../assignments/store.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'

/** What a person still holds on a day or will hold later. */
export const readOpenAssignments = (database: Queryable, person: number, on: string): Promise<Assignment[]> =>
  database.query<Assignment>(sql`
    select * from assignments where person_id = ${person}::integer and (valid_to is null or valid_to > ${on}::date)
    order by layer, role, standing, object_id, chainage_from_m nulls first, id for update`)

export interface EndedTenure {
  readonly id: number
  readonly post: string
  readonly organisation: string
}

/** Ends the posts that a person holds on a day; those that would begin later never begin. */
export async function endTenures(transaction: Transaction, person: number, on: string): Promise<EndedTenure[]> {
  const open = await transaction.query<EndedTenure>(sql`
    select tenures.id, posts.name as post, organisations.name as organisation
    from tenures join posts on posts.id = tenures.post_id join organisations on organisations.id = posts.organisation_id
    where person_id = ${person}::integer and (valid_to is null or valid_to > ${on}::date) order by tenures.id`)
  await transaction.query(sql`delete from tenures where person_id = ${person}::integer and valid_from >= ${on}::date`)
  await transaction.query(sql`
    update tenures set valid_to = ${on}::date
    where person_id = ${person}::integer and valid_from < ${on}::date and (valid_to is null or valid_to > ${on}::date)`)
  return open
}

export async function markLeft(transaction: Transaction, person: number, on: string): Promise<void> {
  await transaction.query(sql`update people set left_on = ${on}::date where id = ${person}::integer`)
}

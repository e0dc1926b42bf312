import type { Transaction } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'

/**
 * Cases in the hands of somebody of the old grid go to another person, at once and with the same deadlines; of cases that nobody has in hand, and of
 * those of a department, nothing changes.
 * @param heir a statement with the `person_id` of who gets them; none, and they stay
 * @param holders a statement with the `person_id` of those who give them away
 */
export async function handOverCases(
  transaction: Transaction,
  ids: readonly number[],
  { heir, holders }: { readonly heir: Sql; readonly holders: Sql },
  { accountName, reason }: { readonly accountName: string; readonly reason: string },
): Promise<void> {
  await transaction.query(sql`
    with heir as (${heir})
    insert into case_events (case_id, number, action, stage, account_name, organisation_id, handler_id, stage_due_at, text)
    select cases.id, cases.version + 1, 'reassign', 'dispatched', ${accountName}, people.organisation_id, people.id, cases.stage_due_at, ${reason}
    from cases join heir on true join people on people.id = heir.person_id
    where cases.id in (select value::integer from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
      and cases.stage in ('dispatched', 'handling') and cases.handler_id <> people.id and cases.handler_id in (${holders})
    order by cases.id`)
}

import type { Queryable, Transaction } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'
import type { EventChange, EventGiven } from './reading.ts'
import type { DamageEvent } from './records.ts'

const EVENTS = sql`
  select id, name, kind, began_at, closed_at, area_codes, remark, account_name, opened_at, version,
    (select coalesce(json_agg(json_build_object('code', area.code, 'name', area.name, 'name_en', area.name_en) order by area.code), '[]')
      from (select distinct on (code) code, name, name_en from administrative_areas
        where code in (select jsonb_array_elements_text(area_codes)) order by code, valid_to desc nulls first) as area) as areas
  from damage_events`

/** Whether one of the territories has to do with the event: lies in its area, or holds it. */
const concerns = (territories: readonly string[]): Sql => sql`exists (
  select from jsonb_array_elements_text(area_codes) as area, jsonb_array_elements_text(${JSON.stringify(territories)}::jsonb) as territory
  where starts_with(area, territory) or starts_with(territory, area))`

/** Those at work first, then the latest. @param territories of the reader */
export const listEvents = (database: Queryable, territories: readonly string[], isOpen: boolean | null) =>
  database.query<DamageEvent>(sql`${EVENTS}
    where ${concerns(territories)} and (${isOpen}::boolean is null or (closed_at is null) = ${isOpen}::boolean)
    order by closed_at is not null, began_at desc, id desc limit 200`)

/** Refuses with `record_not_found`, also what is none of the reader's business. */
export async function readEvent(database: Queryable, id: number, territories: readonly string[]): Promise<DamageEvent> {
  const [event] = await database.query<DamageEvent>(sql`${EVENTS} where id = ${id} and ${concerns(territories)}`)
  if (!event) throw new Problem(404, 'record_not_found', {}, { id: String(id) })
  return event
}

/** Until the transaction ends, nobody changes the event. */
export const holdEvent = (transaction: Transaction, id: number, mode: 'share' | 'change') =>
  transaction.query(sql`select from damage_events where id = ${id} ${mode === 'share' ? sql`for share` : sql`for update`}`)

export async function insertEvent(
  transaction: Transaction,
  { name, kind, began_at, area_codes, remark }: EventGiven,
  account: { readonly id: number; readonly name: string },
): Promise<number> {
  await demandAreas(transaction, area_codes)
  const [row] = await transaction.query<{ id: number }>(sql`
    insert into damage_events (name, kind, began_at, area_codes, remark, account_id, account_name)
    values (${name}, ${kind}, ${began_at}::timestamptz, ${JSON.stringify(area_codes)}::jsonb, ${remark}, ${account.id}::integer, ${account.name})
    returning id`)
  return row!.id
}

export async function updateEvent(transaction: Transaction, id: number, change: EventChange): Promise<void> {
  const { name, kind, began_at, closed_at, area_codes, remark } = change
  await demandAreas(transaction, area_codes)
  await transaction.query(sql`
    update damage_events set name = ${name}, kind = ${kind}, began_at = ${began_at}::timestamptz, closed_at = ${closed_at}::timestamptz,
      area_codes = ${JSON.stringify(area_codes)}::jsonb, remark = ${remark}
    where id = ${id}`)
}

async function demandAreas(transaction: Transaction, codes: readonly string[]): Promise<void> {
  const [unknown] = await transaction.query<{ code: string }>(sql`
    select wanted as code from jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb) as wanted
    where not exists (select from administrative_areas where code = wanted and valid_to is null) limit 1`)
  if (unknown) throw new Problem(422, 'event_area_unknown', { field: 'area_codes' }, { code: unknown.code })
}

/** One case, whole. */
import type { Case, CaseEvent, Limits } from '#geodata/cases/records.ts'
import { findLayer } from '#geodata/layers/index.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { identifier, type Sql, sql } from '../database/sql.ts'
import { FROM_CASES, rowColumns } from './rows.ts'

/** What is asked of a case before it is told or changed. */
export interface CaseState extends Omit<Case, 'events' | 'may' | 'handler' | 'object_title'> {
  readonly kind_id: number
  readonly client_id: string
  readonly digest: string
  readonly account_id: number | null
  readonly organisation_id: number | null
  readonly handler_id: number | null
  /** Of the organisation that has it, or of the handler. */
  readonly kind_limits: Limits
  readonly photos_taken: number
}

const states = (account: number): Sql => sql`
  select ${rowColumns(account)}, cases.kind_id, kind.limits as kind_limits, cases.client_id, cases.digest, cases.account_id,
    cases.organisation_id, cases.handler_id, cases.layer, cases.object_id, cases.accuracy_m, cases.account_name, cases.noted_at,
    cases.received_at, cases.filed_at, cases.dispatched_at, cases.reported_back_at, cases.photos_taken,
    (select json_build_object('id', id, 'number', number) from cases as into_case where id = cases.merged_into) as merged_into,
    (select coalesce(json_agg(json_build_object('id', id, 'number', number) order by id), '[]') from cases as from_case
      where from_case.merged_into = cases.id) as merged
  from ${FROM_CASES}`

export async function findCase(
  database: Queryable,
  key: { readonly id: number } | { readonly client_id: string },
  account: number,
): Promise<CaseState | undefined> {
  const [found] = await database.query<CaseState>(
    'id' in key
      ? sql`${states(account)} where cases.id = ${key.id}::integer`
      : sql`${states(account)} where cases.client_id = ${key.client_id}::uuid`,
  )
  return found
}

/** Whoever would take a step of one of them waits until this transaction ends; always in one order, so that no two wait for each other. */
export const holdCases = (transaction: Transaction, ids: readonly number[]) =>
  transaction.query(sql`
    select from cases where id in (select value::integer from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) order by id for update`)

const named = (table: Sql, id: Sql): Sql =>
  sql`(select json_build_object('id', id, 'name', name, 'name_en', name_en) from ${table} where id = ${id})`

export const readEvents = (database: Queryable, id: number): Promise<CaseEvent[]> =>
  database.query<CaseEvent>(sql`
    select number, action, stage, at, account_name, ${named(sql`organisations`, sql`event.organisation_id`)} as organisation,
      ${named(sql`people`, sql`event.handler_id`)} as person, stage_due_at, until,
      (select json_build_object('id', id, 'number', number) from cases where id = event.merged_into) as merged_into, text,
      (select coalesce(json_agg(json_build_object('id', photos.id, 'width', width, 'height', height, 'taken_at', taken_at) order by photos.id), '[]')
        from case_event_photos join photos on photos.id = photo_id where event_id = event.id) as photos
    from case_events as event where case_id = ${id}::integer order by number`)

/** What the thing is called that the case is about; null where it is about none, or that is gone. */
export async function readObjectTitle(database: Queryable, layer: string | null, id: number | null): Promise<string | null> {
  const title = layer === null ? undefined : findLayer(layer)?.title
  if (!title || id === null) return null
  const [row] = await database.query<{ title: string | null }>(sql`
    select coalesce(${title.map((field) => sql`${identifier(field)}::text`).reduce((all, each) => sql`${all}, ${each}`)}) as title
    from ${identifier(layer!)} where id = ${id}::integer`)
  return row?.title ?? null
}

export interface NewEvent {
  readonly number: number
  readonly client_id?: string | null
  readonly action: string
  readonly stage: string
  /** Null where the rule does it. */
  readonly account: { readonly id: number; readonly name: string } | null
  readonly at: Date
  readonly organisation_id?: number | null
  readonly handler_id?: number | null
  /** Milliseconds since 1970. */
  readonly stage_due?: number | null
  readonly handle_due?: number | null
  readonly closing_due?: number | null
  readonly until?: string | null
  readonly merged_into?: number | null
  readonly text?: string | null
}

const moment = (milliseconds: number | null | undefined) => (milliseconds == null ? null : new Date(milliseconds).toISOString())

export async function insertEvents(transaction: Transaction, id: number, events: readonly NewEvent[]): Promise<void> {
  const rows = events.map(({ account, at, stage_due, handle_due, closing_due, ...event }) => ({
    ...event,
    account_id: account?.id ?? null,
    account_name: account?.name ?? '',
    at: at.toISOString(),
    stage_due_at: moment(stage_due),
    handle_due_at: moment(handle_due),
    closing_due_at: moment(closing_due),
  }))
  await transaction.query(sql`
    insert into case_events (case_id, number, client_id, action, stage, at, account_id, account_name, organisation_id, handler_id,
      stage_due_at, handle_due_at, closing_due_at, until, merged_into, text)
    select ${id}::integer, number, client_id, action, stage, at, account_id, account_name, organisation_id, handler_id,
      stage_due_at, handle_due_at, closing_due_at, until, merged_into, text
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (number integer, client_id uuid, action text, stage text, at timestamptz,
      account_id integer, account_name text, organisation_id integer, handler_id integer, stage_due_at timestamptz,
      handle_due_at timestamptz, closing_due_at timestamptz, until timestamptz, merged_into integer, text text)
    order by number`)
}

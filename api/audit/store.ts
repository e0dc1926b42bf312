import type { Queryable } from '../database/database.ts'
import { join, type Sql, sql } from '../database/sql.ts'

export interface AuditEntry {
  readonly id: number
  readonly at: string
  readonly account_id: number | null
  readonly account_name: string
  readonly address: string | null
  readonly via: string
  readonly action: string
  readonly subject: string
  readonly subject_id: string | null
  readonly layer: string | null
  readonly object_id: number | null
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
  /** Entries of one transaction belong together. */
  readonly transaction_id: number
}

export interface AuditQuestion {
  readonly subject?: string | undefined
  readonly subject_id?: string | undefined
  readonly layer?: string | undefined
  readonly object_id?: number | undefined
  /** Part of the account's name. */
  readonly account?: string | undefined
  readonly action?: string | undefined
  /** Days in China, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Entries older than this one. */
  readonly before?: number | undefined
  /** Only what accounts wrote all of whose roles lie in these territories; undefined is everything. */
  readonly territories?: readonly string[] | undefined
  readonly limit: number
}

/** Newest first. Whether there are more is told by asking for one more than are wanted. */
export function readEntries(database: Queryable, question: AuditQuestion): Promise<AuditEntry[]> {
  const { subject, subject_id, layer, object_id, account, action, from, to, before, territories, limit } = question
  const conditions: Sql[] = [
    ...(subject === undefined ? [] : [sql`subject = ${subject}`]),
    ...(subject_id === undefined ? [] : [sql`subject_id = ${subject_id}`]),
    ...(layer === undefined ? [] : [sql`layer = ${layer}`]),
    ...(object_id === undefined ? [] : [sql`object_id = ${object_id}`]),
    ...(account === undefined ? [] : [sql`strpos(lower(account_name), lower(${account})) > 0`]),
    ...(action === undefined ? [] : [sql`action = ${action}`]),
    ...(from === undefined ? [] : [sql`at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'`]),
    ...(to === undefined ? [] : [sql`at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`]),
    ...(before === undefined ? [] : [sql`id < ${before}`]),
    ...(territories === undefined ? [] : [writtenWithin(territories)]),
  ]
  return database.query<AuditEntry>(sql`
    select id, at, account_id, account_name, address, via, action, subject, subject_id, layer, object_id, before, after, transaction_id
    from audit_entries ${conditions.length === 0 ? sql`` : sql`where ${join(conditions, ' and ')}`}
    order by id desc limit ${limit}`)
}

const writtenWithin = (territories: readonly string[]): Sql => sql`account_id in (
  select account_id from account_roles group by account_id having bool_and(exists (
    select from jsonb_array_elements_text(${JSON.stringify(territories)}::jsonb) as code
    where starts_with(territory_code, code))))`

/** An object's own history besides what was written: the file that brought it. */
export async function readOrigin(database: Queryable, table: Sql, id: number): Promise<object | null> {
  const [row] = await database.query<{ file_name: string; imported_at: string }>(sql`
    select import.id, file_name, sha256, coordinate_system, imported_at
    from ${table} as feature join import on import.id = feature.import_id where feature.id = ${id}`)
  return row ?? null
}

/** Names of the people that entries speak of by number, for those who read them. */
export async function readPeopleNamed(database: Queryable, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await database.query<{ id: number; name: string }>(sql`
    select id, name from people where id in (select value::integer from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) as value)`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

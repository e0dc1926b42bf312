/** The four tables of the staff as rows that are read, added and changed one at a time. */

import { DatabaseError, type Queryable, type Transaction } from '../database/database.ts'
import { identifier, join, type Sql, sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'

export const TABLES = ['organisations', 'posts', 'people', 'tenures'] as const
export type Table = (typeof TABLES)[number]

export type Values = Readonly<Record<string, string | number | null>>
export type Row = Readonly<Record<string, string | number | null>> & { readonly id: number; readonly version: number }

/** How each column is cast, for a text parameter alone says nothing about what it is. */
const TYPES: Readonly<Record<string, Sql>> = {
  parent_id: sql`integer`,
  organisation_id: sql`integer`,
  post_id: sql`integer`,
  person_id: sql`integer`,
  left_on: sql`date`,
  valid_from: sql`date`,
  valid_to: sql`date`,
}
const value = ([name, given]: readonly [string, string | number | null]): Sql => sql`${given}::${TYPES[name] ?? sql`text`}`

/** The row, or a refusal with 404; `lock` keeps it as it is until the end of the transaction. */
export async function readRecord(database: Queryable, table: Table, id: number, lock = false): Promise<Row> {
  const [row] = await database.query<Row>(
    sql`select * from ${identifier(table)} where id = ${id}::integer ${lock ? sql`for update` : sql``}`,
  )
  if (!row) throw new Problem(404, 'record_not_found', {}, { id })
  return row
}

export async function addRecord(transaction: Transaction, table: Table, values: Values): Promise<Row> {
  const entries = Object.entries(values)
  const columns = join(entries.map(([name]) => identifier(name)))
  const [row] = await refusing(() =>
    transaction.query<Row>(sql`insert into ${identifier(table)} (${columns}) values (${join(entries.map(value))}) returning *`),
  )
  return row!
}

export async function changeRecord(transaction: Transaction, table: Table, id: number, values: Values): Promise<Row> {
  const sets = Object.entries(values).map((entry) => sql`${identifier(entry[0])} = ${value(entry)}`)
  if (sets.length === 0) return readRecord(transaction, table, id)
  const [row] = await refusing(() =>
    transaction.query<Row>(sql`update ${identifier(table)} set ${join(sets)} where id = ${id}::integer returning *`),
  )
  return row!
}

/** Whether an organisation stands above another, or is it. */
export async function standsAbove(transaction: Transaction, above: number, below: number): Promise<boolean> {
  const [row] = await transaction.query<{ above: boolean }>(sql`
    with recursive line as (
      select id, parent_id from organisations where id = ${below}::integer
      union select organisations.id, organisations.parent_id from organisations join line on line.parent_id = organisations.id)
    select exists (select from line where id = ${above}::integer) as above`)
  return row!.above
}

/** What the database refuses, in our words: the same name or code twice, a link that leads nowhere, the same post twice at once. */
async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    const field = /_([a-z]+_)?(code|name|id)_(key|fkey)$/.exec(error.constraint ?? '')
    if (error.code === '23505') throw new Problem(409, 'record_twice', { field: field?.[2] })
    if (error.code === '23503')
      throw new Problem(422, 'link_unknown', { field: field ? `${field[1] ?? ''}${field[2]}` : undefined })
    if (error.code === '23514') throw new Problem(422, 'end_before_start', { field: 'valid_to' })
    if (error.constraint === 'tenures_overlap') throw new Problem(409, 'tenures_overlap')
    throw error
  }
}

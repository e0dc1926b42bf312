/** Rows of assignments: written and asked for in sets, one statement each. */
import type { Standing } from '#geodata/responsibility/roles.ts'
import { DatabaseError, type Queryable, type Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'
import type { Stretch } from './cut.ts'

/** What is to be stored. */
export interface NewAssignment extends Stretch {
  readonly layer: string
  readonly object_id: number
  readonly role: string
  readonly standing: Standing
  readonly person_id: number
  readonly valid_from: string
  /** The first day no longer valid; null is open. */
  readonly valid_to: string | null
  readonly remark: string | null
}

export interface Assignment extends NewAssignment {
  readonly id: number
  readonly version: number
}

/** Must be the first thing that a writing transaction does: who writes waits for who wrote before, then finds what that one left. */
export async function queueForWriting(transaction: Transaction): Promise<void> {
  await transaction.query(sql`select pg_advisory_xact_lock(7412028)`)
}

export async function readToday(database: Queryable): Promise<string> {
  const [row] = await database.query<{ today: string }>(sql`select today() as today`)
  return row!.today
}

const COLUMNS = sql`layer text, object_id integer, role text, standing text, person_id integer, chainage_from_m float8,
  chainage_to_m float8, valid_from date, valid_to date, remark text`

/** @returns ids in the order of the rows */
export async function addAssignments(transaction: Transaction, rows: readonly NewAssignment[]): Promise<number[]> {
  if (rows.length === 0) return []
  const added = await refusingOverlap(() =>
    transaction.query<{ id: number }>(sql`
      insert into assignments (layer, object_id, role, standing, person_id, chainage_from_m, chainage_to_m, valid_from, valid_to, remark)
      select layer, object_id, role, standing, person_id, chainage_from_m, chainage_to_m, valid_from, valid_to, remark
      from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (${COLUMNS})) with ordinality
        as asked (layer, object_id, role, standing, person_id, chainage_from_m, chainage_to_m, valid_from, valid_to, remark, place)
      order by place returning id`),
  )
  return added.map(({ id }) => id)
}

export async function endAssignments(transaction: Transaction, ends: readonly { id: number; valid_to: string }[]): Promise<void> {
  if (ends.length === 0) return
  await transaction.query(sql`
    update assignments set valid_to = ends.valid_to
    from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as ends (id integer, valid_to date) where assignments.id = ends.id`)
}

export async function removeAssignments(transaction: Transaction, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await transaction.query(
    sql`delete from assignments where id in (select value::integer from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`,
  )
}

export async function changeAssignment(transaction: Transaction, id: number, row: NewAssignment): Promise<Assignment> {
  const [changed] = await refusingOverlap(() =>
    transaction.query<Assignment>(sql`
      update assignments set standing = ${row.standing}, person_id = ${row.person_id}::integer,
        chainage_from_m = ${row.chainage_from_m}::float8, chainage_to_m = ${row.chainage_to_m}::float8,
        valid_from = ${row.valid_from}::date, valid_to = ${row.valid_to}::date, remark = ${row.remark}::text
      where id = ${id}::integer returning *`),
  )
  return changed!
}

export async function readAssignment(database: Queryable, id: number, lock = false): Promise<Assignment> {
  const [row] = await database.query<Assignment>(
    sql`select * from assignments where id = ${id}::integer ${lock ? sql`for update` : sql``}`,
  )
  if (!row) throw new Problem(404, 'record_not_found', {}, { id })
  return row
}

export interface Overlap extends Assignment {
  /** Of the one that was asked about. */
  readonly index: number
  readonly person_name: string
}

/** The stored assignments that can't stand beside new ones, by the rule of the table's trigger. */
export const findOverlaps = (
  transaction: Transaction,
  asked: readonly (NewAssignment & { readonly index: number })[],
): Promise<Overlap[]> =>
  transaction.query<Overlap>(sql`
    select one.index, other.*, people.name as person_name
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as one (index integer, layer text, object_id integer, role text,
      standing text, person_id integer, chainage_from_m float8, chainage_to_m float8, valid_from date, valid_to date)
    join assignments as other
      on other.layer = one.layer and other.object_id = one.object_id and other.role = one.role
     and (other.person_id = one.person_id or other.standing = one.standing)
     and daterange(other.valid_from, other.valid_to) && daterange(one.valid_from, one.valid_to)
     and (one.chainage_from_m is null or other.chainage_from_m is null
          or (one.chainage_from_m < other.chainage_to_m and other.chainage_from_m < one.chainage_to_m))
    join people on people.id = other.person_id
    order by one.index, other.id`)

export interface KnownPerson {
  readonly id: number
  readonly code: string | null
  readonly name: string
  readonly name_en: string | null
  readonly left_on: string | null
  readonly organisation: string
  readonly territory_code: string
}

export async function readKnownPeople(database: Queryable, ids: readonly number[]): Promise<Map<number, KnownPerson>> {
  const rows = await database.query<KnownPerson>(sql`
    select people.id, people.code, people.name, people.name_en, left_on, organisations.name as organisation, territory_code
    from people join organisations on organisations.id = people.organisation_id
    where people.id in (select value::integer from jsonb_array_elements_text(${JSON.stringify([...new Set(ids)])}::jsonb))`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** What was found free a moment ago can't have been taken since; this is for what the checks did not foresee. */
async function refusingOverlap<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DatabaseError && error.constraint === 'assignments_overlap')
      throw new Problem(409, 'assignments_overlap')
    throw error
  }
}

/** Adding and changing one row of the staff: who may, where, and from which version. */

import { demandIn, type Visitor } from '../access/visitor.ts'
import type { Transaction } from '../database/database.ts'
import { Problem } from '../http/problem.ts'
import { type Row, readRecord, standsAbove, type Table, type Values } from './records.ts'

/** Codes of the territories that a row belongs to; each of them must be the writer's. */
export async function territoriesOfRow(transaction: Transaction, table: Table, row: Values): Promise<string[]> {
  const organisation = async (id: unknown) => String((await linked(transaction, 'organisations', id)).territory_code)
  switch (table) {
    case 'organisations':
      return [String(row.territory_code)]
    case 'posts':
    case 'people':
      return [await organisation(row.organisation_id)]
    case 'tenures': {
      const post = await linked(transaction, 'posts', row.post_id)
      const person = await linked(transaction, 'people', row.person_id)
      return [await organisation(post.organisation_id), await organisation(person.organisation_id)]
    }
  }
}

async function linked(transaction: Transaction, table: Table, id: unknown): Promise<Row> {
  try {
    return await readRecord(transaction, table, Number(id))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const field = { organisations: 'organisation_id', posts: 'post_id', people: 'person_id', tenures: 'id' }[table]
    throw new Problem(422, 'link_unknown', { field })
  }
}

/** Refuses what lies in somebody else's territory. */
export async function demandRow(transaction: Transaction, visitor: Visitor, table: Table, row: Values): Promise<void> {
  for (const code of await territoriesOfRow(transaction, table, row)) demandIn(visitor, 'people.write', code)
}

/** Refuses what lies in somebody else's territory, and what can't be so. */
export async function checkRow(transaction: Transaction, visitor: Visitor, table: Table, row: Values): Promise<void> {
  await demandRow(transaction, visitor, table, row)
  if (row.valid_from && row.valid_to && row.valid_to <= row.valid_from)
    throw new Problem(422, 'end_before_start', { field: 'valid_to' })
  if (table === 'tenures') {
    const { left_on } = await linked(transaction, 'people', row.person_id)
    if (left_on !== null && (!row.valid_to || left_on! < row.valid_to))
      throw new Problem(422, 'person_left', { field: 'person_id' }, { left_on: String(left_on) })
  }
  if (table === 'organisations' && row.parent_id) {
    await readParent(transaction, row.parent_id)
    if (row.id && (await standsAbove(transaction, Number(row.id), Number(row.parent_id))))
      throw new Problem(422, 'organisation_in_itself', { field: 'parent_id' })
  }
}

async function readParent(transaction: Transaction, id: unknown): Promise<void> {
  await readRecord(transaction, 'organisations', Number(id)).catch(() => {
    throw new Problem(422, 'link_unknown', { field: 'parent_id' })
  })
}

/** The second of two editors gets the first one's row to look at, and decides. */
export function demandVersion(row: { readonly version: number }, version: number, shown: object = row): void {
  if (row.version !== version) throw new Problem(412, 'version_conflict', { members: () => ({ current: shown }) })
}

/** What was done, or would be, as the answer tells it. */
import type { Transaction } from '../database/database.ts'
import { readTitles } from './objects.ts'
import type { Plan } from './plan.ts'
import { type NewAssignment, readKnownPeople } from './store.ts'

/** @param ids of the created ones; none in a rehearsal */
export async function reportOf(transaction: Transaction, plan: Plan, ids: readonly number[] | null) {
  const { created, ended, kept, unchanged } = plan
  const all: NewAssignment[] = [...created, ...ended.map(({ held }) => held), ...kept, ...unchanged]
  const titles = await readTitles(transaction, all)
  const people = await readKnownPeople(
    transaction,
    all.map(({ person_id }) => person_id),
  )
  const said = ({
    layer,
    object_id,
    role,
    standing,
    person_id,
    chainage_from_m,
    chainage_to_m,
    valid_from,
    valid_to,
    remark,
  }: NewAssignment) => ({
    layer,
    object_id,
    ...titles.of({ layer, object_id }),
    role,
    standing,
    person: { id: person_id, name: people.get(person_id)!.name, name_en: people.get(person_id)!.name_en },
    chainage_from_m,
    chainage_to_m,
    valid_from,
    valid_to,
    remark,
  })
  return {
    created: created.map((row, place) => ({ ...(ids && { id: ids[place] }), index: row.index, ...said(row) })),
    ended: ended.map(({ held, ends }) => ({ id: held.id, ...said(held), ends_on: ends ?? held.valid_from })),
    kept: kept.map(said),
    unchanged: unchanged.map((row) => ({ index: row.index, ...said(row) })),
  }
}

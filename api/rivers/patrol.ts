/** Takes in a patrol: once, and nothing of it is lost. */
import type { Patrol } from '#geodata/rivers/records.ts'
import { type Actor, act } from '../access/act.ts'
import type { Visitor } from '../access/visitor.ts'
import type { Database, Queryable } from '../database/database.ts'
import { Problem } from '../http/problem.ts'
import { judgePatrolGiven } from './patrol_judging.ts'
import type { PatrolGiven } from './patrol_reading.ts'
import { findByClientId, findPatrol, insertPatrol, type JudgedPatrol } from './patrols_store.ts'
import type { SegmentPlaces } from './places.ts'

export interface TakenPatrol {
  readonly patrol: Patrol
  /** False where it had come before. */
  readonly isNew: boolean
}

/** Judged before anything is written, so that nobody waits for the matching of a long track. */
export async function takePatrol(
  database: Database,
  places: SegmentPlaces,
  given: PatrolGiven,
  { visitor, actor, received }: { readonly visitor: Visitor; readonly actor: Actor; readonly received: Date },
): Promise<TakenPatrol> {
  const known = await knownPatrol(database, given, visitor)
  if (known !== undefined) return { patrol: (await findPatrol(database, known, visitor))!, isNew: false }
  const judged = await judgePatrolGiven(database, places, given, visitor, received)
  const { is_valid, reason } = judged.told
  if (!is_valid && reason === null)
    throw new Problem(422, 'patrol_reason_missing', { field: 'reason', members: () => ({ patrol: shown(judged, visitor) }) })
  return act(database, actor, async (transaction) => {
    const id = await insertPatrol(transaction, judged, visitor)
    // The same patrol came on another connection in this very moment.
    const stored = id ?? (await knownPatrol(transaction, given, visitor))!
    return { patrol: (await findPatrol(transaction, stored, visitor))!, isNew: id !== undefined }
  })
}

/** What would be said of a patrol, which is not stored. Its id is 0. */
export async function rehearsePatrol(
  database: Queryable,
  places: SegmentPlaces,
  given: PatrolGiven,
  visitor: Visitor,
  received: Date,
): Promise<Patrol> {
  return shown(await judgePatrolGiven(database, places, given, visitor, received), visitor)
}

/** The id of the patrol that came before under the same identifier. Refuses another one under it. */
async function knownPatrol(
  database: Queryable,
  { client_id, digest }: PatrolGiven,
  { account_id }: Visitor,
): Promise<number | undefined> {
  const known = await findByClientId(database, client_id)
  if (known && (known.account_id !== account_id || known.digest !== digest))
    throw new Problem(409, 'patrol_client_id_taken', { field: 'client_id' })
  return known?.id
}

const shown = ({ told, segment }: JudgedPatrol, { person_id, display_name }: Visitor): Patrol => ({
  id: 0,
  segment_name: segment.name,
  segment_name_en: segment.name_en,
  person: person_id === null ? null : { id: person_id, name: display_name, name_en: null },
  account_name: display_name,
  ...told,
  mine: true,
})

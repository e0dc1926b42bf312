import type { Right } from '#geodata/access/rights.ts'
import type { Case } from '#geodata/cases/records.ts'
import type { Visitor } from '../access/visitor.ts'
import type { Queryable } from '../database/database.ts'
import { Problem } from '../http/problem.ts'
import { type CaseState, findCase, readEvents, readObjectTitle } from './case_store.ts'
import { describeHandler } from './owner.ts'
import { maySee, readWorker, stepsOf } from './steps.ts'

/** Refuses what is not there, and what the reader may not see. */
export async function readSeen(
  database: Queryable,
  id: number,
  visitor: Visitor,
  right: Right = 'cases.read',
): Promise<CaseState> {
  const state = await findCase(database, { id }, visitor.account_id)
  if (!state) throw new Problem(404, 'record_not_found', {}, { id })
  if (!maySee(state, visitor, await readWorker(database, visitor), right)) throw new Problem(403, 'outside_territory')
  return state
}

/** A case as its reader sees it, with the steps that he may take. */
export async function describe(database: Queryable, state: CaseState, visitor: Visitor): Promise<Case> {
  const {
    kind_id: _,
    client_id: __,
    digest: ___,
    account_id: ____,
    organisation_id,
    handler_id,
    photos_taken: _____,
    ...told
  } = state
  return {
    ...told,
    object_title: await readObjectTitle(database, state.layer, state.object_id),
    events: await readEvents(database, state.id),
    may: stepsOf(state, visitor, await readWorker(database, visitor)),
    handler: await describeHandler(database, { organisation_id, handler_id }, visitor),
  }
}

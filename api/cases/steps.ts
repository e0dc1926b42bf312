/** Takes a step of a case: by whom it may be taken, when it may, and from what was seen of it. */

import type { Right } from '#geodata/access/rights.ts'
import { mayFollow, STEP_ACTIONS, STEPS, type Stage, type StepAction, stageAfter } from '#geodata/cases/flow.ts'
import { mayAnywhere, mayIn, type Visitor } from '../access/visitor.ts'
import type { Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'
import { readCalendar } from './calendar_store.ts'
import { type CaseState, findCase, holdCases, insertEvents } from './case_store.ts'
import { deadlinesAfter } from './deadlines.ts'
import type { StepGiven } from './reading.ts'

/** Where whoever asks works; null for an account of nobody on the staff. */
export interface Worker {
  readonly person_id: number | null
  readonly organisation_id: number | null
}

/** Who has left has no case any more. */
export async function readWorker(transaction: Pick<Transaction, 'query'>, { person_id }: Visitor): Promise<Worker> {
  const [row] = await transaction.query<{ organisation_id: number }>(sql`
    select organisation_id from people where id = ${person_id}::integer and (left_on is null or left_on > ${chineseDay()}::date)`)
  return row ? { person_id, organisation_id: row.organisation_id } : { person_id: null, organisation_id: null }
}

/** A case that is a person's is that person's; one of an organisation alone is everybody's there. */
export const hasInHand = ({ handler_id, organisation_id }: CaseState, worker: Worker): boolean =>
  handler_id !== null ? handler_id === worker.person_id : organisation_id !== null && organisation_id === worker.organisation_id

/** What lies in his territory; and what he reported or has in hand, also where that lies across the border: a river is often one. */
export const maySee = (state: CaseState, visitor: Visitor, worker: Worker, right: Right = 'cases.read'): boolean =>
  mayIn(visitor, right, state.community_code) ||
  (mayAnywhere(visitor, right) && (state.account_id === visitor.account_id || hasInHand(state, worker)))

/** Why somebody may not take a step, or undefined. The desk may do for a handler what he tells it by telephone. */
export function refusalOf(
  action: StepAction,
  state: CaseState,
  visitor: Visitor,
  worker: Worker,
): 'step_not_yours' | 'step_own_work' | undefined {
  const { taker, right } = STEPS[action]
  const isDesk = mayIn(visitor, 'cases.dispatch', state.community_code)
  const isHandler = mayAnywhere(visitor, right) && hasInHand(state, worker)
  if (taker === 'handler') return isDesk || isHandler ? undefined : 'step_not_yours'
  if (taker === 'asker') return isHandler && !isDesk ? undefined : 'step_not_yours'
  if (taker === 'anybody') return maySee(state, visitor, worker, right) ? undefined : 'step_not_yours'
  if (!mayIn(visitor, right, state.community_code)) return 'step_not_yours'
  if (taker === 'verifier' && hasInHand(state, worker)) return 'step_own_work'
  return undefined
}

export const stepsOf = (state: CaseState, visitor: Visitor, worker: Worker): StepAction[] =>
  STEP_ACTIONS.filter(
    (action) =>
      mayFollow(action, state.stage, state.extension_asked !== null) && refusalOf(action, state, visitor, worker) === undefined,
  )

/** @param version that was seen; null where a step waited without a network, which `client_id` tells from another */
export async function takeStep(
  transaction: Transaction,
  id: number,
  given: StepGiven,
  version: number | null,
  visitor: Visitor,
  now: Date,
): Promise<{ readonly isNew: boolean }> {
  await holdCases(transaction, given.merged_into === null ? [id] : [id, given.merged_into])
  const state = await findCase(transaction, { id }, visitor.account_id)
  const worker = await readWorker(transaction, visitor)
  if (!state || !maySee(state, visitor, worker)) throw new Problem(404, 'record_not_found', {}, { id })
  if (given.client_id !== null && (await isKnown(transaction, id, given, visitor))) return { isNew: false }
  if (version !== null && version !== state.version) throw conflict(state)
  const refusal = refusalOf(given.action, state, visitor, worker)
  if (refusal) throw new Problem(403, refusal)
  const { stage, extension_asked } = state
  if (!mayFollow(given.action, stage, extension_asked !== null)) throw new Problem(409, 'step_not_now', {}, { stage })
  await insertEvents(transaction, id, [await eventOf(transaction, state, given, visitor, now)])
  return { isNew: true }
}

/** Refuses another step under the same name. */
async function isKnown(transaction: Transaction, id: number, given: StepGiven, visitor: Visitor): Promise<boolean> {
  const [known] = await transaction.query<{
    case_id: number
    action: string
    account_id: number | null
    text: string | null
  }>(sql`
    select case_id, action, account_id, text from case_events where client_id = ${given.client_id}::uuid`)
  if (!known) return false
  if (
    known.case_id !== id ||
    known.action !== given.action ||
    known.account_id !== visitor.account_id ||
    known.text !== given.text
  )
    throw new Problem(409, 'case_client_id_taken', { field: 'client_id' })
  return true
}

const conflict = ({ version, stage }: CaseState) =>
  new Problem(412, 'version_conflict', { members: () => ({ current: { version, stage } }) })

async function eventOf(transaction: Transaction, state: CaseState, given: StepGiven, visitor: Visitor, now: Date) {
  const { action, until } = given
  const granted = action === 'extend' || action === 'ask_extension' ? demandLater(state, until!, now) : null
  const whom = await demandHandler(transaction, given)
  if (given.merged_into !== null) await demandTarget(transaction, state, given.merged_into, visitor)
  const present = { stage_due: parse(state.stage_due_at), handle_due: parse(state.handle_due_at) }
  const law = { limits: state.kind_limits, calendar: await readCalendar(transaction) }
  return {
    number: state.version + 1,
    client_id: given.client_id,
    action,
    stage: stageAfter(action, state.stage) satisfies Stage,
    account: { id: visitor.account_id, name: visitor.display_name },
    at: now,
    ...whom,
    ...deadlinesAfter(action, now.getTime(), law, present, granted),
    until,
    merged_into: given.merged_into,
    text: given.text,
  }
}

const parse = (text: string | null): number | null => (text === null ? null : Date.parse(text))
const LONGEST_MS = 366 * 86_400_000

/** More time must be more: after now, and after the deadline that is there. */
function demandLater({ handle_due_at }: CaseState, until: string, now: Date): number {
  const moment = Date.parse(until)
  const least = Math.max(now.getTime(), parse(handle_due_at) ?? 0)
  if (moment <= least || moment > now.getTime() + LONGEST_MS)
    throw new Problem(422, 'extension_not_later', { field: 'until' }, { due: new Date(least).toISOString() })
  return moment
}

/** The organisation of a person that is named alone. */
async function demandHandler(transaction: Transaction, { organisation_id, handler_id }: StepGiven) {
  if (organisation_id === null && handler_id === null) return {}
  const [row] = await transaction.query<{ organisation_id: number | null; has_left: boolean; is_there: boolean }>(sql`
    select coalesce(person.organisation_id, organisation.id) as organisation_id, coalesce(person.left_on <= today(), false) as has_left,
      (${handler_id}::integer is null or person.id is not null) as is_there
    from (select 1) as one
    left join people as person on person.id = ${handler_id}::integer
    left join organisations as organisation on organisation.id = ${organisation_id}::integer`)
  if (!row?.is_there || row.organisation_id === null)
    throw new Problem(422, 'handler_unknown', { field: handler_id === null ? 'organisation_id' : 'handler_id' })
  if (row.has_left) throw new Problem(422, 'handler_left', { field: 'handler_id' })
  return { organisation_id: organisation_id ?? row.organisation_id, handler_id }
}

/** Only into another case that is open and not itself merged, so that no chain or ring comes of it. */
async function demandTarget(transaction: Transaction, state: CaseState, into: number, visitor: Visitor): Promise<void> {
  const target = await findCase(transaction, { id: into }, visitor.account_id)
  const isSeen = target && mayIn(visitor, 'cases.dispatch', target.community_code)
  if (!isSeen || target.id === state.id || ['closed', 'dismissed', 'merged'].includes(target.stage))
    throw new Problem(422, 'merge_target_unfit', { field: 'merged_into' })
}

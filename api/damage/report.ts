/** Takes a report of damage: once, in its place, at its time. */
import { judgeClock } from '#geodata/damage/clock.ts'
import { demandIn, mayIn, territoriesOf, type Visitor } from '../access/visitor.ts'
import type { Transaction } from '../database/database.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'
import { holdEvent, readEvent } from './events_store.ts'
import { findPlace } from './place.ts'
import type { ReportGiven } from './reading.ts'
import type { DamageEvent, ReportRow } from './records.ts'
import { findReport, holdReport, insertReport, type JudgedReport } from './reports_store.ts'

export interface TakenReport {
  readonly report: ReportRow
  /** False where it had come before. */
  readonly isNew: boolean
}

export async function takeReport(
  transaction: Transaction,
  eventId: number,
  given: ReportGiven,
  visitor: Visitor,
  received: Date,
): Promise<TakenReport> {
  await holdEvent(transaction, eventId, 'share')
  const event = await readEvent(transaction, eventId, territoriesOf(visitor, 'damage.report'))
  if (given.corrects !== null) await holdReport(transaction, given.corrects)
  const known = await knownReport(transaction, eventId, given, visitor)
  if (known) return { report: known, isNew: false }
  const judged = judge(given, event, received)
  const place = await findPlace(transaction, given.where, chineseDay(new Date(judged.at)))
  demandIn(visitor, 'damage.report', place.community_code)
  if (given.corrects !== null) await demandCorrectable(transaction, given.corrects, eventId, visitor)
  const account = { id: visitor.account_id, name: visitor.display_name }
  const id = await insertReport(transaction, eventId, judged, place, account)
  // The same report came on another connection in this very moment.
  if (id === undefined) return { report: (await knownReport(transaction, eventId, given, visitor))!, isNew: false }
  return { report: (await findReport(transaction, { id }))!, isNew: true }
}

/** The report that came before under the same identifier. Refuses another one under it. */
async function knownReport(
  transaction: Transaction,
  event: number,
  { client_id, digest }: ReportGiven,
  { account_id }: Visitor,
): Promise<ReportRow | undefined> {
  const known = await findReport(transaction, { client_id })
  if (known && (known.account_id !== account_id || known.digest !== digest || known.event_id !== event))
    throw new Problem(409, 'report_client_id_taken', { field: 'client_id' })
  return known
}

/** Refuses what was noted after the event was closed. What waited on a device from before still counts. */
function judge(given: ReportGiven, event: DamageEvent, received: Date): JudgedReport {
  const { state, at, offset_s } = judgeClock({
    noted: Date.parse(given.noted_at),
    sent: given.sent_at === null ? null : Date.parse(given.sent_at),
    received: received.getTime(),
    began: Date.parse(event.began_at),
  })
  if (event.closed_at !== null && at > Date.parse(event.closed_at)) throw new Problem(409, 'event_closed')
  return {
    ...given,
    clock_state: state,
    clock_offset_s: offset_s,
    at: new Date(at).toISOString(),
    received_at: received.toISOString(),
  }
}

async function demandCorrectable(transaction: Transaction, id: number, event: number, visitor: Visitor): Promise<void> {
  const report = await findReport(transaction, { id })
  if (!report || report.event_id !== event) throw new Problem(404, 'record_not_found', { field: 'corrects' }, { id: String(id) })
  demandIn(visitor, 'damage.report', report.community_code)
  demandOwn(report, visitor)
  if (report.corrected_by !== null) throw new Problem(409, 'report_corrected', { field: 'corrects' }, { id: report.corrected_by })
}

/** Refuses those who neither sent it nor have the emergency in hand there. */
export function demandOwn({ account_id, community_code }: ReportRow, visitor: Visitor): void {
  if (account_id !== visitor.account_id && !mayIn(visitor, 'emergency.write', community_code))
    throw new Problem(403, 'report_not_yours')
}

/** Takes in a case: once, in its place, at its time; and by its kind's rule sends it on at once. */
import type { WorkCalendar } from '#geodata/cases/clock.ts'
import type { CaseKind, OnRiver, PlaceOfCase } from '#geodata/cases/records.ts'
import { judgeClock } from '#geodata/damage/clock.ts'
import { findLayer } from '#geodata/layers/index.ts'
import { mayIn, type Visitor } from '../access/visitor.ts'
import type { Queryable, Transaction } from '../database/database.ts'
import { identifier, sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'
import { readCalendar } from './calendar_store.ts'
import { type CaseState, findCase, insertEvents, type NewEvent } from './case_store.ts'
import { deadlinesAfter, dueToFile } from './deadlines.ts'
import { readKind } from './kinds_store.ts'
import { findOwner, type Owner } from './owner.ts'
import { findOnRiver, findPlace, storePlace } from './place.ts'
import type { CaseGiven } from './reading.ts'

export interface TakenCase {
  readonly found: CaseState
  /** False where it had come before. */
  readonly isNew: boolean
}

/** What was noted longer ago is dated by its arrival: nobody carries a case about for so long. */
const OLDEST_MS = 60 * 86_400_000

export async function collectCase(
  transaction: Transaction,
  given: CaseGiven,
  visitor: Visitor,
  { received, segments }: { readonly received: Date; readonly segments: SegmentsWithin },
): Promise<TakenCase> {
  const known = await knownCase(transaction, given, visitor)
  if (known) return { found: known, isNew: false }
  const { state, at } = judgeClock({
    noted: Date.parse(given.noted_at),
    sent: given.sent_at === null ? null : Date.parse(given.sent_at),
    received: received.getTime(),
    began: received.getTime() - OLDEST_MS,
  })
  const found = new Date(at)
  const situation = await situate(transaction, given, chineseDay(found))
  demandPlace(situation, visitor, segments)
  await demandObject(transaction, given)
  const id = await insertCase(transaction, given, situation, { found, received, state }, visitor)
  // The same case came on another connection in this very moment.
  if (id === undefined) return { found: (await knownCase(transaction, given, visitor))!, isNew: false }
  await insertEvents(transaction, id, firstEvents(situation, { found, received }, visitor))
  return { found: (await findCase(transaction, { id }, visitor.account_id))!, isNew: true }
}

async function knownCase(transaction: Transaction, { client_id, digest }: CaseGiven, visitor: Visitor) {
  const known = await findCase(transaction, { client_id }, visitor.account_id)
  if (known && (known.account_id !== visitor.account_id || known.digest !== digest))
    throw new Problem(409, 'case_client_id_taken', { field: 'client_id' })
  return known
}

export interface Situation {
  readonly kind: CaseKind
  readonly place: PlaceOfCase
  readonly river: OnRiver | null
  readonly owner: Owner | null
  readonly calendar: WorkCalendar
}

type Asked = Pick<CaseGiven, 'kind' | 'longitude' | 'latitude' | 'layer' | 'object_id' | 'segment_id' | 'bank'>

/** What can be told of a case before it is one: where it is, and whose. */
export async function situate(database: Queryable, asked: Asked, day: string): Promise<Situation> {
  const position = [asked.longitude, asked.latitude] as const
  const kind = await readKind(database, asked.kind, day)
  const place = await findPlace(database, position, day)
  const isOnRiver = kind.subject === 'river' || asked.segment_id !== null
  const located = isOnRiver ? await findOnRiver(database, position, day, asked.segment_id) : null
  if (asked.segment_id !== null && !located) throw new Problem(422, 'case_segment_unknown', { field: 'segment_id' })
  const river = located && { ...located, bank: asked.bank ?? located.bank }
  const owner = await findOwner(database, kind.owner_rule, {
    day,
    community_code: place.community_code,
    grids: place.grids,
    layer: asked.layer,
    object_id: asked.object_id,
    segment_id: river?.segment_id ?? null,
    chainage_m: river?.chainage_m ?? null,
  })
  return { kind, place, river, owner, calendar: await readCalendar(database) }
}

/** The ids of the segments that lie in territories in which the visitor may report; null is all. */
export type SegmentsWithin = ReadonlySet<number> | null

/** Metres from the centre line that still belong to a chief's walk. Our own number: management areas (河道管理范围) are drawn river by river. */
const BANK_M = 300

/**
 * A river is often the border of two communities: who may report on a segment may do so on both its banks. Refuses with `outside_territory`
 * what lies elsewhere beyond the visitor's territories.
 */
export function demandPlace({ place, river }: Situation, visitor: Visitor, segments: SegmentsWithin): void {
  if (mayIn(visitor, 'cases.report', place.community_code)) return
  const isOnBank = river !== null && river.distance_m <= BANK_M && (segments === null || segments.has(river.segment_id))
  if (!isOnBank) throw new Problem(403, 'outside_territory')
}

async function demandObject(database: Queryable, { layer, object_id }: Asked): Promise<void> {
  if (layer === null || !findLayer(layer)) return
  const [found] = await database.query(sql`select from ${identifier(layer)} where id = ${object_id}::integer`)
  if (!found) throw new Problem(422, 'case_object_unknown', { field: 'object_id' })
}

interface Times {
  readonly found: Date
  readonly received: Date
}

async function insertCase(
  transaction: Transaction,
  given: CaseGiven,
  { kind, place, river }: Situation,
  { found, received, state }: Times & { readonly state: string },
  visitor: Visitor,
): Promise<number | undefined> {
  const place_id = await storePlace(transaction, place)
  const [row] = await transaction.query<{ id: number }>(sql`
    insert into cases (client_id, digest, kind_id, source, text, geom, accuracy_m, place_id, community_code, place, layer,
      object_id, segment_id, chainage_m, bank, photos_taken, account_id, account_name, person_id, noted_at, clock_state, found_at, received_at)
    values (${given.client_id}::uuid, ${given.digest}, ${kind.id}::integer, ${given.source}, ${given.text},
      ST_SetSRID(ST_MakePoint(${given.longitude}::float8, ${given.latitude}::float8), 4326), ${given.accuracy_m}::float8, ${place_id}::integer,
      ${place.community_code}, ${given.place}, ${given.layer}, ${given.object_id}::integer, ${river?.segment_id ?? null}::integer,
      ${river?.chainage_m ?? null}::float8, ${river?.bank ?? null}, ${given.photos}::integer, ${visitor.account_id}::integer,
      ${visitor.display_name}, ${visitor.person_id}::integer, ${given.noted_at}::timestamptz, ${state}, ${found.toISOString()}::timestamptz,
      ${received.toISOString()}::timestamptz)
    on conflict (client_id) do nothing returning id`)
  return row?.id
}

/** Collected when it was found; filed and dispatched, where the rule does that, when it came in: nobody could before. */
function firstEvents(
  { kind, owner, calendar }: Situation,
  { found, received }: Times,
  { account_id, display_name }: Visitor,
): NewEvent[] {
  const account = { id: account_id, name: display_name }
  const now = received.getTime()
  const collected: NewEvent = {
    number: 1,
    action: 'collect',
    stage: 'collected',
    account,
    at: found,
    stage_due: dueToFile(now, kind.limits, calendar),
  }
  if (!kind.files_itself || !owner) return [collected]
  const law = { limits: kind.limits, calendar }
  const nothing = { stage_due: null, handle_due: null }
  return [
    collected,
    {
      number: 2,
      action: 'file',
      stage: 'filed',
      account: null,
      at: received,
      ...deadlinesAfter('file', now, law, nothing, null),
    },
    {
      number: 3,
      action: 'dispatch',
      stage: 'dispatched',
      account: null,
      at: received,
      organisation_id: owner.organisation_id,
      handler_id: owner.handler_id,
      ...deadlinesAfter('dispatch', now, law, nothing, null),
    },
  ]
}

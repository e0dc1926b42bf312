/** Everything that a person holds goes to others on one day. */
import { demandIn, type Visitor } from '../access/visitor.ts'
import { type Candidate, checkCandidates } from '../assignments/checks.ts'
import { covers } from '../assignments/cut.ts'
import { demandAssigned } from '../assignments/demand.ts'
import { type RowFault, rowsProblem } from '../assignments/faults.ts'
import { groupBy } from '../assignments/groups.ts'
import { objectKey, readTitles, type Titles } from '../assignments/objects.ts'
import { asNew, overlapFault } from '../assignments/plan.ts'
import {
  type Assignment,
  addAssignments,
  endAssignments,
  findOverlaps,
  type KnownPerson,
  type Overlap,
  queueForWriting,
  readKnownPeople,
  removeAssignments,
} from '../assignments/store.ts'
import type { Transaction } from '../database/database.ts'
import { Problem } from '../http/problem.ts'
import type { HandOverOrder } from './handover_order.ts'
import { endTenures, markLeft, readOpenAssignments } from './handover_store.ts'
import { readRecord } from './records.ts'

/**
 * `moved`: the successor holds it from that day. `merged`: he holds it already, as high or higher. `raised`: he stood lower in
 * it, and takes the leaver's standing.
 */
export type Outcome = 'moved' | 'merged' | 'raised'

interface Move {
  readonly held: Assignment
  readonly to: KnownPerson
  readonly outcome: Outcome
  /** What the successor had below, and what it was. */
  readonly below: readonly Overlap[]
}

const HEIGHT = { A: 2, B: 1, joint: 0 } as const

/** Must run in a transaction that the visitor is known to. @returns what moves, stays and ends */
export async function handOver(transaction: Transaction, visitor: Visitor, order: HandOverOrder) {
  await queueForWriting(transaction)
  const people = await readParties(transaction, visitor, order)
  const held = await readOpenAssignments(transaction, order.leaver, order.on)
  const successor = successorOf(order)
  const given = held.filter((row) => successor(row) !== undefined)
  const { moves, gone } = await planMoves(transaction, visitor, order, given, (row) => people.get(successor(row)!)!)
  const rest = held.filter((row) => successor(row) === undefined || gone.has(row))
  if (order.end_rest) await demandAssigned(transaction, visitor, rest)

  const ending = [...moves.flatMap(({ held: row, below }) => [row, ...below]), ...(order.end_rest ? rest : [])]
  await end(transaction, ending, order.on)
  const created = moves.filter(({ outcome }) => outcome !== 'merged').map(({ held: row, to }) => inHands(row, to.id, order.on))
  await addAssignments(transaction, created)
  const tenures = order.left ? await endTenures(transaction, order.leaver, order.on) : []
  if (order.left) await markLeft(transaction, order.leaver, order.on)

  const titles = await readTitles(transaction, held)
  const stays = groupsOf(rest, titles)
  return {
    dry_run: order.dry_run,
    on: order.on,
    moves: groupMoves(moves, titles),
    stays: order.end_rest ? [] : stays,
    ended: order.end_rest ? stays : [],
    tenures,
  }
}

/** The leaver and all successors, when both ends lie in the visitor's territory. */
async function readParties(transaction: Transaction, visitor: Visitor, { leaver, to, groups, left, on }: HandOverOrder) {
  await readRecord(transaction, 'people', leaver, true)
  const successors = [...(to === null ? [] : [to]), ...groups.map((group) => group.to)]
  const people = await readKnownPeople(transaction, [leaver, ...successors])
  demandIn(visitor, left ? 'people.write' : 'assignments.write', people.get(leaver)!.territory_code)
  for (const id of successors) {
    const person = people.get(id)
    if (!person) throw new Problem(422, 'person_unknown', { field: 'to' }, { person: String(id) })
    if (id === leaver) throw new Problem(422, 'successor_is_leaver', { field: 'to' })
    if (person.left_on !== null && person.left_on <= on)
      throw new Problem(422, 'person_left', { field: 'to' }, { left_on: person.left_on })
    demandIn(visitor, 'assignments.write', person.territory_code)
  }
  return people
}

const successorOf = ({ to, groups }: HandOverOrder) => {
  const byGroup = new Map(groups.map((group) => [`${group.layer}/${group.role}`, group.to]))
  return ({ layer, role }: Assignment): number | undefined => byGroup.get(`${layer}/${role}`) ?? to ?? undefined
}

const inHands = (row: Assignment, person_id: number, on: string) => ({
  ...asNew(row),
  person_id,
  valid_from: row.valid_from < on ? on : row.valid_from,
})

async function planMoves(
  transaction: Transaction,
  visitor: Visitor,
  { on }: HandOverOrder,
  given: readonly Assignment[],
  successor: (row: Assignment) => KnownPerson,
): Promise<{ moves: Move[]; gone: Set<Assignment> }> {
  const candidates: Candidate[] = given.map((row, index) => ({ index, ...inHands(row, successor(row).id, on) }))
  const { faults, sound, objects } = await checkCandidates(transaction, visitor, candidates)
  const overlaps = groupBy(
    (await findOverlaps(transaction, sound)).filter(({ id, index }) => id !== given[index]!.id),
    ({ index }) => index,
  )
  // What is on no map any more nobody can take over. It stays behind, and stops nothing else.
  const isGone = ({ fault: { code } }: RowFault) => code === 'object_unknown' || code === 'object_not_valid'
  const refused: RowFault[] = faults.filter((one) => !isGone(one))
  const moves = sound.map((candidate): Move => {
    const row = given[candidate.index]!
    const found = overlaps.get(candidate.index) ?? []
    const own = found.filter(({ person_id }) => person_id === candidate.person_id)
    const move = { held: row, to: successor(row) }
    const extent = objects.get(objectKey(candidate))!
    const holds = own.find(
      (one) => HEIGHT[one.standing] >= HEIGHT[row.standing] && lasts(one, candidate) && covers(one, candidate, extent),
    )
    if (holds) return { ...move, outcome: 'merged', below: [] }
    const below = own.filter(
      (one) => HEIGHT[one.standing] <= HEIGHT[row.standing] && lasts(candidate, one, on) && covers(candidate, one, extent),
    )
    const clash = own.find((one) => !below.includes(one))
    if (clash) refused.push({ index: candidate.index, layer: row.layer, id: row.object_id, fault: overlapFault(clash) })
    return { ...move, outcome: below.length > 0 ? 'raised' : 'moved', below }
  })
  if (refused.length > 0) throw rowsProblem(refused)
  return { moves, gone: new Set(faults.filter(isGone).map(({ index }) => given[index]!)) }
}

/** Whether one lasts at least as long as another, as far as it counts from a day on. */
const lasts = (one: Candidate | Overlap, other: Candidate | Overlap, from = ''): boolean =>
  one.valid_from <= (other.valid_from < from ? from : other.valid_from) &&
  (one.valid_to === null || (other.valid_to !== null && one.valid_to >= other.valid_to))

async function end(transaction: Transaction, rows: readonly Assignment[], on: string): Promise<void> {
  const begun = rows.filter(({ valid_from }) => valid_from < on)
  await endAssignments(
    transaction,
    begun.map(({ id }) => ({ id, valid_to: on })),
  )
  await removeAssignments(
    transaction,
    rows.filter(({ valid_from }) => valid_from >= on).map(({ id }) => id),
  )
}

const named = ({ id, name, name_en }: KnownPerson) => ({ id, name, name_en })

function groupMoves(moves: readonly Move[], titles: Titles) {
  const groups = groupBy(moves, ({ held }) => `${held.layer}/${held.role}`)
  return [...groups.values()].map((group) => ({
    layer: group[0]!.held.layer,
    role: group[0]!.held.role,
    to: named(group[0]!.to),
    count: group.length,
    objects: group.map(({ held, outcome }) => ({ ...objectOf(held, titles), outcome })),
  }))
}

function groupsOf(rows: readonly Assignment[], titles: Titles) {
  return [...groupBy(rows, ({ layer, role }) => `${layer}/${role}`).values()].map((group) => ({
    layer: group[0]!.layer,
    role: group[0]!.role,
    count: group.length,
    objects: group.map((row) => objectOf(row, titles)),
  }))
}

const objectOf = (row: Assignment, titles: Titles) => ({
  assignment_id: row.id,
  object_id: row.object_id,
  ...titles.of(row),
  standing: row.standing,
  chainage_from_m: row.chainage_from_m,
  chainage_to_m: row.chainage_to_m,
  valid_from: row.valid_from,
  valid_to: row.valid_to,
})

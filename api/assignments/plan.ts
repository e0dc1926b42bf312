/** Works out what new assignments do to those that there are, and does it. */
import type { Visitor } from '../access/visitor.ts'
import type { Transaction } from '../database/database.ts'
import { fault } from '../http/problem.ts'
import { type Candidate, type Checked, checkCandidates } from './checks.ts'
import { covers, cut, type Extent } from './cut.ts'
import type { RowFault } from './faults.ts'
import { groupBy } from './groups.ts'
import { objectKey } from './objects.ts'
import {
  type Assignment,
  addAssignments,
  endAssignments,
  findOverlaps,
  type NewAssignment,
  type Overlap,
  removeAssignments,
} from './store.ts'

export interface Plan extends Checked {
  readonly created: readonly Candidate[]
  /** Present ones that end, with the day; on the day on which they began, they go altogether. */
  readonly ended: readonly { readonly held: Overlap; readonly ends: string | null }[]
  /** Stretches that present holders keep. */
  readonly kept: readonly NewAssignment[]
  /** The person has this already. */
  readonly unchanged: readonly Candidate[]
}

interface Judged {
  readonly candidate: Candidate
  readonly faults: RowFault[]
  readonly replaced: readonly Overlap[]
  readonly isHeld: boolean
}

/** @param replace ends who has the role and standing now, instead of refusing */
export async function planAssignments(
  transaction: Transaction,
  visitor: Visitor,
  candidates: readonly Candidate[],
  replace: boolean,
): Promise<Plan> {
  const checked = await checkCandidates(transaction, visitor, candidates)
  const overlaps = groupBy(await findOverlaps(transaction, checked.sound), ({ index }) => index)
  const judged = checked.sound.map((candidate) => judge(candidate, overlaps.get(candidate.index) ?? [], replace, checked))
  return {
    ...checked,
    faults: [...checked.faults, ...judged.flatMap(({ faults }) => faults)],
    created: judged.filter(({ isHeld }) => !isHeld).map(({ candidate }) => candidate),
    unchanged: judged.filter(({ isHeld }) => isHeld).map(({ candidate }) => candidate),
    ...cutAll(judged, checked),
  }
}

function judge(candidate: Candidate, overlaps: readonly Overlap[], replace: boolean, { objects }: Checked): Judged {
  const extent = objects.get(objectKey(candidate))!
  const isSame = (held: Overlap) =>
    replace &&
    held.person_id === candidate.person_id &&
    held.standing === candidate.standing &&
    held.valid_from <= candidate.valid_from &&
    (held.valid_to === null || (candidate.valid_to !== null && held.valid_to >= candidate.valid_to)) &&
    covers(held, candidate, extent)
  const others = overlaps.filter((held) => !isSame(held))
  // Who comes later was chosen for that day by somebody; only who is there now makes room.
  const isReplaced = (held: Overlap) => replace && held.standing === candidate.standing && held.valid_from <= candidate.valid_from
  const clashing = others.filter(
    (held) => !isReplaced(held) && (held.person_id === candidate.person_id || candidate.standing !== 'joint'),
  )
  return {
    candidate,
    faults: clashing.map((held) => ({
      index: candidate.index,
      layer: candidate.layer,
      id: candidate.object_id,
      fault: overlapFault(held),
    })),
    replaced: others.filter(isReplaced),
    isHeld: others.length < overlaps.length,
  }
}

export const overlapFault = ({ person_name, standing, valid_from, valid_to, chainage_from_m, chainage_to_m }: Overlap) =>
  fault('assignments_overlap', { person: person_name, standing, valid_from, valid_to, chainage_from_m, chainage_to_m })

function cutAll(judged: readonly Judged[], { objects }: Checked): Pick<Plan, 'ended' | 'kept'> {
  const takes = judged.flatMap(({ candidate, replaced }) => replaced.map((held) => ({ held, candidate })))
  const ended: { held: Overlap; ends: string | null }[] = []
  const kept: NewAssignment[] = []
  for (const group of groupBy(takes, ({ held }) => held.id).values()) {
    const { held } = group[0]!
    const takes = group.map(({ candidate }) => candidate)
    const left = leftOf(held, takes, objects.get(objectKey(held))!)
    ended.push({ held, ends: left.ends })
    kept.push(...left.kept)
  }
  return { ended, kept }
}

/** What is left of an assignment when others take from it: the day its row ends (null: it goes altogether), and rows for what is kept. */
export function leftOf(
  held: Assignment,
  takes: readonly NewAssignment[],
  extent: Extent,
): { ends: string | null; kept: NewAssignment[] } {
  const pieces = cut(held, takes, extent)
  const isOriginal = (piece: (typeof pieces)[number]) =>
    piece.valid_from === held.valid_from &&
    piece.chainage_from_m === held.chainage_from_m &&
    piece.chainage_to_m === held.chainage_to_m
  const original = pieces.find(isOriginal)
  const kept = pieces.filter((piece) => piece !== original).map((piece) => asNew({ ...held, ...piece }))
  return { ends: original?.valid_to ?? null, kept }
}

export const asNew = (row: NewAssignment | Assignment): NewAssignment => {
  const { layer, object_id, role, standing, person_id, chainage_from_m, chainage_to_m, valid_from, valid_to, remark } = row
  return { layer, object_id, role, standing, person_id, chainage_from_m, chainage_to_m, valid_from, valid_to, remark }
}

/** Does what a plan without faults says. @returns ids of the created ones, in their order */
export async function carryOut(transaction: Transaction, { created, ended, kept }: Plan): Promise<number[]> {
  await endAssignments(
    transaction,
    ended.flatMap(({ held, ends }) => (ends === null ? [] : [{ id: held.id, valid_to: ends }])),
  )
  await removeAssignments(
    transaction,
    ended.flatMap(({ held, ends }) => (ends === null ? [held.id] : [])),
  )
  // One statement for all: the rule about overlaps is kept at its end.
  const ids = await addAssignments(transaction, [...created, ...kept].map(asNew))
  return ids.slice(0, created.length)
}

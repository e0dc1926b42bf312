/** What can be wrong with an assignment before one looks at what others hold. */
import { findLayer } from '#geodata/layers/index.ts'
import { findRole, LINEAR_LAYERS } from '#geodata/responsibility/roles.ts'
import type { Visitor } from '../access/visitor.ts'
import type { Transaction } from '../database/database.ts'
import { type Fault, fault } from '../http/problem.ts'
import { meet } from './cut.ts'
import type { RowFault } from './faults.ts'
import { groupBy } from './groups.ts'
import { KNOWN_ROLES } from './list.ts'
import { type KnownObject, objectKey, readObjects } from './objects.ts'
import { type KnownPerson, type NewAssignment, readKnownPeople } from './store.ts'
import { findOutside } from './territory.ts'

export interface Candidate extends NewAssignment {
  /** Its place in the request, from 0. */
  readonly index: number
}

export interface Checked {
  readonly faults: RowFault[]
  /** Those without fault; chainage beyond the object's end by less than what people round is brought back to it. */
  readonly sound: Candidate[]
  readonly objects: ReadonlyMap<string, KnownObject>
  readonly people: ReadonlyMap<number, KnownPerson>
}

/** Lengths are shown in whole metres. */
const ROUNDING_M = 0.5

/** @param lasting whether person and object must be there for all of its time; not where it is only being ended */
export async function checkCandidates(
  transaction: Transaction,
  visitor: Visitor,
  candidates: readonly Candidate[],
  { lasting = true }: { lasting?: boolean } = {},
): Promise<Checked> {
  const people = await readKnownPeople(
    transaction,
    candidates.map(({ person_id }) => person_id),
  )
  const objects = await readAllObjects(transaction, candidates)
  const faults: RowFault[] = []
  const refuse = ({ index, layer, object_id }: Candidate, found: Fault) =>
    faults.push({ index, layer, id: object_id, fault: found })
  const sound: Candidate[] = []
  for (const candidate of candidates) {
    const object = objects.get(objectKey(candidate))
    const person = people.get(candidate.person_id)
    const found = ruleFault(candidate) ?? personFault(candidate, person, lasting) ?? objectFault(candidate, object, lasting)
    if (found) refuse(candidate, found)
    else sound.push(brought(candidate, object!))
  }
  const placed = sound.map((candidate) => ({ ...candidate, ...extentOf(objects.get(objectKey(candidate))!) }))
  const outside = await findOutside(transaction, visitor, 'assignments.write', placed)
  for (const candidate of sound) if (outside.has(candidate.index)) refuse(candidate, fault('outside_territory'))
  for (const [candidate, other] of findRepeated(sound)) refuse(candidate, fault('assignment_twice', { other: other.index + 1 }))
  const faulty = new Set(faults.map(({ index }) => index))
  return { faults, sound: sound.filter(({ index }) => !faulty.has(index)), objects, people }
}

async function readAllObjects(transaction: Transaction, candidates: readonly Candidate[]): Promise<Map<string, KnownObject>> {
  const objects = new Map<string, KnownObject>()
  for (const [id, group] of groupBy(candidates, ({ layer }) => layer)) {
    const layer = findLayer(id)
    if (!layer) continue
    const ids = [...new Set(group.map(({ object_id }) => object_id))]
    for (const object of (await readObjects(transaction, layer, ids)).values()) objects.set(objectKey(object), object)
  }
  return objects
}

const extentOf = ({ begin_m, end_m }: KnownObject) => ({ begin_m, end_m })

function ruleFault({ role: id, layer: layerId, valid_from, valid_to }: Candidate): Fault | undefined {
  const role = findRole(id)
  const layer = findLayer(layerId)
  if (!role) return fault('role_unknown', KNOWN_ROLES)
  if (!layer) return fault('layer_unassignable', { layer: layerId })
  if (!role.layers.includes(layerId)) return fault('role_not_for_layer', { role: role.label, layer: layer.name })
  if (valid_to !== null && valid_to <= valid_from) return fault('end_before_start')
  return undefined
}

function personFault({ person_id, valid_to }: Candidate, person: KnownPerson | undefined, lasting: boolean): Fault | undefined {
  if (!person) return fault('person_unknown', { person: String(person_id) })
  const { left_on } = person
  return lasting && left_on !== null && (valid_to === null || left_on < valid_to) ? fault('person_left', { left_on }) : undefined
}

function objectFault(candidate: Candidate, object: KnownObject | undefined, lasting: boolean): Fault | undefined {
  if (!object) return fault('object_unknown', { object: String(candidate.object_id) })
  if (lasting && object.valid_from !== null) {
    const endsEarlier = object.valid_to !== null && (candidate.valid_to === null || candidate.valid_to > object.valid_to)
    if (object.valid_from > candidate.valid_from || endsEarlier)
      return fault('object_not_valid', { valid_from: object.valid_from, valid_to: object.valid_to })
  }
  const { chainage_from_m: from, chainage_to_m: to } = candidate
  if (from === null && to === null) return undefined
  if (from === null || to === null || to <= from) return fault('stretch_invalid')
  if (!LINEAR_LAYERS.includes(candidate.layer) || object.begin_m === null || object.end_m === null)
    return fault('stretch_not_linear', { layer: findLayer(candidate.layer)!.name })
  const { begin_m, end_m } = object
  const isOutside = from < begin_m - ROUNDING_M || to > end_m + ROUNDING_M || from >= end_m || to <= begin_m
  return isOutside ? fault('chainage_outside', { begin_m, end_m }) : undefined
}

const brought = (candidate: Candidate, { begin_m, end_m }: KnownObject): Candidate =>
  candidate.chainage_from_m === null || begin_m === null || end_m === null
    ? candidate
    : {
        ...candidate,
        chainage_from_m: Math.max(begin_m, candidate.chainage_from_m),
        chainage_to_m: Math.min(end_m, candidate.chainage_to_m!),
      }

/** Those of one request that can't stand beside each other, each later one with the earlier. */
function findRepeated(candidates: readonly Candidate[]): [Candidate, Candidate][] {
  const groups = groupBy(candidates, ({ layer, object_id, role }) => `${layer}/${object_id}/${role}`)
  return [...groups.values()].flatMap((group) =>
    group.flatMap((one, place) => {
      const other = group.slice(0, place).find((earlier) => clash(one, earlier))
      return other ? [[one, other] as [Candidate, Candidate]] : []
    }),
  )
}

const clash = (one: Candidate, other: Candidate): boolean =>
  (one.person_id === other.person_id || (one.standing === other.standing && one.standing !== 'joint')) &&
  (one.valid_to === null || other.valid_from < one.valid_to) &&
  (other.valid_to === null || one.valid_from < other.valid_to) &&
  meet(one, other)

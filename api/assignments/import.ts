/** Reads a list of assignments: which object, which person, and what it does to those that there are. */

import {
  ASSIGNMENT_COLUMNS as COLUMNS,
  LAYER_NAMES,
  ROLE_NAMES,
  STANDING_NAMES,
} from '#geodata/responsibility/assignment_columns.ts'
import type { Visitor } from '../access/visitor.ts'
import type { Transaction } from '../database/database.ts'
import { fault } from '../http/problem.ts'
import { type Recognised, recognise } from '../spreadsheets/columns.ts'
import { gather, type LineFault } from '../spreadsheets/gather.ts'
import type { Cell, Table } from '../spreadsheets/read.ts'
import { CellFault, choiceOf, codeOf, dayOf, metresOf, textOf } from '../spreadsheets/values.ts'
import { type Namesake, type Namesakes, readNamesakes } from '../staff/people_import_store.ts'
import { type Candidate, checkCandidates } from './checks.ts'
import type { RowFault } from './faults.ts'
import { groupBy } from './groups.ts'
import { type Coded, readCoded, readSchemes } from './import_store.ts'
import { carryOut, overlapFault, type Plan, planAssignments } from './plan.ts'
import { changeAssignment, findOverlaps, type Overlap, readToday } from './store.ts'

export interface AssignmentSaid {
  readonly layer: string
  readonly scheme: string | null
  readonly code: string
  readonly role: string
  readonly standing: 'A' | 'B' | 'joint'
  readonly person_code: string | null
  readonly person: string | null
  readonly organisation: string | null
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly chainage_from_m: number | null
  readonly chainage_to_m: number | null
  readonly remark: string | null
}

/** The number of a row is its candidate's index and 1. */
export interface Line {
  readonly row: number
  readonly said: AssignmentSaid
}

export interface Imported {
  readonly recognised: Recognised
  readonly lines: readonly Line[]
  readonly faults: readonly LineFault[]
  /** What new rows do; undefined where there are faults. */
  readonly plan: Plan | undefined
  readonly changed: readonly { readonly row: number; readonly held: Overlap; readonly ends: boolean }[]
  readonly unchanged: readonly number[]
}

/** Works out what a table says and, when nothing is wrong with it, stores it. */
export async function importAssignments(
  transaction: Transaction,
  visitor: Visitor,
  table: Table,
  replace: boolean,
): Promise<Imported> {
  const recognised = recognise(table, Object.values(COLUMNS))
  const faults: LineFault[] = []
  const lines = gather(table, recognised, faults, readAssignmentLine)
  const candidates = await resolve(transaction, lines, faults)
  const present = await findPresent(transaction, candidates, lines)
  const fresh = candidates.filter(({ index }) => !present.has(index))
  const plan = await planAssignments(transaction, visitor, fresh, replace)
  const changes = candidates.filter((candidate) => isChange(candidate, present.get(candidate.index)))
  faults.push(...plan.faults.map(asLineFault), ...(await changeFaults(transaction, visitor, changes, present)).map(asLineFault))
  const rest = {
    recognised,
    lines,
    unchanged: [...present.keys()].filter((index) => !changes.some((change) => change.index === index)),
  }
  const changed = changes.map(({ index, valid_to }) => {
    const held = present.get(index)!
    return { row: index + 1, held, ends: valid_to !== null && (held.valid_to === null || valid_to < held.valid_to) }
  })
  if (faults.length > 0) return { ...rest, faults, plan: undefined, changed }
  for (const change of changes) await changeAssignment(transaction, present.get(change.index)!.id, change)
  await carryOut(transaction, plan)
  return { ...rest, faults, plan, changed }
}

function readAssignmentLine(cell: (id: string) => Cell | undefined): AssignmentSaid {
  const needed = <Value>(column: (typeof COLUMNS)[keyof typeof COLUMNS], value: Value | null): Value => {
    if (value === null) throw new CellFault(column, fault('cell_empty'))
    return value
  }
  const text = (column: (typeof COLUMNS)[keyof typeof COLUMNS], maximum = 100) => {
    const said = textOf(column, cell(column.id))
    if (said !== null && (said.length > maximum || /[\r\n\t]/.test(said))) throw new CellFault(column, fault('cell_invalid'))
    return said
  }
  const said = {
    layer: needed(COLUMNS.layer, choiceOf(COLUMNS.layer, cell('layer'), LAYER_NAMES)),
    scheme: text(COLUMNS.scheme),
    code: needed(COLUMNS.code, codeOf(COLUMNS.code, cell('code'))),
    role: needed(COLUMNS.role, choiceOf(COLUMNS.role, cell('role'), ROLE_NAMES)),
    standing: choiceOf(COLUMNS.standing, cell('standing'), STANDING_NAMES) ?? 'A',
    person_code: codeOf(COLUMNS.person_code, cell('person_code')),
    person: text(COLUMNS.person),
    organisation: text(COLUMNS.organisation),
    valid_from: dayOf(COLUMNS.valid_from, cell('valid_from')),
    valid_to: dayOf(COLUMNS.valid_to, cell('valid_to')),
    chainage_from_m: metresOf(COLUMNS.chainage_from_m, cell('chainage_from_m')),
    chainage_to_m: metresOf(COLUMNS.chainage_to_m, cell('chainage_to_m')),
    remark: text(COLUMNS.remark, 500),
  }
  if (said.person_code === null && (said.person === null || said.organisation === null))
    throw new CellFault(COLUMNS.person_code, fault('person_unsaid'))
  return said
}

/** Finds the object and the person of each line; those that can't be found become faults. */
async function resolve(transaction: Transaction, lines: readonly Line[], faults: LineFault[]): Promise<Candidate[]> {
  const today = await readToday(transaction)
  const schemes = await readSchemes(transaction)
  const namesakes = await readNamesakes(
    transaction,
    lines.map(({ said }) => ({ code: said.person_code, name: said.person })),
  )
  const coded = new Map<string, Coded[]>()
  for (const [layer, group] of groupBy(lines, ({ said }) => said.layer)) {
    const found = await readCoded(transaction, layer, [...new Set(group.map(({ said }) => said.code))])
    for (const [code, objects] of groupBy(found, (one) => one.code)) coded.set(`${layer}/${code}`, objects)
  }
  return lines.flatMap(({ row, said }) => {
    try {
      const valid_from = said.valid_from ?? today
      const object = pickObject(said, coded.get(`${said.layer}/${said.code}`) ?? [], schemes, valid_from)
      const { layer, role, standing, valid_to, chainage_from_m, chainage_to_m, remark } = said
      const rest = { role, standing, valid_from, valid_to, chainage_from_m, chainage_to_m, remark }
      return [{ index: row - 1, layer, object_id: object.id, person_id: pickPerson(said, namesakes).id, ...rest }]
    } catch (error) {
      if (!(error instanceof CellFault)) throw error
      faults.push({ row, column: error.column, fault: error.fault })
      return []
    }
  })
}

function pickObject(said: AssignmentSaid, coded: readonly Coded[], schemes: ReadonlyMap<string, string>, day: string): Coded {
  const scheme = said.scheme === null ? null : schemes.get(said.scheme)
  if (scheme === undefined) throw new CellFault(COLUMNS.scheme, fault('scheme_unknown'))
  const fitting = coded.filter((one) => scheme === null || one.scheme === null || one.scheme === scheme)
  if (fitting.length === 0) throw new CellFault(COLUMNS.code, fault('object_unknown', { object: said.code }))
  const valid = fitting.filter((one) => (one.valid_from ?? '') <= day && (one.valid_to === null || one.valid_to > day))
  // None that is valid on the day: the checks say from when to when the one is.
  const [first, ...others] = valid.length > 0 ? valid : fitting.slice(-1)
  if (others.length > 0)
    throw new CellFault(COLUMNS.code, fault('object_ambiguous', { object: said.code, count: others.length + 1 }))
  return first!
}

function pickPerson({ person_code, person, organisation }: AssignmentSaid, { byCode, byName }: Namesakes): Namesake {
  if (person_code !== null) {
    const found = byCode.get(person_code)
    if (!found) throw new CellFault(COLUMNS.person_code, fault('person_unknown', { person: person_code }))
    if (person !== null && found.name !== person)
      throw new CellFault(COLUMNS.person_code, fault('code_of_other', { name: found.name }))
    return found
  }
  const called = (byName.get(person!) ?? []).filter((one) => one.organisation === organisation)
  if (called.length === 0)
    throw new CellFault(COLUMNS.person, fault('person_unknown', { person: `${person}（${organisation}）` }))
  if (called.length > 1) throw new CellFault(COLUMNS.person, fault('person_ambiguous', { name: person!, count: called.length }))
  return called[0]!
}

/** What is stored already, by the index of the line that says it again, perhaps with another end or remark. */
async function findPresent(
  transaction: Transaction,
  candidates: readonly Candidate[],
  lines: readonly Line[],
): Promise<Map<number, Overlap>> {
  const said = new Map(lines.map((line) => [line.row - 1, line.said]))
  // Whatever end a line says, the stored one may have another.
  const asked = candidates.map((candidate) => ({ ...candidate, valid_to: null }))
  const byIndex = new Map(candidates.map((candidate) => [candidate.index, candidate]))
  const present = new Map<number, Overlap>()
  for (const held of await findOverlaps(transaction, asked)) {
    const candidate = byIndex.get(held.index)!
    const isSame =
      held.person_id === candidate.person_id &&
      held.standing === candidate.standing &&
      isNear(held.chainage_from_m, candidate.chainage_from_m) &&
      isNear(held.chainage_to_m, candidate.chainage_to_m) &&
      (said.get(held.index)!.valid_from === null
        ? held.valid_from <= candidate.valid_from
        : held.valid_from === candidate.valid_from)
    if (isSame && !present.has(held.index)) present.set(held.index, held)
  }
  return present
}

/** Exports round to centimetres. */
const isNear = (one: number | null, other: number | null): boolean =>
  one === null || other === null ? one === other : Math.abs(one - other) < 0.01

const isChange = (candidate: Candidate, held: Overlap | undefined): boolean =>
  held !== undefined && (held.valid_to !== candidate.valid_to || held.remark !== candidate.remark)

async function changeFaults(
  transaction: Transaction,
  visitor: Visitor,
  changes: readonly Candidate[],
  present: ReadonlyMap<number, Overlap>,
): Promise<RowFault[]> {
  if (changes.length === 0) return []
  // Object and stretch are the same as before, so one look at the territory is enough.
  const { faults, sound } = await checkCandidates(transaction, visitor, changes)
  const overlaps = (await findOverlaps(transaction, sound)).filter(
    (held) =>
      held.id !== present.get(held.index)!.id &&
      (held.standing !== 'joint' || held.person_id === present.get(held.index)!.person_id),
  )
  const clashes = overlaps.map((held) => ({
    index: held.index,
    layer: held.layer,
    id: held.object_id,
    fault: overlapFault(held),
  }))
  return [...faults, ...clashes]
}

const COLUMN_OF: Readonly<Record<string, (typeof COLUMNS)[keyof typeof COLUMNS]>> = {
  role_not_for_layer: COLUMNS.role,
  end_before_start: COLUMNS.valid_to,
  person_left: COLUMNS.person,
  object_not_valid: COLUMNS.code,
  outside_territory: COLUMNS.code,
  stretch_invalid: COLUMNS.chainage_to_m,
  stretch_not_linear: COLUMNS.chainage_from_m,
  chainage_outside: COLUMNS.chainage_to_m,
}

const asLineFault = ({ index, fault: found }: RowFault): LineFault => ({
  row: index + 1,
  column: COLUMN_OF[found.code] ?? null,
  fault: found,
})

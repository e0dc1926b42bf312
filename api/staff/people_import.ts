/** Reads a list of people: who is new, who changes, who leaves, and what is wrong with it. */

import { PEOPLE_COLUMNS as COLUMNS, EMPLOYMENTS } from '#geodata/responsibility/people_columns.ts'
import { mayIn, type Visitor } from '../access/visitor.ts'
import { groupBy } from '../assignments/groups.ts'
import type { Transaction } from '../database/database.ts'
import { fault } from '../http/problem.ts'
import { type Recognised, recognise } from '../spreadsheets/columns.ts'
import { gather, type LineFault } from '../spreadsheets/gather.ts'
import type { Cell, Table } from '../spreadsheets/read.ts'
import { CellFault, choiceOf, codeOf, dayOf, textOf } from '../spreadsheets/values.ts'
import { type KnownOrganisation, type Namesake, type Namesakes, readNamesakes, readOrganisations } from './people_import_store.ts'

/** A row as it was understood. Null says nothing: what is stored stays. */
export interface PersonSaid {
  readonly code: string | null
  readonly name: string
  readonly organisation: string
  readonly territory_code: string | null
  readonly posts: readonly string[] | null
  readonly employment: 'full_time' | 'part_time' | null
  readonly telephone: string | null
  readonly mobile: string | null
  readonly left_on: string | null
}

export interface PersonLine {
  readonly row: number
  readonly said: PersonSaid
  readonly organisation: KnownOrganisation
  /** Null is somebody new. */
  readonly present: Namesake | null
  /** Names of the columns in which the row says something new. */
  readonly changes: readonly string[]
}

export interface PeoplePlan {
  readonly recognised: Recognised
  readonly lines: readonly PersonLine[]
  readonly faults: readonly LineFault[]
}

const NUMBER = /^\+?[\d\s()（）-]{3,30}(转\s?\d{1,6})?$/

export async function planPeople(transaction: Transaction, visitor: Visitor, table: Table): Promise<PeoplePlan> {
  const recognised = recognise(table, Object.values(COLUMNS))
  const faults: LineFault[] = []
  const read = gather(table, recognised, faults, readPerson)
  const organisations = groupBy(await readOrganisations(transaction), ({ name }) => name)
  const namesakes = await readNamesakes(
    transaction,
    read.map(({ said }) => said),
  )
  const lines: PersonLine[] = []
  for (const { row, said } of read) {
    try {
      const organisation = findOrganisation(said, organisations.get(said.organisation) ?? [])
      const present = findPresent(said, organisation, namesakes)
      const territories = [organisation.territory_code, ...(present ? [present.territory_code] : [])]
      if (!territories.every((code) => mayIn(visitor, 'people.write', code)))
        throw new CellFault(COLUMNS.organisation, fault('outside_territory'))
      lines.push({ row, said, organisation, present, changes: changesOf(said, organisation, present) })
    } catch (error) {
      if (!(error instanceof CellFault)) throw error
      faults.push({ row, column: error.column, fault: error.fault })
    }
  }
  return { recognised, lines, faults: [...faults, ...findRepeated(lines)] }
}

function readPerson(cell: (id: string) => Cell | undefined): PersonSaid {
  const text = (column: (typeof COLUMNS)[keyof typeof COLUMNS], maximum: number) => {
    const said = textOf(column, cell(column.id))
    if (said !== null && (said.length > maximum || /[\r\n\t]/.test(said))) throw new CellFault(column, fault('cell_invalid'))
    return said
  }
  const needed = (column: (typeof COLUMNS)[keyof typeof COLUMNS]) => {
    const said = text(column, 100)
    if (said === null) throw new CellFault(column, fault('cell_empty'))
    return said
  }
  const number = (column: (typeof COLUMNS)[keyof typeof COLUMNS]) => {
    const said = text(column, 50)
    if (said !== null && !NUMBER.test(said)) throw new CellFault(column, fault('cell_invalid'))
    return said
  }
  const posts = text(COLUMNS.posts, 500)
  return {
    code: codeOf(COLUMNS.code, cell('code')),
    name: needed(COLUMNS.name),
    organisation: needed(COLUMNS.organisation),
    territory_code: codeOf(COLUMNS.territory, cell('territory_code')),
    posts:
      posts === null ? null : [...new Set(posts.split(/[、；;，,]/).map((post) => post.trim()))].filter((post) => post !== ''),
    employment: choiceOf(COLUMNS.employment, cell('employment'), EMPLOYMENTS),
    telephone: number(COLUMNS.telephone),
    mobile: number(COLUMNS.mobile),
    left_on: dayOf(COLUMNS.left_on, cell('left_on')),
  }
}

function findOrganisation({ organisation, territory_code }: PersonSaid, called: readonly KnownOrganisation[]): KnownOrganisation {
  const found = territory_code === null ? called : called.filter((one) => one.territory_code === territory_code)
  if (found.length === 0) throw new CellFault(COLUMNS.organisation, fault('organisation_unknown', { name: organisation }))
  if (found.length > 1)
    throw new CellFault(COLUMNS.organisation, fault('organisation_ambiguous', { name: organisation, count: found.length }))
  return found[0]!
}

/** By the number; without one, by name and organisation, when that is one person only. */
function findPresent(said: PersonSaid, organisation: KnownOrganisation, { byCode, byName }: Namesakes): Namesake | null {
  const numbered = said.code === null ? undefined : byCode.get(said.code)
  // A slip of one digit would give somebody else's row a new name.
  if (numbered && numbered.name !== said.name) throw new CellFault(COLUMNS.code, fault('code_of_other', { name: numbered.name }))
  if (numbered) return numbered
  const called = (byName.get(said.name) ?? []).filter(({ organisation_id }) => organisation_id === organisation.id)
  // Whoever has another number is somebody else of the same name.
  const fitting = said.code === null ? called : called.filter(({ code }) => code === null)
  if (fitting.length > 1) throw new CellFault(COLUMNS.name, fault('person_ambiguous', { name: said.name, count: fitting.length }))
  return fitting[0] ?? null
}

const COMPARED = ['code', 'employment', 'telephone', 'mobile', 'left_on'] as const

function changesOf(said: PersonSaid, organisation: KnownOrganisation, present: Namesake | null): string[] {
  if (!present) return []
  const changed: string[] = COMPARED.filter((field) => said[field] !== null && said[field] !== present[field])
  if (organisation.id !== present.organisation_id) changed.push('organisation')
  const posts = [...present.posts].sort().join('、')
  if (said.left_on === null && said.posts !== null && [...said.posts].sort().join('、') !== posts) changed.push('posts')
  return changed
}

/** The same person twice: each later row names the earlier. */
function findRepeated(lines: readonly PersonLine[]): LineFault[] {
  const seen = new Map<string, number>()
  return lines.flatMap(({ row, said, organisation, present }) => {
    const key = present ? `id ${present.id}` : said.code ? `code ${said.code}` : `name ${organisation.id} ${said.name}`
    const first = seen.get(key)
    if (first === undefined) seen.set(key, row)
    return first === undefined
      ? []
      : [{ row, column: said.code ? COLUMNS.code : COLUMNS.name, fault: fault('row_repeated', { first, row }) }]
  })
}

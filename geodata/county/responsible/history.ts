/** Those who held an office before: until the new year, or until a change in spring. */
import { VALID_FROM } from '../demo.ts'
import type { Offices } from './offices.ts'
import type { Person, Register } from './register.ts'

/** Every so many village secretaries, town leaders and deputy heads took office lately. */
const EVERY = { villages: 9, towns: 4, county: 4 } as const
const BEGAN = '2024-03-01'
const SPRING = '2026-03-16'

export function addHistory({ register, communities, towns, deputies }: Offices): void {
  const newcomers = [
    ...communities.filter((_, i) => i % EVERY.villages === 4).map(({ secretary }) => secretary),
    ...towns.filter((_, i) => i % EVERY.towns === 1).map(({ leaders }) => leaders[1]!),
    ...deputies.filter((_, i) => i % EVERY.county === 2),
  ]
  const own = ownRows(register)
  newcomers.forEach((person, i) => {
    precede(register, person, i % 3 === 0 ? SPRING : VALID_FROM, own)
  })
}

const ownRows = ({ assignments, tenures }: Register) => {
  const rows = new Map<string, (typeof assignments)[number][]>()
  for (const each of assignments) {
    const held = rows.get(each.person_code)
    if (held) held.push(each)
    else rows.set(each.person_code, [each])
  }
  return { rows, tenureOf: new Map(tenures.map((tenure) => [tenure.person_code, tenure])) }
}

/** Writes down who had everything of a person's until a day, and lets the person begin on it. */
function precede(register: Register, person: Person, day: string, own: ReturnType<typeof ownRows>): void {
  const tenure = own.tenureOf.get(person.code)!
  const organisation = register.organisations.find(({ code }) => code === person.organisation_code)!
  const before = register.employ(organisation)
  before.left_on = day
  register.tenures.push({ ...tenure, person_code: before.code, valid_from: BEGAN, valid_to: day })
  tenure.valid_from = day
  for (const each of own.rows.get(person.code) ?? []) {
    register.assignments.push({ ...each, person_code: before.code, valid_from: BEGAN, valid_to: day })
    each.valid_from = day
  }
}

/** What a real county's list has too: places without anybody, terms that ran out, no substitute, too much for one, people long gone. */
import { groupBy } from '../geometry/group.ts'
import type { Offices } from './offices.ts'
import type { Assignment, Person, Register } from './register.ts'

/** Of so many objects nobody is responsible, and of so many the term has run out. */
const GAPS = [
  { layer: 'grids', role: 'grid_leader', vacant: 6, expired: 8 },
  { layer: 'garbage_points', role: 'cleaner', vacant: 60, expired: 25 },
  { layer: 'hydrants', role: 'keeper', vacant: 40, expired: 20 },
  { layer: 'water_sources', role: 'keeper', vacant: 4, expired: 3 },
  { layer: 'key_sites', role: 'safety_officer', vacant: 6, expired: 4 },
  { layer: 'road_segments', role: 'road_chief', vacant: 15, expired: 10 },
  { layer: 'river_segments', role: 'river_chief_village', vacant: 2, expired: 3 },
  { layer: 'geohazard_points', role: 'patroller', vacant: 1, expired: 1 },
  { layer: 'observation_points', role: 'reporter', vacant: 3, expired: 2 },
  { layer: 'shelters', role: 'keeper', vacant: 1, expired: 0 },
] as const

const RAN_OUT = '2026-04-01'
const GONE = '2026-05-11'
const GONE_PEOPLE = 7
/** The share of grids whose leader has nobody to stand in. */
const ALONE = 0.04
/** Workers who took over a neighbouring grid when its own left. */
const TAKEN_OVER = 3

/** @param spared people who keep all that they have */
export function addFlaws(offices: Offices, spared: readonly Person[]): void {
  const { register } = offices
  const mayChange = changeable(offices, new Set(spared.map(({ code }) => code)))
  for (const gap of GAPS) makeGaps(register, gap, mayChange)
  leaveAlone(register)
  overload(offices)
  leave(register, mayChange)
}

const objectOf = ({ layer, scheme, code }: Assignment): string => `${layer} ${scheme ?? ''} ${code}`

/** Not where the demo's figures are told: in these schemes and in this sub-district every grid has its people. */
function changeable({ communities }: Offices, spared: ReadonlySet<string>) {
  const known = communities[0]!.town.code
  return ({ layer, scheme, code, person_code, valid_to }: Assignment): boolean =>
    valid_to === null &&
    !spared.has(person_code) &&
    (layer !== 'grids' || scheme === 'fire' || (scheme === 'governance' && !code.startsWith(known)))
}

function makeGaps(register: Register, gap: (typeof GAPS)[number], mayChange: (row: Assignment) => boolean): void {
  const { random } = register
  const rows = register.assignments.filter(({ layer, role }) => layer === gap.layer && role === gap.role)
  const open = groupBy(rows, objectOf).filter(([, own]) => own.some(mayChange) && own.filter(isCurrent).every(mayChange))
  const take = (count: number) => Array.from({ length: count }, () => open.splice(random.integer(0, open.length - 1), 1)[0]!)
  const vacant = new Set(take(gap.vacant).flatMap(([, own]) => own))
  for (const [, own] of take(gap.expired)) for (const row of own.filter(isCurrent)) row.valid_to = RAN_OUT
  register.assignments = register.assignments.filter((row) => !vacant.has(row))
}

const isCurrent = ({ valid_to }: Assignment): boolean => valid_to === null

function leaveAlone(register: Register): void {
  register.assignments = register.assignments.filter(
    ({ role, standing, valid_to }) =>
      role !== 'grid_leader' || standing !== 'B' || valid_to !== null || !register.random.chance(ALONE),
  )
}

/** In the second sub-district: the worker of one grid has the next one too, and whose it was has left. */
function overload({ register, towns }: Offices): void {
  const second = towns[1]!.code
  const rows = register.assignments.filter(({ role, code }) => role === 'grid_worker_full_time' && code.startsWith(second))
  for (let i = 0; i < TAKEN_OVER; i++) {
    const [keeps, leaves] = [rows[i * 4]!, rows[i * 4 + 1]!]
    depart(register, leaves.person_code)
    leaves.person_code = keeps.person_code
  }
}

/** Gone, though the list still has them. */
function leave(register: Register, mayChange: (row: Assignment) => boolean): void {
  const roles = ['cleaner', 'keeper', 'grid_leader']
  const told = new Set(
    register.assignments.filter((row) => isCurrent(row) && !mayChange(row)).map(({ person_code }) => person_code),
  )
  const rows = register.assignments.filter((row) => roles.includes(row.role) && mayChange(row) && !told.has(row.person_code))
  for (let i = 0; i < GONE_PEOPLE; i++) depart(register, register.random.pick(rows).person_code)
}

function depart(register: Register, code: string): void {
  register.people.find((person) => person.code === code)!.left_on = GONE
  const tenure = register.tenures.find((each) => each.person_code === code)!
  tenure.valid_to ??= GONE
}

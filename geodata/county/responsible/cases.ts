/** Who files, handles and verifies cases. */
import type { DemoPost } from '../demo.ts'
import type { BureauId, Offices } from './offices.ts'
import type { DemoDepartment } from './records.ts'
import type { Organisation, Person, Register } from './register.ts'

/** Duties that a bureau has in the whole county. */
const DUTIES: readonly BureauId[] = [
  'city',
  'water',
  'ecology',
  'transport',
  'roads',
  'police',
  'civil',
  'education',
  'emergency',
  'fire',
  'land',
  'water_company',
  'sanitation_company',
]

const CASE_WORKERS = 9
const DESK_OPERATORS = 4
/** Who watches, besides those at the desk. */
const WATCHING: readonly string[] = ['监督片区队长', '监督员']

export interface CasePeople {
  readonly departments: readonly DemoDepartment[]
  readonly supervisor: Person
  readonly handler: Person
}

/**
 * Whoever handles does not verify (监管分离): supervisors and the desk are a centre of their own. Comes last, so that everybody else keeps name and
 * number.
 */
export function staffCases({ register, county, government, towns, bureau }: Offices): CasePeople {
  const code = String(county.properties.code)
  const centre = register.found({
    code: `${code}-YX`,
    name: `${county.properties.name}城市运行管理服务中心`,
    name_en: `${county.properties.name_en} Urban Operation Centre`,
    kind: 'public_institution',
    territory_code: code,
    parent_code: government.code,
  })
  for (const post of WATCHING) movePost(register, post, bureau('city'), centre)
  register.hireMany(DESK_OPERATORS, centre, 'desk_operator')
  const [handler] = register.hireMany(CASE_WORKERS, bureau('city'), 'case_worker')
  const walking = register.assignments.find(({ role, standing }) => role === 'supervisor' && standing === 'joint')!
  return {
    departments: [
      ...DUTIES.map((duty) => ({ duty, territory_code: code, organisation_code: bureau(duty).code })),
      ...towns.map((town) => ({ duty: 'town', territory_code: town.code, organisation_code: town.government.code })),
    ],
    supervisor: register.people.find((person) => person.code === walking.person_code)!,
    handler: handler!,
  }
}

function movePost(register: Register, name: string, from: Organisation, to: Organisation): void {
  const isMoved = (row: { readonly organisation_code: string }, post: string) =>
    row.organisation_code === from.code && post === name
  const moved = new Set(
    register.tenures.filter((tenure) => isMoved(tenure, tenure.post_name)).map(({ person_code }) => person_code),
  )
  register.posts.forEach((post: DemoPost, i) => {
    if (isMoved(post, post.name)) register.posts[i] = { ...post, organisation_code: to.code }
  })
  for (const tenure of register.tenures) if (isMoved(tenure, tenure.post_name)) tenure.organisation_code = to.code
  for (const person of register.people) if (moved.has(person.code)) person.organisation_code = to.code
}

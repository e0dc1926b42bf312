/** Where organisations, people and assignments are written down while they are made up. */
import { type DemoFeature, VALID_FROM } from '../demo.ts'
import { padded } from '../duty/grid.ts'
import type { Random } from '../geometry/random.ts'
import { personName } from './names.ts'
import { mobileNumber, officeNumber } from './numbers.ts'
import { POSTS, type PostId } from './posts.ts'
import type { DemoAssignment, DemoOrganisation, DemoPerson, DemoPost, DemoTenure } from './records.ts'

type Draft<Row> = { -readonly [Key in keyof Row]: Row[Key] }

export type Organisation = DemoOrganisation
export type Person = Draft<DemoPerson>
export type Tenure = Draft<DemoTenure>
export type Assignment = Draft<DemoAssignment>

type Terms = Partial<Pick<DemoAssignment, 'standing' | 'chainage_from_m' | 'chainage_to_m' | 'valid_from' | 'valid_to'>>

/** What is written down can still be changed, until it is handed over. */
export interface Register {
  readonly random: Random
  readonly organisations: DemoOrganisation[]
  readonly posts: DemoPost[]
  readonly people: Person[]
  readonly tenures: Tenure[]
  assignments: Assignment[]
  found(given: Omit<DemoOrganisation, 'telephone'>): Organisation
  /** Somebody new, without a post so far. */
  employ(organisation: Organisation, employment?: DemoPerson['employment']): Person
  /** Somebody new, in a post. */
  hire(organisation: Organisation, post: PostId, employment?: DemoPerson['employment']): Person
  hireMany(count: number, organisation: Organisation, post: PostId, employment?: DemoPerson['employment']): Person[]
  /** Nobody is responsible twice for the same: the second time nothing is written. */
  assign(layer: string, object: DemoFeature, role: string, person: Person, terms?: Terms): void
}

/** In office since one of these days. */
const SINCE = ['2021-04-01', '2022-03-01', '2022-09-01', '2023-05-01', '2024-03-01', '2025-02-01', VALID_FROM]

export function makeRegister(random: Random, county: { readonly code: string; readonly number: number }): Register {
  const taken = new Map<string, Set<string>>()
  const known = new Set<string>()
  const held = new Set<string>()
  const employ: Register['employ'] = (organisation, employment = 'full_time') => {
    const names = taken.get(organisation.code)!
    const name = personName(random, names)
    const number = register.people.length + 1
    const person: Person = {
      code: `${county.code}-RY${padded(number, 5)}`,
      name: name.zh,
      name_en: name.en,
      organisation_code: organisation.code,
      employment,
      telephone: null,
      mobile: mobileNumber(county.number, number),
      left_on: null,
    }
    register.people.push(person)
    return person
  }
  const hire: Register['hire'] = (organisation, post, employment) => {
    const person = employ(organisation, employment)
    const [zh, en, duties] = POSTS[post]
    if (!known.has(`${organisation.code} ${zh}`)) {
      known.add(`${organisation.code} ${zh}`)
      register.posts.push({ organisation_code: organisation.code, name: zh, name_en: en, duties })
    }
    const tenure = { person_code: person.code, organisation_code: organisation.code, post_name: zh, valid_to: null }
    register.tenures.push({ ...tenure, valid_from: random.pick(SINCE) })
    return person
  }
  const register: Register = {
    random,
    organisations: [],
    posts: [],
    people: [],
    tenures: [],
    assignments: [],
    found: (given) => {
      const organisation = { ...given, telephone: officeNumber(county.number, register.organisations.length + 1) }
      register.organisations.push(organisation)
      taken.set(organisation.code, new Set())
      return organisation
    },
    employ,
    hire,
    hireMany: (count, organisation, post, employment) =>
      Array.from({ length: count }, () => hire(organisation, post, employment)),
    assign: (layer, { properties }, role, person, terms = {}) => {
      const { code, scheme } = properties
      const row: Assignment = {
        layer,
        scheme: layer === 'grids' ? String(scheme) : null,
        code: String(code),
        role,
        standing: 'A',
        person_code: person.code,
        chainage_from_m: null,
        chainage_to_m: null,
        valid_from: VALID_FROM,
        valid_to: null,
        ...terms,
      }
      const key = [layer, row.scheme, row.code, role, person.code, row.chainage_from_m].join()
      if (held.has(key)) return
      held.add(key)
      register.assignments.push(row)
    },
  }
  return register
}

/** Key sites, the schools among them, and the shelters beside them. */
import type { DemoFeature } from '../demo.ts'
import { makeSchool, type Offices } from './offices.ts'
import { pointOf } from './places.ts'
import type { Organisation, Person } from './register.ts'

/** Returns the schools, by the code of their site. */
export function assignSites({
  register,
  features,
  places,
  communities,
  communityOf,
  bureau,
}: Offices): Map<string, Organisation> {
  const schools = new Map<string, Organisation>()
  const byName = new Map<string, readonly [safety: Person, head: Person]>()
  for (const site of features.key_sites!) {
    const community = communityOf(places.codeAt(pointOf(site)) ?? communities[0]!.code)
    if (site.properties.kind !== 'school') {
      register.assign('key_sites', site, 'safety_officer', community.safetyOfficer)
      continue
    }
    const school = makeSchool(register, bureau('education'), site, community.town.code, schools.size)
    schools.set(String(site.properties.code), school)
    const [head, safety] = [register.hire(school, 'head_teacher'), register.hire(school, 'safety_teacher')]
    byName.set(school.name, [safety, head])
    register.assign('key_sites', site, 'safety_officer', safety)
    register.assign('key_sites', site, 'safety_officer', head, { standing: 'B' })
  }
  const officers = register.hireMany(2, bureau('emergency'), 'duty_officer')
  const gardener = register.hire(bureau('city'), 'park_keeper')
  features.shelters!.forEach((shelter, i) => {
    const [safety] = byName.get(schoolOf(shelter)) ?? [gardener]
    register.assign('shelters', shelter, 'keeper', safety!)
    register.assign('shelters', shelter, 'keeper', officers[i % 2]!, { standing: 'B' })
  })
  return schools
}

/** 泽陵县第一完全中学操场避难场所 lies on the playground of 泽陵县第一完全中学. */
const schoolOf = ({ properties }: DemoFeature): string => String(properties.name).replace('操场避难场所', '')

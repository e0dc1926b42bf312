/** Who is responsible in the county for what: invented people, the figures of real places, and the flaws of real lists. */
import type { Demo } from '../demo.ts'
import type { Plan } from '../plan.ts'
import { type AccountPeople, demoAccounts } from './accounts.ts' // who may sign in
import { staffCases } from './cases.ts' // who sees cases through
import { assignFireWater } from './fire_water.ts'
import { assignFlatTown } from './flat_town.ts'
import { addFlaws } from './flaws.ts' // what there is to find
import { assignGovernance } from './governance.ts'
import { assignHazards } from './hazards.ts'
import { addHistory } from './history.ts' // who it was before
import { makeOffices, type Offices } from './offices.ts' // organisations and who leads them
import type { DemoResponsibility } from './records.ts'
import { makeRegister } from './register.ts' // where all is written down
import { assignRivers } from './rivers.ts'
import { assignRoads } from './roads.ts'
import { assignSanitation } from './sanitation.ts'
import { assignFire, assignLabour, assignSchoolSafety, assignSupervision } from './schemes.ts'
import { assignSites } from './sites.ts'
import { assignWorks } from './works.ts'

/** @param demo as it will be stored: at its own place, with its own codes */
export function responsibilityOf(
  demo: Pick<Demo, 'features' | 'riverSegments'>,
  { random, number, name }: Plan,
): DemoResponsibility {
  const register = makeRegister(random('responsible people'), { code: name.code, number })
  const offices = makeOffices(register, demo.features)
  assignGovernance(offices)
  assignFire(offices)
  assignFlatTown(offices)
  assignSupervision(offices)
  assignLabour(offices)
  assignSchoolSafety(offices, assignSites(offices))
  assignRivers(offices, demo.riverSegments)
  assignRoads(offices)
  const retiring = assignSanitation(offices)
  assignFireWater(offices)
  assignHazards(offices)
  assignWorks(offices)
  const people = accountPeople(offices)
  addHistory(offices)
  addFlaws(offices, [retiring, people.countyChief, people.villageChief])
  const { departments, ...casePeople } = staffCases(offices)
  const { organisations, posts, people: staff, tenures, assignments } = register
  const accounts = demoAccounts({ ...people, ...casePeople })
  return { organisations, posts, people: staff, tenures, assignments, departments, accounts }
}

function accountPeople({
  register,
  county,
  communities,
  deputies,
  bureau,
}: Offices): Omit<AccountPeople, 'supervisor' | 'handler'> {
  const { town } = communities[0]!
  const segments = (code: string) =>
    register.assignments.filter(({ role, person_code }) => role === 'river_chief_village' && person_code === code).length
  const village = communities.find(({ isVillage, secretary }) => isVillage && segments(secretary.code) > 1)!
  return {
    county: String(county.properties.code),
    town: town.code,
    planner: register.hire(town.government, 'grid_centre'),
    countyChief: deputies[0]!,
    villageChief: village.secretary,
    village: village.code,
    emergency: register.hire(bureau('emergency'), 'duty_officer'),
  }
}

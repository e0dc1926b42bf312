/** Who looks after hydrants and the other places where engines draw water. */
import { groupBy } from '../geometry/group.ts'
import type { Offices } from './offices.ts'
import { pointOf } from './places.ts'
import { shared } from './share.ts'

/** Hydrants that one person can try out in a quarter. */
const HYDRANTS = 90

/** In the seat the water company keeps them, in the towns the fire team. */
export function assignFireWater({ register, features, places, communities, communityOf, townOf, bureau }: Offices): void {
  const home = (at: Parameters<typeof places.codeAt>[0]) => places.codeAt(at) ?? communities[0]!.code
  for (const [code, hydrants] of groupBy(features.hydrants!, (each) => home(pointOf(each)).slice(0, 9)))
    for (const part of shared(hydrants, HYDRANTS)) {
      const { fireTeam } = townOf(code)
      const keeper = fireTeam ? register.hire(fireTeam, 'firefighter') : register.hire(bureau('water_company'), 'hydrant_keeper')
      for (const hydrant of part) register.assign('hydrants', hydrant, 'keeper', keeper)
    }
  const [first, second] = register.hireMany(2, bureau('fire'), 'firefighter')
  features.water_sources!.forEach((source, i) => {
    const { isVillage, safetyOfficer, deputy } = communityOf(home(pointOf(source)))
    register.assign('water_sources', source, 'keeper', isVillage ? safetyOfficer : i % 2 ? first! : second!)
    register.assign('water_sources', source, 'keeper', deputy, { standing: 'B' })
  })
}

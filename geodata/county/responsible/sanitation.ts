/** Bins and stations: a cleaner who empties and wipes them, and a keeper of the company that hauls for the whole county. */
import type { DemoFeature } from '../demo.ts'
import { groupBy } from '../geometry/group.ts'
import type { CommunityOffice, Offices } from './offices.ts'
import { pointOf } from './places.ts'
import type { Person } from './register.ts'
import { shared } from './share.ts'

/** Points on one cleaner's round, and in one keeper's book. */
const ROUND = 45
const BOOK = 180

/** What the team leader who retires this year has to hand over: these points and stretches of street, forty in all. */
const RETIRING = { points: 36, streets: 4 } as const

/** Returns the team leader who retires this year. */
export function assignSanitation(offices: Offices): Person {
  const { features, places, communityOf, communities, register, bureau } = offices
  const home = (point: DemoFeature) => places.codeAt(pointOf(point)) ?? communities[0]!.code
  const byCommunity = groupBy(features.garbage_points!, home)
  const seat = communities[0]!.town
  const retiring = register.hire(seat.sanitation, 'team_leader')
  let left: number = RETIRING.points
  for (const [code, points] of byCommunity) {
    const community = communityOf(code)
    const own = community.town === seat ? points.slice(0, left) : []
    left -= own.length
    for (const point of own) register.assign('garbage_points', point, 'cleaner', retiring)
    assignRounds(offices, community, points.slice(own.length))
  }
  takeOverStreets(offices, retiring, seat.code)
  for (const [, points] of groupBy(features.garbage_points!, (point) => communityOf(home(point)).town.code))
    for (const part of shared(points, BOOK)) {
      const keeper = register.hire(bureau('sanitation_company'), 'point_inspector')
      for (const point of part) register.assign('garbage_points', point, 'keeper', keeper)
    }
  return retiring
}

function assignRounds(
  { register }: Offices,
  { committee, isVillage, town }: CommunityOffice,
  points: readonly DemoFeature[],
): void {
  for (const round of shared(points, ROUND)) {
    const cleaner = register.hire(isVillage ? committee : town.sanitation, 'cleaner', isVillage ? 'part_time' : 'full_time')
    for (const point of round) register.assign('garbage_points', point, 'cleaner', cleaner)
  }
}

function takeOverStreets({ register, townOf }: Offices, person: Person, town: string): void {
  const own = new Set(
    register.people.filter(({ organisation_code }) => organisation_code === townOf(town).sanitation.code).map(({ code }) => code),
  )
  register.assignments
    .filter((each) => each.layer === 'road_segments' && each.role === 'cleaner' && own.has(each.person_code))
    .slice(0, RETIRING.streets)
    .forEach((each) => {
      each.person_code = person.code
    })
}

/** 综治: who answers for the three levels of grids, and who walks them. */
import type { DemoFeature } from '../demo.ts'
import { groupBy } from '../geometry/group.ts'
import type { CommunityOffice, Offices } from './offices.ts'
import type { Person } from './register.ts'
import { chain, gridsOf } from './share.ts'

/** The sub-district whose numbers of people are known: so many at levels 2 and 3, over its 98 and 459 grids. */
const KNOWN = { town: '001', second: 201, third: 499 } as const

/** Above this a grid needs somebody who does nothing else. */
const PART_TIME_HOUSEHOLDS = 300

export function assignGovernance(offices: Offices): void {
  const grids = gridsOf(offices.features, 'governance')
  const at = (level: number) => grids.filter(({ properties }) => properties.level === level)
  assignCommunities(offices, at(1))
  const [second, third] = [at(2), at(3)]
  for (const [code, own] of groupBy(second, communityCode)) assignSecond(offices, offices.communityOf(code), own)
  for (const [code, own] of groupBy(third, communityCode)) assignThird(offices, offices.communityOf(code), own)
  const known = `${offices.county.properties.code}${KNOWN.town}`
  assignMore(offices, inTown(second, known), KNOWN.second, 2, 'grid_worker_full_time')
  assignMore(offices, inTown(third, known), KNOWN.third, 1, 'grid_worker_part_time')
}

const codeOf = ({ properties }: DemoFeature): string => String(properties.code)
const communityCode = (grid: DemoFeature): string => codeOf(grid).slice(0, 12)
const householdsOf = ({ properties }: DemoFeature): number => Number(properties.households)
const inTown = (grids: readonly DemoFeature[], town: string) => grids.filter((grid) => codeOf(grid).startsWith(town))

/** Level 1 is a community: its secretary leads it, and somebody from the town's leadership answers for it. */
function assignCommunities({ register, communityOf }: Offices, grids: readonly DemoFeature[]): void {
  for (const grid of grids) {
    const { secretary, deputy, town, code } = communityOf(codeOf(grid))
    register.assign('grids', grid, 'grid_leader', secretary)
    register.assign('grids', grid, 'grid_leader', deputy, { standing: 'B' })
    const number = town.communities.findIndex((each) => each.code === code)
    register.assign('grids', grid, 'contact_leader', town.leaders[number % town.leaders.length]!)
  }
}

function assignSecond({ register }: Offices, community: CommunityOffice, grids: readonly DemoFeature[]): void {
  const { committee, deputy, isVillage } = community
  const leaders = register.hireMany(grids.length, committee, isVillage ? 'committee_member' : 'grid_leader')
  chain(register, grids, leaders, deputy)
  for (const grid of grids) {
    const whole = !isVillage || householdsOf(grid) > PART_TIME_HOUSEHOLDS
    const worker = whole ? register.hire(committee, 'grid_worker') : register.hire(committee, 'part_time_worker', 'part_time')
    register.assign('grids', grid, whole ? 'grid_worker_full_time' : 'grid_worker_part_time', worker)
  }
}

function assignThird({ register }: Offices, community: CommunityOffice, grids: readonly DemoFeature[]): void {
  const leaders: Person[] = register.hireMany(grids.length, community.committee, 'micro_leader', 'part_time')
  community.microLeaders.push(...leaders)
  chain(register, grids, leaders, community.deputy)
}

/** More workers, one each in the grids with the most households, until the known number of people is reached. */
function assignMore(offices: Offices, grids: readonly DemoFeature[], people: number, each: number, role: string): void {
  const { register, communityOf } = offices
  const largest = grids.toSorted((a, b) => householdsOf(b) - householdsOf(a) || codeOf(a).localeCompare(codeOf(b)))
  for (const grid of largest.slice(0, people - grids.length * each)) {
    const { committee } = communityOf(codeOf(grid))
    const worker =
      role === 'grid_worker_full_time'
        ? register.hire(committee, 'grid_worker')
        : register.hire(committee, 'part_time_worker', 'part_time')
    // Beside the one who is there already, neither of them first.
    register.assign('grids', grid, role, worker, { standing: 'joint' })
  }
}

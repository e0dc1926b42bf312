/** 河长制: head chiefs of county and towns, and on every metre of water one chief each of county, town and village. */
import type { Demo, DemoFeature } from '../demo.ts'
import type { CommunityOffice, Offices } from './offices.ts'
import type { Person } from './register.ts'

/** A village chief with more segments than this is overloaded; another of his committee takes over. */
const MOST_SEGMENTS = 3
/** From here on a segment between two villages is halved, metres. */
const LONG = 1800

interface Reach {
  readonly segment: DemoFeature
  readonly river: string
  readonly from: number
  readonly to: number
  readonly banks: readonly CommunityOffice[]
}

export function assignRivers(offices: Offices, riverSegments: Demo['riverSegments']): void {
  assignHeads(offices)
  const riverOf = new Map(riverSegments.map(({ river_code, segment_code }) => [segment_code, river_code]))
  const reaches = offices.features.river_segments!.map(
    (segment): Reach => ({
      segment,
      river: riverOf.get(String(segment.properties.code))!,
      from: Number(segment.properties.chainage_from_m),
      to: Number(segment.properties.chainage_to_m),
      banks: offices.places.codesBeside(segment).map(offices.communityOf),
    }),
  )
  assignCounty(offices, reaches)
  assignTowns(offices, reaches)
  assignVillages(offices, reaches)
}

/** Party and government answer together. */
function assignHeads({ register, county, secretary, head, towns }: Offices): void {
  for (const each of [{ area: county, secretary, head }, ...towns])
    for (const person of [each.secretary, each.head])
      register.assign('administrative_areas', each.area, 'head_river_chief', person, { standing: 'joint' })
}

function assignCounty({ register, features, deputies, bureau }: Offices, reaches: readonly Reach[]): void {
  features.rivers!.forEach((river, i) => {
    const chief = deputies[i % deputies.length]!
    register.assign('rivers', river, 'river_chief_county', chief)
    register.assign('rivers', river, 'river_police', register.hire(bureau('police'), 'river_police'))
    for (const { segment } of reaches.filter((reach) => reach.river === river.properties.code))
      register.assign('river_segments', segment, 'river_chief_county', chief)
  })
}

/** On the river by stretches, one for as far as it runs along the same town; on the segments the same people. */
function assignTowns({ register, features }: Offices, reaches: readonly Reach[]): void {
  features.rivers!.forEach((river, i) => {
    const own = reaches.filter((reach) => reach.river === river.properties.code)
    let start = 0
    own.forEach(({ segment, banks, to }, k) => {
      const { leaders, code } = banks[0]!.town
      const chief = leaders[(i + 1) % leaders.length]!
      register.assign('river_segments', segment, 'river_chief_town', chief)
      if (own[k + 1]?.banks[0]?.town.code === code) return
      register.assign('rivers', river, 'river_chief_town', chief, { chainage_from_m: start, chainage_to_m: to })
      start = to
    })
  })
}

function assignVillages({ register }: Offices, reaches: readonly Reach[]): void {
  const counts = new Map<Person, number>()
  const load = ({ secretary }: CommunityOffice) => counts.get(secretary) ?? 0
  const chiefOf = (community: CommunityOffice): Person => {
    const chief = load(community) < MOST_SEGMENTS ? community.secretary : community.deputy
    counts.set(chief, (counts.get(chief) ?? 0) + 1)
    return chief
  }
  for (const { segment, from, to, banks } of reaches) {
    const assign = (chief: Person, stretch = {}) =>
      register.assign('river_segments', segment, 'river_chief_village', chief, stretch)
    const [first, second] = banks.toSorted((a, b) => load(a) - load(b))
    if (!second || to - from < LONG) {
      assign(chiefOf(first!))
      continue
    }
    const middle = Math.round((from + to) * 5) / 10
    assign(chiefOf(first!), { chainage_from_m: from, chainage_to_m: middle })
    assign(chiefOf(second), { chainage_from_m: middle, chainage_to_m: to })
  }
}

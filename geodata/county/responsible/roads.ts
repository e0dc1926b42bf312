/** 路长制: who answers for a segment of road, by what kind of road it is, and who sweeps the streets. */
import type { DemoFeature } from '../demo.ts'
import { groupBy } from '../geometry/group.ts'
import type { CommunityOffice, Offices } from './offices.ts'
import { shared } from './share.ts'

const COUNTY_CHIEFS = 12
const STREET_CHIEFS = 6
/** Segments of streets that one sweeps in a day. */
const SWEPT = 8

export function assignRoads(offices: Offices): void {
  const segments = offices.features.road_segments!.map((segment) => ({
    segment,
    community: communityBeside(offices, segment),
    kind: String(segment.properties.class),
  }))
  const { register, bureau } = offices
  const great = segments.filter(({ kind }) => ['national', 'provincial', 'county'].includes(kind))
  const roads = groupBy(great, ({ segment }) => String(segment.properties.road_name))
  const chiefs = register.hireMany(Math.min(COUNTY_CHIEFS, roads.length), bureau('roads'), 'road_chief')
  roads.forEach(([, road], i) => {
    for (const { segment } of road) register.assign('road_segments', segment, 'road_chief', chiefs[i % chiefs.length]!)
  })
  for (const { segment, community, kind } of segments) {
    if (kind === 'town') register.assign('road_segments', segment, 'road_chief', community.town.leaders[3]!)
    if (kind === 'village') register.assign('road_segments', segment, 'road_chief', community.secretary)
  }
  const streets = segments.filter(({ kind }) => kind === 'street')
  for (const [, own] of groupBy(streets, ({ community }) => community.town.code))
    assignStreets(
      offices,
      own[0]!.community,
      own.map(({ segment }) => segment),
    )
}

function assignStreets({ register }: Offices, { town }: CommunityOffice, segments: readonly DemoFeature[]): void {
  const chiefs = register.hireMany(Math.min(STREET_CHIEFS, segments.length), town.government, 'street_chief')
  segments.forEach((segment, i) => {
    register.assign('road_segments', segment, 'road_chief', chiefs[i % chiefs.length]!)
  })
  for (const part of shared(segments, SWEPT)) {
    const cleaner = register.hire(town.sanitation, 'road_cleaner')
    for (const segment of part) register.assign('road_segments', segment, 'cleaner', cleaner)
  }
}

/** A road may run along the county's border, and have a community on one side only. */
function communityBeside({ places, communityOf, communities }: Offices, segment: DemoFeature): CommunityOffice {
  const [code] = places.codesBeside(segment)
  return code ? communityOf(code) : communities[0]!
}

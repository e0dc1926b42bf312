/** The road network, edge by edge, and the segments that somebody keeps. */

import { type DemoFeature, type Position, VALID_FROM } from '../county/demo.ts'
import { type Chain, edgesByLabel, lineFrom, networkOf, positionsOf } from '../county/geometry/lines.ts'
import { lengthOf, METRE } from '../county/geometry/plane.ts'
import type { Land } from './cells.ts'
import { communityOf, ROADS, type RoadName } from './names.ts'
import { ROAD_COURSES } from './plan.ts'
import { lineString, multiLineString } from './shapes.ts'

export interface Road {
  readonly id: string
  readonly name: RoadName
  readonly path: readonly number[]
  readonly line: readonly Position[]
}

export interface Network {
  /** From junction to junction. */
  readonly chains: readonly Chain[]
  /** The named roads from end to end. */
  readonly roads: readonly Road[]
}

export function makeNetwork({ subdivision }: Land): Network {
  const chains = networkOf(subdivision, (label) => label.startsWith('road:') || label.startsWith('lane:'))
  const edges = edgesByLabel(subdivision)
  const roads = Object.entries(ROADS).map(([id, name]) => {
    const path = lineFrom(subdivision, edges.get(`road:${id}`)!, ROAD_COURSES[id]![0]!)
    return { id, name, path, line: positionsOf(subdivision, path) }
  })
  return { chains, roads }
}

type LaneName = Pick<RoadName, 'name' | 'name_en'>

export function roadFeatures({ subdivision }: Land, { chains }: Network): DemoFeature[] {
  const lanes = new Map<string, LaneName>()
  const counts = new Map<string, number>()
  const laneName = (label: string, community: string): LaneName => {
    const known = lanes.get(label)
    if (known) return known
    const count = (counts.get(community) ?? 0) + 1
    counts.set(community, count)
    const { short, short_en } = communityOf(community)
    const name = { name: `${short}${count}巷`, name_en: `${short_en} Lane ${count}` }
    lanes.set(label, name)
    return name
  }
  return chains.map(({ label, path }) => {
    const geometry = lineString(positionsOf(subdivision, path))
    const road = ROADS[label.slice('road:'.length)]
    if (road) return { properties: { ...road, one_way: false }, geometry }
    const street = label.startsWith('lane:built_up')
    const community = (subdivision.left(path[0]!, path[1]!) ?? subdivision.left(path[1]!, path[0]!))!.tag.split(':')[0]!
    const width = street ? 6 : 4
    return {
      properties: {
        ...laneName(label, community),
        class: street ? 'street' : 'village',
        width_m: width,
        speed_limit_km_h: 20,
        one_way: false,
      },
      geometry,
    }
  })
}

/** A segment ends at a community's border, and is neither crumb nor day's march. */
const SHORTEST = 300 * METRE
const LONGEST = 1400 * METRE

export const roadSegments = (land: Land, { roads }: Network): DemoFeature[] =>
  roads.flatMap(({ name, path, line }, road) => {
    const side = (i: number) => land.subdivision.left(path[i]!, path[i + 1]!)?.tag.split(':')[0] ?? ''
    const starts = [0]
    for (let i = 1; i + 1 < path.length; i++) {
      const length = lengthOf(line.slice(starts.at(-1)!, i + 1))
      const due = length > LONGEST || side(i) !== side(i - 1)
      if (due && length > SHORTEST && lengthOf(line.slice(i)) > SHORTEST) starts.push(i)
    }
    const metresTo = (i: number) => Math.round(lengthOf(line.slice(0, i + 1)) / (METRE / 10)) / 10
    return starts.map((start, k): DemoFeature => {
      const end = starts[k + 1] ?? path.length - 1
      const community = communityOf(side(start))
      return {
        properties: {
          code: `LD${String(road + 1).padStart(2, '0')}${String(k + 1).padStart(2, '0')}`,
          name: `${name.name}${community.short}段${k + 1}`,
          road_name: name.name,
          class: name.class,
          chainage_from_m: metresTo(start),
          chainage_to_m: metresTo(end),
          width_m: name.width_m,
          sweeps_per_day: { national: 2, county: 2, town: 2, street: 4, village: 1 }[name.class],
          managed_by:
            name.class === 'national' || name.class === 'county'
              ? '泽陵县公路事业发展中心'
              : community.kind === 'village'
                ? `${community.name}民委员会`
                : '青柏镇环卫所',
          valid_from: VALID_FROM,
        },
        geometry: multiLineString([line.slice(start, end + 1)]),
      }
    })
  })

/** The road network as features, and the segments that somebody keeps. */
import type { County } from '../county.ts'
import { type DemoFeature, VALID_FROM } from '../demo.ts'
import { positionsOf } from '../geometry/lines.ts'
import { lengthOf, METRE } from '../geometry/plane.ts'
import { lineString, multiLineString } from '../geometry/shapes.ts'
import type { Community } from '../people/communities.ts'
import { kindOf, type Network, type Road } from './network.ts'

export const roadFeatures = ({ subdivision }: County, { chains }: Network): DemoFeature[] =>
  chains.map(({ road, path }) => ({
    properties: { ...road.name, one_way: false },
    geometry: lineString(positionsOf(subdivision, path)),
  }))

/** A segment ends at a community's border, and is neither crumb nor day's march. */
const SHORTEST = 300 * METRE
const LONGEST = 1400 * METRE

export const roadSegments = (county: County, { roads }: Network): DemoFeature[] =>
  roads.filter((road) => kindOf(road) !== 'lane').flatMap((road, i) => segmentsOf(county, road, String(i + 1).padStart(4, '0')))

function segmentsOf(county: County, { path, line, name }: Road, number: string): DemoFeature[] {
  const side = (i: number): Community => {
    const { subdivision } = county
    return county.communityOf.get((subdivision.left(path[i]!, path[i + 1]!) ?? subdivision.left(path[i + 1]!, path[i]!))!.id)!
  }
  const upTo = [0]
  for (let i = 1; i < line.length; i++) upTo.push(upTo[i - 1]! + lengthOf([line[i - 1]!, line[i]!]))
  const starts = [0]
  for (let i = 1; i + 1 < path.length; i++) {
    const length = upTo[i]! - upTo[starts.at(-1)!]!
    const due = length > LONGEST || side(i) !== side(i - 1)
    if (due && length > SHORTEST && upTo.at(-1)! - upTo[i]! > SHORTEST) starts.push(i)
  }
  const metresTo = (i: number) => Math.round(upTo[i]! / (METRE / 10)) / 10
  return starts.map((start, k): DemoFeature => {
    const end = starts[k + 1] ?? path.length - 1
    const community = side(start)
    return {
      properties: {
        code: `LD${number}${String(k + 1).padStart(2, '0')}`,
        name: `${name.name}${community.short.zh}段${k + 1}`,
        road_name: name.name,
        class: name.class,
        chainage_from_m: metresTo(start),
        chainage_to_m: metresTo(end),
        width_m: name.width_m,
        sweeps_per_day: { national: 2, provincial: 2, county: 2, town: 2, street: 4, village: 1 }[name.class],
        managed_by: keeperOf(county, name.class, community),
        valid_from: VALID_FROM,
      },
      geometry: multiLineString([line.slice(start, end + 1)]),
    }
  })
}

function keeperOf({ plan }: County, kind: string, community: Community): string {
  if (['national', 'provincial', 'county'].includes(kind)) return `${plan.name.zh}县公路事业发展中心`
  if (kind === 'street') return `${community.town.name}环卫所`
  return kind === 'town' ? `${community.town.name}农村公路管理所` : `${community.name}民委员会`
}

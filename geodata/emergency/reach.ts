/** The nearest of many places, by road where a road leads there, and otherwise in a straight line that is called so. */
import { groundDistance } from '../crs/ground_distance.ts'
import {
  type Closures,
  type Network,
  nearestPlace,
  type Place,
  type Position,
  type SearchSpace,
  search,
  type Targets,
  type Travel,
  targetsOf,
  type Way,
  wayTo,
} from '../network/index.ts'
import { THRESHOLDS } from './thresholds.ts'

/** Places to be reached, each with its own place on the network. */
export interface Reachable {
  readonly travel: Travel
  readonly points: readonly Position[]
  readonly targets: Targets
}

export interface Reached {
  /** Which of the points. */
  readonly target: number
  /** `straight`: no road leads there, or the straight line is shorter than the stretches to the road and from it. */
  readonly way: 'road' | 'straight'
  /** Of the way: along roads and to and from them, or straight. */
  readonly distance_m: number
  readonly straight_m: number
  /** Along the roads, where there is such a way. */
  readonly road?: Way
}

export interface ReachQuestion {
  readonly from: Position
  readonly closures: Closures
  /** Of each group, how many of the nearest, and how far away at most. */
  readonly groups: readonly { readonly count: number; readonly limit_m: number }[]
  /** The group of a point. */
  readonly groupOf: (target: number) => number
}

export interface Reach {
  /** The place on the roads nearest to where it begins; undefined where there are none at all. */
  readonly origin: Place | undefined
  /** Whether it is near enough to a road for ways along roads to mean something. */
  readonly on_road: boolean
  /** The nearest first. */
  readonly reached: readonly Reached[]
}

export const reachableOf = (network: Network, points: readonly Position[], travel: Travel): Reachable => ({
  travel,
  points,
  targets: targetsOf(
    network,
    points.map((point) => {
      const place = nearestPlace(network, point, travel)
      return isOnRoad(place) ? place : undefined
    }),
  ),
})

const isOnRoad = (place: Place | undefined): place is Place =>
  place !== undefined && place.off_road_m <= THRESHOLDS.off_road.value

export function reach(network: Network, reachable: Reachable, question: ReachQuestion, space: SearchSpace): Reach {
  const { groups, groupOf, from } = question
  const origin = nearestPlace(network, from, reachable.travel)
  const on_road = isOnRoad(origin)
  const byRoad = on_road ? searchRoads(network, reachable, question, origin, space) : { found: new Map(), ended: 'told' as const }
  const candidates: Reached[] = []
  for (const [target, point] of reachable.points.entries()) {
    const straight_m = groundDistance(from, point)
    if (straight_m > groups[groupOf(target)]!.limit_m) continue
    const road_m = byRoad.found.get(target)
    if (isStraight(network, on_road ? origin : undefined, reachable.targets.places[target], straight_m))
      candidates.push({ target, way: 'straight', distance_m: straight_m, straight_m })
    else if (road_m !== undefined) candidates.push({ target, way: 'road', distance_m: road_m, straight_m })
    else if (byRoad.ended === 'everything') candidates.push({ target, way: 'straight', distance_m: straight_m, straight_m })
  }
  candidates.sort((a, b) => a.distance_m - b.distance_m || a.target - b.target)
  const taken = groups.map(() => 0)
  const reached = candidates.filter(({ target }) => taken[groupOf(target)]!++ < groups[groupOf(target)]!.count)
  return { origin, on_road, reached: reached.map((one) => withRoad(network, reachable, space, origin, one)) }
}

/** Until each group has as many as it wants, or is beyond its limit. */
function searchRoads(
  network: Network,
  { targets, travel }: Reachable,
  { closures, groups, groupOf }: ReachQuestion,
  from: Place,
  space: SearchSpace,
) {
  const found = new Map<number, number>()
  const counts = groups.map(() => 0)
  const limit_m = Math.max(...groups.map((group) => group.limit_m))
  const reached = (target: number, distance: number): boolean => {
    const group = groupOf(target)
    if (distance <= groups[group]!.limit_m) {
      found.set(target, distance)
      counts[group]!++
    }
    return groups.every(({ count, limit_m: limit }, at) => counts[at]! >= count || distance > limit)
  }
  return { found, ended: search(network, { from, targets, travel, closures, limit_m, reached }, space) }
}

function isStraight({ components, ends }: Network, from: Place | undefined, to: Place | undefined, straight_m: number): boolean {
  if (!from || !to) return true
  if (components[ends[2 * from.edge]!] !== components[ends[2 * to.edge]!]) return true
  return straight_m <= from.off_road_m + to.off_road_m
}

/** While the search that found it is the last one in its space. */
function withRoad(
  network: Network,
  { targets }: Reachable,
  space: SearchSpace,
  origin: Place | undefined,
  one: Reached,
): Reached {
  if (one.way === 'straight') return one
  const road = wayTo(network, space, origin!, one.target, targets.places[one.target]!)
  return road ? { ...one, road } : one
}

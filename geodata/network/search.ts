/** Ways from one place to many, the nearest first (Dijkstra 1959). */
import { type Closures, isOpen } from './closures.ts'
import { MinHeap } from './min_heap.ts'
import { type Network, NOT_WALKED, ONE_WAY } from './network.ts'
import type { Place, Travel } from './place.ts'

/** Places to be found, by the edge that they are on. */
export interface Targets {
  /** Undefined where a target is not on the network: it is never reached. */
  readonly places: readonly (Place | undefined)[]
  /** Of each edge, where its targets begin in `order`; one more at the end. */
  readonly byEdge: Uint32Array
  readonly order: Uint32Array
}

export function targetsOf({ ids }: Pick<Network, 'ids'>, places: readonly (Place | undefined)[]): Targets {
  const byEdge = new Uint32Array(ids.length + 1)
  for (const place of places) if (place) byEdge[place.edge + 1]!++
  for (let edge = 0; edge < ids.length; edge++) byEdge[edge + 1]! += byEdge[edge]!
  const next = byEdge.slice()
  const order = new Uint32Array(byEdge[ids.length]!)
  places.forEach((place, target) => {
    if (place) order[next[place.edge]!++] = target
  })
  return { places, byEdge, order }
}

export interface Question {
  readonly from: Place
  readonly targets: Targets
  readonly travel: Travel
  readonly closures: Closures
  /** Metres, the stretches off the road at both ends included. */
  readonly limit_m: number
  /** Hears of each target once, the nearest first; true stops the search. */
  readonly reached: (target: number, distance_m: number) => boolean
}

/** On the same edge as the start: no node lies between. */
const START = -1
const UNKNOWN = -2
/** The start's own edge in one of its directions; what is below, less 1 for each half-edge. */
const FIRST = -3

/** Memory of a search, used again by the next: a hundred thousand nodes need not be cleared each time. */
export class SearchSpace {
  readonly heap = new MinHeap()
  #distances = new Float64Array(0)
  /** The half-edge by which a node or a target is reached, or one of the marks above. */
  #came = new Int32Array(0)
  #rounds = new Uint32Array(0)
  #settled = new Uint32Array(0)
  #round = 0

  begin(size: number): void {
    this.heap.clear()
    this.#round++
    if (size <= this.#distances.length) return
    this.#distances = new Float64Array(size)
    this.#came = new Int32Array(size)
    this.#rounds = new Uint32Array(size)
    this.#settled = new Uint32Array(size)
  }

  /** Takes a way to a node or target if it is shorter than what is known. */
  offer(item: number, distance: number, half: number): void {
    if (this.#rounds[item] === this.#round && this.#distances[item]! <= distance) return
    this.#rounds[item] = this.#round
    this.#distances[item] = distance
    this.#came[item] = half
    this.heap.push(distance, item)
  }

  /** Whether it is met for the first time: what was pushed again with a shorter way is popped twice. */
  settle(item: number): boolean {
    if (this.#settled[item] === this.#round) return false
    this.#settled[item] = this.#round
    return true
  }

  cameBy(item: number): number {
    return this.#rounds[item] === this.#round ? this.#came[item]! : UNKNOWN
  }
}

/**
 * Finds ways from a place until it is told to stop or nothing nearer than the limit is left. A way's length is that along the roads and of the
 * stretches off them at both ends.
 * @returns why it ended: told to, nothing left within the limit, or nothing left at all, so that there is no way to what was not reached
 */
export function search(network: Network, question: Question, space: SearchSpace): 'told' | 'limit' | 'everything' {
  const { from, targets, limit_m, reached } = question
  const nodes = network.nodes.length - 1
  space.begin(nodes + targets.places.length)
  for (const half of [2 * from.edge, 2 * from.edge + 1])
    leaveAlong(network, question, space, half, from.offset_m, from.off_road_m, true)
  for (;;) {
    const distance = space.heap.least
    if (space.heap.size === 0) return 'everything'
    if (distance > limit_m) return 'limit'
    const item = space.heap.pop()
    if (!space.settle(item)) continue
    if (item >= nodes) {
      if (reached(item - nodes, distance)) return 'told'
      continue
    }
    for (let at = network.nodes[item]!; at < network.nodes[item + 1]!; at++) {
      const half = network.leaving[at]!
      const offset = half % 2 === 0 ? 0 : network.lengths_m[half >> 1]!
      leaveAlong(network, question, space, half, offset, distance, false)
    }
  }
}

/** From a place on an edge to what lies on it in one direction, and to its end. */
function leaveAlong(
  network: Network,
  { targets, travel, closures }: Question,
  space: SearchSpace,
  half: number,
  offset: number,
  distance: number,
  isFirst: boolean,
): void {
  const edge = half >> 1
  const forward = half % 2 === 0
  const flags = network.flags[edge]!
  if (travel === 'walk' ? flags & NOT_WALKED : flags & ONE_WAY && !forward) return
  const nodes = network.nodes.length - 1
  for (let at = targets.byEdge[edge]!; at < targets.byEdge[edge + 1]!; at++) {
    const target = targets.order[at]!
    const place = targets.places[target]!
    const ahead = forward ? place.offset_m - offset : offset - place.offset_m
    if (ahead >= 0 && isOpen(closures, edge, offset, place.offset_m))
      space.offer(nodes + target, distance + ahead + place.off_road_m, isFirst ? START : half)
  }
  const end = forward ? network.lengths_m[edge]! : 0
  if (isOpen(closures, edge, offset, end))
    space.offer(network.ends[half ^ 1]!, distance + Math.abs(end - offset), isFirst ? FIRST - half : half)
}

/**
 * The half-edges of the way to a target that the last search in this space has reached, from the start's own to that which the target is on; none
 * where both are on the same edge and the way does not leave it.
 */
export function halvesTo(network: Network, space: SearchSpace, target: number): readonly number[] | undefined {
  let came = space.cameBy(network.nodes.length - 1 + target)
  if (came === UNKNOWN) return undefined
  const halves: number[] = []
  while (came >= 0) {
    halves.push(came)
    came = space.cameBy(network.ends[came]!)
  }
  if (came <= FIRST) halves.push(FIRST - came)
  return halves.reverse()
}

import { bestCut, type Halves } from './cut.ts'
import { fault, type Goal, type Sums } from './goal.ts'
import { type Graph, partsOf } from './graph.ts'
import type { Random } from './random.ts'
import { pieceOf } from './tree.ts'

/** Straight cuts are tried in these directions. Whole numbers: sines differ between engines. */
const DIRECTIONS = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
  [2, 1],
  [1, 2],
  [2, -1],
  [1, -2],
] as const
const TREES = 12

export interface Halving extends Halves {
  /** How many of the groups are to be made of `one`. */
  readonly first: number
}

interface Share {
  readonly first: number
  readonly price: number
}

/** What the average group costs if so many of all go to the first side. */
function priceOfShare(goal: Goal, groups: number, first: number, one: Sums, other: Sums): number {
  const second = groups - first
  if (first < 1 || second < 1 || one.cells < first || other.cells < second) return Infinity
  return (
    first * fault(goal, one.cells / first, one.weight / first) + second * fault(goal, other.cells / second, other.weight / second)
  )
}

/** How many of so many groups should go to the first side, by weight or by cells, whichever costs less. */
function share(goal: Goal, groups: number, one: Sums, other: Sums): Share {
  const byWeight = (groups * one.weight) / (one.weight + other.weight || 1)
  const byCells = (groups * one.cells) / (one.cells + other.cells)
  let [best, least] = [1, Infinity]
  for (let wish = 0; wish < 4; wish++) {
    const whole = Math.floor(wish < 2 ? byWeight : byCells) + (wish % 2)
    const first = Math.min(groups - 1, Math.max(1, whole))
    const price = priceOfShare(goal, groups, first, one, other)
    if (price < least) {
      best = first
      least = price
    }
  }
  return { first: best, price: least }
}

type Judge = (one: Sums, other: Sums, cut: number) => number

/** What a halving leaves unfair the next ones can't make good: the tolerance is for the last. */
function strictly(goal: Goal, groups: number): Goal {
  return groups > 2 ? { ...goal, tolerance: goal.tolerance / 5 } : goal
}

/** Prices halves of a set that becomes so many groups: fairness, then the border, dearer the more unequal the halves. */
function judgeOf(goal: Goal, groups: number, area: number): Judge {
  const unit = Math.sqrt((4 * Math.PI * area) / groups)
  return (one, other, cut) => {
    const { first, price } = share(goal, groups, one, other)
    const lopsided = (groups * groups) / (4 * first * (groups - first))
    return price + ((2 * cut) / unit) * lopsided
  }
}

function areaOf(graph: Graph, cells: readonly number[]): number {
  return cells.reduce((sum, cell) => sum + graph.area[cell]!, 0)
}

function totals(graph: Graph, cells: readonly number[]): Sums {
  const weight = cells.reduce((sum, cell) => sum + graph.weight[cell]!, 0)
  return { cells: cells.length, weight, area: areaOf(graph, cells), perimeter: 0 }
}

/** Halves along a border of a random tree; for sets of up to some hundred cells. */
export function halveByTree(
  graph: Graph,
  cells: readonly number[],
  groups: number,
  goal: Goal,
  random: Random,
): Halving | undefined {
  const strict = strictly(goal, groups)
  const halves = bestCut(pieceOf(graph, cells), random, TREES, judgeOf(strict, groups, areaOf(graph, cells)))
  if (!halves) return undefined
  const { first } = share(strict, groups, totals(graph, halves.one), totals(graph, halves.other))
  return { ...halves, first }
}

/** The best place for a straight cut across one direction: how many cells of `order` come before it. */
function bestPlace(graph: Graph, order: Uint32Array, judge: Judge, all: Sums): number {
  const { start, neighbour, length, weight, local } = graph
  order.forEach((cell, index) => {
    local[cell] = index
  })
  const one: Sums = { cells: 0, weight: 0, area: 0, perimeter: 0 }
  const other: Sums = { ...all }
  let [best, least, cut] = [0, Infinity, 0]
  for (let index = 0; index < order.length - 1; index++) {
    const cell = order[index]!
    for (let side = start[cell]!; side < start[cell + 1]!; side++) {
      const position = local[neighbour[side]!]!
      if (position >= 0) cut += position < index ? -length[side]! : length[side]!
    }
    one.cells++
    one.weight += weight[cell]!
    other.cells--
    other.weight = all.weight - one.weight
    const price = judge(one, other, cut)
    if (price < least) [best, least] = [index + 1, price]
  }
  for (const cell of order) local[cell] = -1
  return best
}

/** Gives what a cut leaves apart from the rest of its side to the other side; undefined if that does not end. */
function mended(graph: Graph, cells: readonly number[], side: Uint8Array): [number[], number[]] | undefined {
  for (let round = 0; round < 4; round++) {
    const parts = partsOf(graph, cells, (a, b) => side[a] === side[b])
    if (parts.length < 2) return undefined
    if (parts.length === 2) return [parts[0]!, parts[1]!]
    for (const half of [0, 1]) {
      const own = parts.filter((part) => side[part[0]!] === half).sort((a, b) => b.length - a.length)
      for (const part of own.slice(1)) for (const cell of part) side[cell] = 1 - half
    }
  }
  return undefined
}

function cutLength({ start, neighbour, length, local }: Graph, one: readonly number[], other: readonly number[]): number {
  for (const cell of other) local[cell] = 0
  let cut = 0
  for (const cell of one)
    for (let side = start[cell]!; side < start[cell + 1]!; side++) if (local[neighbour[side]!] === 0) cut += length[side]!
  for (const cell of other) local[cell] = -1
  return cut
}

/** Halves along the best straight line. Yields after every direction. */
export function* halveByLine(
  graph: Graph,
  cells: readonly number[],
  groups: number,
  goal: Goal,
): Generator<number, Halving | undefined> {
  const all = totals(graph, cells)
  const strict = strictly(goal, groups)
  const judge = judgeOf(strict, groups, all.area)
  const along = new Float64Array(graph.ids.length)
  const side = new Uint8Array(graph.ids.length)
  let best: Halving | undefined
  for (const [index, [east, north]] of DIRECTIONS.entries()) {
    yield index / DIRECTIONS.length
    for (const cell of cells) along[cell] = graph.x[cell]! * east + graph.y[cell]! * north
    const order = Uint32Array.from(cells).sort((a, b) => along[a]! - along[b]! || a - b)
    const place = bestPlace(graph, order, judge, all)
    order.forEach((cell, position) => {
      side[cell] = position < place ? 0 : 1
    })
    const halves = mended(graph, cells, side)
    if (!halves) continue
    const [one, other] = halves
    const sums = [totals(graph, one), totals(graph, other)] as const
    const price = judge(...sums, cutLength(graph, one, other))
    if (price < (best?.price ?? Infinity)) best = { price, one, other, first: share(strict, groups, ...sums).first }
  }
  return best
}

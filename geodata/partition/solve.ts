import { anneal } from './anneal.ts'
import { balance } from './balance.ts'
import { divide } from './divide.ts'
import { Division } from './division.ts'
import { type Goal, outsideBands, price } from './goal.ts'
import type { Graph } from './graph.ts'
import { polish } from './polish.ts'
import type { Random } from './random.ts'

// Small land is quick to divide, and luck matters more there: the best of several tries is kept.
const TRIES = [
  { cells: 60, tries: 4 },
  { cells: 300, tries: 2 },
  { cells: Infinity, tries: 1 },
]

// Until then a group may be a little off for the sake of its shape; what still is in the end is made right whatever that costs.
const LAST = 10

export interface Solution {
  readonly groups: readonly (readonly number[])[]
  readonly price: number
  /** Which groups are outside their bands. */
  readonly outside: readonly number[]
}

/** Passes on the shares that a stage yields as shares of the whole. */
export function* within<T>(stage: Generator<number, T>, from: number, to: number): Generator<number, T> {
  for (let step = stage.next(); ; step = stage.next()) {
    if (step.done) return step.value
    yield from + (to - from) * step.value
  }
}

export function solutionOf(division: Division, goal: Goal): Solution {
  return {
    groups: division.members.map((cells) => [...cells]),
    price: division.sums.reduce((sum, group) => sum + price(goal, group), 0),
    outside: [...division.sums.keys()].filter((index) => {
      const { cells, weight } = division.sums[index]!
      return outsideBands(goal, cells, weight) > 0
    }),
  }
}

/** Improves a division as far as the budget goes. */
export function* refine(
  graph: Graph,
  groups: readonly (readonly number[])[],
  goal: Goal,
  random: Random,
): Generator<number, Solution> {
  const division = new Division(graph)
  groups.forEach((cells, index) => {
    division.set(index, cells)
  })
  const all = [...groups.keys()]
  yield* within(polish(division, all, goal, random), 0, 0.3)
  yield* within(anneal(division, goal, random), 0.3, 0.9)
  yield* within(balance(division, all, { ...goal, price: LAST * goal.price }, random), 0.9, 1)
  return solutionOf(division, goal)
}

/** Divides connected land into so many groups, at most one for each cell. Yields the share that is done. */
export function* solve(graph: Graph, groups: number, goal: Goal, random: Random): Generator<number, Solution> {
  const { tries } = TRIES.find(({ cells }) => graph.ids.length <= cells)!
  let best: Solution | undefined
  for (let index = 0; index < tries; index++) {
    const [from, to] = [index / tries, (index + 1) / tries]
    const middle = from + (to - from) * 0.3
    const start = yield* within(divide(graph, [...graph.ids.keys()], groups, goal, random), from, middle)
    const found = yield* within(refine(graph, start, goal, random), middle, to)
    if (!best || found.price < best.price) best = found
  }
  return best!
}

import { FEW_CELLS, searchAll } from './exhaustive.ts'
import type { Goal } from './goal.ts'
import type { Numbers } from './numbers.ts'
import type { Random } from './random.ts'
import type { Region } from './regions.ts'
import type { Target } from './request.ts'
import { refine, type Solution, solve, within } from './solve.ts'
import { plainReason, type Reason } from './unmet.ts'

/** How many numbers of groups are tried before the band counts as out of reach. */
const NUMBERS = 5

export interface DividedRegion {
  readonly groups: readonly (readonly number[])[]
  /** Groups outside their bands, and why. */
  readonly outside: readonly number[]
  readonly reason: Reason | null
}

function better(a: Solution, b: Solution | undefined): boolean {
  if (!b || a.outside.length !== b.outside.length) return !b || a.outside.length < b.outside.length
  return a.price < b.price
}

/**
 * The first number of groups that brings all into their bands; failing that, for few cells, whatever looking through all ways finds.
 * `goalFor` gives the goal for a number of groups. Yields the share that is done.
 */
export function* divideRegion(
  region: Region,
  numbers: Numbers,
  target: Target,
  goalFor: (groups: number) => Goal,
  random: Random,
): Generator<number, DividedRegion> {
  let best: Solution | undefined
  const tried = numbers.wanted.slice(0, NUMBERS)
  for (const [index, groups] of tried.entries()) {
    const from = index === 0 ? 0 : 0.8 + (0.15 * index) / tried.length
    const to = index === 0 ? 0.8 : 0.8 + (0.15 * (index + 1)) / tried.length
    const found = yield* within(solve(region.graph, groups, goalFor(groups), random), from, to)
    if (better(found, best)) best = found
    if (found.outside.length === 0) return { ...found, reason: null }
  }
  const reason = plainReason(region, target, best!.groups.length, numbers)
  if (reason) return { ...best!, reason }
  if (region.graph.ids.length > FEW_CELLS) return { ...best!, reason: 'not_found' }
  const answer = searchAll(region.graph, goalFor(numbers.wanted[0]!), new Set(numbers.wanted))
  if (answer === 'impossible') return { ...best!, reason: 'impossible' }
  if (answer === 'budget_spent') return { ...best!, reason: 'not_found' }
  const refined = yield* within(refine(region.graph, answer.groups, goalFor(answer.groups.length), random), 0.95, 1)
  return refined.outside.length === 0 ? { ...refined, reason: null } : { groups: answer.groups, outside: [], reason: null }
}

import type { Division } from './division.ts'
import { fault, type Goal } from './goal.ts'
import { push } from './push.ts'
import type { Random } from './random.ts'
import { recutSeveral, recutTwo } from './recut.ts'

const TREES = 8
const ATTEMPTS_A_GROUP = 6
const ATTEMPTS_AT_LEAST = 60

/** How often in vain before a group is left for good. */
const PATIENCE = 3

/**
 * Makes the worst groups better, the worst first, by cutting them anew with their neighbours, until all are in their bands and within
 * the tolerance or the budget is spent. Yields the share of the budget that is spent.
 */
export function* balance(division: Division, groups: readonly number[], goal: Goal, random: Random): Generator<number, void> {
  const budget = ATTEMPTS_AT_LEAST + ATTEMPTS_A_GROUP * groups.length
  const vain = new Map<number, number>()
  const faultOf = (group: number) => fault(goal, division.sums[group]!.cells, division.sums[group]!.weight)
  for (let attempt = 0; attempt < budget; attempt++) {
    yield attempt / budget
    let [worst, most] = [-1, 0]
    for (const group of groups) {
      const patience = 1 - (vain.get(group) ?? 0) / PATIENCE
      if (faultOf(group) * patience > most) [worst, most] = [group, faultOf(group) * patience]
    }
    if (worst < 0) return
    const around = division.neighbours(worst)
    if (improve(division, goal, worst, around, random)) for (const group of [worst, ...around]) vain.delete(group)
    else vain.set(worst, (vain.get(worst) ?? 0) + 1)
  }
}

function improve(division: Division, goal: Goal, group: number, around: readonly number[], random: Random): boolean {
  const need = (other: number) => Math.abs(division.sums[group]!.weight + division.sums[other]!.weight - 2 * goal.mean)
  const order = [...around].sort((a, b) => need(a) - need(b) || a - b)
  if (order.some((other) => recutTwo(division, goal, [group, other], TREES, random))) return true
  if (push(division, goal, group, random)) return true
  return order.some((other) => {
    const third = division.neighbours(other).find((each) => each !== group)
    return third !== undefined && recutSeveral(division, goal, [group, other, third], random)
  })
}

import type { Division } from './division.ts'
import { fault, type Goal, outsideBands } from './goal.ts'
import { push } from './push.ts'
import type { Random } from './random.ts'
import { recutSeveral, recutTwo } from './recut.ts'

const TREES = 8
/** Neighbours with which a cut of several groups is tried, and of how many groups at most. */
const PARTNERS = 6
const MOST_GROUPS = 6
const ATTEMPTS_A_GROUP = 4
const ATTEMPTS_AT_LEAST = 30

// Where balance cannot be had, ever smaller gains would use up the budget.
const WORTHWHILE = 0.03

/** How often in vain before a group is left for good. */
const PATIENCE = 40
const ONCE_MORE = PATIENCE - 1

/**
 * Makes the worst groups better, the worst first, by cutting them anew with their neighbours, until all are in their bands and within
 * the tolerance or the budget is spent. Yields the share of the budget that is spent.
 */
export function* balance(division: Division, groups: readonly number[], goal: Goal, random: Random): Generator<number, void> {
  const budget = ATTEMPTS_AT_LEAST + ATTEMPTS_A_GROUP * groups.length
  const vain = new Map<number, number>()
  // With a band of cells, being even is a matter of price like shape; here it would use up the budget in vain.
  const faultIn = goal.cells ? outsideBands : fault
  const faultOf = (group: number) => faultIn(goal, division.sums[group]!.cells, division.sums[group]!.weight)
  for (let attempt = 0; attempt < budget; attempt++) {
    yield attempt / budget
    let [worst, most] = [-1, 0]
    for (const group of groups) {
      const patience = 1 - (vain.get(group) ?? 0) / PATIENCE
      if (faultOf(group) * patience > most) [worst, most] = [group, faultOf(group) * patience]
    }
    if (worst < 0) return
    const around = division.neighbours(worst)
    const faults = () => around.reduce((sum, group) => sum + faultOf(group), faultOf(worst))
    const before = faults()
    improve(division, goal, worst, around, random)
    if (before - faults() > WORTHWHILE * before)
      for (const group of [worst, ...around]) vain.set(group, Math.min(vain.get(group) ?? 0, ONCE_MORE))
    else vain.set(worst, (vain.get(worst) ?? 0) + 1)
  }
}

/** Cuts the group anew with the neighbour that suits it best; else hands on along a chain; else cuts more than two at once. */
function improve(division: Division, goal: Goal, group: number, around: readonly number[], random: Random): boolean {
  const need = (other: number) => Math.abs(division.sums[group]!.weight + division.sums[other]!.weight - 2 * goal.mean)
  const order = [...around].sort((a, b) => need(a) - need(b) || a - b)
  if (order.some((other) => recutTwo(division, goal, [group, other], TREES, random))) return true
  if (push(division, goal, group, random)) return true
  return order.slice(0, PARTNERS).some((other) => {
    const size = 3 + Math.floor((MOST_GROUPS - 2) * random())
    const set = company(division, [group, other], size, random)
    return set.length > 2 && recutSeveral(division, goal, set, random)
  })
}

/** Groups by chance, each beside the one before, so that the next attempt is not the same again. */
function company(division: Division, first: readonly number[], size: number, random: Random): number[] {
  const set = [...first]
  while (set.length < size) {
    const next = division.neighbours(set.at(-1)!).filter((each) => !set.includes(each))
    if (next.length === 0) break
    set.push(next[Math.floor(random() * next.length)]!)
  }
  return set
}

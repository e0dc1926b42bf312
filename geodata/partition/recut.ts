import { bestCut } from './cut.ts'
import type { Division } from './division.ts'
import { sumsOf } from './division.ts'
import { type Goal, price } from './goal.ts'
import { halveByTree } from './halving.ts'
import type { Random } from './random.ts'
import { pieceOf } from './tree.ts'

// Below it a gain is rounding, and two divisions could take turns for ever.
const GAIN = 1e-6

/** Cuts two neighbouring groups anew (ReCom) if some cut is cheaper than the one there is. Whether it did. */
export function recutTwo(
  division: Division,
  goal: Goal,
  [a, b]: readonly [number, number],
  trees: number,
  random: Random,
): boolean {
  const before = price(goal, division.sums[a]!) + price(goal, division.sums[b]!)
  const piece = pieceOf(division.graph, [...division.members[a]!, ...division.members[b]!])
  const cut = bestCut(piece, random, trees, (one, other) => price(goal, one) + price(goal, other))
  if (!cut || cut.price > before - GAIN) return false
  division.set(a, cut.one)
  division.set(b, cut.other)
  return true
}

/** Cuts three or more groups that hang together anew if it gets cheaper. Whether it did. */
export function recutSeveral(division: Division, goal: Goal, groups: readonly number[], random: Random): boolean {
  const before = groups.reduce((sum, group) => sum + price(goal, division.sums[group]!), 0)
  const cells = groups.flatMap((group) => division.members[group]!)
  const open = [{ cells, groups: groups.length }]
  const found: number[][] = []
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.groups === 1) found.push(next.cells)
    else {
      const halves = halveByTree(division.graph, next.cells, next.groups, goal, random)
      if (!halves) return false
      open.push({ cells: halves.one, groups: halves.first }, { cells: halves.other, groups: next.groups - halves.first })
    }
  }
  const after = found.reduce((sum, part) => sum + price(goal, sumsOf(division.graph, part)), 0)
  if (after > before - GAIN) return false
  found.forEach((part, index) => {
    division.set(groups[index]!, part)
  })
  return true
}

import { bestCut } from './cut.ts'
import type { Division } from './division.ts'
import { fault, type Goal, price } from './goal.ts'
import type { Random } from './random.ts'
import { pieceOf } from './tree.ts'

const FARTHEST = 7
const TREES = 8

/** Groups from one on, nearest first, with the way that leads to each. */
function waysFrom(division: Division, first: number): number[][] {
  const ways = [[first]]
  const seen = new Set([first])
  for (const way of ways) {
    if (way.length > FARTHEST) break
    for (const next of division.neighbours(way.at(-1)!)) {
      if (seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return ways.slice(1)
}

/** Cuts the two anew so that the first is as it should be; what is over or missing goes to the second. */
function settle(division: Division, goal: Goal, a: number, b: number, random: Random): boolean {
  const piece = pieceOf(division.graph, [...division.members[a]!, ...division.members[b]!])
  const cut = bestCut(piece, random, TREES, (one, other) => {
    const [first, second] = [fault(goal, one.cells, one.weight), fault(goal, other.cells, other.weight)]
    return 50 * Math.min(first, second) + price(goal, one) + price(goal, other)
  })
  if (!cut) return false
  division.set(a, cut.one)
  division.set(b, cut.other)
  // The one that turned out right stays behind, whichever it is.
  const [first, second] = [a, b].map((group) => fault(goal, division.sums[group]!.cells, division.sums[group]!.weight))
  if (second! >= first!) return true
  division.set(a, cut.other)
  division.set(b, cut.one)
  return true
}

/**
 * Hands what a group has too much or too little of from group to group to one that can take it. Stays only if all groups on the way
 * together are cheaper than before. Whether it did.
 */
export function push(division: Division, goal: Goal, group: number, random: Random): boolean {
  const off = Math.sign(division.sums[group]!.weight - goal.mean)
  const roomIn = (other: number) => off * (goal.mean - division.sums[other]!.weight)
  const ways = waysFrom(division, group).filter((way) => roomIn(way.at(-1)!) > 0)
  const most = ways
    .sort((a, b) => roomIn(b.at(-1)!) / b.length - roomIn(a.at(-1)!) / a.length || a.at(-1)! - b.at(-1)!)
    .slice(0, 8)
  return most.some((way) => pushAlong(division, goal, way, random))
}

function pushAlong(division: Division, goal: Goal, way: readonly number[], random: Random): boolean {
  const cost = () => way.reduce((sum, group) => sum + price(goal, division.sums[group]!), 0)
  const [before, members] = [cost(), way.map((group) => division.members[group]!)]
  let reached = 0
  while (reached + 1 < way.length && division.neighbours(way[reached]!).includes(way[reached + 1]!)) {
    if (!settle(division, goal, way[reached]!, way[reached + 1]!, random)) break
    reached++
    if (cost() < before - 1e-6) return true
  }
  way.forEach((group, index) => {
    division.set(group, members[index]!)
  })
  return false
}

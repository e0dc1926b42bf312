import type { Division } from './division.ts'
import { type Goal, price } from './goal.ts'
import type { Random } from './random.ts'
import { recutTwo } from './recut.ts'

const ROUNDS = 3
const TREES = 6
const GAIN = 1e-6

/** Shortens borders where balance allows: single cells change sides, then pairs are cut anew. Yields the share that is done. */
export function* polish(division: Division, groups: readonly number[], goal: Goal, random: Random): Generator<number, void> {
  const stale = new Set<number>(groups)
  for (let round = 0; round < ROUNDS; round++) {
    for (const group of groups) flipInto(division, goal, group, stale)
    const fresh = new Set(stale)
    stale.clear()
    for (const [index, group] of groups.entries()) {
      yield (round + index / groups.length) / ROUNDS
      for (const other of division.neighbours(group)) {
        if (other < group || (!fresh.has(group) && !fresh.has(other))) continue
        // An earlier cut may have taken the two apart.
        if (!division.neighbours(group).includes(other)) continue
        if (!recutTwo(division, goal, [group, other], TREES, random)) continue
        for (const changed of [group, other]) {
          stale.add(changed)
          flipInto(division, goal, changed, stale)
        }
      }
    }
    if (stale.size === 0) return
  }
}

/** Takes in cells of neighbours that make both cheaper together. */
function flipInto(division: Division, goal: Goal, group: number, changed: Set<number>): void {
  const { start, neighbour } = division.graph
  for (let index = 0; index < division.members[group]!.length; index++) {
    const cell = division.members[group]![index]!
    for (let side = start[cell]!; side < start[cell + 1]!; side++) {
      const other = division.group[neighbour[side]!]!
      if (other < 0 || other === group || !flip(division, goal, neighbour[side]!, group)) continue
      changed.add(group)
      changed.add(other)
    }
  }
}

function flip(division: Division, goal: Goal, cell: number, to: number): boolean {
  const from = division.group[cell]!
  const before = price(goal, division.sums[from]!) + price(goal, division.sums[to]!)
  if (division.sums[from]!.cells < 2) return false
  const after = price(goal, division.without(cell)) + price(goal, division.with(cell, to))
  if (after > before - GAIN || !division.staysWhole(cell)) return false
  division.move(cell, to)
  return true
}

import { Division } from './division.ts'
import { deviation, type Goal, outsideBands, type Sums, shape } from './goal.ts'
import type { Graph } from './graph.ts'

// Bands come before balance. Rounding alone makes no need.
const BAND = 10
const ROUNDING = 1e-9

/** How far from what is asked a group is; 0 is met. */
export function needOf(goal: Goal, { cells, weight }: Sums): number {
  const need = BAND * outsideBands(goal, cells, weight) + Math.max(0, deviation(goal, weight) - goal.tolerance)
  return need > ROUNDING ? need : 0
}

/** Whether a group in need has too much (1) or too little (−1). */
export function excess(goal: Goal, { cells, weight }: Sums): number {
  if (goal.cells && cells > goal.cells.most) return 1
  if (goal.cells && cells < goal.cells.least) return -1
  if (goal.weight && weight > goal.weight.most) return 1
  if (goal.weight && weight < goal.weight.least) return -1
  return weight > goal.mean ? 1 : -1
}

/** A division on its way from what it was. */
export class Draft {
  readonly division: Division
  readonly goal: Goal
  /** Group by cell as it was. */
  readonly home: Int32Array

  constructor(graph: Graph, groups: readonly (readonly number[])[], goal: Goal) {
    this.division = new Division(graph)
    groups.forEach((cells, index) => {
      this.division.set(index, cells)
    })
    this.goal = goal
    this.home = this.division.group.slice()
  }

  need(group: number): number {
    return needOf(this.goal, this.division.sums[group]!)
  }

  totalNeed(): number {
    return this.division.sums.reduce((sum, _, group) => sum + this.need(group), 0)
  }

  shapes(groups: readonly number[]): number {
    return groups.reduce((sum, group) => sum + shape(this.division.sums[group]!), 0)
  }

  /** How many cells of these groups are not where they were. */
  away(groups: Iterable<number> = this.division.members.keys()): number {
    let count = 0
    for (const group of groups) for (const cell of this.division.members[group]!) if (this.home[cell] !== group) count++
    return count
  }
}

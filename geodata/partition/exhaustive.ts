import { type Goal, outsideBands } from './goal.ts'
import { type Graph, partsOf } from './graph.ts'

// Sets looked at, not seconds: the same answer on every machine. About a tenth of a second.
const BUDGET = 30_000
/** Cells up to which it is worth trying. */
export const FEW_CELLS = 40

export type Answer = { readonly groups: number[][] } | 'impossible' | 'budget_spent'

class Spent extends Error {}

/** Looks through all ways of dividing a few cells into connected groups in their bands, so many as allowed. */
export function searchAll(graph: Graph, goal: Goal, numbers: ReadonlySet<number>): Answer {
  try {
    const groups = new Search(graph, goal, numbers).run()
    return groups ? { groups } : 'impossible'
  } catch (error) {
    if (error instanceof Spent) return 'budget_spent'
    throw error
  }
}

class Search {
  private readonly graph: Graph
  private readonly goal: Goal
  private readonly numbers: ReadonlySet<number>
  private readonly most: number
  private readonly open: Set<number>
  private readonly found: number[][] = []
  private left = BUDGET

  constructor(graph: Graph, goal: Goal, numbers: ReadonlySet<number>) {
    this.graph = graph
    this.goal = goal
    this.numbers = numbers
    this.most = Math.max(...numbers)
    this.open = new Set(graph.ids.keys())
  }

  run(): number[][] | undefined {
    return this.fill() ? this.found : undefined
  }

  private around(cell: number): number[] {
    const { start, neighbour } = this.graph
    return [...neighbour.subarray(start[cell]!, start[cell + 1]!)].filter((next) => this.open.has(next))
  }

  private weightOf(cells: readonly number[]): number {
    return cells.reduce((sum, cell) => sum + this.graph.weight[cell]!, 0)
  }

  /** Whether some number of groups could make the average right; otherwise nothing can. */
  private canBe(cells: readonly number[]): boolean {
    const most = Math.min(cells.length, this.most - this.found.length)
    const weight = this.weightOf(cells)
    for (let groups = 1; groups <= most; groups++)
      if (outsideBands(this.goal, cells.length / groups, weight / groups) === 0) return true
    return false
  }

  /** Puts every open cell in a group. The one with the fewest ways to go comes first: it fails soonest. */
  private fill(): boolean {
    if (this.open.size === 0) return this.numbers.has(this.found.length)
    if (this.found.length >= this.most) return false
    const cells = [...this.open]
    if (!partsOf(this.graph, cells).every((part) => this.canBe(part))) return false
    const ways = new Map(cells.map((cell) => [cell, this.around(cell).length]))
    const first = cells.reduce((best, cell) => (ways.get(cell)! < ways.get(best)! ? cell : best))
    return this.grow([first], new Set([first]))
  }

  /** Every connected set around the first cell once: what was tried is barred from later ones. */
  private grow(group: number[], barred: Set<number>): boolean {
    if (this.left-- <= 0) throw new Spent()
    const { cells, weight } = this.goal
    const sum = this.weightOf(group)
    if ((cells && group.length > cells.most) || (weight && sum > weight.most)) return false
    if (outsideBands(this.goal, group.length, sum) === 0 && this.close(group)) return true
    const candidates = [...new Set(group.flatMap((cell) => this.around(cell)))].filter((cell) => !barred.has(cell))
    const within = new Set(barred)
    for (const cell of candidates.sort((a, b) => a - b)) {
      within.add(cell)
      if (this.grow([...group, cell], within)) return true
    }
    return false
  }

  private close(group: readonly number[]): boolean {
    for (const cell of group) this.open.delete(cell)
    this.found.push([...group])
    if (this.fill()) return true
    this.found.pop()
    for (const cell of group) this.open.add(cell)
    return false
  }
}

import { type Draft, excess, needOf } from './draft.ts'
import { shape } from './goal.ts'
import type { Random } from './random.ts'

/** One cell goes from a group to a neighbouring one. */
interface Shift {
  readonly cell: number
  readonly from: number
  readonly to: number
}

interface Chain {
  readonly score: number
  readonly shifts: readonly Shift[]
  readonly gain: number
}

/** How many shifts are followed up at each step; so long may a chain be. */
const BREADTH = [24, 10, 6, 4]
// Every step looks through all cells of a group: in large ones, where single cells are small change anyway, chains stay short.
const LARGE = { cells: 300, length: 2 }
// What a shape as much longer as a circle is round is worth in need.
const SHAPE = 0.08
// Scores are shaken by up to this share, so that another try goes another way.
const SHAKE = 0.3

/**
 * Flips, swaps and short chains: sets out from the group, and each next shift relieves whichever group is then in greatest need. Applies
 * the one that gains most for the fewest cells away from home. Whether there was one.
 */
export function shiftChain(draft: Draft, group: number, random: Random): boolean {
  const search = new ChainSearch(draft, random)
  const best = search.from(group)
  if (!best) return false
  for (const { cell, to } of best.shifts) draft.division.move(cell, to)
  return true
}

class ChainSearch {
  private readonly draft: Draft
  private readonly random: Random
  private readonly shifts: Shift[] = []
  private readonly touched = new Map<number, { need: number; shape: number }>()
  private away = 0
  private best: Chain | undefined

  constructor(draft: Draft, random: Random) {
    this.draft = draft
    this.random = random
  }

  /** Goes no deeper than it must: a longer chain is sought only where shorter ones leave something over. */
  from(group: number): Chain | undefined {
    const need = this.draft.need(group)
    this.touch(group)
    const longest = this.draft.division.sums[group]!.cells > LARGE.cells ? LARGE.length : BREADTH.length
    for (let length = 1; length <= longest; length++) {
      this.step(length)
      if (this.best && this.best.gain > 0.95 * need) break
    }
    return this.best
  }

  private touch(group: number): void {
    if (this.touched.has(group)) return
    this.touched.set(group, { need: this.draft.need(group), shape: shape(this.draft.division.sums[group]!) })
  }

  private candidates(breadth: number): Shift[] {
    const { division, goal } = this.draft
    let [worst, most] = [-1, 0]
    for (const group of this.touched.keys()) if (this.draft.need(group) > most) [worst, most] = [group, this.draft.need(group)]
    if (worst < 0) return []
    const gives = excess(goal, division.sums[worst]!) > 0
    const shifts = division.members[worst]!.flatMap((cell) => (gives ? this.outOf(cell, worst) : this.towards(cell, worst)))
    const unique = [...new Map(shifts.map((shift) => [shift.cell * division.members.length + shift.to, shift])).values()]
    const open = unique.filter(({ cell }) => !this.shifts.some((shift) => shift.cell === cell))
    const rated = open.map((shift) => ({ shift, cost: this.costOf(shift) }))
    rated.sort((a, b) => a.cost - b.cost || a.shift.cell - b.shift.cell || a.shift.to - b.shift.to)
    return rated.slice(0, breadth).map(({ shift }) => shift)
  }

  private outOf(cell: number, from: number): Shift[] {
    return this.draft.division.groupsAround(cell).map((to) => ({ cell, from, to }))
  }

  private towards(member: number, to: number): Shift[] {
    const { graph, group } = this.draft.division
    const around = [...graph.neighbour.subarray(graph.start[member]!, graph.start[member + 1]!)]
    return around.filter((cell) => group[cell]! >= 0 && group[cell] !== to).map((cell) => ({ cell, from: group[cell]!, to }))
  }

  /** Need and shape of the two groups after the shift, before it is known whether it may be. */
  private costOf({ cell, from, to }: Shift): number {
    const { division, goal } = this.draft
    const [less, more] = [division.without(cell), division.with(cell, to)]
    if (less.cells === 0) return Infinity
    const before = SHAPE * (shape(division.sums[from]!) + shape(division.sums[to]!))
    const others = this.draft.need(from) + this.draft.need(to)
    return needOf(goal, less) + needOf(goal, more) - others + SHAPE * (shape(less) + shape(more)) - before
  }

  private step(left: number): void {
    if (left === 0) return
    const { division, home } = this.draft
    for (const shift of this.candidates(BREADTH[this.shifts.length]!)) {
      const { cell, from, to } = shift
      if (!division.staysWhole(cell)) continue
      this.touch(from)
      const fresh = !this.touched.has(to)
      this.touch(to)
      const [fromSums, toSums] = [division.sums[from]!, division.sums[to]!]
      const away = (home[cell] === from ? 1 : 0) - (home[cell] === to ? 1 : 0)
      division.move(cell, to)
      this.shifts.push(shift)
      this.away += away
      if (left === 1) this.rate()
      this.step(left - 1)
      this.away -= away
      this.shifts.pop()
      division.move(cell, from)
      division.sums[from] = fromSums
      division.sums[to] = toSums
      if (fresh) this.touched.delete(to)
    }
  }

  private rate(): void {
    const { division } = this.draft
    let [gain, rounder] = [0, 0]
    for (const [group, before] of this.touched) {
      gain += before.need - this.draft.need(group)
      rounder += before.shape - shape(division.sums[group]!)
    }
    if (gain < 1e-9) return
    const worth = Math.max(gain * 0.05, gain + SHAPE * Math.min(0, rounder))
    const score = (worth / Math.max(0.5, this.away)) * (1 - SHAKE * this.random())
    if (score > (this.best?.score ?? 0)) this.best = { score, gain, shifts: [...this.shifts] }
  }
}

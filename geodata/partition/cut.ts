import type { Sums } from './goal.ts'
import type { Random } from './random.ts'
import { type Piece, randomTree, sidesOf, type Tree } from './tree.ts'

/**
 * What two sides cost together; lower is better. `cut` is the length of the border between them, m; `marked` how many of the piece's
 * marked cells are on the first.
 */
export type Judge = (one: Sums, other: Sums, cut: number, marked: number) => number

export interface Halves {
  readonly price: number
  readonly one: number[]
  readonly other: number[]
}

interface Under {
  cells: Int32Array
  weight: Float64Array
  area: Float64Array
  perimeter: Float64Array
  /** Borders with both ends under the cell, and with at least one end counted for each end. */
  inner: Float64Array
  ends: Float64Array
  marked: Int32Array
}

/** What lies under each cell of the tree. A border is inside for all cells from the meeting of its two ends up. */
function sumsUnder({ graph, cells, from, to, length, marked }: Piece, { order, parent, depth }: Tree): Under {
  const count = cells.length
  const under: Under = {
    cells: new Int32Array(count),
    weight: new Float64Array(count),
    area: new Float64Array(count),
    perimeter: new Float64Array(count),
    inner: new Float64Array(count),
    ends: new Float64Array(count),
    marked: new Int32Array(count),
  }
  // Not `from(cells, …)`: this runs for every tree, and a search spends its time here.
  for (let index = 0; index < count; index++) {
    const cell = cells[index]!
    under.cells[index] = 1
    under.weight[index] = graph.weight[cell]!
    under.area[index] = graph.area[cell]!
    under.perimeter[index] = graph.perimeter[cell]!
    if (marked?.has(cell)) under.marked[index] = 1
  }
  for (let border = 0; border < from.length; border++) {
    let [a, b] = [from[border]!, to[border]!]
    under.ends[a]! += length[border]!
    under.ends[b]! += length[border]!
    while (a !== b) {
      if (depth[a]! >= depth[b]!) a = parent[a]!
      else b = parent[b]!
    }
    under.inner[a]! += length[border]!
  }
  for (let index = count - 1; index > 0; index--) {
    const cell = order[index]!
    const above = parent[cell]!
    under.cells[above]! += under.cells[cell]!
    under.weight[above]! += under.weight[cell]!
    under.area[above]! += under.area[cell]!
    under.perimeter[above]! += under.perimeter[cell]!
    under.inner[above]! += under.inner[cell]!
    under.ends[above]! += under.ends[cell]!
    under.marked[above]! += under.marked[cell]!
  }
  return under
}

// So many cells in all trees together, a tenth of a second: nobody can stop a search within a cut.
const CELLS_IN_TREES = 10_000

/** The best of all cuts through one border of each of some random trees, or undefined if the judge wants none (all infinite). */
export function bestCut(piece: Piece, random: Random, trees: number, judge: Judge): Halves | undefined {
  const one = { cells: 0, weight: 0, area: 0, perimeter: 0 }
  const other = { ...one }
  let best: { price: number; tree: Tree; top: number } | undefined
  const rounds = Math.max(1, Math.min(trees, Math.floor(CELLS_IN_TREES / piece.cells.length)))
  for (let round = 0; round < rounds; round++) {
    const tree = randomTree(piece, random)
    const under = sumsUnder(piece, tree)
    const root = tree.order[0]!
    const around = under.perimeter[root]! - 2 * under.inner[root]!
    for (let index = 1; index < piece.cells.length; index++) {
      const top = tree.order[index]!
      const cut = under.ends[top]! - 2 * under.inner[top]!
      one.cells = under.cells[top]!
      one.weight = under.weight[top]!
      one.area = under.area[top]!
      one.perimeter = under.perimeter[top]! - 2 * under.inner[top]!
      other.cells = piece.cells.length - one.cells
      other.weight = under.weight[root]! - one.weight
      other.area = under.area[root]! - one.area
      other.perimeter = around + 2 * cut - one.perimeter
      const price = judge(one, other, cut, under.marked[top]!)
      if (price < (best?.price ?? Infinity)) best = { price, tree, top }
    }
  }
  if (!best) return undefined
  const [first, second] = sidesOf(piece, best.tree, best.top)
  return { price: best.price, one: first, other: second }
}

import type { Graph } from './graph.ts'
import type { Random } from './random.ts'

/** A connected set of cells with the borders between them; cells are named by their index in `cells`. */
export interface Piece {
  readonly graph: Graph
  readonly cells: readonly number[]
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly length: readonly number[]
  /** Of borders: what they cost a tree more than chance does. */
  readonly preference: readonly number[]
  /** Cells that a judge of cuts wants counted. */
  readonly marked?: ReadonlySet<number>
}

export interface Tree {
  /** Indices of cells, every parent before its children. */
  readonly order: Int32Array
  readonly parent: Int32Array
  readonly depth: Int32Array
}

/** Of a piece. */
const MOST_BORDERS = 2 ** 20

export function pieceOf(graph: Graph, cells: readonly number[]): Piece {
  const { start, neighbour, local } = graph
  const piece = { graph, cells, from: [] as number[], to: [] as number[], length: [] as number[], preference: [] as number[] }
  cells.forEach((cell, index) => {
    local[cell] = index
  })
  cells.forEach((cell, index) => {
    for (let side = start[cell]!; side < start[cell + 1]!; side++) {
      const other = local[neighbour[side]!]!
      if (other <= index) continue
      piece.from.push(index)
      piece.to.push(other)
      piece.length.push(graph.length[side]!)
      piece.preference.push(graph.preference[side]!)
    }
  })
  for (const cell of cells) local[cell] = -1
  return piece
}

function rootOf(above: Int32Array, cell: number): number {
  let root = cell
  while (above[root] !== root) {
    above[root] = above[above[root]!]!
    root = above[root]!
  }
  return root
}

/**
 * Borders in an order by chance, preferred ones later. Cost and border in one number, 32 and 20 bits, sort several times faster than a
 * comparison would.
 */
function shuffled(preference: readonly number[], random: Random): Float64Array {
  const keys = new Float64Array(preference.length)
  for (let border = 0; border < keys.length; border++)
    keys[border] = Math.floor((random() + preference[border]!) * 2 ** 31) * MOST_BORDERS + border
  keys.sort()
  for (let index = 0; index < keys.length; index++) keys[index] = keys[index]! % MOST_BORDERS
  return keys
}

/** A spanning tree of least random cost. Preferred borders cost more, so that few branches, and thus many cuts, cross them. */
export function randomTree({ cells, from, to, preference }: Piece, random: Random): Tree {
  const count = cells.length
  const above = new Int32Array(count)
  for (let index = 0; index < count; index++) above[index] = index
  const first = new Int32Array(count).fill(-1)
  const next = new Int32Array(2 * count)
  const end = new Int32Array(2 * count)
  let used = 0
  for (const border of shuffled(preference, random)) {
    const [a, b] = [from[border]!, to[border]!]
    const [rootA, rootB] = [rootOf(above, a), rootOf(above, b)]
    if (rootA === rootB) continue
    above[rootA] = rootB
    end[used] = b
    next[used] = first[a]!
    first[a] = used++
    end[used] = a
    next[used] = first[b]!
    first[b] = used++
    if (used === 2 * count - 2) break
  }
  return rooted(count, first, next, end)
}

function rooted(count: number, first: Int32Array, next: Int32Array, end: Int32Array): Tree {
  const tree = { order: new Int32Array(count), parent: new Int32Array(count).fill(-1), depth: new Int32Array(count) }
  for (let index = 0, reached = 1; index < reached; index++) {
    const cell = tree.order[index]!
    for (let link = first[cell]!; link >= 0; link = next[link]!) {
      const child = end[link]!
      if (child === tree.parent[cell]) continue
      tree.parent[child] = cell
      tree.depth[child] = tree.depth[cell]! + 1
      tree.order[reached++] = child
    }
  }
  return tree
}

/** The cells under a cell of the tree, itself included, and all others. */
export function sidesOf({ cells }: Piece, { order, parent }: Tree, top: number): [number[], number[]] {
  const under = new Uint8Array(cells.length)
  under[top] = 1
  const sides: [number[], number[]] = [[], []]
  for (const index of order) {
    if (index !== top && parent[index]! >= 0 && under[parent[index]!]) under[index] = 1
    sides[under[index] ? 0 : 1].push(cells[index]!)
  }
  return sides
}

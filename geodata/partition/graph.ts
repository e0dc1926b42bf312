import type { Land, LandBorder, LandCell } from './land.ts'

/** Cells by id, with the borders along which they may be together in a group. */
export interface Graph {
  readonly ids: readonly string[]
  readonly weight: Float64Array
  readonly area: Float64Array
  readonly perimeter: Float64Array
  readonly x: Float64Array
  readonly y: Float64Array
  /** Neighbours of cell i are `neighbour[start[i]]` to before `start[i + 1]`; lengths and preferences likewise. */
  readonly start: Int32Array
  readonly neighbour: Int32Array
  readonly length: Float64Array
  readonly preference: Float64Array
  /** Working space, −1 everywhere between two uses. */
  readonly local: Int32Array
}

// A border that one would choose counts for less than another: a detour of two fifths is worth it.
const DISCOUNT = 0.3

interface Side {
  to: number
  length: number
  preference: number
}

/**
 * What borders count for, m. On average it is their length: where most are preferred, the outline of the land, which cannot be chosen, would
 * else seem longer than it is.
 */
function countedLengths(sides: readonly Side[]): Float64Array {
  const counted = Float64Array.from(sides, ({ length, preference }) => length * (1 - DISCOUNT * preference))
  const sum = (lengths: Iterable<number>) => [...lengths].reduce((total, length) => total + length, 0)
  const scale = sides.length > 0 ? sum(sides.map(({ length }) => length)) / sum(counted) : 1
  return counted.map((length) => length * scale)
}

/** The cells with the borders between two of them; borders to others only count as length around. */
export function graphOf(land: Land, own: readonly LandCell[], borders: readonly LandBorder[]): Graph {
  const cells = [...own].sort((a, b) => (a.id < b.id ? -1 : 1))
  const index = new Map(cells.map(({ id }, position) => [id, position]))
  const sides: Side[][] = cells.map(() => [])
  const perimeter = Float64Array.from(cells, (cell) => cell.perimeter)
  for (const { a, b, length, preference = 0 } of borders) {
    const [from, to] = [index.get(land.cells[a]!.id), index.get(land.cells[b]!.id)]
    if (from === undefined || to === undefined) continue
    sides[from]!.push({ to, length, preference })
    sides[to]!.push({ to: from, length, preference })
  }
  // Sorted before anything is summed: the last bits of a sum depend on the order.
  for (const list of sides) list.sort((a, b) => a.to - b.to || a.length - b.length)
  const all = sides.flat()
  const counted = countedLengths(all)
  const start = new Int32Array(cells.length + 1)
  sides.forEach((list, cell) => {
    start[cell + 1] = start[cell]! + list.length
    list.forEach(({ length }, side) => {
      perimeter[cell]! -= length - counted[start[cell]! + side]!
    })
  })
  return {
    ids: cells.map(({ id }) => id),
    weight: Float64Array.from(cells, (cell) => cell.weight),
    area: Float64Array.from(cells, (cell) => cell.area),
    perimeter,
    x: Float64Array.from(cells, (cell) => cell.x),
    y: Float64Array.from(cells, (cell) => cell.y),
    start,
    neighbour: Int32Array.from(all, ({ to }) => to),
    length: counted,
    preference: Float64Array.from(all, ({ preference }) => preference),
    local: new Int32Array(cells.length).fill(-1),
  }
}

/** The cells in lists that hang together by borders, `same` allowing. */
export function partsOf(
  graph: Graph,
  cells: readonly number[],
  same: (a: number, b: number) => boolean = () => true,
): number[][] {
  const open = new Set(cells)
  const parts: number[][] = []
  for (const first of cells) {
    if (!open.delete(first)) continue
    const part = [first]
    for (const cell of part)
      for (let side = graph.start[cell]!; side < graph.start[cell + 1]!; side++) {
        const next = graph.neighbour[side]!
        if (same(cell, next) && open.delete(next)) part.push(next)
      }
    parts.push(part)
  }
  return parts
}

// Land to divide, made without a line of the code that divides it: a jittered lattice, households lognormal and clustered.
import type { Land, LandBorder, LandCell } from '#geodata/partition/index.ts'

/** mulberry32 */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Point = readonly [number, number]

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

function quad(corners: readonly Point[]) {
  let [area, perimeter] = [0, 0]
  corners.forEach(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % 4]!
    area += (x * nextY - nextX * y) / 2
    perimeter += Math.hypot(nextX - x, nextY - y)
  })
  const middle = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / 4
  return { area, perimeter, x: middle(0), y: middle(1) }
}

interface Spread {
  /** Standard deviation of the logarithm of a cell's weight. */
  readonly cells: number
  /** What a cell far from any centre weighs, and how much more one in the middle of it, of the average. */
  readonly far: number
  readonly near: number
}

/** Town and country: weights vary by about 0.9 of their mean. */
const VARIED: Spread = { cells: 0.45, far: 0.4, near: 1.6 }
/** Weights that vary by just under 0.4 of their mean. */
export const ALIKE: Spread = { cells: 0.33, far: 0.85, near: 0.4 }

/** About so many cells of about a hectare in one community; every tenth row and column a road runs, with preference 1. */
export function generatedLand(count: number, seed: number, spread = VARIED): Land {
  const random = randomOf(seed)
  const columns = Math.round(Math.sqrt(count))
  const rows = Math.round(count / columns)
  const corners = Array.from({ length: columns + 1 }, (_, column) =>
    Array.from({ length: rows + 1 }, (_, row): Point => [(column + random() * 0.4) * 100, (row + random() * 0.4) * 100]),
  )
  const centres = Array.from({ length: Math.ceil(count / 150) }, (): Point => [random() * columns * 100, random() * rows * 100])
  const cells: LandCell[] = []
  const borders: LandBorder[] = []
  const length = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(bx - ax, by - ay)
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const [a, b] = [corners[column]![row]!, corners[column + 1]![row]!]
      const [c, d] = [corners[column + 1]![row + 1]!, corners[column]![row + 1]!]
      const size = quad([a, b, c, d])
      const near = Math.min(...centres.map((centre) => length(centre, [size.x, size.y])))
      const weight = Math.round(
        30 * Math.exp(spread.cells * normal(random)) * (spread.far + spread.near * Math.exp(-((near / 400) ** 2))),
      )
      const index = cells.push({ id: `${column}-${row}`, community: 'c', weight, ...size }) - 1
      if (row > 0) borders.push({ a: index - 1, b: index, length: length(a, b), preference: row % 10 === 0 ? 1 : 0 })
      if (column > 0) borders.push({ a: index - rows, b: index, length: length(a, d), preference: column % 10 === 0 ? 1 : 0 })
    }
  }
  return { cells, borders }
}

// A coverage of irregular cells to test on: a jittered lattice whose edges bend, with islands in some cells. Made here without a line
// of the code under test.
import type { CellPolygon, Coverage, Grid, Position, Ring } from '#geodata/fabric/index.ts'

export type Random = () => number

/** mulberry32: numbers from 0 to 1, the same for the same seed. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** mm: 60 m. */
export const SPACING = 60_000
export const ORIGIN: Position = [512_345_678, 3_876_543_210]
const SIDE = 18
const COMMUNITY = 9
const GRID = 3

/** Bends of an edge between two lattice corners, the same for both cells. */
function bend(a: Position, b: Position, random: Random): Position[] {
  return [0.3, 0.65].map((share) => [
    Math.round(a[0] + share * (b[0] - a[0]) + (random() - 0.5) * 12_000),
    Math.round(a[1] + share * (b[1] - a[1]) + (random() - 0.5) * 12_000),
  ])
}

function lattice(random: Random) {
  const corner = (column: number, row: number): Position => [
    Math.round(ORIGIN[0] + column * SPACING + (random() - 0.5) * 20_000),
    Math.round(ORIGIN[1] + row * SPACING + (random() - 0.5) * 20_000),
  ]
  const corners = Array.from({ length: SIDE + 1 }, (_, column) =>
    Array.from({ length: SIDE + 1 }, (_, row) => corner(column, row)),
  )
  const east = corners.map((line, column) =>
    line.map((a, row) => (column < SIDE ? bend(a, corners[column + 1]![row]!, random) : [])),
  )
  const north = corners.map((line, column) =>
    line.map((a, row) => (row < SIDE ? bend(a, corners[column]![row + 1]!, random) : [])),
  )
  return { corners, east, north }
}

function island(corner: Position): Ring {
  const [x, y] = [corner[0] + SPACING / 2, corner[1] + SPACING / 2]
  return [
    [x - 5_000, y - 4_000],
    [x + 6_001, y - 3_000],
    [x + 4_000, y + 5_003],
    [x - 3_000, y + 4_000],
  ]
}

function gridsOf(): Grid[] {
  const grids: Grid[] = []
  const perSide = SIDE / GRID
  const plain = { scheme: 'governance', locked: false, retired: false }
  for (let column = 0; column < perSide; column++) {
    for (let row = 0; row < perSide; row++) {
      const parent = `s${Math.floor(column / 3)}-${row}`
      grids.push({ ...plain, id: `g${column}-${row}`, level: 1, name: `${column}/${row}`, parent })
      if (column % 3 === 0) grids.push({ ...plain, id: parent, level: 0, name: parent, parent: null })
    }
  }
  return grids
}

export function irregularCoverage(seed: number): Coverage {
  const random = randomOf(seed)
  const { corners, east, north } = lattice(random)
  const cells: CellPolygon[] = []
  for (let column = 0; column < SIDE; column++) {
    for (let row = 0; row < SIDE; row++) {
      const outer = [
        corners[column]![row]!,
        ...east[column]![row]!,
        corners[column + 1]![row]!,
        ...north[column + 1]![row]!,
        corners[column + 1]![row + 1]!,
        ...east[column]![row + 1]!.toReversed(),
        corners[column]![row + 1]!,
        ...north[column]![row]!.toReversed(),
      ]
      const community = `c${Math.floor(column / COMMUNITY)}-${Math.floor(row / COMMUNITY)}`
      const grids = { governance: `g${Math.floor(column / GRID)}-${Math.floor(row / GRID)}` }
      const hole =
        (column * 7 + row * 3) % 20 === 0 ? island([ORIGIN[0] + column * SPACING, ORIGIN[1] + row * SPACING]) : undefined
      cells.push({ id: `${column}-${row}`, rings: hole ? [outer, hole] : [outer], community, grids })
      if (hole) cells.push({ id: `${column}-${row}i`, rings: [hole], community, grids })
    }
  }
  return { cells, grids: gridsOf(), schemes: [{ id: 'governance', levels: 2, within_community: true }] }
}

/** What lies on a cell or a grid: households, people, facilities, area. */
import { cellsOf, type Fabric } from '../fabric/fabric.ts'
import { doubleFaceArea, type Face, faceBox } from '../fabric/face.ts'
import { polygonEncloses } from '../fabric/plane/ring.ts'
import { MEASURES, type Measure, type PlanLand } from './land.ts'

export type Measures = Readonly<Record<Measure | 'cells' | 'area_m2', number>>

const SQUARE = 200_000
const SQUARE_MM_PER_M2 = 1_000_000
/** mm, of the plane (geodata/crs/gauss_kruger.ts). */
const FALSE_EASTING = 500_000_000
/** mm, the earth's mean radius: what it is off by only touches the last digits of what is taken away. */
const RADIUS = 6_371_000_000

export interface Counter {
  /** Sums over any cells; shapes that are drawn at the moment too. */
  ofCells(faces: Iterable<Face>): Measures
  /** @param grid of any level */
  ofGrid(fabric: Fabric, grid: string): Measures
}

/**
 * Square metres on the ground, as everywhere else in the product. The plane makes lengths longer by 1 + x²/2R² at x from the central meridian
 * (Gauss-Krüger), so areas by 1 + x²/R²: 135 m² in a square kilometre at 74 km.
 */
export function areaOf(face: Face): number {
  const [west, , east] = faceBox(face)
  const off = ((west + east) / 2 - FALSE_EASTING) / RADIUS
  return Number(doubleFaceArea(face)) / 2 / SQUARE_MM_PER_M2 / (1 + off ** 2)
}

/** Counts the land's points in cells; what a cell holds is kept as long as the cell. */
export function counterOf({ points, measures }: Pick<PlanLand, 'points' | 'measures'>): Counter {
  const squares = new Map<string, (readonly number[])[]>()
  for (const point of points) {
    const key = `${Math.floor(point[0]! / SQUARE)}/${Math.floor(point[1]! / SQUARE)}`
    const square = squares.get(key)
    if (square) square.push(point)
    else squares.set(key, [point])
  }
  const known = new WeakMap<Face, readonly number[]>()
  const weightsOf = (face: Face): readonly number[] => {
    let sums = known.get(face)
    if (!sums) {
      sums = sumInside(face, squares, measures.length)
      known.set(face, sums)
    }
    return sums
  }
  const ofCells = (faces: Iterable<Face>): Measures => {
    const sums: Record<string, number> = { cells: 0, area_m2: 0 }
    for (const measure of MEASURES) sums[measure] = 0
    for (const face of faces) {
      sums.cells!++
      sums.area_m2! += areaOf(face)
      for (const [index, value] of weightsOf(face).entries()) sums[measures[index]!]! += value
    }
    return sums as Measures
  }
  return { ofCells, ofGrid: (fabric, grid) => ofCells(cellsOf(fabric, grid)) }
}

function sumInside(face: Face, squares: ReadonlyMap<string, readonly (readonly number[])[]>, count: number): readonly number[] {
  const sums = new Array<number>(count).fill(0)
  const [west, south, east, north] = faceBox(face)
  for (let column = Math.floor(west / SQUARE); column <= Math.floor(east / SQUARE); column++)
    for (let row = Math.floor(south / SQUARE); row <= Math.floor(north / SQUARE); row++)
      for (const point of squares.get(`${column}/${row}`) ?? []) {
        // Half a millimetre off the whole ones, so that no point lies on a border and each in one cell only.
        if (!polygonEncloses(face.rings, [2 * point[0]! + 1, 2 * point[1]! + 1])) continue
        for (let index = 0; index < count; index++) sums[index]! += point[index + 2]!
      }
  return sums
}

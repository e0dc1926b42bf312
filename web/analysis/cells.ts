import type { CellSize } from './analysis.ts'

const SQUARE_METRES_OF_HECTARE = 10_000

/** From the centre of a hexagon to its corners, in metres, where neighbouring centres are `size` apart. */
export const radiusOf = (size: CellSize): number => size / Math.sqrt(3)

export const hectaresOf = (size: CellSize): number => ((Math.sqrt(3) / 2) * size ** 2) / SQUARE_METRES_OF_HECTARE

export interface Point {
  readonly position: [number, number]
  readonly weight: number
}

/** What a cell is coloured by: the sum of its points' weights, on a hectare where that is asked. */
export const cellValue = (points: readonly Point[], size: CellSize, perHectare: boolean): number =>
  sumOf(points) / (perHectare ? hectaresOf(size) : 1)

export const sumOf = (points: readonly Point[]): number => points.reduce((sum, { weight }) => sum + weight, 0)

import { groundDistance, metresPerDegree } from '../crs/ground_distance.ts'
import type { Position } from '../network/index.ts'

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number]

/** Points in squares, to find those near a box. */
export interface PointGrid {
  readonly points: readonly Position[]
  /** Degrees of a square's sides. */
  readonly side: readonly [number, number]
  readonly squares: ReadonlyMap<number, readonly number[]>
}

/** More squares than there are around the earth. */
const ROWS = 10_000_000

/** @param reach_m how far around boxes is asked later, about */
export function pointGridOf(points: readonly Position[], reach_m: number): PointGrid {
  const [east, north] = metresPerDegree(points[0]?.[1] ?? 0)
  const side = [reach_m / east, reach_m / north] as const
  const squares = new Map<number, number[]>()
  points.forEach(([x, y], point) => {
    const key = Math.floor(x / side[0]) * ROWS + Math.floor(y / side[1])
    const square = squares.get(key)
    if (square) square.push(point)
    else squares.set(key, [point])
  })
  return { points, side, squares }
}

/** Which points are no farther from a box than so many metres. */
export function pointsNear({ points, side, squares }: PointGrid, box: Box, reach_m: number): number[] {
  const [east, north] = metresPerDegree(Math.max(Math.abs(box[1]), Math.abs(box[3])))
  // A little farther: metres per degree change with the latitude.
  const [dx, dy] = [(reach_m / east) * 1.001, (reach_m / north) * 1.001]
  const [west, south] = [Math.floor((box[0] - dx) / side[0]), Math.floor((box[1] - dy) / side[1])]
  const [last, top] = [Math.floor((box[2] + dx) / side[0]), Math.floor((box[3] + dy) / side[1])]
  const found: number[] = []
  for (let column = west; column <= last; column++)
    for (let row = south; row <= top; row++)
      for (const point of squares.get(column * ROWS + row) ?? []) {
        const [x, y] = points[point]!
        const aside = Math.max(box[0] - x, x - box[2], 0) / dx
        const above = Math.max(box[1] - y, y - box[3], 0) / dy
        if (aside * aside + above * above <= 1) found.push(point)
      }
  return found
}

/** Metres from a place to the nearest point; Infinity where none is within reach. */
export function nearestWithin(grid: PointGrid, place: Position, reach_m: number): number {
  let nearest = Infinity
  for (const point of pointsNear(grid, [...place, ...place], reach_m))
    nearest = Math.min(nearest, groundDistance(place, grid.points[point]!))
  return nearest <= reach_m ? nearest : Infinity
}

export function boxAround(positions: readonly Position[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of positions) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return [west, south, east, north]
}

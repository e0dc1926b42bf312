import { metresPerDegree } from '../crs/ground_distance.ts'
import type { Position } from '../network/index.ts'

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number]

/** Points in squares, to find those near a box. */
export interface PointGrid {
  readonly points: readonly Position[]
  /** Degrees of a square's sides. */
  readonly side: readonly [number, number]
  readonly squares: ReadonlyMap<string, readonly number[]>
}

/** @param reach_m how far around boxes is asked later */
export function pointGridOf(points: readonly Position[], reach_m: number): PointGrid {
  const [east, north] = metresPerDegree(points[0]?.[1] ?? 0)
  const side = [reach_m / east, reach_m / north] as const
  const squares = new Map<string, number[]>()
  points.forEach(([x, y], point) => {
    const key = `${Math.floor(x / side[0])} ${Math.floor(y / side[1])}`
    squares.set(key, [...(squares.get(key) ?? []), point])
  })
  return { points, side, squares }
}

/** Points no farther from a box than so many metres, and some that are a little farther. */
export function pointsNear({ points, side, squares }: PointGrid, box: Box, reach_m: number): Position[] {
  const [east, north] = metresPerDegree(Math.max(Math.abs(box[1]), Math.abs(box[3])))
  const [dx, dy] = [reach_m / east, reach_m / north]
  const [west, south] = [Math.floor((box[0] - dx) / side[0]), Math.floor((box[1] - dy) / side[1])]
  const [last, top] = [Math.floor((box[2] + dx) / side[0]), Math.floor((box[3] + dy) / side[1])]
  const found: Position[] = []
  for (let column = west; column <= last; column++)
    for (let row = south; row <= top; row++) for (const point of squares.get(`${column} ${row}`) ?? []) found.push(points[point]!)
  return found
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

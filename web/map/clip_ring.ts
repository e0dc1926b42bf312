import type { Extent } from '../api/types.ts'

export type Ring = readonly (readonly number[])[]

/** The part of a closed ring inside a box, closed again; empty when nothing of it is. (Sutherland and Hodgman: one side at a time.) */
export function clipRing(ring: Ring, [west, south, east, north]: Extent): Ring {
  const sides: readonly [axis: 0 | 1, limit: number, sign: 1 | -1][] = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ]
  const open = sides.reduce<Ring>((points, side) => clipSide(points, ...side), ring.slice(0, -1))
  const [first] = open
  return first ? [...open, first] : []
}

function clipSide(points: Ring, axis: 0 | 1, limit: number, sign: 1 | -1): Ring {
  const isInside = (point: readonly number[]) => (point[axis]! - limit) * sign >= 0
  if (points.every(isInside)) return points
  return points.flatMap((point, index) => {
    const before = points.at(index - 1)!
    const crosses = isInside(point) !== isInside(before)
    const crossing = crosses ? [between(before, point, (limit - before[axis]!) / (point[axis]! - before[axis]!))] : []
    return isInside(point) ? [...crossing, point] : crossing
  })
}

const between = ([x0 = 0, y0 = 0]: readonly number[], [x1 = 0, y1 = 0]: readonly number[], share: number) => [
  x0 + (x1 - x0) * share,
  y0 + (y1 - y0) * share,
]

/** What lies farther than so many metres from every one of some points: exactly, as circles are, without drawing them as polygons. */
import { groundDistance, metresPerDegree } from '../crs/ground_distance.ts'
import { isInside, type Position } from '../network/index.ts'
import { boxAround, type PointGrid, pointsNear } from './near_points.ts'

type Share = readonly [from: number, to: number]

/** Stretches of a line beyond the reach of every point, in degrees. */
export function stretchesBeyond(line: readonly Position[], grid: PointGrid, reach_m: number): Position[][] {
  const centres = pointsNear(grid, boxAround(line), reach_m).map((point) => grid.points[point]!)
  const found: Position[][] = []
  let open: Position[] | undefined
  for (let at = 0; at + 1 < line.length; at++) {
    const [a, b] = [line[at]!, line[at + 1]!]
    for (const [from, to] of beyond(sharesWithin(a, b, centres, reach_m))) {
      const [start, end] = [placeAt(a, b, from), placeAt(a, b, to)]
      if (from > 0 || !open) {
        open = [start]
        found.push(open)
      }
      open.push(end)
      if (to < 1) open = undefined
    }
    // Where the whole of it is within reach, or its end is, the next stretch begins anew.
    if (open && open.at(-1) !== undefined && !isSame(open.at(-1)!, b)) open = undefined
  }
  return found
}

/** Metres of a line between its positions. */
export const lengthOfLine = (line: readonly Position[]): number =>
  line.slice(1).reduce((sum, position, at) => sum + groundDistance(line[at]!, position), 0)

const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]

const placeAt = (a: Position, b: Position, share: number): Position =>
  share === 0 ? a : share === 1 ? b : [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]

/** Shares of the stretch from a to b that lie within reach of a point, in order, joined where they meet. */
function sharesWithin(a: Position, b: Position, centres: readonly Position[], reach_m: number): Share[] {
  const [east, north] = metresPerDegree((a[1] + b[1]) / 2)
  const [dx, dy] = [(b[0] - a[0]) * east, (b[1] - a[1]) * north]
  const square = dx * dx + dy * dy
  const shares = centres.flatMap(([x, y]): Share[] => {
    const [ax, ay] = [(a[0] - x) * east, (a[1] - y) * north]
    const rest = ax * ax + ay * ay - reach_m * reach_m
    if (square === 0) return rest <= 0 ? [[0, 1]] : []
    const half = ax * dx + ay * dy
    const root = half * half - square * rest
    if (root < 0) return []
    const [from, to] = [(-half - Math.sqrt(root)) / square, (-half + Math.sqrt(root)) / square]
    return to < 0 || from > 1 ? [] : [[Math.max(0, from), Math.min(1, to)]]
  })
  return joined(shares)
}

function joined(shares: readonly Share[]): Share[] {
  const result: [number, number][] = []
  for (const [from, to] of [...shares].sort((one, other) => one[0] - other[0])) {
    const last = result.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else result.push([from, to])
  }
  return result
}

function beyond(within: readonly Share[]): Share[] {
  const edges = [0, ...within.flat(), 1]
  const result: Share[] = []
  for (let at = 0; at < edges.length; at += 2) if (edges[at + 1]! > edges[at]!) result.push([edges[at]!, edges[at + 1]!])
  return result
}

/** Rings of a polygon, closed, in degrees. */
export type Polygon = readonly (readonly Position[])[]

/**
 * Whether every place of a polygon lies within reach of a point. It does when its outline does, and when every place inside where two of the
 * circles cross lies within reach of a third point: what is left uncovered would have to have such a corner.
 */
export function isWithinReach(polygon: Polygon, centres: readonly Position[], reach_m: number): boolean {
  const [east, north] = metresPerDegree(polygon[0]![0]![1])
  const plane = ([x, y]: Position): Position => [x * east, y * north]
  const rings = polygon.map((ring) => ring.map(plane))
  const circles: Circles = { middles: centres.map(plane), radius: reach_m }
  // One circle around all corners holds everything between them; most cells need no more.
  if (circles.middles.some((middle) => rings[0]!.every((corner) => distanceOf(middle, corner) <= reach_m))) return true
  return isOutlineWithin(polygon, centres, reach_m) && areCornersWithin(rings, circles)
}

interface Circles {
  readonly middles: readonly Position[]
  readonly radius: number
}

const distanceOf = (a: Position, b: Position): number => Math.hypot(a[0] - b[0], a[1] - b[1])

const isOutlineWithin = (polygon: Polygon, centres: readonly Position[], reach_m: number): boolean =>
  polygon.every((ring) =>
    ring.slice(1).every((position, at) => {
      const [whole] = sharesWithin(ring[at]!, position, centres, reach_m)
      return whole?.[0] === 0 && whole[1] === 1
    }),
  )

function areCornersWithin(rings: readonly (readonly Position[])[], { middles, radius }: Circles): boolean {
  const [west, south, east, north] = boxAround(rings[0]!)
  for (const [one, a] of middles.entries())
    for (let other = one + 1; other < middles.length; other++)
      for (const corner of cornersOf(a, middles[other]!, radius)) {
        if (corner[0] < west || corner[0] > east || corner[1] < south || corner[1] > north) continue
        const isSeen = middles.some((middle, third) => third !== one && third !== other && distanceOf(middle, corner) <= radius)
        if (!isSeen && isInside(corner, rings)) return false
      }
  return true
}

/** Where two circles of one radius cross; none where they are apart or the same. */
function cornersOf(a: Position, b: Position, radius: number): Position[] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const distance = Math.hypot(dx, dy)
  if (distance === 0 || distance > 2 * radius) return []
  const height = Math.sqrt(radius * radius - (distance / 2) ** 2) / distance
  const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  return [
    [x - dy * height, y + dx * height],
    [x + dy * height, y - dx * height],
  ]
}

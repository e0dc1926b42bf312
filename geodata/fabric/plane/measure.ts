// Distances are doubles: they decide about tolerances and limits, never about topology.
import { orientation } from './exact.ts'
import type { Position, Ring } from './position.ts'
import { boxOf } from './position.ts'

/** Millimetres between two positions. */
export function distance(a: Position, b: Position): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1])
}

/** Where on a–b, as a share of its length between 0 and 1, the nearest place to p is. */
export function nearestShare(p: Position, a: Position, b: Position): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const share = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / (dx * dx + dy * dy)
  return Math.min(1, Math.max(0, share))
}

/** Millimetres from p to the segment a–b. */
export function distanceToSegment(p: Position, a: Position, b: Position): number {
  const share = nearestShare(p, a, b)
  return Math.hypot(a[0] + share * (b[0] - a[0]) - p[0], a[1] + share * (b[1] - a[1]) - p[1])
}

/**
 * The integer position that lies best on a–b, at most `window` mm along from the nearest place to p. A vertex added to a border that may
 * not move bends it by what rounding leaves over; among a few hundred candidates there is one with next to nothing left over.
 */
export function bestOnSegment(p: Position, a: Position, b: Position, window: number): Position {
  const share = nearestShare(p, a, b)
  const major = Math.abs(b[0] - a[0]) >= Math.abs(b[1] - a[1]) ? 0 : 1
  const minor = 1 - major
  const middle = Math.round(a[major]! + share * (b[major]! - a[major]!))
  const slope = (b[minor]! - a[minor]!) / (b[major]! - a[major]!)
  const [least, most] = [Math.min(a[major]!, b[major]!), Math.max(a[major]!, b[major]!)]
  let best: Position = a
  let error = Infinity
  for (let step = 0; step <= 2 * window && error > 0; step++) {
    const along = middle + (step % 2 ? (step + 1) / 2 : -step / 2)
    if (along <= least || along >= most) continue
    const beside = Math.round(a[minor]! + slope * (along - a[major]!))
    const candidate: Position = major === 0 ? [along, beside] : [beside, along]
    const off = Math.abs(orientation(a, b, candidate))
    if (off < error) [best, error] = [candidate, off]
  }
  return best
}

/** Twice the area in mm², exact; above 0 when the ring runs counter-clockwise. */
export function doubleArea(ring: Ring): bigint {
  const [west, south, east, north] = boxOf(ring)
  const first = ring[0]!
  const fits = 2 * ring.length * (east - west) * (north - south) < 2 ** 53
  let sum = 0
  let bigSum = 0n
  for (let index = 1; index + 1 < ring.length; index++) {
    const [a, b] = [ring[index]!, ring[index + 1]!]
    if (fits) sum += orientation(first, a, b)
    else bigSum += BigInt(a[0] - first[0]) * BigInt(b[1] - first[1]) - BigInt(a[1] - first[1]) * BigInt(b[0] - first[0])
  }
  return fits ? BigInt(sum) : bigSum
}

/** Millimetres around. */
export function perimeter(ring: Ring): number {
  return ring.reduce((sum, position, index) => sum + distance(position, ring[(index + 1) % ring.length]!), 0)
}

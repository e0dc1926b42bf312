/** Places inside an area, apart from one another and clear of its edge. */
import type { Position } from '../demo.ts'
import { distance, isInside, locate, METRE, rounded } from './plane.ts'
import type { Random } from './random.ts'

export function spotsInside(ring: readonly Position[], count: number, random: Random, clearance = 14 * METRE): Position[] {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const closed = [...ring, ring[0]!]
  const spots: Position[] = []
  for (let clear = clearance; spots.length < count; clear *= 0.85) {
    for (let attempt = 0; attempt < 10 && spots.length < count; attempt++) {
      const at = rounded([random.between(west, east), random.between(south, north)])
      if (spots.some((other) => distance(other, at) < clear * 1.6)) continue
      if (isInside(ring, at) && locate(closed, at).away > clear * 0.7) spots.push(at)
    }
  }
  return spots
}

/** Whole numbers in proportion to the shares, and exactly the total. */
export function shareOut(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0)
  let [given, weight] = [0, 0]
  return shares.map((share) => {
    weight += share
    const next = Math.round((total * weight) / sum) - given
    given += next
    return next
  })
}

import { orientation } from './exact.ts'
import { doubleArea } from './measure.ts'
import { compare, type Position, type Ring } from './position.ts'

/** The same ring from its westernmost (then southernmost) position on, counter-clockwise or clockwise. */
export function canonicalRing(ring: Ring, turn: 'counter-clockwise' | 'clockwise'): Ring {
  const turned = doubleArea(ring) > 0n === (turn === 'counter-clockwise') ? ring : ring.toReversed()
  let start = 0
  for (let index = 1; index < turned.length; index++) if (compare(turned[index]!, turned[start]!) < 0) start = index
  return start === 0 ? turned : [...turned.slice(start), ...turned.slice(0, start)]
}

/** Outer ring counter-clockwise, holes clockwise and by their first position. */
export function canonicalRings(outer: Ring, holes: readonly Ring[]): readonly Ring[] {
  const inner = holes.map((hole) => canonicalRing(hole, 'clockwise')).sort((a, b) => compare(a[0]!, b[0]!))
  return [canonicalRing(outer, 'counter-clockwise'), ...inner]
}

/** Midpoints are halves of millimetres; in doubled coordinates they are integers again. */
export function doubledMidpoint(a: Position, b: Position): Position {
  return [a[0] + b[0], a[1] + b[1]]
}

/** Whether a place in doubled coordinates, not on the ring itself, lies inside. Exact. */
export function encloses(ring: Ring, doubled: Position): boolean {
  let inside = false
  for (let index = 0; index < ring.length; index++) {
    const [a, b] = [ring[index]!, ring[(index + 1) % ring.length]!]
    if (2 * a[1] > doubled[1] === 2 * b[1] > doubled[1]) continue
    const [low, high] = a[1] < b[1] ? [a, b] : [b, a]
    if (orientation([2 * low[0], 2 * low[1]], [2 * high[0], 2 * high[1]], doubled) > 0) inside = !inside
  }
  return inside
}

/** Whether a place in doubled coordinates, on no ring, lies in a polygon of an outer ring and holes. */
export function polygonEncloses(rings: readonly Ring[], doubled: Position): boolean {
  return encloses(rings[0]!, doubled) && !rings.slice(1).some((hole) => encloses(hole, doubled))
}

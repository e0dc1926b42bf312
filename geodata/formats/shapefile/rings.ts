/**
 * A Shapefile lists a polygon's rings in any order. Clockwise should mean outer and anticlockwise hole, but many writers
 * don't know: which ring lies in which is told by where they lie, not by how they turn.
 */
import type { FileGeometry } from '../format.ts'

export type Position = [number, number]
export type Ring = Position[]

interface Placed {
  readonly ring: Ring
  readonly box: readonly [number, number, number, number]
  /** Rings that this one lies in. */
  readonly around: Placed[]
}

/** Vertices that are asked where they lie: one alone may touch the other ring and be misjudged by a rounding error. */
const WITNESSES = 9

export function polygonOf(rings: readonly Ring[]): FileGeometry {
  const [only] = rings
  if (!only) return { type: 'Polygon', coordinates: [] }
  if (rings.length === 1) return { type: 'Polygon', coordinates: [only] }
  const placed: Placed[] = rings.map((ring) => ({ ring, box: boxOf(ring), around: [] }))
  for (const inner of placed) {
    for (const outer of placed) if (outer !== inner && liesIn(inner, outer)) inner.around.push(outer)
  }
  const polygons = new Map<Placed, Ring[]>()
  for (const it of placed) if (it.around.length % 2 === 0) polygons.set(it, [it.ring])
  for (const hole of placed.filter(({ around }) => around.length % 2 === 1)) {
    const shell = hole.around.find((outer) => outer.around.length === hole.around.length - 1)
    // Rings that cross have no shell to belong to; as parts of their own they make the polygon invalid, and it is refused.
    const own = shell && polygons.get(shell)
    if (own) own.push(hole.ring)
    else polygons.set(hole, [hole.ring])
  }
  const coordinates = [...polygons.values()]
  return coordinates.length === 1 ? { type: 'Polygon', coordinates: coordinates[0] } : { type: 'MultiPolygon', coordinates }
}

function boxOf(ring: Ring): Placed['box'] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}

function liesIn(inner: Placed, outer: Placed): boolean {
  const [a, b] = [inner.box, outer.box]
  if (a[0] < b[0] || a[1] < b[1] || a[2] > b[2] || a[3] > b[3]) return false
  const step = Math.max(1, Math.floor(inner.ring.length / WITNESSES))
  let votes = 0
  for (let at = 0; at < inner.ring.length; at += step) votes += side(inner.ring[at]!, outer.ring)
  return votes > 0
}

/** 1 inside, -1 outside, 0 on the ring: counts the edges that a ray to the right crosses. */
function side([x, y]: Position, ring: Ring): number {
  let inside = false
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!
    const [bx, by] = ring[i]!
    const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
    const between = Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by)
    if (turn === 0 && between) return 0
    if (ay > y !== by > y && turn > 0 === by > ay) inside = !inside
  }
  return inside ? 1 : -1
}

// From directed edges that have the inside on their left to rings and polygons.
import { orientation } from './exact.ts'
import { doubleArea } from './measure.ts'
import { type Position, positionKey, type Ring, same } from './position.ts'
import { canonicalRings, doubledMidpoint, encloses } from './ring.ts'

export interface Segment {
  from: Position
  to: Position
}

// 0: less than half a turn clockwise from the way back, 1: straight on, 2: more than half, 3: back itself.
function sector(at: Position, back: Position, to: Position): number {
  const turn = orientation(at, back, to)
  if (turn !== 0) return turn < 0 ? 0 : 2
  const ahead = (back[0] - at[0]) * (to[0] - at[0]) + (back[1] - at[1]) * (to[1] - at[1]) < 0
  return ahead ? 1 : 3
}

function comesFirst(at: Position, back: Position, a: Position, b: Position): boolean {
  const [ofA, ofB] = [sector(at, back, a), sector(at, back, b)]
  return ofA === ofB ? orientation(at, a, b) < 0 : ofA < ofB
}

function edgesByStart(edges: readonly Segment[]): Map<string, Segment[]> {
  const starts = new Map<string, Segment[]>()
  for (const edge of edges) {
    const key = positionKey(edge.from)
    const there = starts.get(key)
    if (there) there.push(edge)
    else starts.set(key, [edge])
  }
  return starts
}

function nextEdge(edge: Segment, starts: Map<string, Segment[]>): Segment | undefined {
  const there = starts.get(positionKey(edge.to))
  return there?.reduce((best, other) => (comesFirst(edge.to, edge.from, other.to, best.to) ? other : best))
}

/** Takes apart a loop that comes back to a position, so that every ring visits each of its positions once. */
function simpleRings(loop: readonly Position[]): Ring[] {
  const rings: Ring[] = []
  const path: Position[] = []
  const places = new Map<string, number>()
  for (const position of loop) {
    const key = positionKey(position)
    const before = places.get(key)
    if (before !== undefined) {
      const ring = path.splice(before)
      for (const gone of ring) places.delete(positionKey(gone))
      rings.push(ring)
    }
    places.set(key, path.length)
    path.push(position)
  }
  rings.push(path)
  return rings
}

/** Rings along the edges, inside on the left; undefined when an edge leads nowhere. Walks on the inside: clockwise from the way back. */
export function traceRings(edges: readonly Segment[]): Ring[] | undefined {
  const starts = edgesByStart(edges)
  const used = new Set<Segment>()
  const rings: Ring[] = []
  for (const first of edges) {
    if (used.has(first)) continue
    const loop: Position[] = []
    let edge: Segment | undefined = first
    while (edge && !used.has(edge)) {
      used.add(edge)
      loop.push(edge.from)
      edge = nextEdge(edge, starts)
    }
    if (edge !== first) return undefined
    rings.push(...simpleRings(loop))
  }
  return rings
}

/** Polygons (canonical rings) of simple rings that do not cross: counter-clockwise ones are outer, each hole goes to the smallest around it. */
export function polygonsOfRings(rings: readonly Ring[]): (readonly Ring[])[] {
  const measured = rings.map((ring) => ({ ring, area: doubleArea(ring) }))
  const outers = measured.filter(({ area }) => area > 0n).map((outer) => ({ ...outer, holes: [] as Ring[] }))
  outers.sort((a, b) => (a.area < b.area ? -1 : a.area > b.area ? 1 : 0))
  for (const { ring, area } of measured) {
    if (area >= 0n) continue
    const inside = doubledMidpoint(ring[0]!, ring[1]!)
    const around = outers.find((outer) => outer.area > -area && encloses(outer.ring, inside))
    around?.holes.push(ring)
  }
  return outers.map(({ ring, holes }) => canonicalRings(ring, holes))
}

export function segmentsOf(ring: Ring): Segment[] {
  return ring.map((from, index) => ({ from, to: ring[(index + 1) % ring.length]! })).filter(({ from, to }) => !same(from, to))
}

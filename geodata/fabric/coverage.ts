// Whether faces are a partition. Proof: when no two segments cross or end on each other, every point belongs to as many faces as the
// boundary (what remains of all edges when opposite ones cancel) winds around it. So it is enough that all faces are sound, that no
// edge comes twice, and that the boundary winds around nothing twice and around no gap.
import { type Edge, edgesOf, type Face } from './face.ts'
import { Squares, squareSide } from './noding.ts'
import { boundaryEdges } from './outline.ts'
import { conflict } from './plane/exact.ts'
import { doubleArea } from './plane/measure.ts'
import { boxOf, positionKey, type Ring } from './plane/position.ts'
import { doubledMidpoint, encloses } from './plane/ring.ts'
import { traceRings } from './plane/trace.ts'
import type { Refusal } from './refusal.ts'

/** What is wrong with the face taken alone. That its edges do not cross is for others to see. */
export function faceFault(face: Face, mayTouch: ReadonlySet<string> = new Set()): Refusal | undefined {
  const seen = new Set<string>()
  for (const position of face.rings.flat()) {
    const key = positionKey(position)
    if (seen.has(key) && !mayTouch.has(key)) return { code: 'pinched', at: position, ids: [face.id] }
    seen.add(key)
  }
  const [outer, ...holes] = face.rings
  for (const ring of face.rings) {
    if (ring.length < 3) return { code: 'not_a_ring', ids: [face.id] }
    if (doubleArea(ring) > 0n !== (ring === outer)) return { code: 'folds', at: ring[0]!, ids: [face.id] }
  }
  const misplaced = holes.find((hole) => {
    const place = doubledMidpoint(hole[0]!, hole[1]!)
    return !encloses(outer!, place) || holes.some((other) => other !== hole && encloses(other, place))
  })
  return misplaced && { code: 'not_a_ring', at: misplaced[0]!, ids: [face.id] }
}

function soundRings(face: Face): Refusal | undefined {
  for (const ring of face.rings) {
    const seen = new Set<string>()
    for (const position of ring) {
      if (seen.has(positionKey(position))) return { code: 'crosses_itself', at: position, ids: [face.id] }
      seen.add(positionKey(position))
    }
  }
  // Holes may touch the outer ring in the data that comes; edits make no new touching.
  return faceFault(face, new Set(face.rings.flat().map(positionKey)))
}

function crossing(faces: readonly Face[]): Refusal | undefined {
  const squares = new Squares<{ edge: Edge; id: string }>(squareSide(faces))
  for (const face of faces) for (const edge of edgesOf(face)) squares.add(boxOf([edge.from, edge.to]), { edge, id: face.id })
  for (const near of squares.all()) {
    for (let first = 0; first < near.length; first++) {
      for (let second = first + 1; second < near.length; second++) {
        const [a, b] = [near[first]!, near[second]!]
        if (!conflict(a.edge.from, a.edge.to, b.edge.from, b.edge.to)) continue
        return { code: a.id === b.id ? 'crosses_itself' : 'overlap', at: a.edge.from, ids: [...new Set([a.id, b.id])] }
      }
    }
  }
  return undefined
}

function edgeTwice(faces: readonly Face[]): Refusal | undefined {
  const owner = new Map<string, string>()
  for (const face of faces) {
    for (const { key, from } of edgesOf(face)) {
      const other = owner.get(key)
      if (other !== undefined) return { code: 'overlap', at: from, ids: [other, face.id] }
      owner.set(key, face.id)
    }
  }
  return undefined
}

function nested(rings: readonly Ring[]): Refusal | undefined {
  for (const ring of rings) {
    const outer = doubleArea(ring) > 0n
    const place = doubledMidpoint(ring[0]!, ring[1]!)
    const around = rings.filter((other) => other !== ring && encloses(other, place))
    const winding = around.reduce((sum, other) => sum + (doubleArea(other) > 0n ? 1 : -1), 0)
    if (winding !== (outer ? 0 : 1)) return { code: 'overlap', at: ring[0]! }
  }
  return undefined
}

/** Land that the boundary encloses from outside: what is nobody's and counter-clockwise. Also where two parts meet in points only. */
function enclosedByNone(boundary: readonly Edge[]): Refusal | undefined {
  const around = traceRings(boundary.map(({ from, to }) => ({ from: to, to: from })))
  const gap = around?.find((ring) => doubleArea(ring) > 0n)
  return gap && { code: 'gap', at: gap[0]! }
}

/** The first reason why the faces are no partition of what they cover together. */
export function findFault(faces: readonly Face[], enclaves: boolean): Refusal | undefined {
  for (const face of faces) {
    const fault = soundRings(face)
    if (fault) return fault
  }
  const fault = crossing(faces) ?? edgeTwice(faces)
  if (fault) return fault
  const boundary = boundaryEdges(faces)
  const rings = traceRings(boundary)
  if (!rings) return { code: 'overlap' }
  return nested(rings) ?? (enclaves ? undefined : enclosedByNone(boundary))
}

// What moving, inserting and deleting a vertex have in common.
import { type Fabric, facesIn } from '../fabric.ts'
import { edgeKeysOf, type Face } from '../face.ts'
import { orientation } from '../plane/exact.ts'
import { doubleArea } from '../plane/measure.ts'
import { boxOf, type Position, positionKey, same } from '../plane/position.ts'
import { canonicalRings } from '../plane/ring.ts'
import { refuse } from '../refusal.ts'

export function pointBox(position: Position) {
  return [...position, ...position] as const
}

export function facesAt(fabric: Fabric, vertex: Position): Face[] {
  return facesIn(fabric, pointBox(vertex)).filter(({ rings }) =>
    rings.some((ring) => ring.some((position) => same(position, vertex))),
  )
}

/** The faces on the two sides of an edge: one at the territory's border. */
export function facesBeside(fabric: Fabric, a: Position, b: Position): Face[] {
  const keys = [`${positionKey(a)}>${positionKey(b)}`, `${positionKey(b)}>${positionKey(a)}`]
  return facesIn(fabric, boxOf([a, b])).filter((face) => keys.some((key) => edgeKeysOf(face).has(key)))
}

/** The positions before and after the vertex wherever it stands in the faces' rings. */
export function spokes(faces: readonly Face[], vertex: Position): Position[] {
  const ends = new Map<string, Position>()
  for (const ring of faces.flatMap(({ rings }) => rings)) {
    ring.forEach((position, index) => {
      if (!same(position, vertex)) return
      for (const end of [ring.at(index - 1)!, ring[(index + 1) % ring.length]!]) ends.set(positionKey(end), end)
    })
  }
  return [...ends.values()]
}

/** Refuses a triangle that another vertex lies in: a border would sweep over it. */
export function checkSwept(fabric: Fabric, a: Position, b: Position, c: Position): void {
  const turn = Math.sign(orientation(a, b, c))
  if (turn === 0) return
  const inside = (p: Position) =>
    !same(p, a) &&
    !same(p, b) &&
    !same(p, c) &&
    [orientation(a, b, p), orientation(b, c, p), orientation(c, a, p)].every((side) => side * turn >= 0)
  for (const face of facesIn(fabric, boxOf([a, b, c]))) {
    const swept = face.rings.flat().find(inside)
    if (swept) refuse('crosses_border', { at: swept, ids: [face.id] })
  }
}

/** The face with its rings rewritten; the rings' sense is kept, so that one that folded over is seen. */
export function reshaped(face: Face, rewrite: (ring: readonly Position[]) => readonly Position[]): Face {
  const rings = face.rings.map(rewrite)
  if (rings.some((ring) => ring.length < 3)) refuse('is_node', { ids: [face.id] })
  const turned = { ...face, rings }
  if (rings.some((ring, index) => sense(ring) !== (index === 0 ? 1 : -1))) refuse('folds', { at: rings[0]![0]!, ids: [face.id] })
  return { ...turned, rings: canonicalRings(rings[0]!, rings.slice(1)) }
}

function sense(ring: readonly Position[]): number {
  const doubled = doubleArea(ring)
  return doubled > 0n ? 1 : doubled < 0n ? -1 : 0
}

// Which of the faces lie on which side of a closed line that runs along edges: from an outside face on, each crossing of the line
// changes the side. Needs no geometry, so it is exact.
import { edgesOf, type Face } from '../face.ts'
import { type Position, segmentKey } from '../plane/position.ts'

export interface Walls {
  has(a: Position, b: Position): boolean
}

export function wallsOf(keys: Iterable<string>): Walls {
  const set = new Set(keys)
  return { has: (a, b) => set.has(segmentKey(a, b)) }
}

/** The faces inside the closed line. What lies beyond the faces given counts as outside. */
export function facesInside(faces: readonly Face[], walls: Walls): Set<Face> {
  const owner = new Map<string, Face>()
  for (const face of faces) for (const { key } of edgesOf(face)) owner.set(key, face)
  const inside = new Map<Face, boolean>()
  const queue: Face[] = []
  const reach = (face: Face, value: boolean) => {
    if (inside.has(face)) return
    inside.set(face, value)
    queue.push(face)
  }
  for (const face of faces) {
    const rim = edgesOf(face).find(({ twin }) => !owner.has(twin))
    if (rim) reach(face, walls.has(rim.from, rim.to))
  }
  for (const face of queue) {
    for (const { from, to, twin } of edgesOf(face)) {
      const next = owner.get(twin)
      if (next) reach(next, inside.get(face)! !== walls.has(from, to))
    }
  }
  return new Set(faces.filter((face) => inside.get(face)))
}

/** The faces in groups that hang together without crossing the walls. */
export function groupsBetween(faces: readonly Face[], walls: Walls): Face[][] {
  const owner = new Map<string, Face>()
  for (const face of faces) for (const { key } of edgesOf(face)) owner.set(key, face)
  const seen = new Set<Face>()
  const groups: Face[][] = []
  for (const face of faces) {
    if (seen.has(face)) continue
    seen.add(face)
    const group = [face]
    for (const member of group) {
      for (const { from, to, twin } of edgesOf(member)) {
        const next = owner.get(twin)
        if (!next || seen.has(next) || walls.has(from, to)) continue
        seen.add(next)
        group.push(next)
      }
    }
    groups.push(group)
  }
  return groups
}

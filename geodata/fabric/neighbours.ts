import { type Fabric, faceOf, facesIn } from './fabric.ts'
import { edgeKeysOf, edgesOf, type Face, faceBox } from './face.ts'

/** For each edge of the face, by key, who lies on its right: a face, or null outside the territory. */
export function rightOf(fabric: Fabric, face: Face): Map<string, Face | null> {
  const around = facesIn(fabric, faceBox(face)).filter((other) => other.id !== face.id)
  const right = new Map<string, Face | null>()
  let last: Face | undefined
  for (const { key, twin } of edgesOf(face)) {
    if (!last || !edgeKeysOf(last).has(twin)) last = around.find((other) => edgeKeysOf(other).has(twin))
    right.set(key, last ?? null)
  }
  return right
}

/** Ids of the faces that share an edge with this one, sorted. A shared point does not make a neighbour. */
export function neighboursOf(fabric: Fabric, id: string): string[] {
  const others = new Set<string>()
  for (const face of rightOf(fabric, faceOf(fabric, id)).values()) if (face) others.add(face.id)
  return [...others].sort()
}

/** The faces in groups that hang together by shared edges. */
export function partsOf(faces: readonly Face[]): Face[][] {
  const owner = new Map<string, Face>()
  for (const face of faces) for (const { key } of edgesOf(face)) owner.set(key, face)
  const seen = new Set<Face>()
  const parts: Face[][] = []
  for (const face of faces) {
    if (seen.has(face)) continue
    seen.add(face)
    const part = [face]
    for (const member of part) {
      for (const { twin } of edgesOf(member)) {
        const next = owner.get(twin)
        if (!next || seen.has(next)) continue
        seen.add(next)
        part.push(next)
      }
    }
    parts.push(part)
  }
  return parts
}

import { compareRings } from './arcs.ts'
import { type Fabric, faceOf } from './fabric.ts'
import { type Edge, edgesOf, type Face } from './face.ts'
import type { Ring } from './plane/position.ts'
import { polygonsOfRings, traceRings } from './plane/trace.ts'

/** The edges of the faces that no other of them has on its other side. */
export function boundaryEdges(faces: readonly Face[]): Edge[] {
  const keys = new Set<string>()
  for (const face of faces) for (const { key } of edgesOf(face)) keys.add(key)
  return faces.flatMap((face) => edgesOf(face).filter(({ twin }) => !keys.has(twin)))
}

/** The union of faces: shared edges cancel, what remains is traced. Exact; every vertex on the outline stays. Parts from west to east. */
export function dissolve(faces: readonly Face[]): (readonly Ring[])[] {
  return polygonsOfRings(traceRings(boundaryEdges(faces)) ?? []).sort(compareRings)
}

/** The outline of a set of faces as polygons of canonical rings. Parts that touch only in a point are parts of their own. */
export function outlineOf(fabric: Fabric, ids: Iterable<string>): (readonly Ring[])[] {
  return dissolve([...new Set(ids)].map((id) => faceOf(fabric, id)))
}

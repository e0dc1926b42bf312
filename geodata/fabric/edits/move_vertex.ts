import { type Change, NOTHING } from '../change.ts'
import type { Fabric } from '../fabric.ts'
import { isPosition, same } from '../plane/position.ts'
import { checkSizes } from '../proof.ts'
import { refuse } from '../refusal.ts'
import type { MoveVertex } from './edit.ts'
import { checkSwept, facesAt, reshaped, spokes } from './vertex.ts'

/** Moves a vertex in all faces that have it. Undone by moving it back. */
export function moveVertex(fabric: Fabric, { from, to }: MoveVertex): Change {
  if (!isPosition(from) || !isPosition(to)) refuse('not_a_position')
  if (same(from, to)) refuse('same_points', { at: to })
  const faces = facesAt(fabric, from)
  if (faces.length === 0) refuse('not_a_vertex', { at: from })
  if (facesAt(fabric, to).length > 0) refuse('same_points', { at: to })
  for (const end of spokes(faces, from)) checkSwept(fabric, end, from, to)
  const after = faces.map((face) => reshaped(face, (ring) => ring.map((position) => (same(position, from) ? to : position))))
  checkSizes(fabric, after)
  return { ...NOTHING, faces: after }
}

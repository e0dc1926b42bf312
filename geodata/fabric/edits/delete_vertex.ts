import { type Change, NOTHING } from '../change.ts'
import type { Fabric } from '../fabric.ts'
import { isPosition, same } from '../plane/position.ts'
import { checkSizes } from '../proof.ts'
import { refuse } from '../refusal.ts'
import type { DeleteVertex } from './edit.ts'
import { checkSwept, facesAt, facesBeside, reshaped, spokes } from './vertex.ts'

/** Takes a vertex out of both sides of a border. Undone by inserting it between its neighbours. */
export function deleteVertex(fabric: Fabric, { at }: DeleteVertex): Change {
  if (!isPosition(at)) refuse('not_a_position')
  const faces = facesAt(fabric, at)
  if (faces.length === 0) refuse('not_a_vertex', { at })
  const ends = spokes(faces, at)
  if (ends.length !== 2 || facesBeside(fabric, ends[0]!, ends[1]!).length > 0) refuse('is_node', { at })
  checkSwept(fabric, ends[0]!, ends[1]!, at)
  const after = faces.map((face) => reshaped(face, (ring) => ring.filter((position) => !same(position, at))))
  checkSizes(fabric, after)
  return { ...NOTHING, faces: after }
}

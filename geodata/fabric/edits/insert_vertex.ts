import { type Change, NOTHING } from '../change.ts'
import type { Fabric } from '../fabric.ts'
import { isPosition, same } from '../plane/position.ts'
import { checkSizes } from '../proof.ts'
import { refuse } from '../refusal.ts'
import type { InsertVertex } from './edit.ts'
import { checkSwept, facesAt, facesBeside, reshaped } from './vertex.ts'

/** Puts a vertex into both sides of a border. Undone by deleting it. */
export function insertVertex(fabric: Fabric, { between, at }: InsertVertex): Change {
  if (!Array.isArray(between) || between.length !== 2) refuse('unknown_edit')
  const [a, b] = between
  if (![a, b, at].every(isPosition)) refuse('not_a_position')
  if (same(a, b)) refuse('same_points', { at: a })
  const faces = facesBeside(fabric, a, b)
  if (faces.length === 0) refuse('not_a_vertex', { at: a })
  if (facesAt(fabric, at).length > 0) refuse('same_points', { at })
  checkSwept(fabric, a, b, at)
  const after = faces.map((face) =>
    reshaped(face, (ring) =>
      ring.flatMap((position, index) => {
        const next = ring[(index + 1) % ring.length]!
        return (same(position, a) && same(next, b)) || (same(position, b) && same(next, a)) ? [position, at] : [position]
      }),
    ),
  )
  checkSizes(fabric, after)
  return { ...NOTHING, faces: after }
}

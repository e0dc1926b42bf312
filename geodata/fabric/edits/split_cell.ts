import { type Change, NOTHING } from '../change.ts'
import { bordersOf, cut } from '../cut.ts'
import { type Fabric, faceOf } from '../fabric.ts'
import { refuse } from '../refusal.ts'
import { attached, checkStroke, withEnds } from '../stroke.ts'
import type { SplitCell } from './edit.ts'
import { namedPieces, piecesOf } from './pieces.ts'

/** Cuts one cell; neighbours get vertices where the stroke ends on their border. Undone by putting the cell back. */
export function splitCell(fabric: Fabric, { cell, stroke }: SplitCell): Change {
  checkStroke(fabric, stroke)
  const face = faceOf(fabric, cell)
  const borders = bordersOf(fabric, [face])
  const reach = fabric.limits.reach
  const whole = withEnds(stroke, attached(stroke[0]!, borders, reach), attached(stroke.at(-1)!, borders, reach))
  const result = cut(fabric, [face], whole)
  const pieces = piecesOf(result)
  if ((pieces.get(face)?.length ?? 0) < 2) refuse('misses_border', { at: whole[0]!, ids: [cell] })
  return { ...NOTHING, faces: [...namedPieces(fabric, pieces, (piece) => piece), ...result.noded] }
}

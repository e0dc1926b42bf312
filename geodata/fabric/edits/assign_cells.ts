import type { Change } from '../change.ts'
import { type Fabric, faceOf, gridOf, schemeOf } from '../fabric.ts'
import { checkUnlocked } from '../grid_checks.ts'
import { refuse } from '../refusal.ts'
import type { AssignCells } from './edit.ts'
import { checkedChange, inGrid } from './reassign.ts'

/** Gives cells to a grid. Undone by giving them back. */
export function assignCells(fabric: Fabric, { cells, grid: id }: AssignCells): Change {
  if (!Array.isArray(cells) || cells.length === 0) refuse('unknown_edit')
  if (new Set(cells).size !== cells.length) refuse('id_taken', { ids: cells })
  const grid = gridOf(fabric, id)
  if (grid.level !== schemeOf(fabric, grid.scheme).levels - 1) refuse('wrong_level', { ids: [id] })
  const faces = cells.map((cell) => faceOf(fabric, cell)).filter((face) => face.grids[grid.scheme] !== id)
  if (faces.length === 0) refuse('changes_nothing', { ids: cells })
  const losing = new Set(faces.map((face) => face.grids[grid.scheme]).filter((from) => from !== undefined))
  checkUnlocked(fabric, [id, ...losing])
  return checkedChange(fabric, { faces: faces.map((face) => inGrid(face, grid.scheme, id)) }, [id, ...losing])
}

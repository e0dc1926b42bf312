import { type Change, changed, NOTHING } from '../change.ts'
import type { Fabric } from '../fabric.ts'
import type { Face } from '../face.ts'
import { checkGridsOfCells } from '../grid_checks.ts'

export function inGrid(face: Face, scheme: string, grid: string): Face {
  return { ...face, grids: { ...face.grids, [scheme]: grid } }
}

/** A change of faces (and grids) after a look at the grids that win or lose by it. */
export function checkedChange(fabric: Fabric, change: Partial<Change>, grids: readonly string[]): Change {
  const whole = { ...NOTHING, ...change }
  checkGridsOfCells(fabric, changed(fabric, whole), grids)
  return whole
}

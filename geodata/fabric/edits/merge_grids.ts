import { type Change, changed, NOTHING } from '../change.ts'
import { cellsOf, childrenOf, type Fabric, gridOf, lineage, schemeOf } from '../fabric.ts'
import { checkParts, checkUnlocked } from '../grid_checks.ts'
import { refuse } from '../refusal.ts'
import type { MergeGrids } from './edit.ts'
import { checkedChange, inGrid } from './reassign.ts'

/** Gives all that some grids have to another of their level and retires them. Undone by putting them back. */
export function mergeGrids(fabric: Fabric, { into, grids }: MergeGrids): Change {
  if (!Array.isArray(grids) || grids.length === 0) refuse('unknown_edit')
  if (new Set([into, ...grids]).size !== grids.length + 1) refuse('id_taken', { ids: grids })
  const target = gridOf(fabric, into)
  const others = grids.map((id) => gridOf(fabric, id))
  const foreign = others.find(({ scheme, level }) => scheme !== target.scheme || level !== target.level)
  if (foreign) refuse('wrong_level', { ids: [into, foreign.id] })
  checkUnlocked(fabric, [into, ...grids])
  const retired = others.map((grid) => ({ ...grid, retired: true }))
  if (target.level === schemeOf(fabric, target.scheme).levels - 1) {
    const faces = others.flatMap(({ id }) => cellsOf(fabric, id)).map((face) => inGrid(face, target.scheme, into))
    return checkedChange(fabric, { faces, grids: retired }, [into, ...grids])
  }
  const children = others.flatMap(({ id }) => childrenOf(fabric, id)).map((grid) => ({ ...grid, parent: into }))
  const change = { ...NOTHING, grids: [...children, ...retired] }
  const above = [into, ...grids].flatMap((id) => [...lineage(fabric, id)].map((grid) => grid.id))
  checkParts(fabric, changed(fabric, change), new Set(above))
  return change
}

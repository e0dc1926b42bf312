// Edits that leave the land as it is: add, rename, retire, re-parent, lock.
import { type Change, changed, NOTHING } from '../change.ts'
import { childrenOf, type Fabric, type Grid, gridOf, lineage } from '../fabric.ts'
import { checkGrids } from '../fabric_of.ts'
import { checkParts, checkUnlocked } from '../grid_checks.ts'
import { refuse } from '../refusal.ts'
import type { AddGrid, LockGrid, RenameGrid, ReparentGrid, RetireGrid } from './edit.ts'

const set = (grid: Grid): Change => ({ ...NOTHING, grids: [grid] })

/** A grid that is to be: refused where it has a name or a place that it can't have. */
export function newGrid(fabric: Fabric, grid: AddGrid['grid']): Grid {
  const texts = [grid?.id, grid?.scheme, grid?.name, grid?.parent ?? '']
  if (!texts.every((text) => typeof text === 'string')) refuse('unknown_edit')
  if (fabric.grids.has(grid.id) || fabric.faces.has(grid.id)) refuse('id_taken', { ids: [grid.id] })
  const { id, scheme, level, name, parent } = grid
  const added: Grid = { id, scheme, level, name, parent: parent ?? null, locked: false, retired: false }
  checkGrids(fabric, [added])
  if (added.parent !== null) gridOf(fabric, added.parent)
  checkUnlocked(fabric, [added.parent])
  return added
}

/** A grid without land. Undone by taking it away. */
export const addGrid = (fabric: Fabric, { grid }: AddGrid): Change => set(newGrid(fabric, grid))

/** Undone by renaming back. */
export function renameGrid(fabric: Fabric, { grid: id, name }: RenameGrid): Change {
  const grid = gridOf(fabric, id)
  if (typeof name !== 'string') refuse('unknown_edit')
  if (grid.name === name) refuse('changes_nothing', { ids: [id] })
  checkUnlocked(fabric, [id])
  return set({ ...grid, name })
}

/** Takes a grid without land out of use. Undone by putting it back. */
export function retireGrid(fabric: Fabric, { grid: id }: RetireGrid): Change {
  const grid = gridOf(fabric, id)
  checkUnlocked(fabric, [id])
  if (fabric.cells.has(id) || childrenOf(fabric, id).length > 0) refuse('not_empty', { ids: [id] })
  return set({ ...grid, retired: true })
}

/** Puts a grid under another of the level above. Undone by putting it back under the old one. */
export function reparentGrid(fabric: Fabric, { grid: id, parent }: ReparentGrid): Change {
  const grid = gridOf(fabric, id)
  if (parent === undefined) refuse('unknown_edit')
  if (grid.parent === parent) refuse('changes_nothing', { ids: [id] })
  if (parent !== null) gridOf(fabric, parent)
  checkUnlocked(fabric, [id, parent])
  const change = set({ ...grid, parent })
  checkGrids(fabric, change.grids)
  const after = changed(fabric, change)
  const above = [...lineage(fabric, grid.parent), ...lineage(fabric, parent)]
  checkParts(fabric, after, new Set(above.map((other) => other.id)))
  return change
}

/** Each undone by the other. */
export function lockGrid(fabric: Fabric, { kind, grid: id }: LockGrid): Change {
  const grid = gridOf(fabric, id)
  const locked = kind === 'lock_grid'
  if (grid.locked === locked) refuse('changes_nothing', { ids: [id] })
  return set({ ...grid, locked })
}

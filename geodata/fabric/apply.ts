// Edit → change → proof → new fabric. Each kind's file says what it changes; whether the result is a partition is proved here for all.
import { type Change, changed, opposite } from './change.ts'
import { assignCells } from './edits/assign_cells.ts'
import { deleteVertex } from './edits/delete_vertex.ts'
import type { Edit } from './edits/edit.ts'
import { addGrid, lockGrid, renameGrid, reparentGrid, retireGrid } from './edits/grid_attributes.ts'
import { insertVertex } from './edits/insert_vertex.ts'
import { mergeCells } from './edits/merge_cells.ts'
import { mergeGrids } from './edits/merge_grids.ts'
import { moveVertex } from './edits/move_vertex.ts'
import { regroup } from './edits/regroup.ts'
import { reshapeBorder } from './edits/reshape_border.ts'
import { restore } from './edits/restore.ts'
import { splitCell } from './edits/split_cell.ts'
import { splitGrid } from './edits/split_grid.ts'
import type { Fabric } from './fabric.ts'
import { prove } from './proof.ts'
import { orRefusal, type Refusal, refuse } from './refusal.ts'

const CHANGES: { [K in Edit['kind']]: (fabric: Fabric, edit: Extract<Edit, { kind: K }>) => Change } = {
  reshape_border: reshapeBorder,
  move_vertex: moveVertex,
  insert_vertex: insertVertex,
  delete_vertex: deleteVertex,
  split_cell: splitCell,
  split_grid: splitGrid,
  merge_cells: mergeCells,
  merge_grids: mergeGrids,
  assign_cells: assignCells,
  regroup,
  add_grid: addGrid,
  rename_grid: renameGrid,
  retire_grid: retireGrid,
  reparent_grid: reparentGrid,
  lock_grid: lockGrid as (fabric: Fabric, edit: Extract<Edit, { kind: 'lock_grid' }>) => Change,
  unlock_grid: lockGrid as (fabric: Fabric, edit: Extract<Edit, { kind: 'unlock_grid' }>) => Change,
  restore,
}

export const EDIT_KINDS = Object.keys(CHANGES) as Edit['kind'][]

/** What an edit would change, proved. */
export function changeOf(fabric: Fabric, edit: Edit): { change: Change } | { refused: Refusal } {
  return orRefusal(() => {
    if (typeof edit !== 'object' || edit === null || !Object.hasOwn(CHANGES, edit.kind)) refuse('unknown_edit')
    const change = (CHANGES[edit.kind] as (fabric: Fabric, edit: Edit) => Change)(fabric, edit)
    prove(fabric, change)
    return { change }
  })
}

/** May it be done? The reason why not, or undefined. */
export function refusalOf(fabric: Fabric, edit: Edit): Refusal | undefined {
  const result = changeOf(fabric, edit)
  return 'refused' in result ? result.refused : undefined
}

function reverseOf(fabric: Fabric, edit: Edit, change: Change): Edit {
  switch (edit.kind) {
    case 'lock_grid':
      return { kind: 'unlock_grid', grid: edit.grid }
    case 'unlock_grid':
      return { kind: 'lock_grid', grid: edit.grid }
    case 'rename_grid':
      return { ...edit, name: fabric.grids.get(edit.grid)!.name }
    case 'reparent_grid':
      return { ...edit, parent: fabric.grids.get(edit.grid)!.parent }
    default:
      return { kind: 'restore', ...opposite(fabric, change) }
  }
}

/** The fabric after the edit and the edit that leads back to exactly this one, or why it was refused. Never throws on bad drawing. */
export function apply(fabric: Fabric, edit: Edit): { fabric: Fabric; reverse: Edit } | { refused: Refusal } {
  const result = changeOf(fabric, edit)
  if ('refused' in result) return result
  return { fabric: changed(fabric, result.change), reverse: reverseOf(fabric, edit, result.change) }
}

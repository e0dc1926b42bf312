// Edits are data: they are stored, sent and replayed. One type each; the file of the same name carries it out.
import type { Change } from '../change.ts'
import type { Position } from '../plane/position.ts'
import type { Stroke } from '../stroke.ts'

/**
 * The land between the border of two grids of cells and a stroke that begins and ends on it changes sides. With more grids, the border is
 * that of the first with all others, and the first takes the land between from each of them.
 */
export interface ReshapeBorder {
  readonly kind: 'reshape_border'
  readonly grids: readonly [string, string, ...string[]]
  readonly stroke: Stroke
}

export interface MoveVertex {
  readonly kind: 'move_vertex'
  readonly from: Position
  readonly to: Position
}

/** A vertex between two neighbouring vertices of a border, on it or beside it. */
export interface InsertVertex {
  readonly kind: 'insert_vertex'
  readonly between: readonly [Position, Position]
  readonly at: Position
}

export interface DeleteVertex {
  readonly kind: 'delete_vertex'
  readonly at: Position
}

/** The largest piece keeps the cell's id. */
export interface SplitCell {
  readonly kind: 'split_cell'
  readonly cell: string
  readonly stroke: Stroke
}

/** The land on the left of the stroke becomes a new grid beside the old one. */
export interface SplitGrid {
  readonly kind: 'split_grid'
  readonly grid: string
  readonly stroke: Stroke
  readonly new_grid: { readonly id: string; readonly name: string }
}

/** The first cell's id stays. */
export interface MergeCells {
  readonly kind: 'merge_cells'
  readonly cells: readonly string[]
}

/** The cells (or grids below) go to `into`; the other grids are retired. */
export interface MergeGrids {
  readonly kind: 'merge_grids'
  readonly into: string
  readonly grids: readonly string[]
}

export interface AssignCells {
  readonly kind: 'assign_cells'
  readonly cells: readonly string[]
  readonly grid: string
}

/** Divides cells anew, as a proposal does: new grids are added, groups get their cells, and grids left without any are retired. */
export interface Regroup {
  readonly kind: 'regroup'
  readonly groups: readonly { readonly grid: string; readonly cells: readonly string[] }[]
  readonly new_grids: readonly AddGrid['grid'][]
  readonly retired: readonly string[]
}

/** Without land at first; cells are assigned to it. */
export interface AddGrid {
  readonly kind: 'add_grid'
  readonly grid: {
    readonly id: string
    readonly scheme: string
    readonly level: number
    readonly name: string
    readonly parent: string | null
  }
}

export interface RenameGrid {
  readonly kind: 'rename_grid'
  readonly grid: string
  readonly name: string
}

/** Only a grid without cells and grids; one with land is merged into another. */
export interface RetireGrid {
  readonly kind: 'retire_grid'
  readonly grid: string
}

export interface ReparentGrid {
  readonly kind: 'reparent_grid'
  readonly grid: string
  readonly parent: string | null
}

export interface LockGrid {
  readonly kind: 'lock_grid' | 'unlock_grid'
  readonly grid: string
}

/** Puts back what another edit changed. Made by `apply` as its reverse; one made by hand is proved like any other. */
export interface Restore extends Change {
  readonly kind: 'restore'
}

export type Edit =
  | ReshapeBorder
  | MoveVertex
  | InsertVertex
  | DeleteVertex
  | SplitCell
  | SplitGrid
  | MergeCells
  | MergeGrids
  | AssignCells
  | Regroup
  | AddGrid
  | RenameGrid
  | RetireGrid
  | ReparentGrid
  | LockGrid
  | Restore

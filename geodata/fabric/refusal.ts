import type { Position } from './plane/position.ts'

/** Every reason for which a coverage or an edit is refused, and what it means. The words that users read are made from these codes. */
export const REFUSALS = {
  administrative_border:
    'A border between communities, or of the territory, would move or be drawn along, or land would leave its community.',
  grid_locked: 'A locked grid, or a grid under a locked one, would change.',
  crosses_itself: 'The stroke or a ring meets itself.',
  crosses_border: 'A border would cross another border.',
  misses_border: 'The stroke does not begin and end on the border it is to change, or does not cut anything.',
  several_takers: 'Land of a grid would go to one of several others, and nothing says to which.',
  leaves_scope: 'The stroke leaves the land that it may change.',
  too_small: 'A piece would be smaller or narrower than allowed.',
  too_close: 'The drawing runs so close to something that whole millimetres cannot tell them apart.',
  too_many_points: 'The stroke has more positions than allowed.',
  pinched: 'A cell would touch itself in a point.',
  multipart: 'A grid or a cell would fall into several parts.',
  consumed: 'A grid would be left without land.',
  same_points: 'Two positions that must differ are the same.',
  not_a_position: 'A coordinate is not a whole number of millimetres in range.',
  not_a_ring: 'A ring has fewer than three positions or no area, or a hole lies outside its cell.',
  not_a_vertex: 'There is no vertex or no border where the edit says.',
  is_node: 'Borders of three or more cells meet in the vertex, or it is a corner that its ring needs.',
  folds: 'A border would fold back or turn a cell over.',
  changes_nothing: 'The edit would leave everything as it is.',
  different_grids: 'The cells are in different grids.',
  wrong_level: 'The grid is not of the level or the scheme that the edit needs.',
  not_empty: 'The grid still has cells or grids.',
  unknown_id: 'There is no cell, grid, community or scheme of this id.',
  id_taken: 'There is a cell or grid of this id already, or it is named twice.',
  unknown_edit: 'The edit is of no known kind or lacks a part.',
  overlap: 'Two cells cover the same land.',
  gap: 'Land between the cells belongs to none of them.',
} as const

export type RefusalCode = keyof typeof REFUSALS

export interface Refusal {
  code: RefusalCode
  /** Where on the map, if at one place. */
  at?: Position
  /** Cells or grids concerned. */
  ids?: readonly string[]
}

/** Carries a refusal out of nested functions; never leaves this folder. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export function refuse(code: RefusalCode, about: Omit<Refusal, 'code'> = {}): never {
  throw new Refused({ code, ...about })
}

/** The result, or the refusal that was met on the way. */
export function orRefusal<T>(work: () => T): T | { refused: Refusal } {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refusal }
    throw error
  }
}

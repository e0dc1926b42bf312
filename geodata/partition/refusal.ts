/** Every reason for which a request is refused, and what it means. The words that users read are made from these codes. */
export const REFUSALS = {
  no_cells: 'There is nothing to divide: no cell at all, or every cell is locked.',
  id_taken: 'Two cells or two groups have the same id.',
  bad_weight: 'A weight is negative or no finite number.',
  bad_measure: 'An area or a perimeter is not above 0, or a place is no finite number.',
  bad_border: 'A border names no two cells, or its length or preference is out of range.',
  unknown_cell: 'There is no cell of this id.',
  cell_taken: 'A cell is in two groups.',
  bad_target:
    'Nothing is asked for, a number is not whole and above 0, a band is empty, or the tolerance or the seed is no number.',
  unknown_community: 'A number is given for a community that has no cell to divide.',
  number_missing: 'Numbers are given by community, but not for this one.',
  too_many_grids: 'More grids are asked for than there are cells.',
  too_few_grids: 'Fewer grids are asked for than there are communities.',
  group_empty: 'A group has no cell.',
  group_in_parts: 'A group does not hang together.',
  group_across_communities: 'A group has cells of two communities.',
} as const

export type RefusalCode = keyof typeof REFUSALS

export interface Refusal {
  code: RefusalCode
  /** Cells, groups or communities concerned. */
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

export function refuse(code: RefusalCode, ids?: readonly (string | null)[]): never {
  throw new Refused(ids ? { code, ids: ids.map((id) => id ?? '') } : { code })
}

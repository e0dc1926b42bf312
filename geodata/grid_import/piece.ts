/** The land as files of grids cut it: pieces between all their borders, and regions of pieces that are alike. */
import type { Ring } from '../fabric/index.ts'

/** Land between borders. All pieces together have no overlap and no gap, and the same vertices on both sides of a border. */
export interface Piece {
  readonly region: number
  /** mm; canonical rings or any others: outer counter-clockwise, holes clockwise, not closed. */
  readonly rings: readonly Ring[]
}

/** Connected land that the same rows of a file claim, in one community. */
export interface Region {
  readonly id: number
  /** Rows of the file that cover it: one is right, none is a gap, several overlap. */
  readonly rows: readonly number[]
  /** 12 digits; null outside all communities, and everywhere when there are none. */
  readonly community: string | null
  /** Nowhere wider than what may be settled without asking. */
  readonly within: boolean
  readonly area_m2: number
}

/** What became of a region that is not simply one row's land. */
export type Outcome =
  /** Joined to a neighbour: `to`. */
  | { readonly kind: 'given'; readonly to: number | null }
  /** A cell of its own without a grid, for a planner to decide. */
  | { readonly kind: 'open' }
  /** Land of no community: left out. */
  | { readonly kind: 'cut' }
  /** Land inside that belongs to nobody here. */
  | { readonly kind: 'enclave' }
  /** A part of a row that lies apart from the rest: a cell of its own in the row's grid. */
  | { readonly kind: 'apart' }

export interface SettledCell {
  /** Null: nobody's yet. */
  readonly row: number | null
  readonly community: string | null
  readonly rings: readonly Ring[]
}

export interface Settlement {
  readonly cells: readonly SettledCell[]
  readonly outcomes: ReadonlyMap<number, Outcome>
}

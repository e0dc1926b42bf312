import type { Land } from './land.ts'

/** Both ends belong to it. */
export interface Band {
  readonly least: number
  readonly most: number
}

/** What every grid should be like; at least one of the three must be given. */
export interface Target {
  /** How many grids in all (shared out to the communities by weight), or in each community. Without it the bands decide. */
  readonly grids?: number | readonly { readonly community: string | null; readonly grids: number }[]
  /** Cells in a grid. Hard: balance and shape yield to it. */
  readonly cells?: Band
  /** Weight of a grid. Hard likewise. */
  readonly weight?: Band
  /** How far a grid's weight may be from its community's mean before shape yields to balance, as a share. Default 0.05. */
  readonly tolerance?: number
}

export interface Group {
  readonly id: string
  readonly cells: readonly string[]
}

export interface ProposeRequest {
  readonly land: Land
  readonly target: Target
  /** Whether every grid must stay in one community. Default true. */
  readonly within_community?: boolean
  /** Cells of locked grids. They take part in nothing and are in no group of the result. */
  readonly locked?: readonly string[]
  /** Grids as they are now: a group that keeps more than half of one's weight keeps its id. */
  readonly current?: readonly Group[]
  /** The same seed and land give the same groups, in whatever order cells and borders come. */
  readonly seed: number
}

export interface RebalanceRequest {
  readonly land: Land
  /** The draft. Cells in no group are left alone. */
  readonly groups: readonly Group[]
  /** `grids` counts for nothing here: as many grids remain as there are. */
  readonly target: Omit<Target, 'grids'>
  readonly within_community?: boolean
  /** Cells; a group that has one of them is left as it is. */
  readonly locked?: readonly string[]
  readonly seed: number
}

export interface Progress {
  readonly done: number
  readonly total: number
}

export const TOLERANCE = 0.05

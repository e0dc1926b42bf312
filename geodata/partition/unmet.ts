import type { Numbers } from './numbers.ts'
import type { Region } from './regions.ts'
import type { Target } from './request.ts'

/** Why some groups are not as asked for. */
export const REASONS = {
  disconnected: 'The community does not hang together; each part was divided for itself.',
  too_small: 'All of the land together is less than one grid should be.',
  cell_too_heavy: 'One cell alone weighs more than a grid may.',
  number_against_band: 'So many grids cannot all be in the band.',
  no_number_fits: 'With one grid less all would be too large, with one more too small.',
  impossible: 'There is no way of dividing this land into grids that hang together and are in the band.',
  not_found: 'No way was found; there may be one.',
} as const

export type Reason = keyof typeof REASONS

export interface Unmet {
  readonly community: string | null
  readonly reason: Reason
  /** A cell of every group concerned. */
  readonly cells: readonly string[]
}

/** The reason that can be told before any search, if there is one. */
export function plainReason({ graph, weight }: Region, target: Target, groups: number, { fits }: Numbers): Reason | undefined {
  const cells = graph.ids.length
  if ((target.cells && cells < target.cells.least) || (target.weight && weight < target.weight.least)) return 'too_small'
  if (target.weight && graph.weight.some((each) => each > target.weight!.most)) return 'cell_too_heavy'
  if (target.grids !== undefined) {
    const off = (band: Target['cells'], total: number) => band && (total < band.least * groups || total > band.most * groups)
    return off(target.cells, cells) || off(target.weight, weight) ? 'number_against_band' : undefined
  }
  return fits ? undefined : 'no_number_fits'
}

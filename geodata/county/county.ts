/** What every subject of the demo builds on: the land, and who lives where on it. */
import type { Position } from './demo.ts'
import { type Cell, type Land, makeLand } from './ground/cells.ts'
import { type Community, type People, settle } from './people/communities.ts'
import type { Plan } from './plan.ts'

export interface County extends Land, People {
  /** The cell and the community in which a point lies. */
  placeAt(at: Position): { readonly cell: Cell; readonly community: Community }
}

export function makeCounty(plan: Plan): County {
  const land = makeLand(plan)
  const people = settle(land)
  const placeAt = (at: Position) => {
    const cell = land.cellAt(at)
    if (!cell) throw new Error(`${at} lies outside the county`)
    return { cell, community: people.communityOf.get(cell.face)! }
  }
  return { ...land, ...people, placeAt }
}

/** What the parts of the proof share. */
import { type Sql, sql } from '../../../database/sql.ts'
import type { Publication } from '../publication.ts'

/** What of a publication is looked at. */
export type Written = Pick<Publication, 'ended_cells'> & {
  readonly cells: readonly { readonly code: string; readonly was: string | null }[]
  readonly noded: readonly { readonly code: string }[]
  readonly grids: readonly { readonly code: string }[]
}

/** mm²: 0.01 m². */
export const TOLERANCE = 10_000

export const MM2_PER_M2 = 1_000_000

export interface Fault {
  readonly fault: 'invalid' | 'overlap' | 'outside_community' | 'gap' | 'land_changed' | 'not_its_cells' | 'not_its_children'
  readonly code: string
  /** Of a gap by how much it grew (below 0: more is covered than before), of an overlap its own. */
  readonly area_m2?: number
}

export const communityOf = (cell: string): string => cell.slice(0, 12)

export const communitiesOf = (cells: readonly string[]): string[] => [...new Set(cells.map(communityOf))]

/** Told as a list, so that the planner knows how many there are: three cells are looked up, thousands are joined. */
export const anyOf = (codes: readonly string[]): Sql => sql`any(string_to_array(${codes.join()}, ','))`

/** Vertex by vertex, wherever their rings begin: quickly told, and what is not the same in this sense may still be by its land. */
export const isSame = (one: Sql, other: Sql): Sql =>
  sql`ST_OrderingEquals(ST_Normalize(ST_Multi(${one})), ST_Normalize(ST_Multi(${other})))`

export const isUnlike = (one: Sql, other: Sql): Sql =>
  sql`(not ${isSame(one, other)} and ST_Area(ST_SymDifference(${one}, ${other})) > ${TOLERANCE})`

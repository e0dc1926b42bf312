/** Where damage lies: in which community, and in which grids. */
import type { Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'
import { type AreaAt, areasAt, validOn } from '../responsibility/areas_at.ts'
import type { Position } from '../responsibility/parameters.ts'
import type { GridOfReport } from './records.ts'

export interface Place {
  readonly community_code: string
  readonly community_name: string
  readonly community_name_en: string | null
  /** Of each scheme the lowest that covers the place; none where only the community is known. */
  readonly grids: readonly GridOfReport[]
}

/** @param where a position, or the code of a community. Refuses with `report_place_unknown` what lies in none. */
export async function findPlace(database: Queryable, where: Position | string, day: string): Promise<Place> {
  const place =
    typeof where === 'string' ? await communityOf(database, where, day) : placeAmong(await areasOf(database, where, day))
  if (!place)
    throw new Problem(422, 'report_place_unknown', { field: typeof where === 'string' ? 'community_code' : 'longitude' })
  return place
}

const areasOf = (database: Queryable, position: Position, day: string) => database.query<AreaAt>(areasAt(position, day))

function placeAmong(areas: readonly AreaAt[]): Place | undefined {
  const community = areas.find(({ layer, level_name }) => layer === 'administrative_areas' && level_name === 'community')
  if (!community) return undefined
  const lowest = new Map<string, GridOfReport>()
  for (const { layer, class: kind, scheme, level, code, name, name_en } of areas)
    if (layer === 'grids' && kind === 'A' && (lowest.get(scheme!)?.level ?? 0) < level!)
      lowest.set(scheme!, { scheme: scheme!, level: level!, code: code!, name, name_en })
  return { ...named(community), grids: [...lowest.values()] }
}

async function communityOf(database: Queryable, code: string, day: string): Promise<Place | undefined> {
  const [community] = await database.query<Pick<AreaAt, 'code' | 'name' | 'name_en'>>(sql`
    select code, name, name_en from administrative_areas where code = ${code} and level = 'community' and ${validOn(day)} limit 1`)
  return community && { ...named(community), grids: [] }
}

const named = ({ code, name, name_en }: Pick<AreaAt, 'code' | 'name' | 'name_en'>) => ({
  community_code: code!,
  community_name: name!,
  community_name_en: name_en,
})

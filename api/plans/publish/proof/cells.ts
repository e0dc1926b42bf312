/** The cells by themselves: sound, covering their communities once, on the land that was there before. Areas are in mm² of the zone. */
import type { Transaction } from '../../../database/database.ts'
import { sql } from '../../../database/sql.ts'
import { anyOf, communitiesOf, type Fault, MM2_PER_M2, TOLERANCE, type Written } from './shared.ts'

/** mm. */
const NODED = 1

/** By community, how much of it no cell covers, mm². */
export type Gaps = ReadonlyMap<string, number>

/** Of the communities whose cells a publication writes. Taken before, it says what must not grow. */
export const gapsOf = (transaction: Transaction, { cells, noded }: Written): Promise<Gaps> =>
  gapsIn(
    transaction,
    [...cells, ...noded].map(({ code }) => code),
  )

/** @param cells of which the communities are asked */
export async function gapsIn(transaction: Transaction, cells: readonly string[]): Promise<Gaps> {
  const communities = communitiesOf(cells)
  const rows = await transaction.query<{ code: string; gap: number }>(sql`
    select area.code, sum(ST_Area(area.canonical)) - coalesce((
      select sum(ST_Area(canonical)) from unit_cells where valid_to is null and community_code = area.code), 0) as gap
    from administrative_areas as area
    where area.valid_to is null and area.code = ${anyOf(communities)}
    group by area.code`)
  return new Map(rows.map(({ code, gap }) => [code, gap]))
}

export const invalid = (
  transaction: Transaction,
  written: readonly string[],
  drawn: readonly string[],
  scheme: string,
): Promise<Fault[]> =>
  transaction.query<Fault>(sql`
    select 'invalid' as fault, code from unit_cells
    where valid_to is null and code = ${anyOf(written)} and not ST_IsValid(canonical)
    union all
    select 'invalid', code from grids
    where valid_to is null and scheme = ${scheme} and code = ${anyOf(drawn)} and not ST_IsValid(canonical)`)

/** Each pair is looked at once, also where both were written. */
export async function overlapping(transaction: Transaction, written: readonly string[]): Promise<Fault[]> {
  const pairs = await transaction.query<{ codes: string[]; area_m2: number }>(sql`
    select json_build_array(one.code, other.code) as codes, shared.area / ${MM2_PER_M2}::float8 as area_m2
    from unit_cells as one join unit_cells as other
      on other.geom && one.geom and other.id <> one.id and other.valid_to is null
    cross join lateral (
      select case when (other.id > one.id or not other.code = ${anyOf(written)})
        and ST_Relate(one.canonical, other.canonical, '2********') then ST_Area(ST_Intersection(one.canonical, other.canonical)) end as area
      offset 0) as shared
    where one.valid_to is null and one.code = ${anyOf(written)}
      and shared.area > ${TOLERANCE}`)
  return pairs.flatMap(({ codes, area_m2 }) => codes.map((code): Fault => ({ fault: 'overlap', code, area_m2 })))
}

export const outside = (transaction: Transaction, written: readonly string[]): Promise<Fault[]> =>
  transaction.query<Fault>(sql`
    select 'outside_community' as fault, cell.code from unit_cells as cell
    join administrative_areas as area on area.code = cell.community_code and area.valid_to is null
    where cell.valid_to is null and cell.code = ${anyOf(written)}
      and not ST_CoveredBy(cell.canonical, area.canonical)
      and ST_Area(ST_Difference(cell.canonical, area.canonical)) > ${TOLERANCE}`)

/**
 * In every community, the cells that are new cover the land of those they replace; a vertex set on a border moves it by less than a
 * millimetre.
 */
export const moved = (transaction: Transaction, fresh: readonly string[], replaced: readonly string[]): Promise<Fault[]> =>
  transaction.query<Fault>(sql`
    with was as (
      select community_code, ST_Union(canonical) as land from (
        select distinct on (code) community_code, canonical from unit_cells
        where valid_to is not null and community_code = ${anyOf(communitiesOf(replaced))} and code = ${anyOf(replaced)} order by code, id desc) as latest
      group by 1
    ), now as (
      select community_code, ST_Union(canonical) as land, min(code) as code from unit_cells
      where valid_to is null and code = ${anyOf(fresh)}
      group by 1
    )
    select 'land_changed' as fault, coalesce(now.code, was.community_code) as code
    from was left join now on now.community_code is not distinct from was.community_code
    where now.land is null or ST_Area(ST_SymDifference(was.land, now.land)) > ${TOLERANCE} + ${NODED} * ST_Perimeter(was.land)`)

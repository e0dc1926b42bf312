/** Of many cells, what is in order as a whole needs no look at each of them. */
import type { Transaction } from '../../../database/database.ts'
import { sql } from '../../../database/sql.ts'
import { landOfGrids, unlikeCells } from './grids.ts'
import { anyOf, communitiesOf, type Fault, isSame, TOLERANCE } from './shared.ts'

/** More cells than this are looked at one by one only where their community as a whole is not in order. */
const MANY = 200

export interface InOrder {
  /**
   * Communities in which no cell overlaps another or leaves the community: the areas of all cells add up to that of their union, and
   * the union lies in the community. So none overlaps a cell of the next community either.
   */
  readonly sound: ReadonlySet<string>
  /** Of those the ones whose union is all of the community: whatever was replaced, its land is covered again. */
  readonly tiled: ReadonlySet<string>
  /** Grids that are such a community, with all its cells, where every grid is its cells: so they are their children. */
  readonly whole: readonly string[]
  readonly unlike: readonly Fault[]
}

/** Of many cells, the land of a grid is united once: it is compared with the grid, and a community's is put together from it. */
export async function inOrder(
  transaction: Transaction,
  { written, drawn }: Readonly<Record<'written' | 'drawn', readonly string[]>>,
  scheme: string,
): Promise<InOrder> {
  if (written.length <= MANY)
    return { sound: new Set(), tiled: new Set(), whole: [], unlike: await unlikeCells(transaction, drawn, scheme) }
  const communities = communitiesOf(written)
  const rows = await transaction.query<{ code: string; finding: 'not_its_cells' | 'sound' | 'tiled' | 'whole' }>(sql`
    with ${landOfGrids(drawn, scheme)}, cell as materialized (
      select id, community_code, canonical from unit_cells
      where valid_to is null and community_code = ${anyOf(communities)}
    ), piece as (
      select community_code, land from own
      union all
      select community_code, canonical from cell where not exists (select from lowest where lowest.cell_id = cell.id)
    ), united as (
      select community_code, ST_Union(land) as land from piece group by 1
    ), summed as (
      select community_code, sum(ST_Area(canonical)) as area, count(*) as cells from cell group by 1
    ), in_order as (
      select area.code, area.canonical, summed.cells, ST_Area(area.canonical) - ST_Area(land) <= ${TOLERANCE} as is_tiled
      from united join summed using (community_code)
      join administrative_areas as area on area.code = community_code and area.valid_to is null
      where abs(summed.area - ST_Area(land)) <= ${TOLERANCE} / 2
        and (${isSame(sql`land`, sql`area.canonical`)} or ST_CoveredBy(land, area.canonical))
    ), all_drawn as (
      select below.id from below left join drawn on drawn.id = child_id group by 1 having count(drawn.id) = count(*)
    ), in_one as (
      select link.id, min(community_code) as code, count(*) as cells from link left join cell on cell.id = cell_id
      where link.id = any(array(select id from all_drawn))
      group by 1 having count(cell.id) = count(*) and min(community_code) = max(community_code)
    )
    select code, 'not_its_cells' as finding from unlike
    union all
    select code, case when is_tiled then 'tiled' else 'sound' end from in_order
    union all
    select grids.code, 'whole' from in_order join in_one using (code, cells) join grids on grids.id = in_one.id
    where is_tiled and ${isSame(sql`grids.canonical`, sql`in_order.canonical`)}`)
  const found = (...findings: string[]) => rows.flatMap(({ code, finding }) => (findings.includes(finding) ? [code] : []))
  return {
    sound: new Set(found('sound', 'tiled')),
    tiled: new Set(found('tiled')),
    whole: found('not_its_cells').length > 0 ? [] : found('whole'),
    unlike: found('not_its_cells').map((code) => ({ fault: 'not_its_cells', code })),
  }
}

/**
 * PostGIS looks at what was written, knowing nothing of the fabric (`fabric.md`, "Proving it in the database"): the same statements on
 * PostGIS 3.3 and 3.6. Areas are in mm² of the zone.
 */
import type { Transaction } from '../../database/database.ts'
import { type Sql, sql } from '../../database/sql.ts'
import { Problem } from '../../http/problem.ts'
import type { Publication } from './publication.ts'

/** What of a publication is looked at. */
export type Written = Pick<Publication, 'ended_cells'> & {
  readonly cells: readonly { readonly code: string; readonly was: string | null }[]
  readonly noded: readonly { readonly code: string }[]
  readonly grids: readonly { readonly code: string }[]
}

/** 0.01 m². */
const TOLERANCE = 10_000

const MM2_PER_M2 = 1_000_000

/** mm. */
const NODED = 1

export interface Fault {
  readonly fault: 'invalid' | 'overlap' | 'outside_community' | 'gap' | 'land_changed' | 'not_its_cells' | 'not_its_children'
  readonly code: string
  /** Of a gap by how much it grew (below 0: more is covered than before), of an overlap its own. */
  readonly area_m2?: number
}

/** By community, how much of it no cell covers, mm². */
export type Gaps = ReadonlyMap<string, number>

/** Of the communities whose cells a publication writes. Taken before, it says what must not grow. */
export const gapsOf = (transaction: Transaction, { cells, noded }: Written): Promise<Gaps> =>
  gapsIn(
    transaction,
    [...cells, ...noded].map(({ code }) => code),
  )

/** @param cells of which the communities are asked */
async function gapsIn(transaction: Transaction, cells: readonly string[]): Promise<Gaps> {
  const communities = [...new Set(cells.map(communityOf))]
  const rows = await transaction.query<{ code: string; gap: number }>(sql`
    select area.code, sum(ST_Area(area.canonical)) - coalesce((
      select sum(ST_Area(canonical)) from unit_cells where valid_to is null and community_code = area.code), 0) as gap
    from administrative_areas as area
    where area.valid_to is null and area.code in (select jsonb_array_elements_text(${JSON.stringify(communities)}::jsonb))
    group by area.code`)
  return new Map(rows.map(({ code, gap }) => [code, gap]))
}

/** Refuses with `proof_failed`; nothing of the transaction is kept then. */
export async function prove(transaction: Transaction, publication: Written, scheme: string, before: Gaps): Promise<void> {
  await transaction.query(sql`select set_config('jit', 'off', true)`)
  const { cells, noded, ended_cells, grids } = publication
  const written = JSON.stringify([...cells, ...noded].map(({ code }) => code))
  const fresh = JSON.stringify(cells.map(({ code }) => code))
  const replaced = JSON.stringify([...cells.filter(({ code, was }) => code === was).map(({ code }) => code), ...ended_cells])
  const drawn = JSON.stringify(grids.map(({ code }) => code))
  // Overlays throw on what is invalid (GEOS 3.11), so nothing else is asked then.
  const unsound = await invalid(transaction, written, drawn, scheme)
  const faults =
    unsound.length > 0 ? unsound : await overlays(transaction, publication, { written, fresh, replaced, drawn }, scheme, before)
  if (faults.length > 0) throw new Problem(409, 'proof_failed', { members: () => ({ faults }) }, { count: faults.length })
}

/** What is wrong with cells that were imported and the grids made of them. */
export async function faultsOfCoverage(
  transaction: Transaction,
  scheme: string,
  cells: readonly string[],
  grids: readonly string[],
): Promise<Fault[]> {
  await transaction.query(sql`select set_config('jit', 'off', true)`)
  const [written, drawn] = [JSON.stringify(cells), JSON.stringify(grids)]
  const unsound = await invalid(transaction, written, drawn, scheme)
  if (unsound.length > 0) return unsound
  const gaps = [...(await gapsIn(transaction, cells))].filter(([, gap]) => Math.abs(gap) > TOLERANCE)
  return [
    ...gaps.map(([code]): Fault => ({ fault: 'gap', code })),
    ...(await overlapping(transaction, written)),
    ...(await outside(transaction, written)),
    ...(await unlikeCells(transaction, drawn, scheme)),
    ...(await unlikeChildren(transaction, drawn, scheme)),
  ]
}

async function overlays(
  transaction: Transaction,
  publication: Written,
  { written, fresh, replaced, drawn }: Readonly<Record<'written' | 'fresh' | 'replaced' | 'drawn', string>>,
  scheme: string,
  before: Gaps,
): Promise<Fault[]> {
  const gaps = [...(await gapsOf(transaction, publication))]
    .map(([code, gap]) => ({ code, grown: gap - (before.get(code) ?? 0) }))
    .filter(({ grown }) => Math.abs(grown) > TOLERANCE)
  const { sound, tiled, whole, unlike } = await inOrder(transaction, { written, drawn }, scheme)
  const looked = without(written, sound)
  return [
    ...gaps.map(({ code, grown }): Fault => ({ fault: 'gap', code, area_m2: grown / MM2_PER_M2 })),
    ...(await overlapping(transaction, looked)),
    ...(await outside(transaction, looked)),
    ...(await moved(transaction, without(fresh, tiled), without(replaced, tiled))),
    ...unlike,
    ...(await unlikeChildren(transaction, drawn, scheme, whole)),
  ]
}

const invalid = (transaction: Transaction, written: string, drawn: string, scheme: string): Promise<Fault[]> =>
  transaction.query<Fault>(sql`
    select 'invalid' as fault, code from unit_cells
    where valid_to is null and code in (select jsonb_array_elements_text(${written}::jsonb)) and not ST_IsValid(canonical)
    union all
    select 'invalid', code from grids
    where valid_to is null and scheme = ${scheme} and code in (select jsonb_array_elements_text(${drawn}::jsonb)) and not ST_IsValid(canonical)`)

/** More cells than this are looked at one by one only where their community as a whole is not in order. */
const MANY = 200

interface InOrder {
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
async function inOrder(
  transaction: Transaction,
  { written, drawn }: { readonly written: string; readonly drawn: string },
  scheme: string,
): Promise<InOrder> {
  const codes = JSON.parse(written) as string[]
  if (codes.length <= MANY)
    return { sound: new Set(), tiled: new Set(), whole: [], unlike: await unlikeCells(transaction, drawn, scheme) }
  const communities = JSON.stringify([...new Set(codes.map(communityOf))])
  const rows = await transaction.query<{ code: string; finding: 'not_its_cells' | 'sound' | 'tiled' | 'whole' }>(sql`
    with ${landOfGrids(drawn, scheme)}, cell as materialized (
      select id, community_code, canonical from unit_cells
      where valid_to is null and community_code in (select jsonb_array_elements_text(${communities}::jsonb))
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

/** Vertex by vertex, wherever their rings begin: quickly told, and what is not the same in this sense may still be by its land. */
const isSame = (one: Sql, other: Sql): Sql =>
  sql`ST_OrderingEquals(ST_Normalize(ST_Multi(${one})), ST_Normalize(ST_Multi(${other})))`

const isUnlike = (one: Sql, other: Sql): Sql =>
  sql`(not ${isSame(one, other)} and ST_Area(ST_SymDifference(${one}, ${other})) > ${TOLERANCE})`

const communityOf = (cell: string): string => cell.slice(0, 12)

const without = (cells: string, communities: ReadonlySet<string>): string =>
  JSON.stringify((JSON.parse(cells) as string[]).filter((code) => !communities.has(communityOf(code))))

/** Each pair is looked at once, also where both were written. */
async function overlapping(transaction: Transaction, written: string): Promise<Fault[]> {
  const pairs = await transaction.query<{ codes: string[]; area_m2: number }>(sql`
    select json_build_array(one.code, other.code) as codes, shared.area / ${MM2_PER_M2}::float8 as area_m2
    from unit_cells as one join unit_cells as other
      on other.geom && one.geom and other.id <> one.id and other.valid_to is null
    cross join lateral (
      select case when (other.id > one.id or other.code not in (select jsonb_array_elements_text(${written}::jsonb)))
        and ST_Relate(one.canonical, other.canonical, '2********') then ST_Area(ST_Intersection(one.canonical, other.canonical)) end as area
      offset 0) as shared
    where one.valid_to is null and one.code in (select jsonb_array_elements_text(${written}::jsonb))
      and shared.area > ${TOLERANCE}`)
  return pairs.flatMap(({ codes, area_m2 }) => codes.map((code): Fault => ({ fault: 'overlap', code, area_m2 })))
}

const outside = (transaction: Transaction, written: string): Promise<Fault[]> =>
  transaction.query<Fault>(sql`
    select 'outside_community' as fault, cell.code from unit_cells as cell
    join administrative_areas as area on area.code = cell.community_code and area.valid_to is null
    where cell.valid_to is null and cell.code in (select jsonb_array_elements_text(${written}::jsonb))
      and not ST_CoveredBy(cell.canonical, area.canonical)
      and ST_Area(ST_Difference(cell.canonical, area.canonical)) > ${TOLERANCE}`)

/**
 * In every community, the cells that are new cover the land of those they replace; a vertex set on a border moves it by less than a
 * millimetre.
 */
const moved = (transaction: Transaction, fresh: string, replaced: string): Promise<Fault[]> =>
  transaction.query<Fault>(sql`
    with was as (
      select community_code, ST_Union(canonical) as land from (
        select distinct on (code) community_code, canonical from unit_cells
        where valid_to is not null and code in (select jsonb_array_elements_text(${replaced}::jsonb)) order by code, id desc) as latest
      group by 1
    ), now as (
      select community_code, ST_Union(canonical) as land, min(code) as code from unit_cells
      where valid_to is null and code in (select jsonb_array_elements_text(${fresh}::jsonb))
      group by 1
    )
    select 'land_changed' as fault, coalesce(now.code, was.community_code) as code
    from was left join now on now.community_code is not distinct from was.community_code
    where now.land is null or ST_Area(ST_SymDifference(was.land, now.land)) > ${TOLERANCE} + ${NODED} * ST_Perimeter(was.land)`)

/** The lowest grids cover their cells; those above have the cells of the grids below them, whose land `unlikeChildren` compares. */
const unlikeCells = (transaction: Transaction, drawn: string, scheme: string): Promise<Fault[]> =>
  transaction.query<Fault>(sql`with ${landOfGrids(drawn, scheme)} select 'not_its_cells' as fault, code from unlike`)

/**
 * Named queries for a statement: `lowest` links the lowest drawn grids with their cells, `own` is the land of those cells by grid and
 * community, `unlike` the codes of drawn grids that are not their cells.
 */
const landOfGrids = (drawn: string, scheme: string): Sql => sql`
  drawn as materialized (
    select id, code, canonical from grids
    where valid_to is null and scheme = ${scheme} and code in (select jsonb_array_elements_text(${drawn}::jsonb))
  ), below as materialized (
    select drawn.id, child.id as child_id from drawn join grids as child
      on child.scheme = ${scheme} and child.parent_code = drawn.code and child.valid_to is null and child.class = 'A'
  ), link as materialized (
    select drawn.id, cell.id as cell_id from drawn join grid_cell on grid_cell.grid_id = drawn.id
    join unit_cells as cell on cell.id = grid_cell.unit_cell_id and cell.valid_to is null
  ), link_below as materialized (
    select below.id, cell.id as cell_id from below join grid_cell on grid_cell.grid_id = below.child_id
    join unit_cells as cell on cell.id = grid_cell.unit_cell_id and cell.valid_to is null
  ), lowest as materialized (
    select id, cell_id from link where id not in (select id from below)
  ), own as materialized (
    select lowest.id, community_code, ST_Union(canonical) as land from lowest join unit_cells on unit_cells.id = cell_id group by 1, 2
  ), unlike_id as (
    select drawn.id from drawn left join (
      -- Most grids lie in one community: nothing is left to unite.
      select id, case count(*) when 1 then (array_agg(land))[1] else ST_Union(land) end as land from own group by 1
    ) as whole on whole.id = drawn.id
    where drawn.id not in (select id from below) and (whole.land is null or ${isUnlike(sql`whole.land`, sql`drawn.canonical`)})
    union
    select coalesce(link.id, link_below.id) from link full join link_below
      on link_below.id = link.id and link_below.cell_id = link.cell_id
    where (link.id is null or link_below.id is null) and coalesce(link.id, link_below.id) in (select id from below)
  ), unlike as (
    select code from unlike_id join drawn using (id)
  )`

/** The grids above those that changed, old and new, and those that changed themselves are covered by theirs without a gap. */
const unlikeChildren = (
  transaction: Transaction,
  drawn: string,
  scheme: string,
  except: readonly string[] = [],
): Promise<Fault[]> =>
  transaction.query<Fault>(sql`
    with above as (
      select distinct parent_code as code from grids
      where scheme = ${scheme} and parent_code is not null and code in (select jsonb_array_elements_text(${drawn}::jsonb))
      union
      select parent_code from grids
      where scheme = ${scheme} and valid_to is null and class = 'A' and parent_code in (select jsonb_array_elements_text(${drawn}::jsonb))
    )
    select 'not_its_children' as fault, parent.code from above
    join grids as parent on parent.scheme = ${scheme} and parent.code = above.code and parent.valid_to is null
    cross join lateral (
      select ST_Union(child.canonical) as land from grids as child
      where child.scheme = ${scheme} and child.parent_code = parent.code and child.valid_to is null and child.class = 'A') as own
    where parent.code not in (select jsonb_array_elements_text(${JSON.stringify(except)}::jsonb)) and (own.land is null or ${isUnlike(sql`parent.canonical`, sql`own.land`)})`)

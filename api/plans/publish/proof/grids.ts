/** The grids: the lowest are the land of their cells, the others that of their children. */
import type { Transaction } from '../../../database/database.ts'
import { type Sql, sql } from '../../../database/sql.ts'
import { anyOf, type Fault, isUnlike } from './shared.ts'

/** The lowest grids cover their cells; those above have the cells of the grids below them, whose land `unlikeChildren` compares. */
export const unlikeCells = (transaction: Transaction, drawn: readonly string[], scheme: string): Promise<Fault[]> =>
  transaction.query<Fault>(sql`with ${landOfGrids(drawn, scheme)} select 'not_its_cells' as fault, code from unlike`)

/**
 * Named queries for a statement: `lowest` links the lowest drawn grids with their cells, `own` is the land of those cells by grid and
 * community, `unlike` the codes of drawn grids that are not their cells.
 */
export const landOfGrids = (drawn: readonly string[], scheme: string): Sql => sql`
  drawn as materialized (
    select id, code, canonical from grids
    where valid_to is null and scheme = ${scheme} and code = ${anyOf(drawn)}
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
export const unlikeChildren = (
  transaction: Transaction,
  drawn: readonly string[],
  scheme: string,
  except: readonly string[] = [],
): Promise<Fault[]> =>
  transaction.query<Fault>(sql`
    with above as (
      select distinct parent_code as code from grids
      where scheme = ${scheme} and parent_code is not null and code = ${anyOf(drawn)}
      union
      select parent_code from grids
      where scheme = ${scheme} and valid_to is null and class = 'A' and parent_code = ${anyOf(drawn)}
    )
    select 'not_its_children' as fault, parent.code from above
    join grids as parent on parent.scheme = ${scheme} and parent.code = above.code and parent.valid_to is null
    cross join lateral (
      select ST_Union(child.canonical) as land from grids as child
      where child.scheme = ${scheme} and child.parent_code = parent.code and child.valid_to is null and child.class = 'A') as own
    where parent.code <> all(string_to_array(${except.join()}, ',')) and (own.land is null or ${isUnlike(sql`parent.canonical`, sql`own.land`)})`)

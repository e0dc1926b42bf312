/** Land that came with its grids only: each grid of the lowest level becomes one cell, which plans then cut. */
import type { Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'

/**
 * Makes the cells of a territory from a scheme's grids, where there are no cells yet.
 * Refuses with `cells_present`, or with `grids_missing` where the scheme has no grids there.
 * @returns how many cells
 */
export async function cellsFromGrids(transaction: Transaction, scheme: string, territory: string): Promise<number> {
  const [present] = await transaction.query(sql`
    select from unit_cells where valid_to is null and starts_with(community_code, ${territory}) limit 1`)
  if (present) throw new Problem(409, 'cells_present', { field: 'territory_code' })
  const rows = await transaction.query<{ id: number }>(sql`
    insert into unit_cells (code, households, population, canonical, valid_from)
    select code, households, population, canonical, valid_from from grids
    where scheme = ${scheme} and class = 'A' and valid_to is null and canonical is not null and starts_with(code, ${territory})
      and level = (select max(level) from scheme_level where scheme = ${scheme})
    returning id`)
  if (rows.length === 0) throw new Problem(409, 'grids_missing', { field: 'territory_code' })
  await transaction.query(sql`
    with recursive link as (
      select cell.id as cell, grids.id as grid, grids.parent_code from unit_cells as cell
      join grids on grids.scheme = ${scheme} and grids.code = cell.code and grids.valid_to is null
      where cell.valid_to is null and starts_with(cell.code, ${territory})
      union
      select link.cell, above.id, above.parent_code from link
      join grids as above on above.scheme = ${scheme} and above.code = link.parent_code and above.valid_to is null
    )
    insert into grid_cell (grid_id, unit_cell_id) select grid, cell from link on conflict do nothing`)
  await transaction.query(sql`
    update grids set cell_count = counted.cells from (
      select grid_id, count(*)::integer as cells from grid_cell join unit_cells on unit_cells.id = unit_cell_id
      where unit_cells.valid_to is null and starts_with(unit_cells.code, ${territory}) group by 1) as counted
    where grids.id = counted.grid_id`)
  return rows.length
}

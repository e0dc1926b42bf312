/** What the planner sees before saying yes: findings, the grids as they would be, and the cells that nobody would have. */
import type { Transaction } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import type { Prepared } from './prepare.ts'

/** Shapes for drawing only: degrees to 7 digits, about a centimetre. */
export async function previewOf(transaction: Transaction, scheme: string, prepared: Prepared, importId: number): Promise<object> {
  const grids = await transaction.query(sql`
    select code, name, level, parent_code, cell_count, households, population, area_m2, ST_AsGeoJSON(geom, 7)::json as geometry
    from grids where scheme = ${scheme} and import_id = ${importId} order by level, code`)
  const without_grid = await transaction.query(sql`
    select code, area_m2, ST_AsGeoJSON(geom, 7)::json as geometry from unit_cells as cell
    where valid_to is null and starts_with(community_code, ${prepared.ground.territory}) and not exists (
      select from grid_cell join grids on grids.id = grid_id
      where unit_cell_id = cell.id and grids.scheme = ${scheme} and grids.valid_to is null)
    order by code`)
  const { findings, keeps_cells, ground, digest } = prepared
  return {
    keeps_cells,
    zone: ground.srid,
    makes_areas: !ground.has_communities,
    totals: findings.totals,
    findings: findings.shown,
    grids,
    without_grid,
    digest,
  }
}

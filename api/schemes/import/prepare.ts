/** From a file to cells and grids, with everything that was found on the way. Writes nothing but temporary tables. */
import { createHash } from 'node:crypto'
import { canonicalText, type Fabric, fabricOf, type Ring } from '#geodata/fabric/index.ts'
import { doubleArea } from '#geodata/fabric/plane/measure.ts'
import { type FileGrid, gridsOf, type Settlement, settle } from '#geodata/grid_import/index.ts'
import type { Transaction } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import { Problem } from '../../http/problem.ts'
import { findZone } from '../../imports/checks.ts'
import { arrange, type Ground } from './arrange.ts'
import { type NewCommunity, numberCommunities } from './communities.ts'
import { type Findings, findingsOf } from './findings.ts'
import { findCutCells, fitCells } from './fit.ts'
import type { GridForm } from './form.ts'
import type { ImportRequest } from './request.ts'
import { type FileRow, mend, type StagedRows, stageRows } from './rows.ts'
import { byTable } from './table.ts'

export interface ImportedCell {
  /** Of the fabric; the code where there is one already. */
  readonly id: string
  readonly row: number | null
  /** 12 digits. */
  readonly community: string
  readonly rings: readonly Ring[]
  readonly households: number | null
  readonly population: number | null
}

export interface Prepared {
  readonly ground: Ground
  readonly keeps_cells: boolean
  readonly fabric: Fabric
  readonly cells: readonly ImportedCell[]
  readonly grids: readonly FileGrid[]
  /** Those that are not on the map yet. */
  readonly communities: readonly NewCommunity[]
  readonly findings: Findings
  /** One text per result: the same file and the same answers give the same. */
  readonly digest: string
}

/**
 * Refuses with `grids_present`, `cells_missing`, `areas_missing`, `communities_unknown`, `file_without_areas`, `far_from_zone` or
 * `land_not_coverage`.
 */
export async function prepare(
  transaction: Transaction,
  scheme: string,
  form: GridForm,
  request: ImportRequest,
): Promise<Prepared> {
  await refuseGrids(transaction, scheme, request.territory_code)
  const source =
    request.cell === null ? await byArea(transaction, form, request) : await byTable(transaction, form.contents, request)
  const fabric = proved(source.cells)
  const grids = gridsOf(source.cells.map(({ row }) => (row === null ? null : source.rows.get(row)!)))
  return {
    ...source,
    ...{ fabric, grids },
    cells: source.cells.map((cell) => ({ ...cell, rings: fabric.faces.get(cell.id)!.rings })),
    digest: createHash('sha256')
      .update(canonicalText(fabric) + JSON.stringify(grids))
      .digest('hex'),
  }
}

/** What a file gives before its grids are made. */
export interface Source extends Pick<Prepared, 'ground' | 'keeps_cells' | 'cells' | 'communities' | 'findings'> {
  readonly rows: ReadonlyMap<number, FileRow>
}

async function byArea(transaction: Transaction, form: GridForm, request: ImportRequest): Promise<Source> {
  const staged = await stageRows(transaction, form.contents, request)
  const invalid = await mend(transaction)
  const ground = await groundOf(transaction, request.territory_code)
  const keeps_cells = await hasCells(transaction, request.territory_code)
  const arrangement = await arrange(transaction, ground, request.tolerance_m)
  const settlement = settle(arrangement.pieces, arrangement.regions, {
    community_of: ground.has_communities ? null : (row) => staged.rows.get(row)!.community,
  })
  const made = keeps_cells
    ? { cells: await keptCells(transaction, ground), communities: [] }
    : madeCells(settlement, staged, ground)
  const facts = { ...arrangement, settlement, keeps_cells, has_communities: ground.has_communities, staged, invalid }
  const cut_cells = keeps_cells ? await findCutCells(transaction, request.tolerance_m) : []
  return { ground, keeps_cells, ...made, rows: staged.rows, findings: await findingsOf(transaction, { ...facts, cut_cells }) }
}

/** A grid over several communities or towns has the code of one of them, so its cells are asked too. */
async function refuseGrids(transaction: Transaction, scheme: string, territory: string): Promise<void> {
  const [present] = await transaction.query(sql`
    select from grids where scheme = ${scheme} and class = 'A' and valid_to is null and (starts_with(code, ${territory})
      or exists (select from grid_cell join unit_cells on unit_cells.id = unit_cell_id
        where grid_id = grids.id and unit_cells.valid_to is null and starts_with(community_code, ${territory}))) limit 1`)
  if (present) throw new Problem(409, 'grids_present', { field: 'request.territory_code' })
}

async function hasCells(transaction: Transaction, territory: string): Promise<boolean> {
  const [cell] = await transaction.query(sql`
    select from unit_cells where valid_to is null and starts_with(community_code, ${territory}) limit 1`)
  return cell !== undefined
}

async function groundOf(transaction: Transaction, territory: string): Promise<Ground> {
  const { zone, refusals } = await findZone(transaction)
  if (refusals.length > 0) throw new Problem(422, 'far_from_zone', { field: 'file' }, { count: refusals.length })
  if (zone === undefined) throw new Problem(422, 'file_without_areas', { field: 'file' })
  const [own] = await transaction.query<{ srid: number }>(sql`
    select ST_SRID(canonical) as srid from administrative_areas
    where valid_to is null and level = 'community' and starts_with(code, ${territory}) limit 1`)
  if (own) return { srid: own.srid, territory, has_communities: true }
  const [county] = await transaction.query(sql`
    select from administrative_areas where valid_to is null and starts_with(code, ${territory.slice(0, 6)}) limit 1`)
  if (county) throw new Problem(409, 'areas_missing', { field: 'request.territory_code' })
  return { srid: zone, territory, has_communities: false }
}

async function keptCells(transaction: Transaction, ground: Ground): Promise<ImportedCell[]> {
  const cells = await fitCells(transaction, ground)
  return cells.map(({ code, ...cell }) => ({ id: code, ...cell }))
}

/** What a row counts stands on its largest cell. */
function madeCells(
  { cells }: Settlement,
  { rows }: StagedRows,
  { territory, has_communities }: Ground,
): { cells: ImportedCell[]; communities: NewCommunity[] } {
  const numbered = has_communities
    ? new Map<string | null, NewCommunity>()
    : numberCommunities(
        cells.map(({ community }) => community),
        territory,
      )
  const largest = new Map<number | null, bigint>()
  const sizes = cells.map(({ rings }) => rings.reduce((sum, ring) => sum + doubleArea(ring), 0n))
  for (const [index, { row }] of cells.entries()) if (sizes[index]! > (largest.get(row) ?? 0n)) largest.set(row, sizes[index]!)
  const made = cells.map(({ row, community, rings }, index): ImportedCell => {
    const said = row === null || sizes[index] !== largest.get(row) ? undefined : rows.get(row)
    return {
      id: `cell-${index}`,
      row,
      community: numbered.get(community)?.code ?? community!,
      rings,
      households: said?.households ?? null,
      population: said?.population ?? null,
    }
  })
  const communities = new Map([...numbered.values()].map((community) => [community.code, community]))
  return { cells: made, communities: [...communities.values()] }
}

/** The fabric's own proof that the cells have neither gap nor overlap. Where it adds a vertex to a border, both sides get it. */
function proved(cells: readonly ImportedCell[]): Fabric {
  const built = fabricOf({
    cells: cells.map(({ id, community, rings }) => ({ id, community, rings })),
    enclaves: true,
  })
  if ('refused' in built) throw new Problem(409, 'land_not_coverage', { members: () => ({ refusal: built.refused }) })
  return built.fabric
}

/** Prepared cells and grids, written and proved in one transaction. */

import type { Face } from '#geodata/fabric/face.ts'
import { dissolve } from '#geodata/fabric/outline.ts'
import type { FileGrid } from '#geodata/grid_import/index.ts'
import { cellToNumber, middleOf, numberCodes } from '#geodata/planning/index.ts'
import type { Transaction } from '../../database/database.ts'
import { type Sql, sql } from '../../database/sql.ts'
import { Problem } from '../../http/problem.ts'
import { faultsOfCoverage } from '../../plans/publish/proof/proof.ts'
import { multiPolygon } from '../../plans/publish/publication.ts'
import { readUsedNumbers } from '../../plans/publish/write.ts'
import { writeCommunities } from './areas.ts'
import type { Prepared } from './prepare.ts'

export interface Written {
  readonly cells_added: number
  readonly grids_added: number
  readonly communities_added: number
}

/** Refuses with `codes_exhausted` or `proof_failed`. */
export async function writeImport(
  transaction: Transaction,
  scheme: string,
  prepared: Prepared,
  importId: number,
): Promise<Written> {
  const { cells, grids, keeps_cells, communities, ground } = prepared
  const used = await readUsedNumbers(transaction, scheme, ground.territory)
  const cellCodes = keeps_cells
    ? new Map(cells.map(({ id }) => [id, id]))
    : codesOf(
        cells.map(({ id }) => cellToNumber(prepared.fabric.faces.get(id)!)),
        used.cells,
      )
  const facesOf = ({ cells: own }: FileGrid): Face[] => own.map((index) => prepared.fabric.faces.get(cells[index]!.id)!)
  const gridCodes = codesOf(
    grids.map((grid) => ({ id: grid.id, prefix: prefixOf(facesOf(grid)), middle: middleOf(facesOf(grid)) })),
    used.grids,
  )
  if (!keeps_cells) {
    await writeCommunities(transaction, prepared)
    await insertCells(transaction, prepared, cellCodes, importId)
  }
  await insertGrids(
    transaction,
    scheme,
    ground.srid,
    importId,
    grids.map((grid) => ({
      level: grid.level,
      code: gridCodes.get(grid.id)!,
      name: grid.name,
      parent_code: grid.parent === null ? null : gridCodes.get(grid.parent)!,
      cells: grid.cells.map((index) => cellCodes.get(cells[index]!.id)!),
      polygon: multiPolygon(dissolve(facesOf(grid))),
    })),
  )
  const faults = await faultsOfCoverage(transaction, scheme, [...cellCodes.values()], [...gridCodes.values()])
  if (faults.length > 0) throw new Problem(409, 'proof_failed', { members: () => ({ faults }) }, { count: faults.length })
  return {
    cells_added: keeps_cells ? 0 : cells.length,
    grids_added: grids.length,
    communities_added: communities.length,
  }
}

function codesOf(things: Parameters<typeof numberCodes>[0], used: Parameters<typeof numberCodes>[1]): Map<string, string> {
  const numbered = numberCodes(things, used)
  if ('full' in numbered) throw new Problem(409, 'codes_exhausted', {}, { prefix: numbered.full })
  return numbered.codes
}

/** Of a grid in one community its code; one that reaches over several is numbered in the town. */
function prefixOf(faces: readonly Face[]): string {
  const communities = [...new Set(faces.map(({ community }) => community!))].sort()
  return communities.length === 1 ? communities[0]! : `${communities[0]!.slice(0, 9)}000`
}

const shapeOn = (srid: number): Sql =>
  sql`ST_SetSRID(ST_GeomFromGeoJSON(json_build_object('type', 'MultiPolygon', 'coordinates', given.polygon)), ${srid}::integer)`

/** Where the file doesn't count households and people, the dwellings on the map do. */
async function insertCells(
  transaction: Transaction,
  { cells, ground }: Prepared,
  codes: ReadonlyMap<string, string>,
  importId: number,
): Promise<void> {
  const given = cells.map(({ id, rings, households, population }) => ({
    code: codes.get(id)!,
    polygon: multiPolygon([rings]),
    households,
    population,
  }))
  await transaction.query(sql`
    insert into unit_cells (code, households, population, canonical, import_id)
    select code, households, population, ${shapeOn(ground.srid)}, ${importId}
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (code text, polygon jsonb, households integer, population integer)`)
  await transaction.query(sql`analyze unit_cells`)
  if (cells.some(({ households, population }) => households !== null || population !== null)) return
  await transaction.query(sql`
    with counted as materialized (
      select cell.id, sum(point.households)::integer as households, sum(point.population)::integer as population
      from unit_cells as cell join household_points as point on ST_Intersects(cell.geom, point.geom)
      where cell.import_id = ${importId} group by 1
    )
    update unit_cells set households = counted.households, population = counted.population from counted where counted.id = unit_cells.id`)
}

interface GridRow {
  readonly level: number
  readonly code: string
  readonly name: string
  readonly parent_code: string | null
  readonly cells: readonly string[]
  readonly polygon: object
}

async function insertGrids(
  transaction: Transaction,
  scheme: string,
  srid: number,
  importId: number,
  grids: readonly GridRow[],
): Promise<void> {
  await transaction.query(sql`
    insert into grids (scheme, level, class, code, name, parent_code, canonical, import_id)
    select ${scheme}, level, 'A', code, name, parent_code, ${shapeOn(srid)}, ${importId}
    from jsonb_to_recordset(${JSON.stringify(grids)}::jsonb) as given (level integer, code text, name text, parent_code text, polygon jsonb)`)
  await transaction.query(sql`
    with given as materialized (
      select code, cell from jsonb_to_recordset(${JSON.stringify(grids.map(({ code, cells }) => ({ code, cells })))}::jsonb) as grid (code text, cells jsonb),
        jsonb_array_elements_text(cells) as cell
    ), own as materialized (
      select id, code from grids where scheme = ${scheme} and valid_to is null and import_id = ${importId}
    ), land as materialized (
      select id, code from unit_cells where valid_to is null and code in (select cell from given)
    )
    insert into grid_cell (grid_id, unit_cell_id)
    select own.id, land.id from given join own on own.code = given.code join land on land.code = given.cell`)
  await transaction.query(sql`
    with counted as materialized (
      select grid_id, count(*)::integer as cells, sum(unit_cells.households)::integer as households, sum(unit_cells.population)::integer as population
      from grids join grid_cell on grid_id = grids.id join unit_cells on unit_cells.id = unit_cell_id
      where grids.scheme = ${scheme} and grids.import_id = ${importId} group by 1
    )
    update grids set cell_count = counted.cells, households = counted.households, population = counted.population
    from counted where counted.grid_id = grids.id`)
  await transaction.query(sql`analyze grids`)
  await transaction.query(sql`analyze grid_cell`)
}

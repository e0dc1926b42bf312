/** A table that says which grid each cell is of: the other way of what `GET /api/schemes/{scheme}/cells` gives out. */
import type { FileContents } from '#geodata/formats/index.ts'
import type { Transaction } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import { Problem } from '../../http/problem.ts'
import { textOf } from './columns.ts'
import { type Found, NOTHING, summed } from './findings.ts'
import { readCells } from './fit.ts'
import type { Source } from './prepare.ts'
import type { ImportRequest } from './request.ts'
import { type FileRow, rowOf } from './rows.ts'

/** Refuses with `cells_missing` where there are no cells. */
export async function byTable(transaction: Transaction, { features }: FileContents, request: ImportRequest): Promise<Source> {
  const territory = request.territory_code
  const cells = await readCells(transaction, territory)
  if (cells.length === 0) throw new Problem(409, 'cells_missing', { field: 'request.territory_code' })
  const known = new Set(cells.map(({ code }) => code))
  const rows = new Map<number, FileRow>()
  const rowOfCell = new Map<string, number>()
  const found: Found[] = []
  for (const feature of features) {
    const { row, properties } = feature
    const code = textOf(properties[request.cell!])
    const about = (kind: Found['kind'], outcome: Found['outcome']): Found => ({
      ...NOTHING,
      kind,
      rows: [row],
      outcome,
      reason: code,
    })
    if (code === null || !known.has(code)) found.push(about('unknown_cell', 'left_out'))
    else if (rowOfCell.has(code)) found.push(about('cell_twice', 'left_out'))
    else {
      const said = rowOf(feature, request)
      rows.set(row, said)
      rowOfCell.set(code, row)
      if (said.keys.some((key) => key === null)) found.push(about('without_grid', 'open'))
    }
  }
  const [{ srid }] = (await transaction.query<{ srid: number }>(sql`
    select ST_SRID(canonical) as srid from unit_cells where valid_to is null and starts_with(community_code, ${territory}) limit 1`)) as [
    { srid: number },
  ]
  return {
    ground: { srid, territory, has_communities: true },
    keeps_cells: true,
    cells: cells.map(({ code, ...cell }) => ({ id: code, ...cell, row: rowOfCell.get(code) ?? null })),
    communities: [],
    rows,
    findings: await summed(transaction, found),
  }
}

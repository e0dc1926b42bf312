import { findLayer } from '#geodata/layers/index.ts'
import { findRole, STANDINGS } from '#geodata/responsibility/roles.ts'
import type { Queryable } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import { Problem } from '../http/problem.ts'
import { MAXIMUM_ROWS } from '../spreadsheets/read.ts'
import type { Language } from '../words/index.ts'
import { listAssignments } from './list.ts'

/** Assignments as an import takes them: cells in the order of its columns. Chainage in metres to the centimetre. */
export async function readAssignmentSheet(database: Queryable, where: Sql, language: Language): Promise<string[][]> {
  const { rows, total } = await listAssignments(database, { where, limit: MAXIMUM_ROWS, offset: 0 })
  if (total > MAXIMUM_ROWS) throw new Problem(422, 'export_too_large', {}, { maximum: MAXIMUM_ROWS })
  const schemes = await readSchemesOfGrids(
    database,
    rows.filter(({ layer }) => layer === 'grids').map(({ object_id }) => object_id),
  )
  return rows.map((row) =>
    [
      findLayer(row.layer)!.name[language],
      row.layer === 'grids' ? schemes.get(row.object_id) : null,
      row.code,
      row.title,
      findRole(row.role)?.label[language] ?? row.role,
      STANDINGS.find(({ value }) => value === row.standing)!.label[language],
      row.person.code,
      row.person.name,
      row.person.organisation,
      row.valid_from,
      row.valid_to,
      row.chainage_from_m,
      row.chainage_to_m,
      row.remark,
    ].map((cell) => (typeof cell === 'number' ? String(Math.round(cell * 100) / 100) : (cell ?? ''))),
  )
}

async function readSchemesOfGrids(database: Queryable, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await database.query<{ id: number; scheme: string }>(sql`
    select id, scheme from grids where id in (select value::integer from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`)
  return new Map(rows.map(({ id, scheme }) => [id, scheme]))
}

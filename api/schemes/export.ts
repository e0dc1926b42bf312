/** A scheme of any day as tables: its grids, and which cell lies in which of them. Shapes of any day are OGC items (`datetime`). */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Database, Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { languageOf } from '../http/language.ts'
import { calendarDay, readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { readSheetFormat, sendSheet } from '../spreadsheets/download.ts'
import { writeTable } from '../spreadsheets/write.ts'
import type { Language } from '../words/index.ts'
import { PLAN_TEXT } from '../words/plan_text.ts'
import { readScheme, type SchemeRow } from './store.ts'

const READ = { config: { right: 'responsibility.read' } } as const

type OfScheme = { Params: { scheme: string } }

export interface SchemeQuestion {
  readonly scheme: string
  /** Null: today. */
  readonly day: string | null
  readonly territory: string
}

export function schemeExportRoutes(app: FastifyInstance, database: Database): void {
  app.get<OfScheme>('/api/schemes/:scheme/grids', READ, async (request, reply) => {
    const { scheme, format, question } = await readQuestion(database, request)
    const language = languageOf(request)
    const rows = await readGridRows(database, question)
    return sendSheet(
      reply,
      format,
      nameOf(scheme, 'grids', language, question.day),
      writeTable(format, 'grids', PLAN_TEXT[language].tables.gridHeader, rows),
    )
  })

  app.get<OfScheme>('/api/schemes/:scheme/cells', READ, async (request, reply) => {
    const { scheme, format, question } = await readQuestion(database, request)
    const language = languageOf(request)
    const rows = await readCellRows(database, scheme, question)
    return sendSheet(
      reply,
      format,
      nameOf(scheme, 'cells', language, question.day),
      writeTable(format, 'cells', cellHeader(scheme, language), rows),
    )
  })
}

async function readQuestion(database: Queryable, request: FastifyRequest<OfScheme>) {
  const { format, ...given } = readParameters(request, ['at', 'territory', 'format'])
  const { scheme, question } = await schemeQuestion(database, request.params.scheme, given)
  return { scheme, format: readSheetFormat(format), question }
}

/** Refuses with `territory_invalid`, `day_invalid` or `scheme_unknown`. */
export async function schemeQuestion(
  database: Queryable,
  id: string,
  { at, territory = '' }: { at?: string | undefined; territory?: string | undefined },
): Promise<{ scheme: SchemeRow; question: SchemeQuestion }> {
  if (!/^(\d{6}|\d{9}|\d{12})?$/.test(territory)) throw new Problem(400, 'territory_invalid', { field: 'territory' })
  const day = at === undefined ? null : calendarDay(at)
  if (day === undefined) throw new Problem(400, 'day_invalid', { field: 'at' })
  const scheme = await readScheme(database, id)
  return { scheme, question: { scheme: scheme.id, day, territory } }
}

/** With the day that was asked for: tables of two days lie beside each other in a folder. */
function nameOf({ name_zh, name_en }: SchemeRow, what: 'grids' | 'cells', language: Language, day: string | null): string {
  const name = PLAN_TEXT[language].tables[what](language === 'zh' ? name_zh : name_en)
  return day === null ? name : `${name} ${day}`
}

async function readGridRows(database: Queryable, { scheme, day, territory }: SchemeQuestion): Promise<string[][]> {
  const rows = await database.query<{ cells: (string | null)[] }>(sql`
    select json_build_array(code, name, level::text, class, parent_code, cell_count::text, households::text, population::text,
      round(area_m2)::text, valid_from::text, valid_to::text) as cells
    from grids where scheme = ${scheme} and starts_with(code, ${territory})
      and valid_from <= coalesce(${day}::text::date, today()) and (valid_to is null or valid_to > coalesce(${day}::text::date, today()))
    order by level, code`)
  return rows.map(({ cells }) => cells.map((cell) => cell ?? ''))
}

function cellHeader({ levels }: SchemeRow, language: Language): string[] {
  const { tables } = PLAN_TEXT[language]
  const names = levels.map(({ name_zh, name_en }) => (language === 'zh' ? name_zh : name_en))
  return [...tables.cellHeader, ...names.flatMap((name) => [tables.code(name), name])]
}

export async function readCellRows(
  database: Queryable,
  { levels }: SchemeRow,
  { scheme, day, territory }: SchemeQuestion,
): Promise<string[][]> {
  const rows = await database.query<{
    code: string
    households: string
    people: string
    level: number
    grid: string
    name: string
  }>(sql`
    with cells as materialized (
      select id, code, coalesce(households::text, '') as households, coalesce(population::text, '') as people
      from unit_cells where starts_with(code, ${territory})
        and valid_from <= coalesce(${day}::text::date, today()) and (valid_to is null or valid_to > coalesce(${day}::text::date, today()))
    ), own as materialized (
      select id, level, code, name from grids where scheme = ${scheme} and class = 'A'
        and valid_from <= coalesce(${day}::text::date, today()) and (valid_to is null or valid_to > coalesce(${day}::text::date, today()))
    )
    select cells.code, cells.households, cells.people, own.level, own.code as grid, own.name
    from cells join grid_cell on grid_cell.unit_cell_id = cells.id join own on own.id = grid_cell.grid_id
    order by cells.code, own.level`)
  const table = new Map<string, string[]>()
  for (const { code, households, people, level, grid, name } of rows) {
    const row = table.get(code) ?? [code, households, people, ...levels.flatMap(() => ['', ''])]
    row[3 + 2 * (level - 1)] = grid
    row[4 + 2 * (level - 1)] = name
    table.set(code, row)
  }
  return [...table.values()]
}

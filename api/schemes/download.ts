/** A scheme of any day as a file of areas: a layer for each level, and the cells with the grids that they lie in. */
import type { FastifyInstance } from 'fastify'
import type { OutColumn, OutFeature, OutPolygons, OutValue } from '#geodata/formats/table.ts'
import { unitCells } from '#geodata/layers/unit_cells.ts'
import type { Database, Queryable } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { languageOf } from '../http/language.ts'
import { readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { VECTOR_FORMATS, VECTOR_TYPES, type VectorFormat, vectorFileName, writeVectorFile } from '../vector_files/write.ts'
import type { Language } from '../words/index.ts'
import { readCellRows, type SchemeQuestion, schemeQuestion } from './export.ts'
import type { SchemeRow } from './store.ts'

export function schemeDownloadRoutes(app: FastifyInstance, database: Database): void {
  const options = { config: { right: 'responsibility.read' } } as const
  app.get<{ Params: { scheme: string } }>('/api/schemes/:scheme/download', options, async (request, reply) => {
    const { format: wanted, ...given } = readParameters(request, ['at', 'territory', 'format'])
    const format = readFormat(wanted)
    const { scheme, question } = await schemeQuestion(database, request.params.scheme, given)
    const language = languageOf(request)
    const tables = [
      ...(await gridTables(database, scheme, question, language)),
      await cellTable(database, scheme, question, language),
    ]
    const name = `${language === 'zh' ? scheme.name_zh : scheme.name_en}${question.day === null ? '' : ` ${question.day}`}`
    return reply
      .header('content-type', VECTOR_TYPES[format])
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(vectorFileName(name, format))}`)
      .header('cache-control', 'no-store')
      .send(Buffer.from(await writeVectorFile(format, tables)))
  })
}

function readFormat(text = 'gpkg'): VectorFormat {
  if (!(VECTOR_FORMATS as string[]).includes(text))
    throw new Problem(400, 'sheet_format_unknown', { field: 'format' }, { known: VECTOR_FORMATS.join(', ') })
  return text as VectorFormat
}

type AreaTable = Parameters<typeof writeVectorFile>[1][number]

const GRID_COLUMNS: readonly OutColumn[] = [
  { name: 'code', type: 'text' },
  { name: 'name', type: 'text' },
  { name: 'name_en', type: 'text' },
  { name: 'level', type: 'integer' },
  { name: 'class', type: 'text' },
  { name: 'parent', type: 'text' },
  { name: 'cells', type: 'integer' },
  { name: 'households', type: 'integer' },
  { name: 'population', type: 'integer' },
  { name: 'area_m2', type: 'number' },
  { name: 'valid_from', type: 'text' },
  { name: 'valid_to', type: 'text' },
]

async function gridTables(
  database: Queryable,
  scheme: SchemeRow,
  question: SchemeQuestion,
  language: Language,
): Promise<AreaTable[]> {
  const rows = await database.query<{ level: number; values: OutValue[]; polygons: OutPolygons | null }>(sql`
    select level, json_build_array(code, name, name_en, level, class, parent_code, cell_count, households, population, area_m2,
        valid_from::text, valid_to::text) as values,
      ST_AsGeoJSON(geom, 15)::json -> 'coordinates' as polygons
    from grids where scheme = ${scheme.id} and starts_with(code, ${question.territory}) and ${inForce(question)} order by level, code`)
  return scheme.levels.map(({ level, name_zh, name_en }) => ({
    name: `grids_${level}`,
    title: language === 'zh' ? name_zh : name_en,
    columns: GRID_COLUMNS,
    features: rows.filter((row) => row.level === level),
  }))
}

/** Which cell lies in which grid: for each level its code, as text. */
async function cellTable(
  database: Queryable,
  scheme: SchemeRow,
  question: SchemeQuestion,
  language: Language,
): Promise<AreaTable> {
  const shapes = await database.query<{ code: string; area_m2: number; polygons: OutPolygons }>(sql`
    select code, area_m2, ST_AsGeoJSON(geom, 15)::json -> 'coordinates' as polygons from unit_cells
    where starts_with(code, ${question.territory}) and ${inForce(question)} order by code`)
  const links = new Map((await readCellRows(database, scheme, question)).map((row) => [row[0], row]))
  const columns: OutColumn[] = [
    { name: 'code', type: 'text' },
    { name: 'households', type: 'integer' },
    { name: 'population', type: 'integer' },
    { name: 'area_m2', type: 'number' },
    ...scheme.levels.map(({ level }): OutColumn => ({ name: `grid_${level}`, type: 'text' })),
  ]
  const features = shapes.map(({ code, area_m2, polygons }): OutFeature => {
    const [, households = '', people = '', ...grids] = links.get(code) ?? []
    const count = (text: string) => (text === '' ? null : Number(text))
    const codes = scheme.levels.map(({ level }) => grids[2 * (level - 1)] || null)
    return { polygons, values: [code, count(households), count(people), area_m2, ...codes] }
  })
  return { name: 'cells', title: unitCells.name[language], columns, features }
}

const inForce = ({ day }: SchemeQuestion) => sql`
  valid_from <= coalesce(${day}::text::date, today()) and (valid_to is null or valid_to > coalesce(${day}::text::date, today()))`

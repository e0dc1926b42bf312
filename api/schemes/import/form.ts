/** A form with one file of geodata and, as JSON, what is said about it. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DEGREES } from '#geodata/formats/coordinate_system.ts'
import { type FileContents, type FileFeature, FormatError, readFile } from '#geodata/formats/index.ts'
import { type FormFile, readForm, takeForms } from '../../http/form.ts'
import { Problem } from '../../http/problem.ts'
import { readTable } from '../../spreadsheets/read.ts'
import { readDeclared } from './request.ts'

const MAXIMUM_FILE_BYTES = 64 * 1024 * 1024
const MAXIMUM_TEXT_BYTES = 64 * 1024
const MAXIMUM_ROWS = 50_000

export interface GridForm {
  readonly file_name: string
  readonly bytes: Uint8Array
  readonly contents: FileContents
  /** Whether it has rows about cells, and no areas. */
  readonly is_table: boolean
  /** JSON. */
  readonly request: string
}

/** Must be called on the scope of the routes that take such forms, and on no other. */
export const takeGeodata = (scope: FastifyInstance): Promise<void> =>
  takeForms(scope, { file_bytes: MAXIMUM_FILE_BYTES, files: 1, texts: { count: 1, bytes: MAXIMUM_TEXT_BYTES } })

export async function readGridForm(request: FastifyRequest): Promise<GridForm> {
  const { files, texts } = await readForm(request)
  const [file] = files
  const text = texts.get('request') ?? '{}'
  if (!file) throw new Problem(422, 'file_missing', { field: 'file' })
  const contents = read(file, text)
  if (contents.features.length === 0) throw new Problem(422, 'file_without_areas', { field: 'file' })
  if (contents.features.length > MAXIMUM_ROWS) throw new Problem(422, 'rows_too_many', {}, { maximum: MAXIMUM_ROWS })
  return { file_name: file.name.slice(0, 200), bytes: file.bytes, contents, is_table: isTable(file), request: text }
}

const isTable = ({ name }: FormFile): boolean => /\.(xlsx|csv)$/i.test(name)

/** A table has no areas: its rows name cells that are on the map. */
const read = (file: FormFile, text: string): FileContents => (isTable(file) ? readRows(file.bytes) : readAreas(file, text))

function readRows(bytes: Uint8Array): FileContents {
  const { header, rows } = readTable(bytes)
  const features = rows.map(({ number, cells }): FileFeature => {
    const properties = Object.fromEntries(header.map((name, index) => [name, cells[index]?.text ?? '']))
    return { row: number, geometry: null, properties }
  })
  return { coordinateSystem: DEGREES, features, findings: [] }
}

function readAreas({ name, bytes }: FormFile, text: string): FileContents {
  const declared = readDeclared(text)
  try {
    return readFile(name, bytes, declared)
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    const { code, detail } = error
    throw new Problem(422, 'geodata_unreadable', { field: 'file', members: () => ({ format: code }) }, { format: code, detail })
  }
}

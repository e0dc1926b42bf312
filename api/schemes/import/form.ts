/** A form with one file of geodata and, as JSON, what is said about it. */
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DEGREES } from '#geodata/formats/coordinate_system.ts'
import { type FileContents, type FileFeature, FormatError, readFile } from '#geodata/formats/index.ts'
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
export async function takeGeodata(scope: FastifyInstance): Promise<void> {
  const limits = { fileSize: MAXIMUM_FILE_BYTES, files: 1, fields: 1, fieldSize: MAXIMUM_TEXT_BYTES, parts: 2, headerPairs: 20 }
  await scope.register(multipart, { limits })
}

export async function readForm(request: FastifyRequest): Promise<GridForm> {
  const { file, text } = await readParts(request)
  if (!file) throw new Problem(422, 'file_missing', { field: 'file' })
  const contents = read(file, text)
  if (contents.features.length === 0) throw new Problem(422, 'file_without_areas', { field: 'file' })
  if (contents.features.length > MAXIMUM_ROWS) throw new Problem(422, 'rows_too_many', {}, { maximum: MAXIMUM_ROWS })
  return { file_name: file.name, bytes: file.bytes, contents, is_table: isTable(file), request: text }
}

interface Parts {
  file?: { readonly name: string; readonly bytes: Uint8Array }
  text: string
}

async function readParts(request: FastifyRequest): Promise<Parts> {
  if (!request.isMultipart()) throw new Problem(415, 'form_expected')
  const parts: Parts = { text: '{}' }
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        if (part.fieldname === 'request') parts.text = String(part.value)
        continue
      }
      const bytes = await part.toBuffer()
      // The end may have been cut off with the last piece, which the library does not tell.
      if (part.file.truncated) throw new Problem(413, 'body_too_large')
      parts.file = { name: part.filename.slice(0, 200), bytes }
    }
    return parts
  } catch (error) {
    if (error instanceof Problem) throw error
    const { code = '' } = error as { code?: string }
    if (code === 'FST_REQ_FILE_TOO_LARGE') throw new Problem(413, 'body_too_large')
    if (code.startsWith('FST_')) throw new Problem(422, 'file_missing', { field: 'file' })
    throw new Problem(400, 'request_malformed')
  }
}

const isTable = ({ name }: NonNullable<Parts['file']>): boolean => /\.(xlsx|csv)$/i.test(name)

/** A table has no areas: its rows name cells that are on the map. */
const read = (file: NonNullable<Parts['file']>, text: string): FileContents =>
  isTable(file) ? readRows(file.bytes) : readAreas(file, text)

function readRows(bytes: Uint8Array): FileContents {
  const { header, rows } = readTable(bytes)
  const features = rows.map(({ number, cells }): FileFeature => {
    const properties = Object.fromEntries(header.map((name, index) => [name, cells[index]?.text ?? '']))
    return { row: number, geometry: null, properties }
  })
  return { coordinateSystem: DEGREES, features, findings: [] }
}

function readAreas({ name, bytes }: NonNullable<Parts['file']>, text: string): FileContents {
  const declared = readDeclared(text)
  try {
    return readFile(name, bytes, declared)
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    const { code, detail } = error
    throw new Problem(422, 'geodata_unreadable', { field: 'file', members: () => ({ format: code }) }, { format: code, detail })
  }
}

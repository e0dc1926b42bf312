/** A table that somebody made in a spreadsheet: an .xlsx workbook, or CSV in the encodings that Chinese offices send. */

import * as XLSX from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { decodeStrictly } from '#geodata/formats/text.ts'
import { Problem } from '../http/problem.ts'
import { unpackWorkbook } from './zip.ts'

export const MAXIMUM_FILE_BYTES = 10 * 1024 * 1024
export const MAXIMUM_ROWS = 20_000
const MAXIMUM_COLUMNS = 200
const MAXIMUM_CELL = 2000

export interface Cell {
  /** As a person reads it; of a number all its digits. */
  readonly text: string
  /** A number that the workbook holds as such: digits beyond the fifteenth are lost, and dates are days since 1900. */
  readonly number?: number
  readonly isDate?: true
  readonly isFormula?: true
}

export interface Table {
  readonly header: readonly string[]
  /** Rows with something in them, each with the number that the spreadsheet shows beside it. */
  readonly rows: readonly { readonly number: number; readonly cells: readonly Cell[] }[]
}

/** By what the bytes are, whatever the file is called. */
export function readTable(bytes: Uint8Array): Table {
  if (bytes.length === 0) throw new Problem(422, 'file_empty')
  const lines = startsWith(bytes, [0x50, 0x4b, 3, 4]) ? readWorkbook(bytes) : readText(bytes)
  const filled = lines.filter(({ cells }) => cells.some(({ text, isFormula }) => text !== '' || isFormula))
  const [header, ...rows] = filled
  if (!header || rows.length === 0) throw new Problem(422, 'file_empty')
  if (rows.length > MAXIMUM_ROWS) throw new Problem(422, 'rows_too_many', {}, { maximum: MAXIMUM_ROWS })
  return { header: header.cells.map(({ text }) => text), rows }
}

type Line = Table['rows'][number]

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, place) => bytes[place] === byte)

function readWorkbook(bytes: Uint8Array): Line[] {
  const plain = unpackWorkbook(bytes)
  let book: XLSX.WorkBook
  try {
    // One row more than is allowed, to know that there are more.
    book = XLSX.read(plain, {
      type: 'array',
      dense: true,
      cellFormula: true,
      cellHTML: false,
      cellNF: true,
      sheetRows: MAXIMUM_ROWS + 2,
      sheets: 0,
    })
  } catch {
    throw new Problem(422, 'file_damaged')
  }
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  const cells = (sheet?.['!data'] ?? []) as (XLSX.CellObject | undefined)[][]
  const shift = book.Workbook?.WBProps?.date1904 ? 1462 : 0
  return cells.map((row, index) => ({
    number: index + 1,
    cells: limited((row ?? []) as XLSX.CellObject[]).map((cell) => readCell(cell, shift)),
  }))
}

function readCell(cell: XLSX.CellObject | undefined, shift: number): Cell {
  if (!cell) return { text: '' }
  if (cell.f !== undefined || cell.F !== undefined) return { text: `=${cell.f ?? ''}`, isFormula: true }
  if (typeof cell.v === 'number' && cell.t === 'n') {
    const isDate = typeof cell.z === 'string' && XLSX.SSF.is_date(cell.z)
    return { text: plainNumber(cell.v), number: isDate ? cell.v + shift : cell.v, ...(isDate && { isDate }) }
  }
  // Control characters and blanks around a text come from copying.
  return { text: shortened(String(cell.v ?? '')) }
}

/** All digits of a number, never 4.1E+14. */
const plainNumber = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value)

function readText(bytes: Uint8Array): Line[] {
  const isBinary = bytes.subarray(0, 4096).includes(0) || startsWith(bytes, [0x25, 0x50, 0x44, 0x46])
  if (isBinary) throw new Problem(415, 'file_type_unsupported')
  const text = decodeStrictly(bytes, 'utf-8') ?? decodeStrictly(bytes, 'gb18030')
  if (text === undefined) throw new Problem(422, 'text_encoding_unknown')
  const firstLine = text.slice(0, text.search(/\r?\n|$/))
  const delimiter = [',', '\t', ';', '，'].find((one) => firstLine.includes(one)) ?? ','
  try {
    const records = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
      to: MAXIMUM_ROWS + 2,
      max_record_size: 100_000,
    }) as unknown as { record: string[] }[]
    return records.map(({ record }, index) => ({
      number: index + 1,
      cells: limited(record).map((cell) => ({ text: shortened(cell) })),
    }))
  } catch {
    throw new Problem(422, 'csv_damaged')
  }
}

function limited<Value>(cells: readonly Value[]): readonly Value[] {
  if (cells.length > MAXIMUM_COLUMNS) throw new Problem(422, 'columns_too_many', {}, { maximum: MAXIMUM_COLUMNS })
  return Array.from(cells)
}

function shortened(text: string): string {
  if (text.length > MAXIMUM_CELL) throw new Problem(422, 'cell_too_long', {}, { maximum: MAXIMUM_CELL })
  return text.replace(/^ +| +$/g, '').replace(/\u00a0/g, ' ')
}

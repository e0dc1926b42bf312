/** Tables for spreadsheets. Whatever a cell says, no program that opens the file takes it for a formula. */

import * as XLSX from '@e965/xlsx'
import { stringify } from 'csv-stringify/sync'

export const SHEET_FORMATS = ['xlsx', 'csv'] as const
export type SheetFormat = (typeof SHEET_FORMATS)[number]

export const SHEET_TYPES: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}

/** What a spreadsheet would calculate. */
const ACTIVE = /^[=+\-@\t\r]/

/** All cells are texts: a code of fifteen digits stays one, and so does a telephone number that begins with 0 or +. */
export function writeTable(
  format: SheetFormat,
  name: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Buffer {
  return format === 'csv' ? writeCsv([header, ...rows]) : writeWorkbook(name, [header, ...rows])
}

/** An apostrophe before an active text makes it a text in CSV, too; reading takes it away again. */
export const neutralised = (text: string): string => (ACTIVE.test(text) ? `'${text}` : text)

function writeCsv(lines: readonly (readonly string[])[]): Buffer {
  return Buffer.from(
    stringify(
      lines.map((line) => line.map(neutralised)),
      { bom: true, record_delimiter: '\r\n' },
    ),
  )
}

function writeWorkbook(name: string, lines: readonly (readonly string[])[]): Buffer {
  const sheet: XLSX.WorkSheet = { '!data': lines.map((line) => line.map((text) => ({ t: 's', v: text, z: '@' }))) as never }
  sheet['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: lines.length - 1, c: lines[0]!.length - 1 } })
  sheet['!cols'] = lines[0]!.map((_, column) => ({ wch: widthOf(lines, column) }))
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, name)
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
}

/** Chinese characters take two places. */
function widthOf(lines: readonly (readonly string[])[], column: number): number {
  const places = lines
    .slice(0, 200)
    .map((line) => [...line[column]!].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0))
  return Math.min(40, Math.max(6, ...places) + 2)
}

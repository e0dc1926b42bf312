/** The table of a Shapefile: dBASE, fixed-width columns, one code page for all its text. */
import { type Finding, FormatError } from '../format.ts'
import { decodeCell, type Encoding } from '../text.ts'
import { chooseEncoding } from './code_page.ts'

export interface Table {
  /** Null where the row is marked as deleted. */
  readonly rows: readonly (Readonly<Record<string, unknown>> | null)[]
}

interface Column {
  readonly name: Uint8Array
  readonly type: string
  readonly offset: number
  readonly length: number
  readonly decimals: number
}

/** Text, numbers, days, yes or no. Other kinds (memos in a file of their own, binary numbers) are rare in Shapefiles. */
const READABLE = 'CNFDL'

export function readDbf(bytes: Uint8Array, cpg: string | undefined, findings: Finding[]): Table {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 32) throw damaged(0)
  const [count, headerLength, rowLength] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)]
  if (headerLength > bytes.length) throw damaged(bytes.length)
  const all = readColumns(bytes, headerLength)
  const columns = all.filter(({ type }) => READABLE.includes(type))
  const width = all.reduce((sum, { length }) => sum + length, 1)
  if (all.length === 0 || width > rowLength) throw damaged(32)
  if (headerLength + count * rowLength > bytes.length) throw damaged(bytes.length)

  const cell = (row: number, { offset, length }: Column) => {
    const start = headerLength + row * rowLength + offset
    return trimmed(bytes.subarray(start, start + length))
  }
  const encoding = chooseEncoding(cpg, bytes[29]!, texts(columns, count, cell), findings)
  if (columns.length < all.length) {
    const names = all.filter((column) => !columns.includes(column)).map(({ name }) => decodeCell(name, encoding))
    findings.push({ code: 'columns_not_read', detail: { columns: names } })
  }
  const names = uniqueNames(columns.map(({ name }) => decodeCell(name, encoding)))
  const rows = Array.from({ length: count }, (_, row) => {
    if (bytes[headerLength + row * rowLength] === 0x2a) return null
    return Object.fromEntries(columns.map((column, index) => [names[index]!, cellValue(cell(row, column), column, encoding)]))
  })
  return { rows }
}

const damaged = (position: number) => new FormatError('table_damaged', { file: '.dbf', position })

function readColumns(bytes: Uint8Array, headerLength: number): Column[] {
  const columns: Column[] = []
  let offset = 1
  for (let at = 32; at + 32 <= headerLength && bytes[at] !== 0x0d; at += 32) {
    const raw = bytes.subarray(at, at + 11)
    const zero = raw.indexOf(0)
    const name = trimmed(zero < 0 ? raw : raw.subarray(0, zero))
    const length = bytes[at + 16]!
    columns.push({ name, type: String.fromCharCode(bytes[at + 11]!), offset, length, decimals: bytes[at + 17]! })
    offset += length
  }
  return columns
}

/** All that is text: the names of the columns, and the cells of text columns. */
function* texts(
  columns: readonly Column[],
  count: number,
  cell: (row: number, column: Column) => Uint8Array,
): Generator<Uint8Array> {
  for (const { name } of columns) yield name
  for (const column of columns.filter(({ type }) => type === 'C')) {
    for (let row = 0; row < count; row++) yield cell(row, column)
  }
}

/** Cells are filled up with spaces or zero bytes. */
function trimmed(bytes: Uint8Array): Uint8Array {
  const isPadding = (byte: number | undefined) => byte === 0x20 || byte === 0
  let [start, end] = [0, bytes.length]
  while (end > start && isPadding(bytes[end - 1])) end--
  while (start < end && isPadding(bytes[start])) start++
  return bytes.subarray(start, end)
}

/** Two names cut to the same ten bytes would hide one another's values. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

function cellValue(bytes: Uint8Array, { type, decimals }: Column, encoding: Encoding): unknown {
  const text = decodeCell(bytes, encoding)
  switch (type) {
    case 'N':
    case 'F':
      return numberOf(text, decimals)
    case 'D':
      return /^\d{8}$/.test(text) && text !== '00000000' ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : null
    case 'L':
      return /^[TtYy]$/.test(text) ? true : /^[FfNn]$/.test(text) ? false : null
    default:
      return text === '' ? null : text
  }
}

/** Digits stay digits where a number would round them: codes of 16 places and more are kept in number columns too. */
function numberOf(text: string, decimals: number): number | string | null {
  if (text === '' || /^\*+$/.test(text)) return null
  const number = Number(text)
  if (Number.isNaN(number)) return text
  return decimals === 0 && !Number.isSafeInteger(number) ? text : number
}

/** A workbook of several sheets, each with tables below one another. */
import { type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate'
import writeExcelFile, { type Feature, type Sheet, type SheetData } from 'write-excel-file/node'
import { widthOf } from '../../sheets/measure.ts'
import type { Column } from '../../sheets/table.ts'
import type { Language } from '../../words/index.ts'

/** `points` are percentage points, `change` a number with its sign. */
export interface Cell {
  readonly kind: 'text' | 'count' | 'rate' | 'points' | 'change'
  readonly value: string | number | null
}

export interface SheetTable {
  readonly heading: string | null
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

export interface ReportSheet {
  readonly name: string
  readonly title: string
  readonly about: string
  readonly tables: readonly SheetTable[]
  readonly notes: readonly string[]
}

export interface ReportBook {
  readonly language: Language
  readonly drawnOn: string
  readonly sheets: readonly ReportSheet[]
}

type FileContent = Parameters<typeof writeExcelFile>[0] extends readonly (infer One)[]
  ? One extends Sheet<infer Content>
    ? Content
    : never
  : never

/** Title, what it is about, the header of the first table. */
const HEADER_ROWS = 3
/** Widths of columns are counted in digits of the standard font. */
const DIGIT = 0.53
const WIDEST = 44
const LINE_POINTS = 14
const BORDER = { borderStyle: 'thin', borderColor: '#8fa09d' } as const
const FORMATS = { count: '0', rate: '0.00%', points: '+0.00;-0.00;0.00', change: '+0;-0;0' } as const

/** The bytes of an .xlsx file: the same for the same content. Every text is a text, also one that begins with an equals sign. */
export async function makeReportBook({ sheets, language, drawnOn }: ReportBook): Promise<Buffer> {
  const files = sheets.map(
    (sheet): Sheet<FileContent> => ({
      data: dataOf(sheet),
      sheet: sheet.name,
      columns: widthsOf(sheet),
      stickyRowsCount: isOneTable(sheet) ? HEADER_ROWS : 1,
    }),
  )
  const setup = { fontFamily: '等线', fontSize: 10, features: [printSetup(sheets, language)] }
  const bytes = await writeExcelFile(files, setup).toBuffer()
  return dated(bytes, drawnOn)
}

const isOneTable = ({ tables }: ReportSheet): boolean => tables.length === 1 && tables[0]!.heading === null
const spanOf = ({ tables }: ReportSheet): number => Math.max(...tables.map(({ columns }) => columns.length))

function dataOf(sheet: ReportSheet): SheetData {
  const span = spanOf(sheet)
  const wide = (cell: object) => [{ ...cell, columnSpan: span }, ...new Array<null>(span - 1).fill(null)]
  const line = (value: string, style: object = {}) => wide({ value, type: String, ...style })
  const room = widthsOf(sheet).reduce((sum, { width }) => sum + width, 0) * DIGIT
  const note = (text: string) => {
    // Rows do not grow by themselves where cells are merged.
    const lines = Math.ceil(widthOf(text, 1) / (room * 0.95))
    return line(text, { textColor: '#5d6b69', wrap: true, alignVertical: 'top', height: LINE_POINTS * lines + 2 })
  }
  const title = { fontSize: 16, fontWeight: 'bold', align: 'center', alignVertical: 'center', height: 30 }
  return [
    line(sheet.title, title),
    line(sheet.about, { align: 'center', textColor: '#5d6b69' }),
    ...sheet.tables.flatMap(({ heading, columns, rows }, index) => [
      ...(index > 0 ? [[]] : []),
      ...(heading === null ? [] : [line(heading, { fontWeight: 'bold', fontSize: 12, height: 24 })]),
      columns.map(headerOf),
      ...rows.map((row) => row.map((cell, at) => cellOf(cell, columns[at]!))),
    ]),
    ...(sheet.notes.length > 0 ? [[], ...sheet.notes.map(note)] : []),
  ] as SheetData
}

const plain = (title: string): string => title.replaceAll('\n', ' ')

const headerOf = ({ title }: Column) => ({
  ...{ value: plain(title), type: String, fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true },
  ...{ backgroundColor: '#e2ecea', height: 32, ...BORDER },
})

function cellOf({ kind, value }: Cell, { align }: Column) {
  const style = { align, alignVertical: 'center', wrap: true, ...BORDER }
  if (value === null) return style
  // The format of text, so that a code that somebody edits stays one.
  if (kind === 'text') return { value: String(value), type: String, format: '@', ...style }
  return { value: Number(value), type: Number, format: FORMATS[kind], ...style }
}

function widthsOf(sheet: ReportSheet): { width: number }[] {
  const widest = new Array<number>(spanOf(sheet)).fill(0)
  for (const { columns, rows } of sheet.tables)
    columns.forEach(({ title }, at) => {
      const texts = [...title.split('\n'), ...rows.map((row) => String(row[at]?.value ?? '').slice(0, 100))]
      for (const text of texts) widest[at] = Math.max(widest[at]!, widthOf(text, 1))
    })
  return widest.map((width) => ({ width: Math.max(8, Math.min(WIDEST, Math.ceil(width / DIGIT) + 2)) }))
}

/** On A4 across, as wide as a page, with the pages counted and the header of a list on each. */
function printSetup(sheets: readonly ReportSheet[], language: Language): Feature<FileContent> {
  const footer = language === 'en' ? 'Page &amp;P of &amp;N' : '第 &amp;P 页　共 &amp;N 页'
  const transform = (content: string): string => {
    const properties = content.includes('<sheetPr')
      ? content
      : content.replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    return properties
      .replace(/<pageSetup[^>]*\/>/, '')
      .replace(
        '</worksheet>',
        `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C${footer}</oddFooter></headerFooter></worksheet>`,
      )
  }
  const titles = sheets.flatMap((sheet, index) =>
    isOneTable(sheet)
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${sheet.name}'!$${HEADER_ROWS}:$${HEADER_ROWS}</definedName>`
      : [],
  )
  // A function, so that no dollar of a cell is taken for a pattern of the replacement.
  const named = (content: string) =>
    content.replace('<definedNames/>', '').replace('</sheets>', () => `</sheets><definedNames>${titles.join('')}</definedNames>`)
  return {
    files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform }, 'xl/workbook.xml': { transform: named } } },
  }
}

/** Archives carry the moment at which each file was packed; this one carries the day of the report. */
function dated(bytes: Uint8Array, day: string): Buffer {
  const files: Unzipped = unzipSync(bytes)
  const mtime = new Date(`${day}T00:00:00`)
  return Buffer.from(zipSync(files as Zippable, { mtime }))
}

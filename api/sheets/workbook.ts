/** The list as an Excel workbook. */
import writeExcelFile, { type Feature, type Sheet, type SheetData } from 'write-excel-file/node'
import type { Language } from '../words/index.ts'
import { dayInWords, SHEET_TEXT } from '../words/sheet_text.ts'
import type { ORIENTATIONS, Paper } from './layout.ts'
import { widthOf } from './measure.ts'
import type { Column, List } from './table.ts'

export interface WorkbookContent {
  readonly language: Language
  readonly title: string
  readonly subtitle: string
  readonly list: List
  /** For which the list holds, `YYYY-MM-DD`. */
  readonly day: string
  readonly paper: Paper
  readonly orientation: (typeof ORIENTATIONS)[number]
}

type FileContent = Parameters<typeof writeExcelFile>[0] extends readonly (infer One)[]
  ? One extends Sheet<infer Content>
    ? Content
    : never
  : never

const HEADER_ROWS = 3
/** Widths of columns are counted in digits of the standard font. */
const DIGIT = 0.53
const NUMBERS = ['number', 'households', 'population']
const BORDER = { borderStyle: 'thin', borderColor: '#8fa09d' } as const

/**
 * The bytes of an .xlsx file: a title, a line on what it is about, the header, the rows. Every text is a text: what begins with an
 * equals sign is shown as it is written and never calculated.
 */
export async function makeWorkbook(content: WorkbookContent): Promise<Buffer> {
  const { list, title, subtitle, day, language } = content
  const text = SHEET_TEXT[language]
  const about = `${subtitle}　${text.day}${text.colon}${dayInWords(day, language)}`
  const span = list.columns.length
  const merged = (cell: object) => [{ ...cell, columnSpan: span }, ...new Array<null>(span - 1).fill(null)]
  const data = [
    merged({
      value: title,
      type: String,
      fontSize: 16,
      fontWeight: 'bold',
      align: 'center',
      alignVertical: 'center',
      height: 30,
    }),
    merged({ value: about, type: String, align: 'center', textColor: '#5d6b69' }),
    list.columns.map((column) => ({
      value: titleOf(column, language),
      type: String,
      fontWeight: 'bold',
      align: 'center',
      alignVertical: 'center',
      wrap: true,
      backgroundColor: '#e2ecea',
      height: 32,
      ...BORDER,
    })),
    ...list.rows.map(({ cells, marked }) =>
      list.columns.map((column, index) => cellOf(column, cells[index]!, marked.includes(column.key))),
    ),
  ] as SheetData
  const sheet: Sheet<FileContent> = {
    data,
    sheet: text.list,
    columns: list.columns.map((column, index) => ({
      width: widthInDigits(
        column,
        list.rows.map(({ cells }) => cells[index]!),
      ),
    })),
    stickyRowsCount: HEADER_ROWS,
  }
  return writeExcelFile([sheet], { fontFamily: '等线', fontSize: 10, features: [printSetup(content)] }).toBuffer()
}

const titleOf = ({ title }: Column, language: Language) => title.replace('\n', language === 'en' ? ' ' : '')

function cellOf({ key, align }: Column, cell: string, isMarked: boolean) {
  const style = { align, alignVertical: 'center', wrap: true, ...BORDER }
  if (NUMBERS.includes(key)) return cell === '' ? { ...style } : { value: Number(cell), type: Number, ...style }
  // The format of text, so that a code that somebody edits stays one.
  return { value: cell, type: String, format: '@', ...style, ...(isMarked ? { textColor: '#a61b1b', fontWeight: 'bold' } : {}) }
}

function widthInDigits({ title }: Column, cells: readonly string[]): number {
  const longest = Math.max(...cells.map((cell) => widthOf(cell, 1)), ...title.split('\n').map((line) => widthOf(line, 1, 'bold')))
  return Math.min(36, Math.ceil(longest / DIGIT) + 2)
}

/** Printed on the paper that was asked for, as wide as a page, with the header on each and the pages counted. */
function printSetup({ paper, orientation, language }: WorkbookContent): Feature<FileContent> {
  const setup = {
    paperSize: paper === 'A3' ? 8 : 9,
    orientation: orientation === 'portrait' ? 'portrait' : 'landscape',
    fitToWidth: 1,
    fitToHeight: 0,
  }
  const attributes = Object.entries(setup)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')
  const footer = language === 'en' ? 'Page &amp;P of &amp;N' : '第 &amp;P 页　共 &amp;N 页'
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (content) => {
            const properties = content.includes('<sheetPr')
              ? content
              : content.replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            const without = properties.replace(/<pageSetup[^>]*\/>/, '')
            return without.replace(
              '</worksheet>',
              `<pageSetup ${attributes}/><headerFooter><oddFooter>&amp;C${footer}</oddFooter></headerFooter></worksheet>`,
            )
          },
        },
        'xl/workbook.xml': {
          transform: (content) => {
            const name = /<sheet [^>]*name="([^"]*)"/.exec(content)?.[1]
            const titles = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${name}'!$${HEADER_ROWS}:$${HEADER_ROWS}</definedName></definedNames>`
            return content.replace('<definedNames/>', '').replace('</sheets>', `</sheets>${titles}`)
          },
        },
      },
    },
  }
}

/** Lays out the list: column widths from what stands in them, lines broken to fit, rows dealt out to pages. Millimetres. */
import { widthOf, wrap } from './measure.ts'

export interface Column {
  readonly key: string
  /** May say itself where it is broken into lines. */
  readonly title: string
  readonly align: 'left' | 'center' | 'right'
  /** May be broken into lines where there is too little room. */
  readonly breaks: boolean
}

/** Cells in the order of the columns; `marked` has the keys of those that call for somebody: nobody named, not usable, overdue. */
export interface Row {
  readonly cells: readonly string[]
  readonly marked: readonly string[]
}

export interface List {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export interface LaidRow {
  readonly height: number
  /** Per column. */
  readonly lines: readonly (readonly string[])[]
  readonly marked: readonly string[]
}

export interface LaidTable {
  readonly columns: readonly (Column & { readonly width: number; readonly titleLines: readonly string[] })[]
  readonly rows: readonly LaidRow[]
  readonly width: number
  readonly headerHeight: number
  readonly size: number
}

export const PADDING = { side: 1.1, above: 0.95 } as const
export const LINE = 1.32

/** Width of a column in which nothing need be broken, and the least it can do with. */
function demand({ columns, rows }: List, index: number, size: number) {
  const { title, breaks } = columns[index]!
  const cells = rows.map(({ cells }) => Math.max(...cells[index]!.split('\n').map((line) => widthOf(line, size))))
  const words = (pattern: RegExp) => Math.max(...title.split(pattern).map((word) => widthOf(word, size, 'bold')))
  const longest = Math.max(...cells, 0)
  const natural = Math.max(longest, words(/\n/)) + 2 * PADDING.side
  const least = Math.max(breaks ? Math.min(longest, 4 * size) : longest, words(/\s/)) + 2 * PADDING.side
  return { natural, least, breaks }
}

/** The width that a list would like to have. */
export const naturalWidth = (list: List, size: number): number =>
  list.columns.reduce((sum, _, index) => sum + demand(list, index, size).natural, 0)

/** Shares a width among the columns and breaks what does not fit; `size` is that of the text. */
export function layTable(list: List, width: number, size: number): LaidTable {
  const demands = list.columns.map((_, index) => demand(list, index, size))
  const widths = share(demands, width)
  const inner = widths.map((each) => each - 2 * PADDING.side + 0.01)
  const heightOf = (lines: number) => lines * size * LINE + 2 * PADDING.above
  const columns = list.columns.map((column, index) => ({
    ...column,
    width: widths[index]!,
    titleLines: wrap(column.title, inner[index]!, size, 'bold'),
  }))
  const rows = list.rows.map(({ cells, marked }) => {
    const lines = cells.map((cell, index) => (cell === '' ? [] : wrap(cell, inner[index]!, size)))
    return { lines, marked, height: heightOf(Math.max(1, ...lines.map(({ length }) => length))) }
  })
  return {
    columns,
    rows,
    width,
    size,
    headerHeight: heightOf(Math.max(...columns.map(({ titleLines }) => titleLines.length))) + 0.6,
  }
}

function share(demands: readonly { natural: number; least: number; breaks: boolean }[], width: number): number[] {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
  const natural = demands.map((each) => each.natural)
  const spare = width - sum(natural)
  // Room to spare goes to all alike, so that the table fills its frame.
  if (spare >= 0) return natural.map((each) => each + spare * (each / sum(natural)))
  const least = demands.map((each) => each.least)
  const wishes = demands.map((each) => each.natural - each.least)
  const room = width - sum(least)
  if (room < 0) return least.map((each) => (each * width) / sum(least))
  return least.map((each, index) => each + (room * wishes[index]!) / sum(wishes))
}

export const tableHeight = ({ rows, headerHeight }: LaidTable): number =>
  rows.reduce((sum, { height }) => sum + height, headerHeight)

/** Deals rows out to pages of a height; a row that is higher than a page gets one of its own. */
export function paginate({ rows, headerHeight }: LaidTable, height: number): LaidRow[][] {
  const pages: LaidRow[][] = [[]]
  let used = headerHeight
  for (const row of rows) {
    if (used + row.height > height + 0.001 && pages.at(-1)!.length > 0) {
      pages.push([])
      used = headerHeight
    }
    pages.at(-1)!.push(row)
    used += row.height
  }
  return pages
}

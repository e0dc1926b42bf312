/** Draws rows of the list below a header. */

import type { Plate } from './content.ts'
import { ABOVE } from './measure.ts'
import { INK, type Pen } from './pen.ts'
import { VACANT } from './styles.ts'
import { type LaidRow, type LaidTable, LINE, PADDING } from './table.ts'

const RULE = { width: 0.12, color: '#8fa09d' } as const
const HEADER = '#e2ecea'
const OUTLINE = { width: 0.3, color: INK } as const

/** Draws the header and these rows with their top left corner at a place; gives back the height. */
export function drawTable(pen: Pen, table: LaidTable, rows: readonly LaidRow[], x: number, y: number): number {
  const { columns, width, headerHeight } = table
  pen.box({ x, y, width, height: headerHeight }, { fill: HEADER })
  drawCells(
    pen,
    table,
    columns.map(({ titleLines }) => titleLines),
    x,
    y,
    headerHeight,
    'header',
  )
  let top = y + headerHeight
  for (const row of rows) {
    drawCells(pen, table, row.lines, x, top, row.height, row.marked)
    pen.line(
      [
        [x, top],
        [x + width, top],
      ],
      RULE,
    )
    top += row.height
  }
  let left = x
  for (const column of columns.slice(0, -1)) {
    left += column.width
    pen.line(
      [
        [left, y],
        [left, top],
      ],
      RULE,
    )
  }
  pen.line(
    [
      [x, y + headerHeight],
      [x + width, y + headerHeight],
    ],
    { width: 0.25, color: INK },
  )
  pen.box({ x, y, width, height: top - y }, { stroke: OUTLINE })
  return top - y
}

function drawCells(
  pen: Pen,
  { columns, size }: LaidTable,
  cells: readonly (readonly string[])[],
  x: number,
  y: number,
  height: number,
  /** Keys of the cells in which something calls for a reader; or the row of the titles. */
  marked: readonly string[] | 'header',
): void {
  let left = x
  columns.forEach(({ width, align, key }, index) => {
    const lines = cells[index]!
    const placed = marked === 'header' ? 'center' : align
    const at = placed === 'left' ? left + PADDING.side : placed === 'right' ? left + width - PADDING.side : left + width / 2
    const isMarked = marked !== 'header' && marked.includes(key)
    let baseline = y + (height - lines.length * size * LINE) / 2 + size * ((LINE - 1) / 2 + ABOVE)
    for (const line of lines) {
      const weight = marked === 'header' || isMarked ? 'bold' : 'regular'
      pen.text(line, at, baseline, { size, weight, align: placed, color: isMarked ? VACANT : INK })
      baseline += size * LINE
    }
    left += width
  })
}

/** Above a list on a sheet of its own: what it lists in the middle, of what it is on the left. */
export function drawListHeading(pen: Pen, { title, layout }: Pick<Plate, 'title' | 'layout'>, heading: string): void {
  const { margin, listHeading: size } = layout.measures
  pen.text(heading, layout.width / 2, margin + size * 1.3, { size, weight: 'bold', align: 'center' })
  pen.text(title, margin, margin + size * 1.3, { size: size * 0.6 })
}

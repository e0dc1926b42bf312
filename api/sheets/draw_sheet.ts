/** Draws a sheet: the map on the first page, the list on the same or on the following ones. */
import { SHEET_TEXT } from '../words/sheet_text.ts'
import type { SheetContent } from './content.ts'
import { drawFoot, drawFrame, drawPageNumber, drawTitle } from './draw_furniture.ts'
import { drawCorners } from './draw_legend.ts'
import { type Drawn, drawMap } from './draw_map.ts'
import { drawListHeading, drawTable } from './draw_table.ts'
import type { Pen } from './pen.ts'
import { layTable, paginate } from './table.ts'

export function drawSheet(pen: Pen, content: SheetContent): void {
  const { layout, list } = content
  const text = SHEET_TEXT[content.language]
  const { width, height, measures, table: box } = layout
  const table = layTable(list, box?.width ?? width - 2 * measures.margin, measures.text)
  const heading = measures.listHeading * 2.8
  const following = box ? [] : paginate(table, height - 2 * measures.margin - measures.page - heading)
  const pages = 1 + following.length
  pen.page(width, height)
  drawTitle(pen, content)
  const drawn = drawMap(pen, content)
  drawCorners(pen, content, drawn)
  drawFrame(pen, content)
  drawFoot(pen, content, notesOf(content, drawn))
  if (box) drawTable(pen, table, table.rows, box.x, box.y)
  drawPageNumber(pen, content, 1, pages)
  following.forEach((rows, index) => {
    pen.page(width, height)
    drawListHeading(pen, content, `${text.list}${index > 0 ? text.continued : ''}`)
    drawTable(pen, table, rows, measures.margin, measures.margin + heading)
    drawPageNumber(pen, content, index + 2, pages)
  })
}

function notesOf({ map, language }: SheetContent, { unnumbered }: Drawn): string[] {
  const text = SHEET_TEXT[language]
  const trades = map.grids.filter((grid) => grid.class === 'B').length
  return [...(trades > 0 ? [text.trades(trades)] : []), ...(unnumbered > 0 ? [text.unnumbered(unnumbered)] : [])]
}

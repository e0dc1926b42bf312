/** Draws a book of water sources: what is in it, the map pages, the list. */

import { drawPageNumber } from '../../sheets/draw_furniture.ts'
import { drawListHeading, drawTable } from '../../sheets/draw_table.ts'
import type { Pen } from '../../sheets/pen.ts'
import { type LaidTable, layTable, paginate } from '../../sheets/table.ts'
import { PRINT_TEXT } from '../../words/print_text.ts'
import { SHEET_TEXT } from '../../words/sheet_text.ts'
import type { BookContent } from './content.ts'
import { drawExpiry } from './draw_expiry.ts'
import { drawIndex, layDirectory } from './draw_index.ts'
import { drawMapPage } from './draw_map_page.ts'

export function drawBook(pen: Pen, content: BookContent): void {
  const { plate, pages, list, directory } = content
  const { width, measures } = plate.layout
  const text = PRINT_TEXT[plate.language]
  const onFirst = layDirectory(content)
  const room = width - 2 * measures.margin
  const table = layTable(list, room, measures.text)
  const pagesTable = layTable(directory, room, measures.text)
  const further = onFirst ? [] : inPages(pagesTable, content)
  const rows = list.rows.length === 0 ? [] : inPages(table, content)
  const count = 1 + further.length + pages.length + rows.length
  let page = 1
  pen.page(width, plate.layout.height)
  drawIndex(pen, content, onFirst)
  const done = () => drawPageNumber(pen, plate, page++, count)
  done()
  const tables = (each: typeof rows, laid: LaidTable, heading: string) => {
    for (const [index, some] of each.entries()) {
      pen.page(width, plate.layout.height)
      drawListHeading(pen, plate, `${heading}${index > 0 ? SHEET_TEXT[plate.language].continued : ''}`)
      drawExpiry(pen, content)
      drawTable(pen, laid, some, measures.margin, measures.margin + measures.listHeading * 2.8)
      done()
    }
  }
  tables(further, pagesTable, text.directory)
  for (const each of pages) {
    pen.page(width, plate.layout.height)
    drawMapPage(pen, content, each)
    done()
  }
  tables(rows, table, text.waterList)
}

const inPages = (table: LaidTable, { plate: { layout } }: BookContent) =>
  paginate(table, layout.height - 2 * layout.measures.margin - layout.measures.page - layout.measures.listHeading * 2.8)

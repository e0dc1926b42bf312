/** Draws a sheet: the map on the first page, the list on the same or on the following ones. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { LANGUAGE_TAG } from '../words/index.ts'
import { SHEET_TEXT } from '../words/sheet_text.ts'
import type { SheetContent } from './content.ts'
import { drawFoot, drawFrame, drawPageNumber, drawTitle } from './draw_furniture.ts'
import { drawCorners } from './draw_legend.ts'
import { type Drawn, drawMap } from './draw_map.ts'
import { drawTable } from './draw_table.ts'
import { Pen } from './pen.ts'
import { layTable, paginate } from './table.ts'

/**
 * Noto Sans SC with all of its 30,000 characters. Smaller packages hold the 6,763 of GB 2312, which people's names go beyond: a 喆 or 堃
 * without its glyph would be an empty box on the wall. The files stay out of what is sent: a sheet carries only the glyphs it shows.
 */
const FONTS = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const
const fontBytes = new Map<string, Buffer>()
const fontOf = (path: string): Buffer => {
  const known = fontBytes.get(path) ?? readFileSync(createRequire(import.meta.url).resolve(path))
  fontBytes.set(path, known)
  return known
}

/** The PDF's bytes: the same for the same content. */
export async function drawSheet(content: SheetContent): Promise<Buffer> {
  const { language, title, drawnOn } = content
  const document = new PDFDocument({
    autoFirstPage: false,
    compress: true,
    lang: LANGUAGE_TAG[language],
    displayTitle: true,
    pdfVersion: '1.7',
    // A sheet of the same day and data is the same to the byte.
    info: { Title: title, Creator: 'Jiangli', Producer: 'Jiangli', CreationDate: new Date(`${drawnOn}T00:00:00+08:00`) },
  })
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  for (const [name, path] of Object.entries(FONTS)) document.registerFont(name, fontOf(path))
  drawPages(new Pen(document), content)
  document.end()
  return done
}

function drawPages(pen: Pen, content: SheetContent): void {
  const { layout, list } = content
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
    drawListHeading(pen, content, index > 0)
    drawTable(pen, table, rows, measures.margin, measures.margin + heading)
    drawPageNumber(pen, content, index + 2, pages)
  })
}

function notesOf({ map, language }: SheetContent, { unnumbered }: Drawn): string[] {
  const text = SHEET_TEXT[language]
  const trades = map.grids.filter((grid) => grid.class === 'B').length
  return [...(trades > 0 ? [text.trades(trades)] : []), ...(unnumbered > 0 ? [text.unnumbered(unnumbered)] : [])]
}

function drawListHeading(pen: Pen, { title, layout, language }: SheetContent, isContinued: boolean): void {
  const text = SHEET_TEXT[language]
  const { margin, listHeading: size } = layout.measures
  pen.text(`${text.list}${isContinued ? text.continued : ''}`, layout.width / 2, margin + size * 1.3, {
    size,
    weight: 'bold',
    align: 'center',
  })
  pen.text(title, margin, margin + size * 1.3, { size: size * 0.6 })
}

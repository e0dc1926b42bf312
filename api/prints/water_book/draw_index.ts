/** Draws the first sheet of a book: the town with the rectangles of the map pages, what is in the book, and how long it holds. */
import { drawFoot, drawFrame, drawTitle } from '../../sheets/draw_furniture.ts'
import { drawTable } from '../../sheets/draw_table.ts'
import type { Box } from '../../sheets/layout.ts'
import { wrap } from '../../sheets/measure.ts'
import { INK, type Pen } from '../../sheets/pen.ts'
import { VACANT } from '../../sheets/styles.ts'
import { type LaidTable, layTable, tableHeight } from '../../sheets/table.ts'
import { PRINT_TEXT } from '../../words/print_text.ts'
import { dayInWords } from '../../words/sheet_text.ts'
import { drawGroundMap, drawGroundNames } from '../map/draw_ground_map.ts'
import { onPaper } from '../map/ground.ts'
import { Occupied } from '../map/occupied.ts'
import type { BookContent } from './content.ts'

const GAP = 4

function panelOf({ plate: { layout } }: BookContent): Box {
  const { map, width, measures } = layout
  const x = map.x + map.width + 5
  return { x, y: map.y, width: width - measures.margin - x, height: map.height }
}

/** Totals and validity stand above it. */
const directoryTop = (content: BookContent): number => {
  const { plate, totals } = content
  const panel = panelOf(content)
  const { text, note } = plate.layout.measures
  return panel.y + note * 7.6 + GAP + tableHeight(layTable(totals, panel.width, text)) + GAP
}

/** The directory of the pages where it fits onto the first sheet; otherwise it follows on sheets of its own. */
export function layDirectory(content: BookContent): LaidTable | undefined {
  const panel = panelOf(content)
  const table = layTable(content.directory, panel.width, content.plate.layout.measures.text)
  return directoryTop(content) + tableHeight(table) <= panel.y + panel.height ? table : undefined
}

export function drawIndex(pen: Pen, content: BookContent, directory: LaidTable | undefined): void {
  const { plate, index } = content
  const { layout, language } = plate
  drawTitle(pen, plate)
  drawGroundMap(pen, layout, index.ground)
  const taken = drawRectangles(pen, content)
  drawGroundNames(pen, layout, index.ground, taken, 2.2, language)
  drawFrame(pen, plate)
  drawFoot(pen, plate, [PRINT_TEXT[language].numbersHint])
  drawValidity(pen, content)
  const panel = panelOf(content)
  const { text, note } = layout.measures
  const totals = layTable(content.totals, panel.width, text)
  const top = panel.y + note * 7.6 + GAP
  if (totals.rows.length > 0) drawTable(pen, totals, totals.rows, panel.x, top)
  else pen.text(PRINT_TEXT[language].noWater, panel.x, top + note * 1.5, { size: note * 1.3, weight: 'bold' })
  if (directory && directory.rows.length > 0) drawTable(pen, directory, directory.rows, panel.x, directoryTop(content))
}

/** A box with the last day on which the book may be relied on. */
function drawValidity(pen: Pen, content: BookContent): void {
  const { plate, expires } = content
  const { language } = plate
  const { note } = plate.layout.measures
  const panel = panelOf(content)
  const box: Box = { ...panel, height: note * 7.6 }
  pen.box(box, { fill: '#fdf3f0', stroke: { width: 0.5, color: VACANT } })
  const text = PRINT_TEXT[language]
  pen.text(text.validUntil(dayInWords(expires, language)), box.x + box.width / 2, box.y + note * 2.7, {
    size: note * 1.75,
    weight: 'bold',
    color: VACANT,
    align: 'center',
  })
  wrap(text.expiryHint, box.width - 2 * note, note).forEach((line, index) => {
    pen.text(line, box.x + note, box.y + note * (4.7 + index * 1.4), { size: note })
  })
}

/** The map pages as rectangles, each with its number in its north-western corner; what the numbers cover is taken. */
function drawRectangles(pen: Pen, { plate, index, pages, sources }: BookContent): Occupied {
  const { map, measures } = plate.layout
  const taken = new Occupied()
  const place = onPaper(index.frame, map)
  pen.within(map, () => {
    for (const source of sources) {
      const [x, y] = place(source)
      pen.document
        .circle(x, y, 0.55)
        .fillColor(source.look.mark === undefined ? source.look.color : '#ffffff', 1)
        .fill()
      pen.document.circle(x, y, 0.55)
      pen.stroke({ width: 0.15, color: source.look.color })
    }
    for (const { number, core } of pages) {
      const [x, y] = place({ x: core.west, y: core.north })
      const [right, bottom] = place({ x: core.east, y: core.south })
      const box = { x, y, width: right - x, height: bottom - y }
      pen.box(box, { stroke: { width: 0.9, color: '#ffffff', opacity: 0.8 } })
      pen.box(box, { stroke: { width: 0.45, color: INK } })
      const size = Math.max(2.2, Math.min(measures.note * 2.2, box.height * 0.42, box.width * 0.4))
      const at = spotIn(box, size, taken, map)
      taken.add({ ...at, width: size * 1.6, height: size * 1.3 })
      pen.document
        .roundedRect(at.x - size * 0.75, at.y - size * 0.6, size * 1.5, size * 1.2, size * 0.25)
        .fillColor(INK, 1)
        .fill()
      pen.text(String(number), at.x, at.y + size * 0.34, { size: size * 0.9, weight: 'bold', color: '#ffffff', align: 'center' })
    }
  })
  return taken
}

/** A free place for the number: one of the corners, or the middle. */
function spotIn({ x, y, width, height }: Box, size: number, taken: Occupied, map: Box): { x: number; y: number } {
  const [dx, dy] = [size * 0.95, size * 0.8]
  const spots = [
    { x: x + dx, y: y + dy },
    { x: x + width - dx, y: y + dy },
    { x: x + dx, y: y + height - dy },
    { x: x + width - dx, y: y + height - dy },
    { x: x + width / 2, y: y + height / 2 },
  ]
  const isSeen = (at: { x: number; y: number }) =>
    at.x - dx > map.x && at.x + dx < map.x + map.width && at.y - dy > map.y && at.y + dy < map.y + map.height
  return (
    spots.find((at) => isSeen(at) && taken.isFree({ ...at, width: size * 1.6, height: size * 1.3 })) ??
    spots.find(isSeen) ??
    spots[0]!
  )
}

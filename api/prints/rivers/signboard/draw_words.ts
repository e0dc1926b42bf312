/** Draws what stands beside a signboard's map: what the segment is, who is responsible, duties and targets. Millimetres of A4. */
import { drawTable } from '../../../sheets/draw_table.ts'
import type { Box } from '../../../sheets/layout.ts'
import { widthOf, wrap } from '../../../sheets/measure.ts'
import { FAINT, type Pen } from '../../../sheets/pen.ts'
import { type LaidTable, layTable, tableHeight } from '../../../sheets/table.ts'
import { RIVER_TEXT } from '../../../words/river_text.ts'
import type { SignboardContent } from './content.ts'
import { BAND_COLOUR } from './styles.ts'

/** Sizes of letters relative to those of the design: as large as there is room for. */
const SIZES = [1.25, 1.15, 1.05, 0.95, 0.85, 0.75, 0.66]
const TEXT = 3
const HEADING = 4
const GAP = 4
const BETWEEN = 6
/** Of the width, what duties take; targets are shorter. */
const DUTIES_SHARE = 0.58

interface Part {
  readonly height: number
  readonly draw: (box: Box) => void
}

export function drawWords(pen: Pen, content: SignboardContent, box: Box): void {
  const tried = SIZES.map((times) => partsOf(pen, content, box, TEXT * times))
  const height = (parts: readonly Part[]) => parts.reduce((sum, part) => sum + part.height, 0) + GAP * (parts.length - 1)
  const parts = tried.find((each) => height(each) <= box.height) ?? tried.at(-1)!
  // Room to spare goes between the parts, so that the column ends where the one beside it does.
  const gap = Math.min(GAP * 2, GAP + Math.max(0, box.height - height(parts)) / (parts.length - 1))
  let top = box.y
  for (const part of parts) {
    part.draw({ x: box.x, y: top, width: box.width, height: part.height })
    top += part.height + gap
  }
}

function partsOf(pen: Pen, content: SignboardContent, box: Box, size: number): Part[] {
  const facts = factsPart(pen, content, box.width, size)
  const advice = advicePart(pen, content, box.width, size)
  const room = box.height - facts.height - advice.height - 2 * GAP
  return [facts, chiefsPart(pen, content, box.width, size, room), advice]
}

/** Two columns, read line by line. */
function factsPart(pen: Pen, { facts }: SignboardContent, width: number, size: number): Part {
  const line = size * 1.75
  const column = (width - 3 * size) / 2
  const labels = [0, 1].map((side) =>
    Math.max(...facts.filter((_, index) => index % 2 === side).map(({ label }) => widthOf(label, size * 0.82))),
  )
  const height = Math.ceil(facts.length / 2) * line + size * 1.1
  return {
    height,
    draw: ({ x, y }) => {
      pen.box({ x, y, width, height }, { fill: '#eef4f4' })
      facts.forEach(({ label, value }, index) => {
        const side = index % 2
        const left = x + size + side * (column + size)
        const baseline = y + size * 0.55 + Math.floor(index / 2) * line + line * 0.68
        const indent = labels[side]! + size * 0.9
        const fitting = Math.min(size, size * ((column - indent) / widthOf(value, size, 'bold')))
        pen.text(label, left, baseline, { size: size * 0.82, color: FAINT })
        pen.text(value, left + indent, baseline, { size: fitting, weight: 'bold' })
      })
    },
  }
}

const headed = (pen: Pen, title: string, x: number, y: number, times: number): number => {
  const size = HEADING * times
  pen.box({ x, y: y + size * 0.12, width: size * 0.22, height: size * 0.96 }, { fill: BAND_COLOUR })
  pen.text(title, x + size * 0.55, y + size * 0.95, { size, weight: 'bold', color: BAND_COLOUR })
  return size * 1.55
}

/** More people than there is room for are counted; the levels from the top come first. */
function chiefsPart(pen: Pen, content: SignboardContent, width: number, size: number, room: number): Part {
  const text = RIVER_TEXT[content.plate.language]
  const times = size / TEXT
  const heading = HEADING * times * 1.55
  const table = layTable(content.chiefs, width, size)
  const rows = fitting(table, room - heading, size * 1.8)
  const more = table.rows.length - rows.length
  return {
    height: heading + tableHeight({ ...table, rows }) + (more > 0 ? size * 1.8 : 0),
    draw: ({ x, y }) => {
      const top = y + headed(pen, text.chiefs, x, y, times)
      const used = drawTable(pen, table, rows, x, top)
      if (more > 0) pen.text(text.moreChiefs(more), x, top + used + size * 1.4, { size: size * 0.9 })
    },
  }
}

/** In the smallest letters only the rows are cut: in others the whole must fit. */
function fitting(table: LaidTable, room: number, line: number): LaidTable['rows'] {
  const isSmallest = table.size <= TEXT * SIZES.at(-1)! + 0.001
  if (!isSmallest || tableHeight(table) <= room) return table.rows
  let height = table.headerHeight + line
  const found = table.rows.findIndex((row) => {
    height += row.height
    return height > room
  })
  return found < 0 ? table.rows : table.rows.slice(0, Math.max(1, found))
}

function advicePart(pen: Pen, { duties, targets, plate }: SignboardContent, width: number, size: number): Part {
  const text = RIVER_TEXT[plate.language]
  const times = size / TEXT
  const left = (width - BETWEEN) * DUTIES_SHARE
  const columns = [
    { title: text.duties, items: duties, x: 0, width: left, mark: (index: number) => `${index + 1}.` },
    { title: text.targets, items: targets, x: left + BETWEEN, width: width - BETWEEN - left, mark: () => '·' },
  ].map((column) => ({ ...column, lines: column.items.map((item) => wrap(item, column.width - size * 1.3, size * 0.92)) }))
  const line = size * 1.36
  const between = size * 0.3
  const heightOf = (lines: readonly (readonly string[])[]) =>
    lines.reduce((sum, each) => sum + each.length * line + between, HEADING * times * 1.55)
  return {
    height: Math.max(...columns.map(({ lines }) => heightOf(lines))),
    draw: ({ x, y }) => {
      for (const column of columns) {
        let top = y + headed(pen, column.title, x + column.x, y, times)
        column.lines.forEach((lines, index) => {
          pen.text(column.mark(index), x + column.x, top + size * 0.95, { size: size * 0.92, weight: 'bold', color: BAND_COLOUR })
          for (const each of lines) {
            pen.text(each, x + column.x + size * 1.3, top + size * 0.95, { size: size * 0.92 })
            top += line
          }
          top += between
        })
      }
    },
  }
}

/** Draws the sheet of an incident: the place and the ways to it on a map, and below it what there is, nearest first. */
import { drawFoot, drawFrame, drawNorth } from '../../sheets/draw_furniture.ts'
import { drawTable } from '../../sheets/draw_table.ts'
import type { Box } from '../../sheets/layout.ts'
import { widthOf } from '../../sheets/measure.ts'
import { INK, type Pen } from '../../sheets/pen.ts'
import { VACANT } from '../../sheets/styles.ts'
import { type LaidTable, layTable, tableHeight } from '../../sheets/table.ts'
import { PRINT_TEXT } from '../../words/print_text.ts'
import { SHEET_TEXT } from '../../words/sheet_text.ts'
import { drawGroundMap, drawGroundNames } from '../map/draw_ground_map.ts'
import { drawSymbol } from '../map/draw_symbol.ts'
import { drawTags } from '../map/draw_tags.ts'
import { onPaper } from '../map/ground.ts'
import { zoneStyle } from '../map/looks.ts'
import { Occupied } from '../map/occupied.ts'
import { placeTags } from '../map/tags.ts'
import type { IncidentContent, IncidentSection, PlanePoint } from './content.ts'
import { listsOf } from './layouts.ts'

const RADIUS = 2.1
const TAG = 2.9
const WAY = { width: 0.9, color: '#1d4ed8', opacity: 0.8 } as const

export function drawIncident(pen: Pen, content: IncidentContent): void {
  const { layout } = content.plate
  pen.page(layout.width, layout.height)
  drawBand(pen, content)
  drawMap(pen, content)
  drawFrame(pen, content.plate)
  drawFoot(pen, content.plate, [])
  drawLists(pen, content)
}

/** The place in large letters; the smaller, the longer its name is. */
function drawBand(pen: Pen, { plate: { title, subtitle, layout }, notes }: IncidentContent): void {
  const { margin } = layout.measures
  const box: Box = { x: margin, y: margin, width: layout.width - 2 * margin, height: 17 }
  pen.box(box, { fill: VACANT })
  const wanted = 6.4
  const size = Math.max(2.6, Math.min(wanted, (wanted * (box.width - 6)) / widthOf(title, wanted, 'bold')))
  pen.text(subtitle, box.x + 3, box.y + 4.4, { size: 3, color: '#ffffff' })
  pen.text(notes.join('　'), box.x + box.width - 3, box.y + 4.4, { size: 3, color: '#ffffff', align: 'right' })
  pen.text(title, box.x + 3, box.y + 13, { size, weight: 'bold', color: '#ffffff' })
}

function drawMap(pen: Pen, content: IncidentContent): void {
  const { plate, frame, ground, symbols, ways, closures } = content
  const { layout, language } = plate
  const { map } = layout
  const project = onPaper(frame, map)
  const place = ([x, y]: PlanePoint) => project({ x, y })
  const centre = place(content.place)
  const placed = symbols
    .map((symbol) => ({ ...symbol, point: place(symbol.at) }))
    .filter(({ point: [x, y] }) => x > map.x && x < map.x + map.width && y > map.y && y < map.y + map.height)
  const taken = new Occupied()
  taken.add({ x: centre[0], y: centre[1], width: 9, height: 9 })
  taken.add({ x: map.x + map.width - 8, y: map.y + 10, width: 14, height: 18 })
  const tags = placeTags(
    placed.map(({ point, label }) => ({ at: point, radius: RADIUS, text: label, isNeeded: true })),
    TAG,
    map,
    taken,
  )
  drawGroundMap(pen, layout, ground)
  pen.within(map, () => {
    drawHazards(pen, content, place)
    for (const way of ways) pen.line(way.map(place), { ...WAY, width: WAY.width + 0.7, color: '#ffffff' })
    for (const way of ways) pen.line(way.map(place), WAY)
    for (const line of closures) drawClosure(pen, line.map(place))
  })
  drawGroundNames(pen, layout, ground, taken, 2.4, language)
  pen.within(map, () => {
    for (const { look, point } of placed.toReversed()) drawSymbol(pen, look, point, RADIUS)
    drawPlace(pen, centre)
    drawTags(pen, tags, TAG)
  })
  drawNorth(pen, { x: map.x + map.width - 13, y: map.y + 2, width: 10, height: 15 }, SHEET_TEXT[language].north)
}

function drawHazards(pen: Pen, { hazards }: IncidentContent, place: (at: PlanePoint) => [number, number]): void {
  for (const { kind, polygons } of hazards) {
    const { fill, line } = zoneStyle(kind, 0.3)
    const shape = polygons.map((rings) => rings.map((ring) => ring.map(place)))
    pen.area([shape], fill, 0.16)
    pen.hatched([shape], 2.5, { ...line, dash: undefined, width: 0.1, opacity: 0.7 })
    pen.lines(shape.flat(), line)
  }
}

/** A closed road is crossed out along its whole length. */
function drawClosure(pen: Pen, line: readonly (readonly [number, number])[]): void {
  pen.line(line, { width: 1.6, color: '#ffffff' })
  pen.line(line, { width: 1.1, color: '#111111', dash: [1.6, 1.2] })
}

/** Rings with a cross of hairs: seen at arm's length, and what lies under it stays legible. */
function drawPlace(pen: Pen, [x, y]: readonly [number, number]): void {
  for (const [radius, style] of [
    [3.4, { width: 1.5, color: '#ffffff' }],
    [3.4, { width: 0.9, color: VACANT }],
    [1, { width: 0.9, color: VACANT }],
  ] as const) {
    pen.document.circle(x, y, radius)
    pen.stroke(style)
  }
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const)
    pen.line(
      [
        [x + dx * 3.4, y + dy * 3.4],
        [x + dx * 5.4, y + dy * 5.4],
      ],
      { width: 0.6, color: VACANT },
    )
}

const GAP = 3
const SIZES = [2.8, 2.5, 2.2]
const MOST_ROWS = [12, 8, 6, 5, 4, 3, 2]

interface LaidSection {
  readonly section: IncidentSection
  readonly table: LaidTable
  /** How many rows are left out. */
  readonly more: number
  readonly height: number
}

/** Everything on this one sheet: first in smaller letters, then with fewer lines, which says so. */
function drawLists(pen: Pen, content: IncidentContent): void {
  const box = listsOf(content.plate.layout)
  const half = (box.width - GAP) / 2
  const tries = MOST_ROWS.flatMap((most) => SIZES.map((size) => ({ most, size })))
  for (const [index, { most, size }] of tries.entries()) {
    const water = lay(content.water, box.width, size, most + 2)
    const columns = intoColumns(content.sections.map((section) => lay(section, half, size, most)))
    const height =
      water.height + GAP + Math.max(...columns.map((column) => column.reduce((sum, each) => sum + each.height + GAP, 0)))
    if (height > box.height && index < tries.length - 1) continue
    drawSection(pen, content, water, box.x, box.y, box.width, size)
    columns.forEach((column, side) => {
      let y = box.y + water.height + GAP
      for (const each of column) {
        drawSection(pen, content, each, box.x + side * (half + GAP), y, half, size)
        y += each.height + GAP
      }
    })
    return
  }
}

function lay(section: IncidentSection, width: number, size: number, most: number): LaidSection {
  const { list } = section
  const shown = { ...list, rows: list.rows.slice(0, most) }
  const table = layTable(shown, width, size)
  const more = list.rows.length - shown.rows.length
  const body = shown.rows.length === 0 ? size * 1.7 : tableHeight(table) + (more > 0 ? size * 1.6 : 0)
  return { section, table, more, height: size * 1.9 + body }
}

/** In order, each below what is shorter. */
function intoColumns(sections: readonly LaidSection[]): [LaidSection[], LaidSection[]] {
  const columns: [LaidSection[], LaidSection[]] = [[], []]
  const heightOf = (column: readonly LaidSection[]) => column.reduce((sum, { height }) => sum + height + GAP, 0)
  for (const section of sections) columns[heightOf(columns[1]) < heightOf(columns[0]) ? 1 : 0].push(section)
  return columns
}

function drawSection(
  pen: Pen,
  { plate: { language } }: IncidentContent,
  laid: LaidSection,
  x: number,
  y: number,
  width: number,
  size: number,
): void {
  const { section, table, more } = laid
  pen.text(section.heading, x, y + size * 1.2, { size: size * 1.2, weight: 'bold' })
  const top = y + size * 1.9
  if (table.rows.length === 0) {
    pen.text(section.none, x, top + size * 1.1, { size, weight: 'bold', color: section.none === '' ? INK : VACANT })
    return
  }
  const used = drawTable(pen, table, table.rows, x, top)
  if (more > 0) pen.text(PRINT_TEXT[language].moreRows(more), x + width, top + used + size * 1.25, { size, align: 'right' })
}

/** Draws a map page of a book: the map in its squares, every source with its number, and on which page it goes on. */

import { SIDES, type Side } from '#geodata/water_book/pages.ts'
import { letterOf, SQUARE_MM } from '#geodata/water_book/squares.ts'
import { drawFoot, drawFrame, drawNorth } from '../../sheets/draw_furniture.ts'
import { terrainOf } from '../../sheets/draw_ground.ts'
import { areaLegend, drawLegend, type LegendItem, legendSize, terrainLegend } from '../../sheets/draw_legend.ts'
import type { Box, Layout } from '../../sheets/layout.ts'
import { widthOf } from '../../sheets/measure.ts'
import { FAINT, INK, type Pen } from '../../sheets/pen.ts'
import type { Language } from '../../words/index.ts'
import { PRINT_TEXT } from '../../words/print_text.ts'
import { SHEET_TEXT } from '../../words/sheet_text.ts'
import { drawGroundMap, drawGroundNames } from '../map/draw_ground_map.ts'
import { drawSymbol } from '../map/draw_symbol.ts'
import { drawTags } from '../map/draw_tags.ts'
import { type Ground, onPaper } from '../map/ground.ts'
import { type Look, lookOf } from '../map/looks.ts'
import { Occupied } from '../map/occupied.ts'
import { placeTags } from '../map/tags.ts'
import type { BookContent, MapPage } from './content.ts'
import { drawExpiry } from './draw_book.ts'
import { type BookPaper, EDGE, mapPageLayout, sideOf } from './layouts.ts'
import { choiceLabel } from './list.ts'

const RADIUS = 1.75
const TAG = 2.3

export function drawMapPage(pen: Pen, content: BookContent, page: MapPage): void {
  const { plate, sources } = content
  const { language } = plate
  const layout = mapPageLayout(plate.layout.paper as BookPaper, page.frame.scale)
  const place = onPaper(page.frame, layout.map)
  const near = sources
    .map((source) => ({ ...source, at: place(source), isOwn: source.number >= page.from && source.number <= page.to }))
    .filter(({ at, isOwn }) => isOwn || isInside(at, layout.map, RADIUS * 1.5))
    // Its own on top of those of its neighbours.
    .sort((one, other) => Number(one.isOwn) - Number(other.isOwn) || one.number - other.number)
  const taken = new Occupied()
  const tags = placeTags(
    near.map(({ at, number, isOwn }) => ({ at, radius: RADIUS, text: String(number), isNeeded: isOwn })),
    TAG,
    layout.map,
    taken,
  )
  drawHeading(pen, content, page)
  drawGroundMap(pen, layout, page.ground)
  drawSquares(pen, layout)
  drawGroundNames(pen, layout, page.ground, taken, 2.5, language)
  pen.within(layout.map, () => {
    for (const { look, at } of near) drawSymbol(pen, look, at, RADIUS)
    drawTags(pen, tags, TAG)
  })
  drawFrame(pen, { layout })
  drawNeighbours(pen, layout, page.neighbours)
  const below = { ...layout, map: { ...layout.map, height: layout.map.height + EDGE - 1.5 } }
  drawFoot(pen, { ...plate, layout: below }, [PRINT_TEXT[language].squares((SQUARE_MM * page.frame.scale) / 1000)])
  drawSide(
    pen,
    layout,
    page.ground,
    near.map(({ look }) => look),
    language,
  )
}

const isInside = ([x, y]: readonly [number, number], frame: Box, by: number): boolean =>
  x - by >= frame.x && y - by >= frame.y && x + by <= frame.x + frame.width && y + by <= frame.y + frame.height

function drawHeading(pen: Pen, content: BookContent, { number, name }: MapPage): void {
  const { layout, language, title } = content.plate
  const { margin, note } = layout.measures
  const label = PRINT_TEXT[language].mapPage(number)
  const size = note * 2.2
  const width = widthOf(label, size, 'bold') + size
  pen.box({ x: margin, y: margin, width, height: size * 1.6 }, { fill: INK })
  pen.text(label, margin + width / 2, margin + size * 1.16, { size, weight: 'bold', align: 'center', color: '#ffffff' })
  pen.text(name, margin + width + size * 0.6, margin + size * 0.75, { size: size * 0.72, weight: 'bold' })
  pen.text(title, margin + width + size * 0.6, margin + size * 1.5, { size: note, color: FAINT })
  drawExpiry(pen, content)
}

/** The lines of the squares, and their letters and numbers on all four sides. */
function drawSquares(pen: Pen, { map, measures }: Layout): void {
  const style = { width: 0.12, color: '#37506b', opacity: 0.55 }
  const [across, down] = [Math.round(map.width / SQUARE_MM), Math.round(map.height / SQUARE_MM)]
  for (let column = 1; column < across; column++)
    pen.line(
      [
        [map.x + column * SQUARE_MM, map.y],
        [map.x + column * SQUARE_MM, map.y + map.height],
      ],
      style,
    )
  for (let row = 1; row < down; row++)
    pen.line(
      [
        [map.x, map.y + row * SQUARE_MM],
        [map.x + map.width, map.y + row * SQUARE_MM],
      ],
      style,
    )
  const size = measures.note * 1.25
  const out = measures.frame + size * 0.75
  const write = (text: string, x: number, y: number) =>
    pen.text(text, x, y + size * 0.36, { size, weight: 'bold', align: 'center' })
  for (let column = 0; column < across; column++) {
    const x = map.x + (column + 0.5) * SQUARE_MM
    write(letterOf(column), x, map.y - out)
    write(letterOf(column), x, map.y + map.height + out)
  }
  for (let row = 0; row < down; row++) {
    const y = map.y + (row + 0.5) * SQUARE_MM
    write(String(row + 1), map.x - out, y)
    write(String(row + 1), map.x + map.width + out, y)
  }
}

const ARROWS: Readonly<Record<Side, readonly (readonly [number, number])[]>> = {
  north: [
    [0, -1],
    [0.9, 0.6],
    [-0.9, 0.6],
  ],
  south: [
    [0, 1],
    [0.9, -0.6],
    [-0.9, -0.6],
  ],
  west: [
    [-1, 0],
    [0.6, 0.9],
    [0.6, -0.9],
  ],
  east: [
    [1, 0],
    [-0.6, 0.9],
    [-0.6, -0.9],
  ],
}

/** Outside of each side's middle an arrow with the pages beyond: above and below in a line, left and right under each other. */
function drawNeighbours(pen: Pen, { map, measures }: Layout, neighbours: MapPage['neighbours']): void {
  const [x, y] = [map.x + map.width / 2, map.y + map.height / 2]
  const out = measures.frame + 2.4
  const centres = {
    north: [x, map.y - out],
    south: [x, map.y + map.height + out],
    west: [map.x - out, y],
    east: [map.x + map.width + out, y],
  } as const
  for (const side of SIDES) {
    const pages = neighbours[side]
    if (pages.length === 0) continue
    const [cx, cy] = centres[side]
    const isLine = side === 'north' || side === 'south'
    const wide = 4.6 + widthOf(pages.join(' · '), NEIGHBOUR, 'bold')
    const box = isLine ? { width: wide, height: 3.8 } : { width: 4.6, height: 3 + pages.length * NEIGHBOUR * 1.2 }
    pen.box({ x: cx - box.width / 2, y: cy - box.height / 2, ...box }, { fill: INK })
    const arrow = isLine ? [cx - box.width / 2 + 2, cy] : [cx, cy - box.height / 2 + 1.8]
    pen.trace([ARROWS[side].map(([dx, dy]) => [arrow[0]! + dx, arrow[1]! + dy] as const)], false)
    pen.document.fillColor('#ffffff', 1).fill()
    const style = { size: NEIGHBOUR, weight: 'bold', align: 'center', color: '#ffffff' } as const
    if (isLine) pen.text(pages.join(' · '), cx + 1.3, cy + NEIGHBOUR * 0.36, style)
    else
      pages.forEach((page, index) => {
        pen.text(String(page), cx, arrow[1]! + 1.4 + (index + 0.86) * NEIGHBOUR * 1.2, style)
      })
  }
}
const NEIGHBOUR = 2.6

/** North and legend beside the map. */
function drawSide(pen: Pen, layout: Layout, ground: Ground, looks: readonly Look[], language: Language): void {
  const side = sideOf(layout)
  const { note } = layout.measures
  drawNorth(
    pen,
    { x: side.x + side.width / 2 - note * 2.5, y: side.y, width: note * 5, height: note * 7.4 },
    SHEET_TEXT[language].north,
  )
  const items = [
    ...waterLegend(pen, looks, language),
    ...areaLegend(
      pen,
      ground.areas.map(({ level }) => level),
      ground.areas.find(({ code }) => code === ground.code)?.level ?? '',
      language,
    ),
    ...terrainLegend(pen, terrainOf(ground), language),
  ]
  const size = Math.min(note, note * (side.width / legendSize(items, note).width))
  const box = { x: side.x, y: side.y + note * 10, ...legendSize(items, size) }
  drawLegend(pen, { ...box, width: side.width }, items, size, SHEET_TEXT[language].legend)
}

/** Kinds that can be counted on, as full symbols; then what the empty ones say. */
export function waterLegend(pen: Pen, looks: readonly Look[], language: Language): LegendItem[] {
  const kinds = [
    ['hydrants', 'hydrant'],
    ['hydrants', 'filling_column'],
    ['water_sources', 'pool'],
    ['water_sources', 'wharf'],
    ['water_sources', 'natural'],
  ] as const
  const symbol = (look: Look) => (box: Box) =>
    drawSymbol(pen, look, [box.x + box.width / 2, box.y + box.height / 2], box.height * 0.52)
  return [
    ...kinds.map(([layer, kind]) => ({
      label: choiceLabel(layer, 'kind', kind, language),
      draw: symbol(lookOf(layer, { kind, usable: 'yes' })),
    })),
    ...(['no', 'unknown'] as const)
      .filter((usable) => looks.some(({ mark }) => mark === (usable === 'no' ? 'cross' : 'question')))
      .map((usable) => ({
        label: choiceLabel('hydrants', 'usable', usable, language),
        draw: symbol(lookOf('hydrants', { kind: 'hydrant', usable })),
      })),
  ]
}

/** Draws a map page of a book: the map in its squares, every source with its number, and on which page it goes on. */

import type { PointLook } from '#geodata/layers/look.ts'
import { SQUARE_MM } from '#geodata/water_book/squares.ts'
import { drawFoot, drawFrame, drawNorth } from '../../sheets/draw_furniture.ts'
import { terrainOf } from '../../sheets/draw_ground.ts'
import { areaLegend, drawLegend, legendSize, terrainLegend } from '../../sheets/draw_legend.ts'
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
import { Occupied } from '../map/occupied.ts'
import { placeTags } from '../map/tags.ts'
import { waterLegend } from '../map/water_legend.ts'
import type { BookContent, MapPage } from './content.ts'
import { drawNeighbours, drawSquares } from './draw_edges.ts'
import { drawExpiry } from './draw_expiry.ts'
import { type BookPaper, EDGE, mapPageLayout, sideOf } from './layouts.ts'

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

/** North and legend beside the map. */
function drawSide(pen: Pen, layout: Layout, ground: Ground, looks: readonly PointLook[], language: Language): void {
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

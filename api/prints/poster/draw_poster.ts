/** Draws a village's poster: a large map, and beside or below it whom to call and what the signs mean. */
import { LATTICE_MM, type Shape } from '../../sheets/content.ts'
import { drawFoot, drawFrame, drawNorth, drawTitle } from '../../sheets/draw_furniture.ts'
import { inFrame, scaled } from '../../sheets/draw_ground.ts'
import type { Pen } from '../../sheets/pen.ts'
import { SHEET_TEXT } from '../../words/sheet_text.ts'
import { drawGroundMap, drawGroundNames } from '../map/draw_ground_map.ts'
import { drawSymbol } from '../map/draw_symbol.ts'
import { drawTags } from '../map/draw_tags.ts'
import { onPaper } from '../map/ground.ts'
import { zoneStyle } from '../map/looks.ts'
import { Occupied } from '../map/occupied.ts'
import { placeTags } from '../map/tags.ts'
import type { PosterContent } from './content.ts'
import { drawPanel } from './draw_panel.ts'
import { panelOf } from './layouts.ts'

const RADIUS = 5.2
const TAG = 5.2

export function drawPoster(pen: Pen, content: PosterContent): void {
  const { plate, frame, ground, points } = content
  const { layout, language } = plate
  const { map } = layout
  const place = onPaper(frame, map)
  const placed = points.map((point) => ({ ...point, at: place(point) }))
  const taken = new Occupied()
  const arrow = { x: map.x + map.width - 26, y: map.y + 8, width: 20, height: 30 }
  taken.add({ x: arrow.x + 10, y: arrow.y + 15, width: 24, height: 34 })
  const tags = placeTags(
    placed.map(({ at, label }) => ({ at, radius: RADIUS, text: label, isNeeded: label !== '' })),
    TAG,
    map,
    taken,
  )
  pen.page(layout.width, layout.height)
  drawTitle(pen, plate)
  drawGroundMap(pen, layout, ground)
  drawZones(pen, content)
  drawGroundNames(pen, layout, ground, taken, 6, language)
  pen.within(map, () => {
    for (const { look, at } of placed) drawSymbol(pen, look, at, RADIUS)
    drawTags(pen, tags, TAG)
  })
  drawNorth(pen, arrow, SHEET_TEXT[language].north)
  drawFrame(pen, plate)
  drawFoot(pen, plate, [])
  drawPanel(pen, content, panelOf(layout))
}

/** Zones in the colours and outlines of the catalogue, hatched, so that they are told from land without colour. */
function drawZones(pen: Pen, { plate: { layout }, zones }: PosterContent): void {
  const kinds = new Map<string, Shape[]>()
  for (const { kind, shape } of zones) kinds.set(kind, [...(kinds.get(kind) ?? []), shape])
  inFrame(pen, layout.map, () => {
    for (const [kind, shapes] of kinds) {
      const { fill, line } = zoneStyle(kind, 0.5)
      pen.area(shapes, fill, 0.18)
      pen.hatched(shapes, 4.5 / LATTICE_MM, scaled({ ...line, dash: undefined, width: line.width * 0.35, opacity: 0.7 }))
      for (const shape of shapes) pen.lines(shape.flat(), scaled(line))
    }
  })
}

/** Draws the segment with those before and after it on their map. */
import { drawNorth } from '../../../sheets/draw_furniture.ts'
import { terrainOf } from '../../../sheets/draw_ground.ts'
import { across, areaLegend, drawLegend, type LegendItem, legendSize, terrainLegend } from '../../../sheets/draw_legend.ts'
import type { Box } from '../../../sheets/layout.ts'
import { INK, type Pen } from '../../../sheets/pen.ts'
import { RIVER_TEXT } from '../../../words/river_text.ts'
import { SHEET_TEXT } from '../../../words/sheet_text.ts'
import { drawGroundMap, drawGroundNames } from '../../map/draw_ground_map.ts'
import { drawTags } from '../../map/draw_tags.ts'
import { onPaper } from '../../map/ground.ts'
import { Occupied } from '../../map/occupied.ts'
import { placeTags, type Tagged } from '../../map/tags.ts'
import type { SignboardContent } from './content.ts'

type Point = readonly [number, number]

const OWN = '#0b4a8f'
const OTHER = '#4f86b8'

/** Widths and sizes in millimetres of A4. */
const WIDTHS = { own: 1.3, casing: 2.1, other: 0.75 }
const END = 0.95
const TAG = 2.3

export function drawCourseMap(pen: Pen, content: SignboardContent): void {
  const { plate, frame, ground, courses, times } = content
  const { layout, language } = plate
  const { map } = layout
  const project = onPaper(frame, map)
  const place = ([x, y]: Point): Point => project({ x, y })
  const placed = courses.map((course) => ({ ...course, lines: course.lines.map((line) => line.map(place)) }))
  const own = placed.filter(({ where }) => where === 'own').flatMap(({ lines }) => lines)
  const others = placed.filter(({ where }) => where !== 'own').flatMap(({ lines }) => lines)
  const taken = new Occupied()
  const arrow = { x: map.x + map.width - 7.5 * times, y: map.y + 2 * times, width: 5.5 * times, height: 8.5 * times }
  const items = legendItems(pen, content)
  const legend = legendBox(content, legendSize(items, noteOf(content)), map)
  for (const box of [arrow, legend]) taken.add(aroundMiddle(box, times))
  const tags = placeTags(tagsOf(content, placed, map), TAG * times, map, taken)
  for (const {
    at: [x, y],
  } of [...own, ...others].flatMap((line) => alongLine(line, 2 * times)))
    taken.add({ x, y, width: 2 * times, height: 2 * times })
  drawGroundMap(pen, layout, ground)
  drawGroundNames(pen, layout, ground, taken, 1.6 * times, language)
  pen.within(map, () => {
    pen.lines(others, { width: WIDTHS.other * times, color: OTHER })
    pen.lines(own, { width: WIDTHS.casing * times, color: '#ffffff' })
    pen.lines(own, { width: WIDTHS.own * times, color: OWN })
    for (const line of own) drawFlow(pen, line, times)
    for (const line of [...own, ...others]) for (const end of [line[0]!, line.at(-1)!]) drawEnd(pen, end, times)
    drawTags(pen, tags, TAG * times)
  })
  drawNorth(pen, arrow, SHEET_TEXT[language].north)
  pen.box(legend, { fill: '#ffffff', opacity: 0.9, stroke: { width: 0.1 * times, color: INK } })
  drawLegend(pen, legend, items, noteOf(content), SHEET_TEXT[language].legend)
}

type Placed = { readonly name: string; readonly where: string; readonly lines: readonly (readonly Point[])[] }

/** What ends where is always said; whose the next ones are, where there is room on the map. */
function tagsOf({ ends, plate, times, frame }: SignboardContent, placed: readonly Placed[], map: Box): Tagged[] {
  const text = RIVER_TEXT[plate.language]
  const project = onPaper(frame, map)
  const own = ends.map(({ label, at: [x, y] }) => ({
    at: project({ x, y }),
    radius: END * times,
    text: label,
    isNeeded: true,
  }))
  const near = placed.flatMap(({ name, where, lines }) => {
    if (where !== 'upstream' && where !== 'downstream') return []
    const points = lines.flatMap((line) => alongLine(line, 3 * times).map(({ at }) => at))
    const seen = points.filter((point) => isInside(point, map, 6 * times))
    const at = seen[Math.floor(seen.length / 2)]
    return at ? [{ at, radius: WIDTHS.other * times, text: text[where](name), isNeeded: false }] : []
  })
  return [...own, ...near]
}

const isInside = ([x, y]: Point, { x: left, y: top, width, height }: Box, edge: number): boolean =>
  x > left + edge && x < left + width - edge && y > top + edge && y < top + height - edge

const aroundMiddle = ({ x, y, width, height }: Box, more: number) => ({
  x: x + width / 2,
  y: y + height / 2,
  width: width + more,
  height: height + more,
})

function drawEnd(pen: Pen, [x, y]: Point, times: number): void {
  pen.document
    .circle(x, y, END * times)
    .fillColor('#ffffff', 1)
    .fill()
  pen.document.circle(x, y, END * times)
  pen.stroke({ width: 0.35 * times, color: OWN })
}

/** White arrowheads in the line, the way the water goes. */
function drawFlow(pen: Pen, line: readonly Point[], times: number): void {
  for (const { at, angle } of alongLine(line, 11 * times)) {
    const arm = 0.75 * times
    const tip = (turn: number): Point => [at[0] - arm * Math.cos(angle + turn), at[1] - arm * Math.sin(angle + turn)]
    pen.line([tip(0.7), at, tip(-0.7)], { width: 0.28 * times, color: '#ffffff' })
  }
}

/** Places on a line, so far apart, with its direction there in radians. */
export function alongLine(line: readonly Point[], step: number): { readonly at: Point; readonly angle: number }[] {
  const found: { at: Point; angle: number }[] = []
  let next = step / 2
  let passed = 0
  for (const [index, end] of line.entries()) {
    const start = line[index - 1]
    if (!start) continue
    const length = Math.hypot(end[0] - start[0], end[1] - start[1])
    for (; length > 0 && next <= passed + length; next += step) {
      const share = (next - passed) / length
      found.push({
        at: [start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share],
        angle: Math.atan2(end[1] - start[1], end[0] - start[0]),
      })
    }
    passed += length
  }
  return found
}

const noteOf = ({ times }: SignboardContent): number => 1.7 * times

/** In the corner where it hides least of the segment. */
function legendBox({ courses, frame, times }: SignboardContent, size: { width: number; height: number }, map: Box): Box {
  const inset = 1.5 * times
  const project = onPaper(frame, map)
  const points = courses
    .filter(({ where }) => where === 'own')
    .flatMap(({ lines }) => lines.flat().map(([x, y]) => project({ x, y })))
  const [right, bottom] = [map.x + map.width - size.width - inset, map.y + map.height - size.height - inset]
  const corners: Box[] = [
    { x: map.x + inset, y: bottom, ...size },
    { x: right, y: bottom, ...size },
    { x: map.x + inset, y: map.y + inset, ...size },
  ]
  const hidden = (box: Box) => points.filter((point) => isInside(point, box, -3 * times)).length
  return corners.reduce((best, box) => (hidden(box) < hidden(best) ? box : best))
}

function legendItems(pen: Pen, { plate: { language, layout }, ground, times }: SignboardContent): LegendItem[] {
  const text = RIVER_TEXT[language].legend
  const { lines } = layout.measures
  const levels = ground.areas.slice(0, 1).map(({ level }) => level)
  return [
    { label: text.own, draw: across(pen, { width: WIDTHS.own, color: OWN }, times) },
    { label: text.other, draw: across(pen, { width: WIDTHS.other, color: OTHER }, times) },
    { label: text.end, draw: (box) => drawEnd(pen, [box.x + box.width / 2, box.y + box.height / 2], times) },
    ...areaLegend(pen, levels, '', language, lines),
    ...terrainLegend(pen, { ...terrainOf(ground), land: [] }, language, lines),
  ]
}

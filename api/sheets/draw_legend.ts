/** Draws what explains the map: its legend, and where legend and north arrow stand on it. */
import { LAND_KINDS } from '#geodata/layers/land_cover.ts'
import type { Language } from '../words/index.ts'
import { SHEET_TEXT } from '../words/sheet_text.ts'
import { LATTICE_MM, type SheetContent } from './content.ts'
import { drawNorth } from './draw_furniture.ts'
import { HATCH_MM } from './draw_grids.ts'
import type { TerrainDrawn } from './draw_ground.ts'
import type { Drawn } from './draw_map.ts'
import type { Box } from './layout.ts'
import { widthOf } from './measure.ts'
import { INK, type LineStyle, type Pen } from './pen.ts'
import { contains } from './polygon.ts'
import * as styles from './styles.ts'

export interface LegendItem {
  readonly label: string
  readonly draw: (box: Box) => void
}

/** Legend and north arrow, in the corners where least of the area is covered. */
export function drawCorners(pen: Pen, content: SheetContent, drawn: Drawn): void {
  const { layout, language } = content
  const size = layout.measures.note
  const items = legendItems(pen, content, drawn)
  const arrow = { width: size * 5, height: size * 7.4 }
  const [legendAt, arrowAt] = chooseCorners(content, legendSize(items, size), arrow)
  drawNorth(pen, arrowAt, SHEET_TEXT[language].north)
  pen.box(legendAt, { fill: '#ffffff', opacity: 0.9, stroke: { width: 0.2, color: INK } })
  drawLegend(pen, legendAt, items, size, SHEET_TEXT[language].legend)
}

const SWATCH = 3.4
const LINE = 1.75

export const legendSize = (
  items: readonly LegendItem[],
  size: number,
  columns = 1,
): { readonly width: number; readonly height: number } => ({
  width: columns * (Math.max(...items.map(({ label }) => widthOf(label, size)), size * 4) + size * (SWATCH + 2.2)),
  height: Math.ceil(items.length / columns) * size * LINE + size * 3.4,
})

/** Title and lines of a legend into a box of `legendSize`. */
export function drawLegend(
  pen: Pen,
  { x: left, y, width }: Box,
  items: readonly LegendItem[],
  size: number,
  title: string,
  columns = 1,
): void {
  const [swatch, line] = [size * SWATCH, size * LINE]
  const lines = Math.ceil(items.length / columns)
  pen.text(title, left + width / 2, y + size * 1.75, { size: size * 1.15, weight: 'bold', align: 'center' })
  items.forEach(({ label, draw }, index) => {
    const x = left + (Math.floor(index / lines) * width) / columns
    const top = y + size * 2.5 + (index % lines) * line
    draw({ x: x + size * 0.7, y: top + line * 0.14, width: swatch, height: line * 0.72 })
    pen.text(label, x + swatch + size * 1.3, top + line * 0.5 + size * 0.36, { size })
  })
}

/** Of all pairs of corners, the one that hides least of the area; legend left and below, north above and right where all are alike. */
function chooseCorners(
  { layout, map }: SheetContent,
  legend: { width: number; height: number },
  arrow: { width: number; height: number },
): [Box, Box] {
  const inset = 2
  const frame = layout.map
  const at = (corner: number, { width, height }: { width: number; height: number }): Box => ({
    x: corner % 2 === 0 ? frame.x + inset : frame.x + frame.width - width - inset,
    y: corner < 2 ? frame.y + inset : frame.y + frame.height - height - inset,
    width,
    height,
  })
  const hidden = (box: Box): number => {
    let count = 0
    for (let column = 0; column <= 12; column++)
      for (let row = 0; row <= 12; row++) {
        const x = (box.x + (box.width * column) / 12 - frame.x) / LATTICE_MM
        const y = (frame.y + frame.height - box.y - (box.height * row) / 12) / LATTICE_MM
        if (contains(map.area.shape, [x, y])) count++
      }
    return count * box.width * box.height
  }
  let best: { cost: number; boxes: [Box, Box] } | undefined
  for (const corner of [2, 3, 0, 1])
    for (const other of [1, 0, 3, 2]) {
      if (corner === other) continue
      const boxes: [Box, Box] = [at(corner, legend), at(other, arrow)]
      const overlaps = corner % 2 === other % 2 && legend.height + arrow.height + 2 * inset > frame.height
      const cost = hidden(boxes[0]) + hidden(boxes[1]) + (overlaps ? 1e9 : 0)
      if (!best || cost < best.cost) best = { cost, boxes }
    }
  return best!.boxes
}

function legendItems(pen: Pen, { levelNames, map, language }: SheetContent, drawn: Drawn): LegendItem[] {
  const text = SHEET_TEXT[language]
  const areas = areaLegend(pen, drawn.areaBorders, map.area.level, language)
  const grids = drawn.gridBorders.toReversed().flatMap((above) => {
    const name = levelNames[levelNames.length - 1 - above]
    return name ? [{ label: text.legendGrid(name), draw: across(pen, styles.gridLine(above)) }] : []
  })
  const number: LegendItem = {
    label: drawn.leaders ? text.legendNumber : text.legendNumberOnly,
    draw: (box) =>
      pen.text('12', box.x + box.width / 2, middle(box) + box.height * 0.22, {
        size: box.height * 0.62,
        weight: 'bold',
        align: 'center',
      }),
  }
  const site: LegendItem = {
    label: text.legendSite,
    draw: (box) => {
      pen.box(box, { fill: styles.SITE_FILL, opacity: 0.22 })
      pen.box(box, { stroke: styles.SITE })
    },
  }
  const vacant: LegendItem = { label: text.legendVacant, draw: (box) => drawHatch(pen, box) }
  return [
    ...areas,
    ...grids,
    number,
    ...(drawn.sites ? [site] : []),
    ...(drawn.vacant ? [vacant] : []),
    ...terrainLegend(pen, drawn, language),
  ]
}

/** Lines of the legend for roads, rivers and land. */
export function terrainLegend(pen: Pen, drawn: TerrainDrawn, language: Language, times = 1): LegendItem[] {
  const text = SHEET_TEXT[language]
  const roads = styles.ROADS.toReversed()
    .filter(({ key }) => drawn.roads.includes(key))
    .map(
      ({ key, lines }): LegendItem => ({
        label: text.legendRoads[key],
        draw: (box) => {
          for (const style of lines) across(pen, style, times)(box)
        },
      }),
    )
  const river: LegendItem = { label: text.legendRiver, draw: across(pen, styles.RIVERS.main!, times) }
  const land = styles.LAND_IN_LEGEND.filter((kind) => drawn.land.includes(kind)).map(
    (kind): LegendItem => ({
      label: LAND_KINDS.find(({ value }) => value === kind)!.label[language],
      draw: (box) => pen.box(box, { fill: styles.LAND_COLOURS[kind]!, stroke: { width: 0.1, color: '#b9b2a5' } }),
    }),
  )
  return [...roads, ...(drawn.rivers ? [river] : []), ...land]
}

const middle = ({ y, height }: Box): number => y + height / 2

/** A line through the middle of a swatch. */
export const across =
  (pen: Pen, style: LineStyle, times = 1) =>
  (box: Box) =>
    pen.line(
      [
        [box.x, middle(box)],
        [box.x + box.width, middle(box)],
      ],
      { ...style, width: style.width * times, dash: style.dash?.map((part) => part * times), cap: 'butt' },
    )

/** Lines of the legend for borders; that of the map's own area has its halo. */
export const areaLegend = (pen: Pen, levels: readonly string[], own: string, language: Language, times = 1): LegendItem[] =>
  [...new Set(levels)].map((level) => ({
    label: SHEET_TEXT[language].legendAreas[level]!,
    draw: (box) => {
      if (level === own) across(pen, { width: 2, color: styles.AREA_COLOUR, opacity: 0.2 }, times)(box)
      across(pen, styles.AREA_LINES[level]!, times)(box)
    },
  }))

function drawHatch(pen: Pen, box: Box): void {
  const lines: [number, number][][] = []
  for (let x = box.x - box.height; x < box.x + box.width; x += HATCH_MM * Math.SQRT1_2 * 1.4)
    lines.push([
      [x, box.y + box.height],
      [x + box.height, box.y],
    ])
  pen.clipped(
    () => pen.document.rect(box.x, box.y, box.width, box.height),
    () => pen.lines(lines, { width: 0.12, color: styles.VACANT, opacity: 0.7 }),
  )
  pen.box(box, { stroke: styles.GRID_LINES[0]! })
}

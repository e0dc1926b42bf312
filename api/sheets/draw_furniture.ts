/** Draws what stands around the map and in its corners: title, north, scale, legend, notes. */
import { LAND_KINDS } from '#geodata/layers/land_cover.ts'
import { dayInWords, SHEET_TEXT } from '../words/sheet_text.ts'
import { LATTICE_MM, type SheetContent } from './content.ts'
import { type Drawn, HATCH_MM } from './draw_map.ts'
import { type Box, scaleBar } from './layout.ts'
import { widthOf } from './measure.ts'
import { FAINT, INK, type LineStyle, type Pen } from './pen.ts'
import { contains } from './polygon.ts'
import * as styles from './styles.ts'

export function drawTitle(pen: Pen, { title, subtitle, layout }: SheetContent): void {
  const { margin, title: height } = layout.measures
  const room = layout.width - 2 * margin
  const wanted = layout.paper === 'A3' ? 9.5 : 7
  const spacing = /^[ -~]*$/.test(title) ? 0 : wanted * 0.12
  const size = Math.min(wanted, wanted * (room / (widthOf(title, wanted, 'bold') + spacing * title.length)))
  const middle = layout.width / 2
  pen.text(title, middle, margin + height * 0.52, { size, weight: 'bold', align: 'center', spacing: (spacing * size) / wanted })
  pen.text(subtitle, middle, margin + height * 0.83, { size: layout.paper === 'A3' ? 3.4 : 2.7, color: FAINT, align: 'center' })
}

/** The neatline: a thin line at the map, a thick one around it. */
export function drawFrame(pen: Pen, { layout: { map, paper } }: SheetContent): void {
  const gap = paper === 'A3' ? 1.6 : 1.2
  pen.box(map, { stroke: { width: 0.2, color: INK } })
  pen.box(
    { x: map.x - gap, y: map.y - gap, width: map.width + 2 * gap, height: map.height + 2 * gap },
    { stroke: { width: 0.7, color: INK } },
  )
}

/** Below the map: who drew it when on the left, the scale in the middle, the approval on the right. */
export function drawFoot(pen: Pen, content: SheetContent, { unnumbered }: Drawn): void {
  const { layout, language, issuedBy, approvalNumber, drawnOn, day, meridian } = content
  const text = SHEET_TEXT[language]
  const { map, scale } = layout
  const size = layout.paper === 'A3' ? 2.9 : 2.3
  const top = map.y + map.height + (layout.paper === 'A3' ? 6 : 4.8)
  const said = (title: string, what: string) => `${title}${text.colon}${what}`
  const left = [
    ...(issuedBy ? [said(text.issuedBy, issuedBy)] : []),
    text.coordinates(meridian),
    ...tradesNote(content),
    ...(unnumbered > 0 ? [text.unnumbered(unnumbered)] : []),
  ]
  const right = [
    `${said(text.drawnOn, dayInWords(drawnOn, language))}`,
    `${said(text.day, dayInWords(day, language))}`,
    approvalNumber ? said(text.approval, approvalNumber) : text.internal,
  ]
  for (const [index, line] of left.entries()) pen.text(line, map.x, top + index * size * 1.5, { size })
  right.forEach((line, index) => {
    const isLast = index === right.length - 1
    pen.text(line, map.x + map.width, top + index * size * 1.5, { size, align: 'right', weight: isLast ? 'bold' : 'regular' })
  })
  // A narrow map leaves the middle to the longest of the notes: then the bar stands to the right of it.
  const notes = Math.max(...left.map((line) => widthOf(line, size)))
  const bar = scaleBar(scale, Math.min(layout.paper === 'A3' ? 70 : 48, map.width * 0.3))
  const free = map.x + notes + 6 + bar.width / 2 + 8
  drawScale(pen, content, Math.max(map.x + map.width / 2, free), top, size)
}

function tradesNote({ map, language }: SheetContent): string[] {
  const count = map.grids.filter((grid) => grid.class === 'B').length
  return count > 0 ? [SHEET_TEXT[language].trades(count)] : []
}

function drawScale(pen: Pen, { layout, language }: SheetContent, middle: number, top: number, size: number): void {
  const text = SHEET_TEXT[language]
  const { scale, map, paper } = layout
  const { metres, segments, width } = scaleBar(scale, Math.min(paper === 'A3' ? 70 : 48, map.width * 0.3))
  pen.text(`${text.scale} 1:${scale.toLocaleString('en').replaceAll(',', language === 'en' ? ',' : '')}`, middle, top, {
    size: size * 1.15,
    weight: 'bold',
    align: 'center',
  })
  const [x, y, height] = [middle - width / 2, top + size * 0.75, size * 0.4]
  const isKilometres = metres * segments >= 2000
  for (let index = 0; index < segments; index++) {
    const box: Box = { x: x + (index * width) / segments, y, width: width / segments, height }
    pen.box(box, { fill: index % 2 === 0 ? INK : '#ffffff', stroke: { width: 0.12, color: INK } })
  }
  for (let index = 0; index <= segments; index++) {
    const value = (metres * index) / (isKilometres ? 1000 : 1)
    const label = `${Math.round(value * 100) / 100}`
    pen.text(label, x + (index * width) / segments, y + height + size * 0.95, { size: size * 0.85, align: 'center' })
  }
  pen.text(isKilometres ? text.kilometres : text.metres, x + width + size * 1.2, y + height + size * 0.95, { size: size * 0.85 })
}

export function drawPageNumber(pen: Pen, { layout, language }: SheetContent, page: number, pages: number): void {
  const { width, height, measures, paper } = layout
  const size = paper === 'A3' ? 2.8 : 2.3
  pen.text(SHEET_TEXT[language].page(page, pages), width / 2, height - measures.margin + 1, {
    size,
    color: FAINT,
    align: 'center',
  })
}

interface LegendItem {
  readonly label: string
  readonly draw: (box: Box) => void
}

/** Legend and north arrow, in the corners where least of the area is covered. */
export function drawCorners(pen: Pen, content: SheetContent, drawn: Drawn): void {
  const { layout, language } = content
  const size = layout.paper === 'A3' ? 2.9 : 2.3
  const items = legendItems(pen, content, drawn)
  const swatch = size * 3.4
  const line = size * 1.75
  const width = Math.max(...items.map(({ label }) => widthOf(label, size)), size * 4) + swatch + size * 2.2
  const height = items.length * line + size * 3.4
  const arrow = { width: size * 5, height: size * 7.4 }
  const [legendAt, arrowAt] = chooseCorners(content, { width, height }, arrow)
  drawNorth(pen, arrowAt, SHEET_TEXT[language].north)
  pen.box(legendAt, { fill: '#ffffff', opacity: 0.9, stroke: { width: 0.2, color: INK } })
  pen.text(SHEET_TEXT[language].legend, legendAt.x + width / 2, legendAt.y + size * 1.75, {
    size: size * 1.15,
    weight: 'bold',
    align: 'center',
  })
  items.forEach(({ label, draw }, index) => {
    const y = legendAt.y + size * 2.5 + index * line
    draw({ x: legendAt.x + size * 0.7, y: y + line * 0.14, width: swatch, height: line * 0.72 })
    pen.text(label, legendAt.x + swatch + size * 1.3, y + line * 0.5 + size * 0.36, { size })
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

function drawNorth(pen: Pen, { x, y, width, height }: Box, north: string): void {
  const middle = x + width / 2
  const [top, bottom] = [y + height * 0.3, y + height]
  pen.text(north, middle, y + height * 0.24, { size: height * 0.22, weight: 'bold', align: 'center' })
  const half = width * 0.3
  const waist = bottom - height * 0.14
  pen.document
    .moveTo(middle, top)
    .lineTo(middle - half, bottom)
    .lineTo(middle, waist)
    .closePath()
    .fillColor(INK, 1)
    .fill()
  pen.document
    .moveTo(middle, top)
    .lineTo(middle + half, bottom)
    .lineTo(middle, waist)
    .closePath()
    .fillColor('#ffffff', 1)
    .fill()
  pen.line(
    [
      [middle, top],
      [middle + half, bottom],
      [middle, waist],
      [middle - half, bottom],
      [middle, top],
    ],
    { width: 0.18, color: INK },
  )
}

function legendItems(pen: Pen, { levelNames, map, language }: SheetContent, drawn: Drawn): LegendItem[] {
  const text = SHEET_TEXT[language]
  const middle = ({ y, height }: Box) => y + height / 2
  const across = (style: LineStyle) => (box: Box) =>
    pen.line(
      [
        [box.x, middle(box)],
        [box.x + box.width, middle(box)],
      ],
      { ...style, cap: 'butt' },
    )
  const areas = [...new Set(drawn.areaBorders)].map((level) => ({
    label: text.legendAreas[level]!,
    draw: (box: Box) => {
      if (level === map.area.level) across({ width: 2, color: styles.AREA_COLOUR, opacity: 0.2 })(box)
      across(styles.AREA_LINES[level]!)(box)
    },
  }))
  const grids = drawn.gridBorders.toReversed().flatMap((above) => {
    const name = levelNames[levelNames.length - 1 - above]
    return name ? [{ label: text.legendGrid(name), draw: across(styles.gridLine(above)) }] : []
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
  const roads = styles.ROADS.toReversed()
    .filter(({ key }) => drawn.roads.includes(key))
    .map(
      ({ key, lines }): LegendItem => ({
        label: text.legendRoads[key],
        draw: (box) => {
          for (const style of lines) across(style)(box)
        },
      }),
    )
  const river: LegendItem = { label: text.legendRiver, draw: across(styles.RIVERS.main!) }
  const land = styles.LAND_IN_LEGEND.filter((kind) => drawn.land.includes(kind)).map(
    (kind): LegendItem => ({
      label: LAND_KINDS.find(({ value }) => value === kind)!.label[language],
      draw: (box) => pen.box(box, { fill: styles.LAND_COLOURS[kind]!, stroke: { width: 0.1, color: '#b9b2a5' } }),
    }),
  )
  return [
    ...areas,
    ...grids,
    number,
    ...(drawn.sites ? [site] : []),
    ...(drawn.vacant ? [vacant] : []),
    ...roads,
    ...(drawn.rivers ? [river] : []),
    ...land,
  ]
}

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

/** Draws what stands around a map: title, frame, scale, north, notes. */
import { dayInWords, SHEET_TEXT } from '../words/sheet_text.ts'
import type { Plate } from './content.ts'
import { type Box, scaleBar } from './layout.ts'
import { widthOf } from './measure.ts'
import { FAINT, INK, type Pen } from './pen.ts'

export function drawTitle(pen: Pen, { title, subtitle, layout }: Plate): void {
  const { margin, title: height } = layout.measures
  const room = layout.width - 2 * margin
  const wanted = layout.measures.heading
  const spacing = /^[ -~]*$/.test(title) ? 0 : wanted * 0.12
  const size = Math.min(wanted, wanted * (room / (widthOf(title, wanted, 'bold') + spacing * title.length)))
  const middle = layout.width / 2
  pen.text(title, middle, margin + height * 0.52, { size, weight: 'bold', align: 'center', spacing: (spacing * size) / wanted })
  pen.text(subtitle, middle, margin + height * 0.83, { size: layout.measures.subheading, color: FAINT, align: 'center' })
}

/** The neatline: a thin line at the map, a thick one around it. */
export function drawFrame(pen: Pen, { layout: { map, measures } }: Pick<Plate, 'layout'>): void {
  const gap = measures.frame
  pen.box(map, { stroke: { width: 0.2, color: INK } })
  pen.box(
    { x: map.x - gap, y: map.y - gap, width: map.width + 2 * gap, height: map.height + 2 * gap },
    { stroke: { width: 0.7, color: INK } },
  )
}

/** Below the map: who drew it when on the left, the scale in the middle, the approval on the right. */
export function drawFoot(pen: Pen, plate: Plate, notes: readonly string[]): void {
  const { layout, language, issuedBy, approvalNumber, drawnOn, day, meridian } = plate
  const text = SHEET_TEXT[language]
  const { map, scale, measures } = layout
  const size = measures.note
  const top = map.y + map.height + size * 2.08
  const said = (title: string, what: string) => `${title}${text.colon}${what}`
  const left = [...(issuedBy ? [said(text.issuedBy, issuedBy)] : []), text.coordinates(meridian), ...notes]
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
  // In the middle of the map where the notes leave room for it, else in the middle of what they leave.
  const gap = size * 3
  const from = map.x + Math.max(...left.map((line) => widthOf(line, size))) + gap
  const to = map.x + map.width - Math.max(...right.map((line) => widthOf(line, size, 'bold'))) - gap
  const wanted = Math.max(size * 8, Math.min(measures.bar, map.width * 0.3, (to - from) * 0.85))
  const half = scaleBar(scale, wanted).width / 2 + size * 1.5
  const middle = map.x + map.width / 2
  const isFree = from + half <= middle && middle <= to - half
  drawScale(pen, plate, isFree ? middle : (from + to) / 2, top, size, wanted)
}

/** Scale in numbers above a bar about as long as wanted. */
function drawScale(
  pen: Pen,
  { layout, language }: Pick<Plate, 'layout' | 'language'>,
  middle: number,
  top: number,
  size: number,
  wanted: number,
): void {
  const text = SHEET_TEXT[language]
  const { scale } = layout
  const { metres, segments, width } = scaleBar(scale, wanted)
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
  const labels = Array.from({ length: segments + 1 }, (_, index) => {
    const value = (metres * index) / (isKilometres ? 1000 : 1)
    return `${Math.round(value * 100) / 100}`
  })
  // On a short bar only the ends are told: numbers that touch can't be read.
  const widest = Math.max(...labels.map((label) => widthOf(label, size * 0.85))) * 1.3
  labels.forEach((label, index) => {
    if (widest > width / segments && index % segments !== 0) return
    pen.text(label, x + (index * width) / segments, y + height + size * 0.95, { size: size * 0.85, align: 'center' })
  })
  pen.text(isKilometres ? text.kilometres : text.metres, x + width + size * 1.2, y + height + size * 0.95, { size: size * 0.85 })
}

export function drawPageNumber(
  pen: Pen,
  { layout, language }: Pick<Plate, 'layout' | 'language'>,
  page: number,
  pages: number,
): void {
  const { width, height, measures } = layout
  pen.text(SHEET_TEXT[language].page(page, pages), width / 2, height - measures.margin + 1, {
    size: measures.note,
    color: FAINT,
    align: 'center',
  })
}

export function drawNorth(pen: Pen, { x, y, width, height }: Box, north: string): void {
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

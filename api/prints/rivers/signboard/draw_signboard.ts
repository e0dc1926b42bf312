/** Draws the signboard (公示牌) of a river segment: a band with its name, words on the left, map and code on the right. */
import { drawFoot, drawFrame } from '../../../sheets/draw_furniture.ts'
import { widthOf } from '../../../sheets/measure.ts'
import type { Pen } from '../../../sheets/pen.ts'
import { RIVER_TEXT } from '../../../words/river_text.ts'
import type { SignboardContent } from './content.ts'
import { drawCode } from './draw_code.ts'
import { drawCourseMap } from './draw_course.ts'
import { drawWords } from './draw_words.ts'
import { BAND, HOTLINE, SCAN, WORDS } from './layouts.ts'
import { BAND_COLOUR, HOTLINE_COLOUR } from './styles.ts'

export function drawSignboard(pen: Pen, content: SignboardContent): void {
  const { plate, times } = content
  pen.page(plate.layout.width, plate.layout.height)
  // Words are laid out on A4; the map's scale must be true on the paper itself.
  pen.document.save()
  pen.document.scale(times)
  drawBand(pen, content)
  drawWords(pen, content, WORDS)
  drawHotline(pen, content)
  drawScan(pen, content)
  pen.document.restore()
  drawCourseMap(pen, content)
  drawFrame(pen, plate)
  drawFoot(pen, plate, [])
}

/** @returns the size in which a text fits into a width */
const sizeFor = (text: string, width: number, wanted: number): number =>
  Math.min(wanted, (wanted * width) / widthOf(text, wanted, 'bold'))

function drawBand(pen: Pen, { plate: { title, subtitle } }: SignboardContent): void {
  const room = BAND.width - 18
  const middle = BAND.width / 2
  pen.box(BAND, { fill: BAND_COLOUR })
  const size = sizeFor(title, room / 1.12, 12.5)
  pen.text(title, middle, 16.5, {
    size,
    weight: 'bold',
    color: '#ffffff',
    align: 'center',
    spacing: /^[ -~]*$/.test(title) ? 0 : size * 0.12,
  })
  pen.text(subtitle, middle, 25.5, { size: sizeFor(subtitle, room, 6), color: '#ffffff', align: 'center' })
}

function drawHotline(pen: Pen, { hotline, plate: { language } }: SignboardContent): void {
  const { x, y, width, height } = HOTLINE
  const text = RIVER_TEXT[language]
  pen.box(HOTLINE, { fill: HOTLINE_COLOUR })
  const label = { size: 5, weight: 'bold', color: '#ffffff' } as const
  pen.text(text.hotline, x + 5, y + 9, label)
  const half = width / 2 - 3
  pen.text(hotline.about, x + 5, y + 16.5, { size: sizeFor(hotline.about, half, 3.2), color: '#ffffff' })
  const size = sizeFor(hotline.number, half, 11.5)
  pen.text(hotline.number, x + width - 5, y + height / 2 + size * 0.36, {
    size,
    weight: 'bold',
    color: '#ffffff',
    align: 'right',
  })
}

function drawScan(pen: Pen, { address, plate: { language } }: SignboardContent): void {
  const side = SCAN.height
  const code = { x: SCAN.x + SCAN.width - side, y: SCAN.y, width: side, height: side }
  const room = SCAN.width - side - 4
  drawCode(pen, address, code)
  RIVER_TEXT[language].scan.forEach((line, index) => {
    pen.text(line, code.x - 3, SCAN.y + side / 2 - 1 + index * 7.5, {
      size: sizeFor(line, room, 5.5),
      weight: 'bold',
      color: BAND_COLOUR,
      align: 'right',
    })
  })
}

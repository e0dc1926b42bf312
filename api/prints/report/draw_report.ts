/** Draws a report of figures: title, blocks, and on each page its number. */
import { widthOf } from '../../sheets/measure.ts'
import { FAINT, type Pen } from '../../sheets/pen.ts'
import { SHEET_TEXT } from '../../words/sheet_text.ts'
import type { Report } from './content.ts'
import { placeReport } from './place.ts'
import { ACCENT, LEFT, PAGE_HEIGHT, PAGE_WIDTH, WIDTH } from './styles.ts'

export function drawReport(pen: Pen, report: Report): void {
  const pages = placeReport(report)
  pages.forEach((parts, index) => {
    pen.page(PAGE_WIDTH, PAGE_HEIGHT)
    if (index === 0) drawHead(pen, report)
    else drawRunningHead(pen, report)
    for (const draw of parts) draw(pen)
    pen.text(SHEET_TEXT[report.language].page(index + 1, pages.length), PAGE_WIDTH / 2, PAGE_HEIGHT - 10, {
      ...{ size: 2.6, color: FAINT, align: 'center' },
    })
  })
}

const fitting = (text: string, wanted: number, weight: 'regular' | 'bold'): number =>
  Math.min(wanted, (wanted * WIDTH) / widthOf(text, wanted, weight))

function drawHead(pen: Pen, { title, subtitle, said }: Report): void {
  const middle = PAGE_WIDTH / 2
  pen.text(title, middle, 23, { size: fitting(title, 8.4, 'bold'), weight: 'bold', align: 'center' })
  pen.text(subtitle, middle, 31.5, { size: fitting(subtitle, 4.4, 'regular'), align: 'center', color: ACCENT })
  rule(pen, 35, 0.9)
  const [left, right] = said
  pen.text(left, LEFT, 39.6, { size: 2.8, color: FAINT })
  pen.text(right, LEFT + WIDTH, 39.6, { size: 2.8, color: FAINT, align: 'right' })
}

function drawRunningHead(pen: Pen, { title, subtitle }: Report): void {
  pen.text(title, LEFT, 15.5, { size: fitting(title, 2.8, 'regular'), color: FAINT })
  pen.text(subtitle, LEFT + WIDTH, 15.5, { size: 2.8, color: FAINT, align: 'right' })
  rule(pen, 17.2, 0.3)
}

function rule(pen: Pen, y: number, width: number): void {
  pen.line(
    [
      [LEFT, y],
      [LEFT + WIDTH, y],
    ],
    { width, color: ACCENT, cap: 'butt' },
  )
}

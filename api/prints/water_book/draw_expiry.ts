import { FAINT, type Pen } from '../../sheets/pen.ts'
import { PRINT_TEXT } from '../../words/print_text.ts'
import { dayInWords } from '../../words/sheet_text.ts'
import type { BookContent } from './content.ts'

/** On every sheet: a loose one must tell that it is out of date. */
export function drawExpiry(pen: Pen, { plate, expires }: BookContent): void {
  const { width, measures } = plate.layout
  const size = measures.note
  pen.text(
    PRINT_TEXT[plate.language].validUntil(dayInWords(expires, plate.language)),
    width - measures.margin,
    measures.margin + size * 1.4,
    {
      size: size * 1.15,
      weight: 'bold',
      align: 'right',
    },
  )
  pen.text(
    PRINT_TEXT[plate.language].asOf(dayInWords(plate.day, plate.language)),
    width - measures.margin,
    measures.margin + size * 2.9,
    {
      size,
      color: FAINT,
      align: 'right',
    },
  )
}

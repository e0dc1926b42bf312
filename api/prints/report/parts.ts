/** The parts of a report, each with its height before it is drawn. Millimetres. */
import { fill, widthOf } from '../../sheets/measure.ts'
import { FAINT, INK, type Pen } from '../../sheets/pen.ts'
import type { Figure } from './content.ts'
import type { Part } from './place.ts'
import { ACCENT, BAD, GOOD, LINE, NOTE, TEXT, WIDTH } from './styles.ts'

export { barsPart } from './draw_bars.ts'

export function headingPart(text: string): Part {
  const size = 4.5
  return {
    gap: 7,
    height: size * 1.4,
    draw: (pen, x, y) => {
      pen.box({ x, y: y + size * 0.08, width: 1.1, height: size }, { fill: ACCENT })
      pen.text(text, x + 2.8, y + size * 0.92, { size, weight: 'bold', color: ACCENT })
    },
  }
}

export function paragraphPart(text: string): Part {
  const lines = fill(text, WIDTH, TEXT)
  return {
    gap: 2,
    height: lines.length * TEXT * LINE,
    draw: (pen, x, y) => {
      for (const [index, line] of lines.entries()) pen.text(line, x, y + TEXT * (1.1 + index * LINE), { size: TEXT })
    },
  }
}

export function notesPart(title: string, notes: readonly string[]): Part {
  const lines = notes.flatMap((note) => fill(note, WIDTH, NOTE))
  const line = NOTE * 1.5
  return {
    gap: 8,
    height: (lines.length + 1) * line + 2,
    draw: (pen, x, y) => {
      pen.line(
        [
          [x, y],
          [x + 40, y],
        ],
        { width: 0.2, color: FAINT },
      )
      pen.text(title, x, y + 2 + NOTE, { size: NOTE, weight: 'bold', color: FAINT })
      for (const [index, each] of lines.entries())
        pen.text(each, x, y + 2 + NOTE + (index + 1) * line, { size: NOTE, color: FAINT })
    },
  }
}

const TILE = { alone: 15, compared: 23, gap: 2.5, most: 5, inset: 2.4 }
const TONES = { good: GOOD, bad: BAD, plain: INK } as const

/** In rows of equal length, five at most. */
export function figuresPart(figures: readonly Figure[]): Part {
  const rows = Math.max(1, Math.ceil(figures.length / TILE.most))
  const columns = Math.ceil(figures.length / rows)
  const width = (WIDTH - (columns - 1) * TILE.gap) / columns
  const height = figures.some(({ before, change }) => before !== null || change !== null) ? TILE.compared : TILE.alone
  return {
    gap: 3,
    height: rows * height + (rows - 1) * TILE.gap,
    draw: (pen, x, y) =>
      figures.forEach((figure, index) => {
        const left = x + (index % columns) * (width + TILE.gap)
        drawTile(pen, figure, left, y + Math.floor(index / columns) * (height + TILE.gap), { width, height })
      }),
  }
}

function drawTile(
  pen: Pen,
  { label, value, before, change, tone }: Figure,
  x: number,
  y: number,
  { width, height }: { width: number; height: number },
): void {
  const { inset } = TILE
  const room = width - 2 * inset
  const fitting = (text: string, size: number, weight: 'regular' | 'bold' = 'regular') =>
    Math.min(size, (size * room) / widthOf(text, size, weight))
  pen.box({ x, y, width, height }, { fill: '#f1f5f6' })
  pen.box({ x, y, width, height: 0.7 }, { fill: ACCENT })
  pen.text(label, x + inset, y + 5, { size: fitting(label, 2.9), color: FAINT })
  pen.text(value, x + inset, y + 12.2, { size: fitting(value, 6.2, 'bold'), weight: 'bold' })
  if (before !== null) pen.text(before, x + inset, y + 16.8, { size: fitting(before, 2.6), color: FAINT })
  if (change !== null)
    pen.text(change, x + inset, y + 20.8, { size: fitting(change, 2.6, 'bold'), weight: 'bold', color: TONES[tone] })
}

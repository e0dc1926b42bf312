import type { PointLook } from '#geodata/layers/look.ts'
import { ABOVE } from '../../sheets/measure.ts'
import type { Pen } from '../../sheets/pen.ts'

/** Marks that leave the symbol empty: what it stands for can't be counted on. */
const HOLLOW = ['cross', 'question', 'slash', 'clock']

/**
 * A symbol around its place: full where all is well; empty with a question mark where nobody knows, crossed out where it is of no use,
 * with a broken rim where it is not there yet; with an exclamation mark beside it where something is to be minded.
 */
export function drawSymbol(
  pen: Pen,
  { shape, color, glyph, mark }: PointLook,
  [x, y]: readonly [number, number],
  radius: number,
): void {
  const isHollow = mark !== undefined && HOLLOW.includes(mark)
  const { document } = pen
  outline(pen, shape, x, y, radius)
  document.fillColor(isHollow ? '#ffffff' : color, 1).fill()
  outline(pen, shape, x, y, radius)
  pen.stroke({
    width: radius * (isHollow ? 0.28 : 0.16),
    color: isHollow ? color : '#ffffff',
    dash: mark === 'clock' ? [radius * 0.5, radius * 0.35] : undefined,
  })
  const text = mark === 'question' ? '?' : glyph
  const size = radius * (mark === 'question' ? 1.5 : 1.15)
  const sunk = shape === 'triangle' ? radius * 0.28 : 0
  if (mark === 'question') pen.text(text, x, y + size * 0.36, { size, weight: 'bold', color, align: 'center' })
  else
    pen.text(text, x, y + sunk + size * (ABOVE - 0.5), {
      size,
      weight: 'bold',
      color: isHollow ? color : '#ffffff',
      align: 'center',
    })
  if (mark === 'cross' || mark === 'slash') {
    const arm = radius * 0.95
    const strokes = mark === 'cross' ? [-1, 1] : [1]
    for (const side of strokes)
      pen.line(
        [
          [x - arm, y + side * arm],
          [x + arm, y - side * arm],
        ],
        { width: radius * 0.26, color },
      )
  }
  if (mark === 'exclamation') drawBadge(pen, '!', color, [x + radius * 0.85, y - radius * 0.85], radius * 0.5)
}

function drawBadge(pen: Pen, text: string, color: string, [x, y]: readonly [number, number], radius: number): void {
  pen.document.circle(x, y, radius).fillColor('#ffffff', 1).fill()
  pen.document.circle(x, y, radius)
  pen.stroke({ width: radius * 0.22, color })
  pen.text(text, x, y + radius * 0.5, { size: radius * 1.5, weight: 'bold', color, align: 'center' })
}

function outline({ document }: Pen, shape: PointLook['shape'], x: number, y: number, r: number): void {
  if (shape === 'circle') document.circle(x, y, r)
  else if (shape === 'square') document.roundedRect(x - r * 0.92, y - r * 0.92, r * 1.84, r * 1.84, r * 0.2)
  else if (shape === 'diamond')
    document
      .moveTo(x, y - r * 1.2)
      .lineTo(x + r * 1.2, y)
      .lineTo(x, y + r * 1.2)
      .lineTo(x - r * 1.2, y)
      .closePath()
  else if (shape === 'triangle')
    document
      .moveTo(x, y - r * 1.15)
      .lineTo(x + r * 1.15, y + r * 0.9)
      .lineTo(x - r * 1.15, y + r * 0.9)
      .closePath()
  else
    document
      .moveTo(x, y - r * 1.5)
      .bezierCurveTo(x + r * 0.35, y - r * 0.95, x + r, y - r * 0.6, x + r, y)
      .bezierCurveTo(x + r, y + r * 0.56, x + r * 0.56, y + r, x, y + r)
      .bezierCurveTo(x - r * 0.56, y + r, x - r, y + r * 0.56, x - r, y)
      .bezierCurveTo(x - r, y - r * 0.6, x - r * 0.35, y - r * 0.95, x, y - r * 1.5)
      .closePath()
}

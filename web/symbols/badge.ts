// Point symbols, drawn on a canvas: the same drawing becomes a map image and a swatch in the legend.
import type { Mark, PointShape } from '#geodata/layers/index.ts'
import type { PointLook } from './look.ts'

/** CSS pixels of a badge's image, and of the shape in it; the rest is room for halo and mark. */
export const BADGE_SIZE = 30
const SHAPE_SIZE = 21
export const DOT_SIZE = 14
const DOT_SHAPE_SIZE = 8

const GLYPH_FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif"

/** A badge: shape, colour, one character, and a mark that tells the state without colour. */
export function drawBadge(context: CanvasRenderingContext2D, look: PointLook): void {
  const centre = BADGE_SIZE / 2
  drawShape(context, look.shape, centre, centre, SHAPE_SIZE, look.color, 1.5)
  context.fillStyle = '#ffffff'
  context.font = `600 ${GLYPH_SIZES[look.shape]}px ${GLYPH_FONT}`
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  // Measured, because the middle of a Chinese character lies elsewhere in every font.
  const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = context.measureText(look.glyph)
  context.fillText(look.glyph, centre, centre + GLYPH_SHIFTS[look.shape] + (up - down) / 2)
  if (look.mark) drawMark(context, look.mark, BADGE_SIZE - 7, 7, look.color)
}

/** For small scales: colour and shape only. A hollow dot is one with a mark. */
export function drawDot(context: CanvasRenderingContext2D, look: PointLook): void {
  const centre = DOT_SIZE / 2
  drawShape(context, look.shape, centre, centre, DOT_SHAPE_SIZE, look.color, 1.25)
  if (look.mark) drawShape(context, look.shape, centre, centre, DOT_SHAPE_SIZE - 4, '#ffffff', 0)
}

const GLYPH_SIZES: Readonly<Record<PointShape, number>> = { circle: 12.5, square: 13, diamond: 11, triangle: 10, drop: 11.5 }
const GLYPH_SHIFTS: Readonly<Record<PointShape, number>> = { circle: 0, square: 0, diamond: 0, triangle: 3, drop: 2.5 }

function drawShape(
  context: CanvasRenderingContext2D,
  shape: PointShape,
  x: number,
  y: number,
  size: number,
  color: string,
  halo: number,
): void {
  const path = shapePath(shape, x, y, size)
  context.lineJoin = 'round'
  if (halo > 0) {
    // White against the map, and a hair of grey outside it against white.
    context.strokeStyle = 'rgb(30 40 44 / 35%)'
    context.lineWidth = halo * 2 + 1.2
    context.stroke(path)
    context.strokeStyle = '#ffffff'
    context.lineWidth = halo * 2
    context.stroke(path)
  }
  context.fillStyle = color
  context.fill(path)
}

function shapePath(shape: PointShape, x: number, y: number, size: number): Path2D {
  const path = new Path2D()
  const half = size / 2
  switch (shape) {
    case 'circle':
      path.arc(x, y, half, 0, 2 * Math.PI)
      break
    case 'square':
      path.roundRect(x - half * 0.92, y - half * 0.92, size * 0.92, size * 0.92, size * 0.16)
      break
    case 'diamond':
      polygon(path, [
        [x, y - half * 1.15],
        [x + half * 1.15, y],
        [x, y + half * 1.15],
        [x - half * 1.15, y],
      ])
      break
    case 'triangle':
      polygon(path, [
        [x, y - half * 1.02],
        [x + half * 1.16, y + half * 0.9],
        [x - half * 1.16, y + half * 0.9],
      ])
      break
    case 'drop': {
      const radius = half * 0.88
      const low = y + half * 0.22
      path.moveTo(x, y - half * 1.22)
      path.bezierCurveTo(x + half * 0.35, y - half * 0.72, x + radius, low - radius * 0.75, x + radius, low)
      path.arc(x, low, radius, 0, Math.PI)
      path.bezierCurveTo(x - radius, low - radius * 0.75, x - half * 0.35, y - half * 0.72, x, y - half * 1.22)
      path.closePath()
      break
    }
  }
  return path
}

function polygon(path: Path2D, points: readonly (readonly [number, number])[]): void {
  points.forEach(([x, y], index) => {
    if (index === 0) path.moveTo(x, y)
    else path.lineTo(x, y)
  })
  path.closePath()
}

const MARK_RADIUS = 5

function drawMark(context: CanvasRenderingContext2D, mark: Mark, x: number, y: number, color: string): void {
  context.beginPath()
  context.arc(x, y, MARK_RADIUS, 0, 2 * Math.PI)
  context.fillStyle = '#ffffff'
  context.fill()
  context.lineWidth = 1.25
  context.strokeStyle = color
  context.stroke()
  context.strokeStyle = '#1a2326'
  context.fillStyle = '#1a2326'
  context.lineWidth = 1.6
  context.lineCap = 'round'
  const reach = 2.1
  const line = (...points: readonly number[]) => {
    context.beginPath()
    context.moveTo(x + points[0]!, y + points[1]!)
    for (let index = 2; index < points.length; index += 2) context.lineTo(x + points[index]!, y + points[index + 1]!)
    context.stroke()
  }
  switch (mark) {
    case 'cross':
      line(-reach, -reach, reach, reach)
      line(-reach, reach, reach, -reach)
      break
    case 'slash':
      line(-reach, reach, reach, -reach)
      break
    case 'clock':
      line(0, -2.6, 0, 0.2, 2, 1.2)
      break
    case 'exclamation':
    case 'question':
      context.font = '700 8.5px sans-serif'
      context.textAlign = 'center'
      context.textBaseline = 'alphabetic'
      context.fillText(mark === 'question' ? '?' : '!', x, y + 3.1)
      break
  }
}

/** A PDF page in millimetres: what the drawing of a sheet is made of. */
import type { Lines, Shape } from './content.ts'
import type { Box } from './layout.ts'
import { type Weight, widthOf } from './measure.ts'
import { boundsOf } from './polygon.ts'

export const POINTS_PER_MM = 72 / 25.4

export interface TextStyle {
  readonly size: number
  readonly weight?: Weight
  readonly color?: string
  readonly align?: 'left' | 'center' | 'right'
  readonly opacity?: number
  readonly spacing?: number
  /** Width of a white rim around the letters, on which they are read over lines. */
  readonly halo?: number
}

export interface LineStyle {
  readonly width: number
  readonly color: string
  readonly dash?: readonly number[] | undefined
  readonly opacity?: number
  readonly cap?: 'butt' | 'round'
}

export class Pen {
  readonly document: PDFKit.PDFDocument

  constructor(document: PDFKit.PDFDocument) {
    this.document = document
  }

  page(width: number, height: number): void {
    this.document.addPage({ size: [width * POINTS_PER_MM, height * POINTS_PER_MM], margin: 0 })
    this.document.scale(POINTS_PER_MM)
  }

  /** `y` is the baseline. */
  text(
    text: string,
    x: number,
    y: number,
    { size, weight = 'regular', color = INK, align = 'left', opacity = 1, spacing = 0, halo }: TextStyle,
  ): void {
    const width = widthOf(text, size, weight) + spacing * ([...text].length - 1)
    const left = align === 'left' ? x : align === 'center' ? x - width / 2 : x - width
    const options = { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing } as const
    this.document.font(weight).fontSize(size)
    if (halo) {
      this.document
        .lineWidth(halo * 2)
        .lineJoin('round')
        .strokeColor('#ffffff', 0.85)
      this.document.text(text, round(left), round(y), { ...options, fill: false, stroke: true })
    }
    this.document.fillColor(color, opacity).text(text, round(left), round(y), options)
  }

  /** Draws around a place that becomes the origin, turned clockwise by an angle in radians. */
  turned([x, y]: readonly [number, number], angle: number, draw: () => void): void {
    this.document.save()
    this.document.translate(round(x), round(y)).rotate((angle * 180) / Math.PI)
    draw()
    this.document.restore()
  }

  line(points: readonly (readonly [number, number])[], style: LineStyle): void {
    this.trace([points], false)
    this.stroke(style)
  }

  box(
    { x, y, width, height }: Box,
    { fill, opacity = 1, stroke }: { fill?: string; opacity?: number; stroke?: LineStyle },
  ): void {
    const rectangle = () => this.document.rect(round(x), round(y), round(width), round(height))
    if (fill) rectangle().fillColor(fill, opacity).fill()
    if (stroke) {
      rectangle()
      this.stroke(stroke)
    }
  }

  area(shapes: readonly Shape[], color: string, opacity = 1): void {
    for (const shape of shapes) for (const rings of shape) this.trace(rings, true)
    this.document.fillColor(color, opacity).fill('even-odd')
  }

  lines(lines: Lines, style: LineStyle): void {
    this.trace(lines, false)
    this.stroke(style)
  }

  trace(lines: readonly (readonly (readonly [number, number])[])[], closed: boolean): void {
    for (const line of lines) {
      line.forEach(([x, y], index) => {
        if (index === 0) this.document.moveTo(x, y)
        else if (!closed || index < line.length - 1) this.document.lineTo(x, y)
      })
      if (closed) this.document.closePath()
    }
  }

  stroke({ width, color, dash, opacity = 1, cap = 'round' }: LineStyle): void {
    this.document
      .lineWidth(width)
      .lineJoin('round')
      .lineCap(dash ? 'butt' : cap)
    if (dash) this.document.dash(dash[0]!, { space: dash[1]! })
    // pdfkit itself takes two numbers only; borders have dots between their dashes.
    if (dash && dash.length > 2) this.document.addContent(`[${dash.join(' ')}] 0 d`)
    this.document.strokeColor(color, opacity).stroke()
    if (dash) this.document.undash()
  }

  /** Fills shapes with slanting lines so far apart. */
  hatched(shapes: readonly Shape[], step: number, style: LineStyle): void {
    const { west, south, east, north } = boundsOf(shapes.flat())
    const height = north - south
    const lines: [number, number][][] = []
    for (let at = Math.floor((west - height) / step) * step; at < east; at += step)
      lines.push([
        [at, south],
        [at + height, north],
      ])
    this.clipped(
      () => {
        for (const rings of shapes.flat()) this.trace(rings, true)
      },
      () => this.lines(lines, style),
    )
  }

  /** What `draw` draws is seen inside of a box only. */
  within({ x, y, width, height }: Box, draw: () => void): void {
    this.clipped(() => this.document.rect(x, y, width, height), draw)
  }

  /** What `draw` draws is seen inside of the path only that `trace` leaves. */
  clipped(trace: () => void, draw: () => void): void {
    this.document.save()
    trace()
    this.document.clip('even-odd')
    draw()
    this.document.restore()
  }
}

export const INK = '#1d2b2a'
export const FAINT = '#5d6b69'
/** Hundredths of a millimetre are all that paper shows. */
export const round = (number: number): number => Math.round(number * 1000) / 1000

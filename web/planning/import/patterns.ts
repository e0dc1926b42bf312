// How kinds of findings are told apart on the map without colour: by the direction of their hatching.
import type { Theme } from '../../symbols/palette.ts'
import type { FindingKind } from './types.ts'

export type PatternName = FindingKind | 'no_cell_grid'
type Stroke = 'rising' | 'falling' | 'level' | 'upright' | 'dots' | 'cross' | 'plus'

interface Look {
  readonly strokes: readonly Stroke[]
  readonly light: string
  readonly dark: string
}

const BAD = { light: '#b3261e', dark: '#ff8a7d' } as const
const CLAIMED = { light: '#1748a0', dark: '#8fb8ff' } as const
const BEYOND = { light: '#7a4300', dark: '#f0b45c' } as const
const NEUTRAL = { light: '#5f6769', dark: '#a9b3b4' } as const

const LOOKS: Readonly<Record<PatternName, Look>> = {
  gap: { strokes: ['rising'], ...BAD },
  overlap: { strokes: ['rising', 'falling'], ...CLAIMED },
  outside: { strokes: ['level'], ...BEYOND },
  multipart: { strokes: ['dots'], ...CLAIMED },
  across_communities: { strokes: ['upright'], ...BEYOND },
  cell_cut: { strokes: ['falling'], ...BEYOND },
  invalid: { strokes: ['cross'], ...BAD },
  unreadable: { strokes: ['cross'], ...NEUTRAL },
  without_land: { strokes: ['cross'], ...NEUTRAL },
  without_grid: { strokes: ['cross'], ...NEUTRAL },
  unknown_cell: { strokes: ['cross'], ...NEUTRAL },
  cell_twice: { strokes: ['cross'], ...NEUTRAL },
  no_cell_grid: { strokes: ['plus'], ...NEUTRAL },
}

export const PATTERNS = Object.keys(LOOKS) as readonly PatternName[]

export const colorOf = (name: PatternName, theme: Theme): string => LOOKS[name][theme]

/** CSS pixels. */
const SIZE = 10

/** A tile that joins with itself on all sides. */
export function patternImage(name: PatternName, theme: Theme, ratio: number): ImageData {
  const context = contextFor(SIZE * ratio, SIZE * ratio)
  context.scale(ratio, ratio)
  drawTile(context, name, theme)
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height)
}

const addresses = new Map<string, string>()

/** The same for a legend, as the address of an image. */
export function patternAddress(name: PatternName, theme: Theme): string {
  const key = `${name} ${theme}`
  const known = addresses.get(key)
  if (known) return known
  const ratio = 2
  const [width, height] = [18, 14]
  const context = contextFor(width * ratio, height * ratio)
  context.scale(ratio, ratio)
  for (let x = 0; x < width; x += SIZE)
    for (let y = 0; y < height; y += SIZE) {
      context.save()
      context.translate(x, y)
      drawTile(context, name, theme)
      context.restore()
    }
  context.strokeStyle = colorOf(name, theme)
  context.lineWidth = 1.6
  context.strokeRect(0.8, 0.8, width - 1.6, height - 1.6)
  const address = context.canvas.toDataURL()
  addresses.set(key, address)
  return address
}

function drawTile(context: CanvasRenderingContext2D, name: PatternName, theme: Theme): void {
  const { strokes } = LOOKS[name]
  context.strokeStyle = context.fillStyle = colorOf(name, theme)
  context.lineWidth = name === 'no_cell_grid' ? 1 : 1.7
  const line = (x1: number, y1: number, x2: number, y2: number) => {
    context.beginPath()
    context.moveTo(x1, y1)
    context.lineTo(x2, y2)
    context.stroke()
  }
  const half = SIZE / 2
  for (const stroke of strokes) {
    // A slanted line of the neighbouring tiles cuts the corners of this one.
    if (stroke === 'rising') for (const shift of [-SIZE, 0, SIZE]) line(shift - 1, SIZE + 1, shift + SIZE + 1, -1)
    else if (stroke === 'falling') for (const shift of [-SIZE, 0, SIZE]) line(shift - 1, -1, shift + SIZE + 1, SIZE + 1)
    else if (stroke === 'level') line(0, half, SIZE, half)
    else if (stroke === 'upright') line(half, 0, half, SIZE)
    else if (stroke === 'dots') {
      context.beginPath()
      context.arc(half, half, 1.9, 0, 2 * Math.PI)
      context.fill()
    } else if (stroke === 'plus') {
      line(half - 2, half, half + 2, half)
      line(half, half - 2, half, half + 2)
    } else {
      line(half - 2.5, half - 2.5, half + 2.5, half + 2.5)
      line(half - 2.5, half + 2.5, half + 2.5, half - 2.5)
    }
  }
}

function contextFor(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas.getContext('2d', { willReadFrequently: true })!
}

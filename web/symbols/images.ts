import { BADGE_SIZE, DOT_SIZE, drawBadge, drawDot } from './badge.ts'
import type { Variant } from './image_names.ts'
import type { PointLook } from './look.ts'

export function drawImage(variant: Variant, look: PointLook, ratio: number): ImageData | undefined {
  const context = canvasFor(variant, ratio)
  if (!context) return undefined
  draw(context, variant, look)
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height)
}

const addresses = new Map<string, string>()

/** A badge as the address of an image, for HTML. */
export function badgeAddress(look: PointLook): string {
  const key = JSON.stringify(look)
  const known = addresses.get(key)
  if (known) return known
  const context = canvasFor('badge', Math.max(2, window.devicePixelRatio))
  if (!context) return ''
  draw(context, 'badge', look)
  const address = context.canvas.toDataURL()
  addresses.set(key, address)
  return address
}

const draw = (context: CanvasRenderingContext2D, variant: Variant, look: PointLook) =>
  variant === 'dot' ? drawDot(context, look) : drawBadge(context, variant === 'cluster' ? { ...look, glyph: '' } : look)

function canvasFor(variant: Variant, ratio: number): CanvasRenderingContext2D | null {
  const size = variant === 'dot' ? DOT_SIZE : BADGE_SIZE
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = Math.round(size * ratio)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context?.scale(ratio, ratio)
  return context
}

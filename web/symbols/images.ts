// Images by name: a map asks for `badge|water_sources|pool|no`, and this draws it.
import { findLayer, type Layer } from '#geodata/layers/index.ts'
import { BADGE_SIZE, DOT_SIZE, drawBadge, drawDot } from './badge.ts'
import { lookOf, type PointLook, stylingFields } from './look.ts'

/** A cluster is a badge without its character: the map writes a number there. */
export type Variant = 'badge' | 'dot' | 'cluster'

/** The name of a feature's image: the variant, the layer, and the values that change its look, in the order of `stylingFields`. */
export const imageName = (variant: Variant, layer: Layer, values: readonly string[]): string =>
  [variant, layer.id, ...values].join('|')

/** The look behind an image's name; undefined when it is not one of these names. */
export function readImageName(name: string): { variant: Variant; look: PointLook } | undefined {
  const [variant, id = '', ...values] = name.split('|')
  const layer = findLayer(id)
  if (!layer || (variant !== 'badge' && variant !== 'dot' && variant !== 'cluster')) return undefined
  const properties = Object.fromEntries(stylingFields(layer).map((field, index) => [field.name, values[index]]))
  const look = lookOf(layer, properties)
  return look.kind === 'point' ? { variant, look } : undefined
}

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

// Images by name: a map asks for `badge|water_sources|pool|no`, and the name says how to draw it.
import { findLayer, type Layer } from '#geodata/layers/index.ts'
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

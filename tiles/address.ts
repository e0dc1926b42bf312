import { LRUCache } from 'lru-cache'
import { findLayer, type Layer, TILE_ZOOMS } from '#geodata/layers/index.ts'

export interface TileAddress {
  readonly layers: readonly Layer[]
  readonly z: number
  readonly x: number
  readonly y: number
}

export type AddressProblem =
  | { readonly code: 'unknown_layer'; readonly layer: string }
  | { readonly code: 'layer_twice'; readonly layer: string }
  | { readonly code: 'tile_not_integer'; readonly field: 'z' | 'x' | 'y' }
  | { readonly code: 'zoom_out_of_range'; readonly minimum: number; readonly maximum: number }
  | { readonly code: 'tile_out_of_range'; readonly maximum: number }

/** Lists that were right; a map asks with the same few again and again. */
const parsed = new LRUCache<string, readonly Layer[]>({ max: 1000 })

/** The layers named by a comma-separated list, each once. */
export function parseLayers(list: string): readonly Layer[] | AddressProblem {
  const known = parsed.get(list)
  if (known) return known
  const layers: Layer[] = []
  for (const id of list.split(',')) {
    const layer = findLayer(id)
    if (!layer) return { code: 'unknown_layer', layer: id }
    if (layers.includes(layer)) return { code: 'layer_twice', layer: id }
    layers.push(layer)
  }
  parsed.set(list, layers)
  return layers
}

/** Reads the parts of a tile's address in the XYZ scheme (y counts from the north). */
export function parseAddress(parts: {
  readonly layers: string
  readonly z: string
  readonly x: string
  readonly y: string
}): TileAddress | AddressProblem {
  const layers = parseLayers(parts.layers)
  if ('code' in layers) return layers
  for (const field of ['z', 'x', 'y'] as const) {
    if (!/^\d{1,9}$/.test(parts[field])) return { code: 'tile_not_integer', field }
  }
  const [z, x, y] = [Number(parts.z), Number(parts.x), Number(parts.y)]
  const { minimum, maximum } = TILE_ZOOMS
  if (z < minimum || z > maximum) return { code: 'zoom_out_of_range', minimum, maximum }
  if (x >= 2 ** z || y >= 2 ** z) return { code: 'tile_out_of_range', maximum: 2 ** z - 1 }
  return { layers, z, x, y }
}

import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'

/** Features of a tile by layer and id. */
export type DecodedTile = Map<string, Map<number, VectorTileFeature>>

export function decodeTile(bytes: Uint8Array): DecodedTile {
  const tile = new VectorTile(new PbfReader(bytes))
  return new Map(
    Object.values(tile.layers).map((layer) => {
      const features = Array.from({ length: layer.length }, (_, index) => layer.feature(index))
      return [layer.name, new Map(features.map((feature) => [feature.id!, feature]))]
    }),
  )
}

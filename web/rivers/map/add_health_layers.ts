import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl'

/** Under the letters of rivers and all points. */
const BELOW = 'selection/fill'

/** Draws over the tiles of the segments. Returns the way to take it off. */
export function addHealthLayers(map: MapLibre, layers: readonly LayerSpecification[]): () => void {
  for (const layer of layers) map.addLayer(layer, map.getLayer(BELOW) ? BELOW : undefined)
  return () => {
    try {
      for (const { id } of layers) map.removeLayer(id)
    } catch {
      // The map itself is gone already.
    }
  }
}

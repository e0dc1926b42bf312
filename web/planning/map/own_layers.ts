import type { GeoJSONSourceSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl'

/** Under what is selected. */
const BELOW = 'selection/fill'

export const NOTHING: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] }

interface OwnLayers {
  /** Sources whose shapes may lose a little. */
  readonly coarse?: readonly string[]
  /** How sources put together what lies close together. */
  readonly clusters?: Readonly<
    Record<string, Pick<GeoJSONSourceSpecification, 'clusterRadius' | 'clusterMaxZoom' | 'clusterProperties'>>
  >
  /** Layers over everything else on the map. */
  readonly isOnTop?: (layer: LayerSpecification) => boolean
}

/** Puts sources and layers of a workspace's own on the map. Returns the way to take them off. */
export function addOwnLayers(
  map: MapLibre,
  sources: readonly string[],
  layers: readonly LayerSpecification[],
  { coarse = [], clusters = {}, isOnTop = () => false }: OwnLayers = {},
): () => void {
  for (const id of sources)
    map.addSource(id, {
      ...{ type: 'geojson', data: NOTHING, promoteId: 'id', tolerance: coarse.includes(id) ? 0.2 : 0 },
      ...(clusters[id] && { cluster: true, ...clusters[id] }),
    })
  for (const layer of layers) map.addLayer(layer, !isOnTop(layer) && map.getLayer(BELOW) ? BELOW : undefined)
  return () => {
    try {
      for (const { id } of layers) map.removeLayer(id)
      for (const id of sources) map.removeSource(id)
    } catch {
      // The map itself is gone already.
    }
  }
}

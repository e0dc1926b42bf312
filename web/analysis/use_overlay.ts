import type { Layer } from '@deck.gl/core'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect, useState } from 'react'

/** What deck.gl's layers are called among those of the map. */
const GROUP = 'deck-maplibre-layer-group'

/** Layers of deck.gl among those of the map, sharing its picture. */
export function useOverlay(map: MapLibre | null, layers: readonly Layer[]): MapLibreOverlay | null {
  const [overlay, setOverlay] = useState<MapLibreOverlay | null>(null)

  useEffect(() => {
    if (!map) return
    const created = new MapLibreOverlay({ interleaved: true, layers: [] })
    map.addControl(created)
    setOverlay(created)
    return () => {
      setOverlay(null)
      map.removeControl(created)
    }
  }, [map])

  useEffect(() => {
    if (!map || !overlay) return
    const show = () => overlay.setProps({ layers: [...layers] })
    // Layers set while the style was loading, or lost with a style, are silently missing until they are set again.
    const repair = () => {
      if (layers.length > 0 && !map.getLayersOrder().some((id) => id.startsWith(GROUP))) show()
    }
    show()
    map.on('idle', repair)
    return () => void map.off('idle', repair)
  }, [map, overlay, layers])

  return overlay
}

import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect } from 'react'

/** Says whether what the map shows is complete: to screen readers, and to whoever waits for it before taking a picture. */
export function useBusy(map: MapLibre | null): void {
  useEffect(() => {
    if (!map) return
    const container = map.getContainer()
    const busy = () => container.setAttribute('aria-busy', 'true')
    const idle = () => container.setAttribute('aria-busy', 'false')
    for (const event of ['dataloading', 'movestart', 'styledata'] as const) map.on(event, busy)
    map.on('idle', idle)
    busy()
    map.triggerRepaint()
    return () => {
      for (const event of ['dataloading', 'movestart', 'styledata'] as const) map.off(event, busy)
      map.off('idle', idle)
    }
  }, [map])
}

import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect } from 'react'
import { useConsole } from '../state/store.ts'

const PITCH = 50
const DURATION_MS = 700
/** From here on a map is tilted on purpose, by a hand or by a link. */
const TILTED = 15

/** Tilts the map for as long as there are heights to be seen, and lays it flat again. */
export function usePitch(map: MapLibre | null): void {
  useEffect(() => {
    if (!map) return
    if (map.getPitch() < TILTED) map.easeTo({ pitch: PITCH, duration: DURATION_MS })
    return () => {
      // A map that is being made anew keeps its tilt: only who leaves the heights has no more use for it.
      if (useConsole.getState().analysis?.kind !== 'grids3d') map.easeTo({ pitch: 0, bearing: 0, duration: DURATION_MS })
    }
  }, [map])
}

import type { Map as MapLibre } from 'maplibre-gl'
import { useEffect } from 'react'
import { isNarrow } from '../frame/narrow.ts'
import { useConsole } from '../state/store.ts'

const MARGIN = 40
const INSPECTOR = 368

/** What was clicked must not vanish under the panel that tells about it. */
export function useKeepInView(map: MapLibre | null): void {
  const spot = useConsole((state) => state.spot)
  useEffect(() => {
    if (!map || !spot) return
    const { x, y } = map.project([...spot.position])
    const { clientWidth: width, clientHeight: height } = map.getContainer()
    const [right, bottom] = isNarrow() ? [width, window.innerHeight * 0.5] : [width - INSPECTOR, height]
    const dx = Math.max(0, x - (right - MARGIN))
    const dy = Math.max(0, y - (bottom - MARGIN))
    if (dx > 0 || (dy > 0 && isNarrow())) map.panBy([dx, isNarrow() ? dy : 0], { duration: 300 })
  }, [map, spot])
}

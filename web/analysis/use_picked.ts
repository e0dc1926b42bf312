import type { PickingInfo } from '@deck.gl/core'
import type { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import { useEffect, useState } from 'react'

/** Reading what is under the pointer back from the graphics device takes some milliseconds. */
const PAUSE_MS = 60

export interface Picked {
  readonly x: number
  readonly y: number
  readonly info: PickingInfo
}

/** What of an overlay is under the pointer, or was tapped. */
export function usePicked(
  map: MapLibre | null,
  overlay: MapLibreOverlay | null,
  onClick?: (info: PickingInfo) => void,
): Picked | null {
  const [picked, setPicked] = useState<Picked | null>(null)

  useEffect(() => {
    if (!map || !overlay) return
    let timer: number | undefined
    let last: MapMouseEvent['point'] | undefined
    const pick = (): PickingInfo | null => {
      timer = undefined
      if (!last || map.isMoving()) return null
      const info = overlay.pickObject({ x: last.x, y: last.y, radius: 1 })
      setPicked(info ? { x: last.x, y: last.y, info } : null)
      return info
    }
    const move = ({ point }: MapMouseEvent) => {
      last = point
      timer ??= window.setTimeout(pick, PAUSE_MS)
    }
    const click = ({ point }: MapMouseEvent) => {
      last = point
      const info = pick()
      if (info) onClick?.(info)
    }
    const out = () => {
      last = undefined
      setPicked(null)
    }
    map.on('mousemove', move)
    map.on('click', click)
    map.on('mouseout', out)
    map.on('movestart', out)
    return () => {
      clearTimeout(timer)
      map.off('mousemove', move)
      map.off('click', click)
      map.off('mouseout', out)
      map.off('movestart', out)
      setPicked(null)
    }
  }, [map, overlay, onClick])

  return picked
}

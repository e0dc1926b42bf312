import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl'
import { useEffect } from 'react'
import { useConsole } from '../state/store.ts'
import { hitsAt } from './hits.ts'
import { useMapHolder } from './holder.ts'

/** Looking under the pointer costs some milliseconds: often enough to feel immediate, seldom enough not to be felt. */
const HOVER_MS = 70

/** Click finds, hover shows that there is something to find, and the status bar follows the pointer. */
export function usePointer(map: MapLibre | null): void {
  useEffect(() => {
    if (!map) return
    const coarse = matchMedia('(pointer: coarse)').matches
    let timer: number | undefined
    let last: MapMouseEvent | undefined

    const hover = () => {
      timer = undefined
      if (!last || map.isMoving() || useMapHolder.getState().tool) return
      const isThere =
        useMapHolder.getState().own?.(last.point, false) ||
        hitsAt(map, last.point, useConsole.getState().layers, false).length > 0
      map.getCanvas().style.cursor = isThere ? 'pointer' : ''
    }
    const move = (event: MapMouseEvent) => {
      last = event
      useMapHolder.setState({ pointer: [event.lngLat.lng, event.lngLat.lat] })
      timer ??= window.setTimeout(hover, HOVER_MS)
    }
    const out = () => useMapHolder.setState({ pointer: null })
    const click = ({ point, lngLat }: MapMouseEvent) => {
      const { clicked, layers } = useConsole.getState()
      const { tool, own } = useMapHolder.getState()
      if (!tool && own?.(point, true)) return
      const take = tool ?? clicked
      take({ position: [lngLat.lng, lngLat.lat], hits: hitsAt(map, point, layers, coarse) })
    }
    map.on('mousemove', move)
    map.on('mouseout', out)
    map.on('click', click)
    return () => {
      clearTimeout(timer)
      map.off('mousemove', move)
      map.off('mouseout', out)
      map.off('click', click)
    }
  }, [map])
}

import type { Map as MapLibre, PaddingOptions } from 'maplibre-gl'
import { useEffect } from 'react'
import { isNarrow, isWide } from '../frame/narrow.ts'
import { type Flight, useConsole } from '../state/store.ts'
import { useMapHolder } from './holder.ts'

/** Closer than this a single point tells nothing more about its surroundings. */
const CLOSEST_FIT = 17.5

/** The map goes where the console wishes, and the console knows where the map is. */
export function useCamera(map: MapLibre | null): void {
  const flight = useConsole((state) => state.flight)

  useEffect(() => {
    if (!map) return
    const follow = () => {
      const { lng, lat } = map.getCenter()
      useMapHolder.setState({
        camera: { center: [lng, lat], zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() },
      })
    }
    const settle = () => {
      const { lng, lat } = map.getCenter()
      useConsole
        .getState()
        .moved({ longitude: lng, latitude: lat, zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() })
    }
    map.on('move', follow)
    map.on('moveend', settle)
    follow()
    settle()
    return () => {
      map.off('move', follow)
      map.off('moveend', settle)
    }
  }, [map])

  useEffect(() => {
    if (map && flight) fly(map, flight)
  }, [map, flight])
}

function fly(map: MapLibre, { to }: Flight): void {
  if ('view' in to) {
    const { longitude, latitude, zoom, bearing, pitch } = to.view
    map.jumpTo({ center: [longitude, latitude], zoom, bearing, pitch })
  } else if ('extent' in to) {
    map.fitBounds([...to.extent], { padding: roomAround(), maxZoom: CLOSEST_FIT, duration: 800 })
  } else {
    const { top = 0, bottom = 0, left = 0, right = 0 } = roomAround()
    map.flyTo({ center: [...to.center], zoom: to.zoom, offset: [(left - right) / 2, (top - bottom) / 2], duration: 900 })
  }
}

/** What panels cover of the map, and a margin. */
function roomAround(): PaddingOptions {
  const margin = 56
  const { offsetHeight: height } = document.documentElement
  if (isNarrow()) return { top: 84, left: 32, right: 32, bottom: useConsole.getState().sheet ? height * 0.45 : 96 }
  const { selection, spot, caseId } = useConsole.getState()
  const isBeside = selection || spot || (caseId !== null && isWide())
  return { top: margin, left: margin, bottom: margin, right: isBeside ? 368 + margin : margin }
}

import { Map as MapLibre, type StyleSpecification, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { Extent } from '../api/types.ts'
import type { View } from '../state/view.ts'
import { provideImages } from './images.ts'

setWorkerUrl(workerUrl)

/** Where the map opens when neither a link nor the data say where: all of China. */
const WHOLE: Extent = [98, 22, 124, 44]
const MINIMUM_ZOOM = 4
const MAXIMUM_ZOOM = 20
/** Pixels a finger may wander and still mean a click. */
const CLICK_TOLERANCE = 5

export interface Opening {
  readonly container: HTMLElement
  readonly style: StyleSpecification
  readonly view: View | null
  readonly extent: Extent | null
}

export function createMap({ container, style, view, extent }: Opening): MapLibre {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = new MapLibre({
    container,
    style,
    ...(view
      ? { center: [view.longitude, view.latitude], zoom: view.zoom, bearing: view.bearing, pitch: view.pitch }
      : { bounds: [...(extent ?? WHOLE)], fitBoundsOptions: { padding: 36 } }),
    minZoom: MINIMUM_ZOOM,
    maxZoom: MAXIMUM_ZOOM,
    clickTolerance: CLICK_TOLERANCE,
    fadeDuration: still ? 0 : 150,
    // The status bar says whose data these are.
    attributionControl: false,
    // Printing reads the canvas after the frame.
    canvasContextAttributes: { antialias: true },
  })
  provideImages(map)
  return map
}

/** Whether this browser can draw the map at all. The trial context is given back at once: browsers allow only a few. */
export function canDraw(): boolean {
  const context = document.createElement('canvas').getContext('webgl2')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}

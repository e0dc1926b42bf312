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
    canvasContextAttributes: { antialias: !isSoftware() },
  })
  provideImages(map)
  return map
}

let drawer: string | null | undefined

/** Who draws WebGL here, null where nobody does. The trial context is given back at once: browsers allow only a few. */
function drawerOfMaps(): string | null {
  if (drawer !== undefined) return drawer
  const context = document.createElement('canvas').getContext('webgl2')
  drawer =
    context &&
    String(context.getParameter(context.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER))
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return drawer
}

/** Whether this browser can draw the map at all. */
export const canDraw = (): boolean => drawerOfMaps() !== null

/** No graphics processor, or none that the browser trusts: remote desktops, old office machines. Smooth edges halve what they draw. */
const isSoftware = (): boolean => /swiftshader|llvmpipe|softpipe|basic render|software/i.test(drawerOfMaps() ?? '')

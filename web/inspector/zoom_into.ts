import type { Layer } from '#geodata/layers/index.ts'
import { useConsole } from '../state/store.ts'
import { partingZoom } from './parting_zoom.ts'

/** Closer to the place that was clicked, so that the merged points of this layer part. */
export function zoomInto(layer: Layer): void {
  const { spot, view, fly } = useConsole.getState()
  if (spot && view) fly({ center: spot.position, zoom: partingZoom(layer, view.zoom) })
}

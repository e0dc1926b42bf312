import type { Extent, Position } from '../api/types.ts'
import { useConsole } from '../state/store.ts'

/** Close enough to see what a point stands beside; who is closer stays there. */
const POINT_ZOOM = 15.5

export interface Place {
  readonly layer: string
  readonly id: number
  readonly bbox?: Extent | null
  readonly point?: Position | null
}

/** Selects a feature, so that the inspector opens on it, and brings the map to it. */
export function showPlace({ layer, id, bbox, point }: Place): void {
  const { select, fly, switchLayer, layers, view } = useConsole.getState()
  if (!layers.includes(layer)) switchLayer(layer, true)
  select({ layer, id })
  if (!bbox) return
  const [west, south, east, north] = bbox
  if (west === east && south === north) fly({ center: point ?? [west, south], zoom: Math.max(view?.zoom ?? 0, POINT_ZOOM) })
  else fly({ extent: bbox })
}

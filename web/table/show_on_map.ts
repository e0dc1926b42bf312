import type { Layer } from '#geodata/layers/index.ts'
import type { Feature } from '../api/types.ts'
import { useConsole } from '../state/store.ts'
import { centreOf, extentOf } from '../values/extent.ts'

/** Close enough to see what a point stands beside; who is closer stays there. */
const POINT_ZOOM = 16

/** Selects the row's feature and brings the map to it. A feature without a place is only selected. */
export function showOnMap(layer: Layer, { id, geometry }: Feature, move: boolean): void {
  const { select, fly, switchLayer, layers, view } = useConsole.getState()
  if (!layers.includes(layer.id)) switchLayer(layer.id, true)
  select({ layer: layer.id, id })
  const extent = extentOf(geometry)
  // Where the table follows the map, a map that follows the table would make the rows run away.
  if (!extent || !move) return
  const [west, south, east, north] = extent
  if (west === east && south === north) fly({ center: centreOf(extent), zoom: Math.max(view?.zoom ?? 0, POINT_ZOOM) })
  else fly({ extent })
}

import { dropIncident } from '../emergency/incident.ts'
import { useConsole } from '../state/store.ts'
import type { Answer } from './use_search.ts'

/** Close enough to see the house a pair of coordinates means. */
const POINT_ZOOM = 16

export function goTo(answer: Answer): void {
  const { select, fly, dropPin, clear, switchLayer, layers, workspace } = useConsole.getState()
  if (workspace === 'emergency') {
    const place = answer.kind === 'coordinates' ? answer.position : answer.result.point
    if (place) {
      dropIncident(place, { fly: true })
      return
    }
  }
  if (answer.kind === 'coordinates') {
    clear()
    dropPin(answer.position)
    fly({ center: answer.position, zoom: POINT_ZOOM })
    return
  }
  const { layer, id, point, extent } = answer.result
  dropPin(null)
  // Whoever looks for a hydrant wants to see it, also where hydrants are off.
  if (!layers.includes(layer)) switchLayer(layer, true)
  select({ layer, id })
  // A grid of a trade may have no place on the map.
  if (!point || !extent) return
  const [west, south, east, north] = extent
  fly(west === east && south === north ? { center: point, zoom: POINT_ZOOM } : { extent })
}

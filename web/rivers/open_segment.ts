import { useConsole } from '../state/store.ts'
import { look } from './view.ts'

/** Opens a segment and brings the map there. @param bbox west, south, east, north in degrees, where it is known */
export function openSegment(id: number, bbox?: readonly [number, number, number, number]): void {
  const state = useConsole.getState()
  look({ showsPatrol: false })
  state.clear()
  state.openRiver(id)
  if (bbox) state.fly({ extent: bbox })
}

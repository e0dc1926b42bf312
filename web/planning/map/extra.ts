import { create } from 'zustand'
import type { Position } from '#geodata/fabric/index.ts'
import type { Handle } from '../tools/vertices.ts'

/** What else is on the map of a plan: handles of vertices; shapes of the comparison, of a conflict, of a fix that is looked at. */
export interface Extra {
  readonly handles: readonly Handle[]
  readonly tooMany: boolean
  /** The handle under the pointer. */
  readonly hot: Position | null
  /** Opposite corners of a box that is being drawn. */
  readonly box: readonly [Position, Position] | null
  /** Features with `part`: won, lost, now, then, outline, moving. */
  readonly shapes: readonly GeoJSON.Feature[]
  /** The land as it is stands on the map in place of the draft's. */
  readonly before: boolean
}

export const useExtra = create<Extra>()(() => ({ handles: [], tooMany: false, hot: null, box: null, shapes: [], before: false }))

/** Shows shapes until it is told to stop, or others take their place. */
export function showShapes(shapes: readonly GeoJSON.Feature[]): () => void {
  useExtra.setState({ shapes })
  return () => {
    if (useExtra.getState().shapes === shapes) useExtra.setState({ shapes: [] })
  }
}

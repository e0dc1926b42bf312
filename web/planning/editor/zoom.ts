import { cellsOf, type Position } from '#geodata/fabric/index.ts'
import { boxOf } from '#geodata/fabric/plane/position.ts'
import type { Extent } from '../../api/types.ts'
import { useConsole } from '../../state/store.ts'
import { useEditor } from './editor.ts'

export function zoomToGrid(id: string): void {
  const { fabric } = useEditor.getState()
  const faces = fabric?.grids.has(id) ? cellsOf(fabric, id) : []
  if (faces.length > 0) zoomToPositions(faces.flatMap(({ rings }) => rings[0]!))
}

export function zoomToPositions(positions: Iterable<Position>): void {
  const { session } = useEditor.getState()
  if (!session) return
  const [west, south, east, north] = boxOf(positions)
  const extent = [...session.projection.toDegrees([west, south]), ...session.projection.toDegrees([east, north])]
  useConsole.getState().fly({ extent: extent as unknown as Extent })
}

/** Close enough to see which house. */
const CLOSE = 17

export function zoomToPosition(position: Position): void {
  const { session } = useEditor.getState()
  if (session) useConsole.getState().fly({ center: session.projection.toDegrees(position), zoom: CLOSE })
}

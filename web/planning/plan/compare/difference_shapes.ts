import type { Fabric } from '#geodata/fabric/index.ts'
import type { ComparedGrid } from '../../api/comparison.ts'
import type { Session } from '../../editor/editor.ts'
import { movedCells } from '../../land/moved.ts'

export const VIEWS = ['difference', 'before', 'after'] as const
/** Two whole maps beside each other, for a plan only: two days have no draft to draw. */
export const PLAN_VIEWS = [...VIEWS, 'swipe'] as const
export type View = (typeof PLAN_VIEWS)[number]

const feature = (geometry: GeoJSON.Geometry, part: string): GeoJSON.Feature => ({
  type: 'Feature',
  geometry,
  properties: { part },
})

/** Borders of before in blue, of after in amber, and the land that changes hands filled. */
export function differenceShapes(
  view: View,
  grids: readonly ComparedGrid[],
  moving: () => readonly GeoJSON.Geometry[],
): GeoJSON.Feature[] {
  if (view === 'swipe') return []
  const before = grids.flatMap((grid) => (grid.before_shape ? [feature(grid.before_shape, 'now')] : []))
  const after = grids.flatMap((grid) => (grid.after_shape ? [feature(grid.after_shape, 'outline')] : []))
  if (view === 'before') return before
  if (view === 'after') return after
  return [...moving().map((shape) => feature(shape, 'moving')), ...after, ...before]
}

/** The cells that the draft gives to another grid. */
export const movingShapes = (session: Session | null, fabric: Fabric | null): GeoJSON.Geometry[] =>
  session && fabric
    ? movedCells(session.base, fabric, session.scope.scheme, fabric.faces.keys()).map((face) => session.shapes.cell(face))
    : []

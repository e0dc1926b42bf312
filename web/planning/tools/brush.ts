// B: cells that are painted go to the current grid.
import { cellsOf, type Fabric, type Face, facesIn, type Position } from '#geodata/fabric/index.ts'
import { distance } from '#geodata/fabric/plane/measure.ts'
import { type Box, boxesMeet, widened } from '#geodata/fabric/plane/position.ts'
import { centreOf } from '../land/features.ts'
import { cellAt } from '../land/grid_at.ts'
import { type Proposal, propose, type Scene } from './tool.ts'

/** The cells under the brush that may be painted: of the grid's own community, and not in it yet. */
export function cellsUnder({ fabric, scope, current }: Scene, place: Position, radius: number): string[] {
  const community = current === null ? null : communityOf(fabric, current)
  const under = cellAt(fabric, place)
  const near = radius > 0 ? facesIn(fabric, widened([...place, ...place], radius)) : []
  const faces = new Set<Face>([...(under ? [under] : []), ...near.filter((face) => distance(centreOf(face), place) <= radius)])
  return [...faces]
    .filter((face) => face.grids[scope.scheme] !== current && (community === null || face.community === community))
    .map(({ id }) => id)
}

/** Null: a grid without land may begin in any. */
function communityOf(fabric: Fabric, grid: string): string | null {
  const [first] = cellsOf(fabric, grid)
  return first?.community ?? null
}

/** Cells whose middle lies in the box. */
export function cellsIn({ fabric, scope, current }: Scene, near: readonly Face[], box: Box): string[] {
  const community = current === null ? null : communityOf(fabric, current)
  return near
    .filter((face) => boxesMeet(box, [...centreOf(face), ...centreOf(face)]))
    .filter((face) => face.grids[scope.scheme] !== current && (community === null || face.community === community))
    .map(({ id }) => id)
}

export function proposeBrush(scene: Scene, cells: readonly string[]): Proposal | null {
  const { fabric, scope, current } = scene
  if (current === null || cells.length === 0) return null
  const from = cells.map((id) => fabric.faces.get(id)?.grids[scope.scheme]).filter((id) => id !== undefined)
  return propose(scene, [{ kind: 'assign_cells', cells, grid: current }], { grids: [current, ...new Set(from)] })
}

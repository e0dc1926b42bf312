// X: a grid is cut in two along the stroke; what lies on its left becomes a new grid.
import { cellsOf, type Fabric, type Position } from '#geodata/fabric/index.ts'
import { boundaryEdges } from '#geodata/fabric/outline.ts'
import { cellAt } from '../land/grid_at.ts'
import { nextName } from '../land/new_grid.ts'
import { nearestOn } from '../land/snap.ts'
import { lineOf, type Proposal, propose, type Scene } from './tool.ts'

/** @param id of the grid to be: the same as long as the stroke lasts */
export function proposeSplit(scene: Scene, places: readonly Position[], pointer: Position | null, id: string): Proposal | null {
  const { fabric } = scene
  const line = lineOf(places, pointer)
  const [start, next] = line
  if (!start) return null
  if (!next) return { edits: [], grids: [], line, open: true }
  const grid = gridUnder(scene, start, next)
  if (!grid) return { edits: [], grids: [], line, refused: { code: 'outside_plan', ids: [] }, open: true }
  const end = closing(fabric, grid.id, line.at(-1)!)
  const stroke = end ? lineOf(line, end) : line
  const new_grid = { id, name: nextName(fabric, grid) }
  const closes = stroke.length > line.length
  return propose(scene, [{ kind: 'split_grid', grid: grid.id, stroke, new_grid }], { grids: [grid.id, id], line: stroke, closes })
}

/** The grid that the stroke enters first. */
function gridUnder({ fabric, scope }: Scene, from: Position, to: Position) {
  const share = Math.min(0.5, 2_000 / Math.hypot(to[0] - from[0], to[1] - from[1]))
  const inside: Position = [Math.round(from[0] + share * (to[0] - from[0])), Math.round(from[1] + share * (to[1] - from[1]))]
  const id = cellAt(fabric, inside)?.grids[scope.scheme]
  return id === undefined ? undefined : fabric.grids.get(id)
}

/** Where the stroke meets the outline again by the shortest way; the fabric itself finds an end that lies on it. */
function closing(fabric: Fabric, grid: string, end: Position): Position | undefined {
  const outline = boundaryEdges(cellsOf(fabric, grid)).map(({ from, to }) => ({
    a: from,
    b: to,
    grids: [grid, null] as const,
    fixed: false,
  }))
  return nearestOn(end, outline)
}

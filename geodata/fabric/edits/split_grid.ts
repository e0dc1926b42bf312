import type { Change } from '../change.ts'
import { bordersOf, cut, type Line } from '../cut.ts'
import { cellsOf, type Fabric, gridOf, schemeOf } from '../fabric.ts'
import { edgeKeysOf, type Face } from '../face.ts'
import { checkUnlocked } from '../grid_checks.ts'
import { boundaryEdges } from '../outline.ts'
import { positionKey, segmentKey } from '../plane/position.ts'
import { refuse } from '../refusal.ts'
import { attached, checkStroke, withEnds } from '../stroke.ts'
import type { SplitGrid } from './edit.ts'
import { namedPieces, piecesOf } from './pieces.ts'
import { checkedChange, inGrid } from './reassign.ts'
import { groupsBetween, wallsOf } from './sides_of_line.ts'

function outlineBorders(fabric: Fabric, cells: readonly Face[]) {
  const outline = new Set(boundaryEdges(cells).map(({ from, to }) => segmentKey(from, to)))
  return bordersOf(fabric, cells).filter(({ a, b }) => outline.has(segmentKey(a, b)))
}

/** The group on the left of the stroke. */
function leftOf(lines: readonly Line[], groups: readonly Face[][]): Face[] | undefined {
  const keys = lines.map(({ from, to }) => `${positionKey(from)}>${positionKey(to)}`)
  return groups.find((group) => group.some((face) => keys.some((key) => edgeKeysOf(face).has(key))))
}

/** Cuts a grid of cells in two, and the cells that the stroke crosses. Undone by putting grid and cells back. */
export function splitGrid(fabric: Fabric, { grid: id, stroke, new_grid }: SplitGrid): Change {
  checkStroke(fabric, stroke)
  const grid = gridOf(fabric, id)
  if (typeof new_grid?.id !== 'string' || typeof new_grid.name !== 'string') refuse('unknown_edit')
  if (fabric.grids.has(new_grid.id) || fabric.faces.has(new_grid.id)) refuse('id_taken', { ids: [new_grid.id] })
  if (grid.level !== schemeOf(fabric, grid.scheme).levels - 1) refuse('wrong_level', { ids: [id] })
  checkUnlocked(fabric, [id])
  const cells = cellsOf(fabric, id)
  if (cells.length === 0) refuse('misses_border', { ids: [id] })
  const borders = outlineBorders(fabric, cells)
  const reach = fabric.limits.reach
  const whole = withEnds(stroke, attached(stroke[0]!, borders, reach), attached(stroke.at(-1)!, borders, reach))
  const result = cut(fabric, cells, whole)
  const pieces = piecesOf(result)
  const noded = new Map(result.noded.map((face) => [face.id, face]))
  const all = cells.flatMap((face) => pieces.get(face) ?? [noded.get(face.id) ?? face])
  const walls = wallsOf(result.lines.map(({ from, to }) => segmentKey(from, to)))
  const groups = groupsBetween(all, walls)
  const before = groupsBetween(cells, wallsOf([])).length
  if (groups.length === before) refuse('misses_border', { at: whole[0]!, ids: [id] })
  if (groups.length > 2) refuse('multipart', { at: whole[0]!, ids: [id] })
  const left = new Set(leftOf(result.lines, groups) ?? refuse('misses_border', { at: whole[0]!, ids: [id] }))
  const sided = (face: Face) => (left.has(face) ? inGrid(face, grid.scheme, new_grid.id) : face)
  const faces = [
    ...namedPieces(fabric, pieces, sided, grid.scheme),
    ...all.filter((face) => left.has(face) && fabric.faces.get(face.id) === face).map(sided),
    ...result.noded.map(sided),
  ]
  const added = { ...grid, id: new_grid.id, name: new_grid.name }
  return checkedChange(fabric, { faces, grids: [added] }, [id, new_grid.id])
}

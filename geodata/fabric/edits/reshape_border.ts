import type { Change } from '../change.ts'
import { bordersOf, type Cut, cut } from '../cut.ts'
import { cellsOf, type Fabric, type Grid, gridOf, schemeOf } from '../fabric.ts'
import { edgeKeysOf, edgesOf, type Face, faceBox } from '../face.ts'
import { checkUnlocked } from '../grid_checks.ts'
import { boxesMeet, boxOf, type Position, segmentKey } from '../plane/position.ts'
import { refuse } from '../refusal.ts'
import { attached, type Border, checkStroke, type Stroke, withEnds } from '../stroke.ts'
import { borderPath } from './border_path.ts'
import type { ReshapeBorder } from './edit.ts'
import { namedPieces, piecesOf } from './pieces.ts'
import { checkedChange, inGrid } from './reassign.ts'
import { facesInside, wallsOf } from './sides_of_line.ts'

/** The edges that have a face of one group on the left and of the other on the right. */
function between(these: readonly Face[], those: readonly Face[]): { from: Position; to: Position }[] {
  const theirs = new Set<string>()
  for (const face of those) for (const key of edgeKeysOf(face)) theirs.add(key)
  return these.flatMap((face) => edgesOf(face).filter(({ twin }) => theirs.has(twin)))
}

function sharedBorders(fabric: Fabric, these: readonly Face[], those: readonly Face[]): Border[] {
  const shared = new Set(between(these, those).map(({ from, to }) => segmentKey(from, to)))
  return bordersOf(fabric, these).filter(({ a, b }) => shared.has(segmentKey(a, b)))
}

function endsOn(fabric: Fabric, stroke: Stroke, borders: readonly Border[]): Stroke {
  const [start, end] = [stroke[0]!, stroke.at(-1)!].map(
    (place) => attached(place, borders, fabric.limits.reach) ?? refuse('misses_border', { at: place }),
  )
  return withEnds(stroke, start, end)
}

function checkLines({ lines }: Cut): void {
  for (const { from, face, along } of lines) {
    if (along?.fixed) refuse('administrative_border', { at: from })
    if (!along && !face) refuse('leaves_scope', { at: from })
  }
}

/** The stroke and the old border between its ends; where they run together nothing changes. */
function closedLine(lines: Cut['lines'], path: readonly Position[]): string[] {
  const keys = new Map<string, number>()
  const count = (key: string) => keys.set(key, (keys.get(key) ?? 0) + 1)
  for (const { from, to } of lines) count(segmentKey(from, to))
  for (let index = 1; index < path.length; index++) count(segmentKey(path[index - 1]!, path[index]!))
  return [...keys].filter(([, times]) => times % 2 === 1).map(([key]) => key)
}

/** Of one scheme, of its lowest level, each once and none locked; the one whose border it is comes first. */
function checkedGrids(fabric: Fabric, ids: readonly string[]): readonly Grid[] {
  const grids = ids.map((id) => gridOf(fabric, id))
  const scheme = grids[0]!.scheme
  const lowest = schemeOf(fabric, scheme).levels - 1
  if (grids.some((grid) => grid.scheme !== scheme || grid.level !== lowest)) refuse('wrong_level', { ids })
  if (new Set(ids).size < ids.length) refuse('id_taken', { ids })
  checkUnlocked(fabric, ids)
  return grids
}

/** Land of the first goes to the other; where there are several others, nothing says to which. */
function taker(of: Face, first: Grid, others: readonly Grid[]): string {
  if (of.grids[first.scheme] !== first.id) return first.id
  if (others.length > 1) refuse('several_takers', { at: of.rings[0]![0]!, ids: others.map(({ id }) => id) })
  return others[0]!.id
}

/** The land between a stroke and the border of grids changes sides; cells on both sides of the stroke are cut. Undone by putting them back. */
export function reshapeBorder(fabric: Fabric, { grids: ids, stroke }: ReshapeBorder): Change {
  if (!Array.isArray(ids) || ids.length < 2) refuse('unknown_edit')
  checkStroke(fabric, stroke)
  const [first, ...others] = checkedGrids(fabric, ids) as readonly [Grid, ...Grid[]]
  const [own, theirs] = [cellsOf(fabric, first.id), others.flatMap(({ id }) => cellsOf(fabric, id))]
  const borders = sharedBorders(fabric, own, theirs)
  if (borders.length === 0) refuse('misses_border', { at: stroke[0]!, ids })
  if (borders.every(({ fixed }) => fixed)) refuse('administrative_border', { at: stroke[0]!, ids })
  const whole = endsOn(fabric, stroke, borders)
  const result = cut(fabric, [...own, ...theirs], whole)
  checkLines(result)
  const pieces = piecesOf(result)
  const noded = new Map(result.noded.map((face) => [face.id, face]))
  const now = (faces: readonly Face[]) => faces.flatMap((face) => pieces.get(face) ?? [noded.get(face.id) ?? face])
  const [nowOwn, nowTheirs] = [now(own), now(theirs)]
  const path = borderPath(between(nowOwn, nowTheirs), result.lines) ?? refuse('misses_border', { at: whole.at(-1)!, ids })
  const line = closedLine(result.lines, path)
  const box = boxOf([...path, ...whole])
  const near = [...nowOwn, ...nowTheirs].filter((face) => boxesMeet(faceBox(face), box))
  const inside = facesInside(near, wallsOf(line))
  if (inside.size === 0) refuse('changes_nothing', { at: whole[0]! })
  const flipped = (face: Face) => (inside.has(face) ? inGrid(face, first.scheme, taker(face, first, others)) : face)
  const faces = [
    ...namedPieces(fabric, pieces, flipped, first.scheme),
    ...[...inside].filter((face) => fabric.faces.get(face.id) === face).map(flipped),
    ...result.noded.map(flipped),
  ]
  return checkedChange(fabric, { faces }, ids)
}

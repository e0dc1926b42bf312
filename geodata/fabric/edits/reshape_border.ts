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

function checkGrids(fabric: Fabric, a: Grid, b: Grid): void {
  const scheme = schemeOf(fabric, a.scheme)
  if (b.scheme !== a.scheme || a.level !== scheme.levels - 1 || b.level !== a.level) refuse('wrong_level', { ids: [a.id, b.id] })
  if (a.id === b.id) refuse('id_taken', { ids: [a.id] })
  checkUnlocked(fabric, [a.id, b.id])
}

/** The land between a stroke and the border of two grids changes sides; cells on both sides of the stroke are cut. Undone by putting them back. */
export function reshapeBorder(fabric: Fabric, { grids, stroke }: ReshapeBorder): Change {
  if (!Array.isArray(grids) || grids.length !== 2) refuse('unknown_edit')
  checkStroke(fabric, stroke)
  const [a, b] = [gridOf(fabric, grids[0]), gridOf(fabric, grids[1])]
  checkGrids(fabric, a, b)
  const [ofA, ofB] = [cellsOf(fabric, a.id), cellsOf(fabric, b.id)]
  const borders = sharedBorders(fabric, ofA, ofB)
  if (borders.length === 0) refuse('misses_border', { at: stroke[0]!, ids: [a.id, b.id] })
  if (borders.every(({ fixed }) => fixed)) refuse('administrative_border', { at: stroke[0]!, ids: [a.id, b.id] })
  const whole = endsOn(fabric, stroke, borders)
  const result = cut(fabric, [...ofA, ...ofB], whole)
  checkLines(result)
  const pieces = piecesOf(result)
  const noded = new Map(result.noded.map((face) => [face.id, face]))
  const now = (faces: readonly Face[]) => faces.flatMap((face) => pieces.get(face) ?? [noded.get(face.id) ?? face])
  const [nowA, nowB] = [now(ofA), now(ofB)]
  const path = borderPath(between(nowA, nowB), result.lines) ?? refuse('misses_border', { at: whole[0]!, ids: [a.id, b.id] })
  const line = closedLine(result.lines, path)
  const box = boxOf([...path, ...whole])
  const near = [...nowA, ...nowB].filter((face) => boxesMeet(faceBox(face), box))
  const inside = facesInside(near, wallsOf(line))
  if (inside.size === 0) refuse('changes_nothing', { at: whole[0]! })
  const flipped = (face: Face) => (inside.has(face) ? inGrid(face, a.scheme, face.grids[a.scheme] === a.id ? b.id : a.id) : face)
  const faces = [
    ...namedPieces(fabric, pieces, flipped, a.scheme),
    ...[...inside].filter((face) => fabric.faces.get(face.id) === face).map(flipped),
    ...result.noded.map(flipped),
  ]
  return checkedChange(fabric, { faces }, [a.id, b.id])
}

/** Roads and rivers that borders are drawn along, in the land's whole millimetres, and those of them that are near a place. */
import { tilesOf } from '../fabric/fabric.ts'
import { distanceToSegment } from '../fabric/plane/measure.ts'
import { type Box, boxesMeet, boxOf, type Position, segmentKey, widened } from '../fabric/plane/position.ts'

export const LINE_KINDS = ['road', 'river'] as const
export type LineKind = (typeof LINE_KINDS)[number]

export interface MapLine {
  readonly kind: LineKind
  readonly positions: readonly Position[]
}

/** A piece of a line between two of its vertices. */
export interface LinePiece {
  readonly kind: LineKind
  readonly a: Position
  readonly b: Position
}

/** mm: the side of the squares in which lines are asked for and looked up. */
export const LINE_SQUARE = 2_000_000

/** The parts of a line that reach into the box, cut at its own vertices only: no place is made up at the rim. */
export function partsIn({ kind, positions }: MapLine, box: Box): MapLine[] {
  const parts: Position[][] = []
  let open: Position[] | undefined
  for (let index = 1; index < positions.length; index++) {
    const [a, b] = [positions[index - 1]!, positions[index]!]
    if (!boxesMeet(box, boxOf([a, b]))) {
      open = undefined
      continue
    }
    if (!open) {
      open = [a]
      parts.push(open)
    }
    open.push(b)
  }
  return parts.map((part) => ({ kind, positions: part }))
}

/** Squares are counted from the zone's origin, eastward and northward. */
export const squareBox = (column: number, row: number): Box => [
  column * LINE_SQUARE,
  row * LINE_SQUARE,
  (column + 1) * LINE_SQUARE,
  (row + 1) * LINE_SQUARE,
]

/** Pieces by square (`column/row`); each square holds all that reaches into it. */
export type Lines = ReadonlyMap<string, readonly LinePiece[]>

export const piecesOf = (lines: readonly MapLine[]): LinePiece[] =>
  lines.flatMap(({ kind, positions }) => positions.slice(1).map((b, index) => ({ kind, a: positions[index]!, b })))

/** Pieces that meet the box, each once; of squares that are not there yet, none. */
export function piecesIn(lines: Lines, box: Box): LinePiece[] {
  const found = new Map<string, LinePiece>()
  for (const square of tilesOf(box, LINE_SQUARE))
    for (const piece of lines.get(square) ?? [])
      if (boxesMeet(box, boxOf([piece.a, piece.b]))) found.set(segmentKey(piece.a, piece.b), piece)
  return [...found.values()]
}

export const piecesNear = (lines: Lines, place: Position, reach: number): LinePiece[] =>
  piecesIn(lines, widened([...place, ...place], reach)).filter(({ a, b }) => distanceToSegment(place, a, b) <= reach)

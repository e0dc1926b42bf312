// Inserts a stroke into the borders around it by iterated snap rounding: wherever the two cross, both get a vertex in whole
// millimetres, and where the stroke passes within a millimetre of a vertex (or a border of a stroke's vertex) it goes through it.
// Rounding may make new crossings, so this is repeated until there are none. Borders bend by less than a millimetre.
import { cross, liesWithin, roundedCrossing } from './plane/exact.ts'
import { bestOnSegment, distanceToSegment, nearestShare } from './plane/measure.ts'
import { type Box, boxesMeet, boxOf, type Position, positionKey, same, widened } from './plane/position.ts'
import { refuse } from './refusal.ts'
import { type Border, checkSimple, SLIDE, type Stroke } from './stroke.ts'

// mm: half the diagonal of a square millimetre.
const HOT = Math.SQRT1_2
const ROUNDS = 12

interface Piece extends Border {
  readonly of: Border
  readonly box: Box
}

function pieceOf(of: Border, a: Position, b: Position): Piece {
  return { a, b, fixed: of.fixed, of, box: boxOf([a, b]) }
}

export interface Insertion {
  /** The stroke with a vertex wherever it meets a border. */
  readonly stroke: Stroke
  /** The vertices that borders gain, by segment. */
  readonly added: ReadonlyMap<Border, readonly Position[]>
}

function hot(p: Position, a: Position, b: Position): boolean {
  return !same(p, a) && !same(p, b) && (liesWithin(p, a, b) || distanceToSegment(p, a, b) <= HOT)
}

function crossingPlace(p: Position, q: Position, border: Border): Position {
  const place = roundedCrossing(p, q, border.a, border.b)
  return border.fixed ? bestOnSegment(place, border.a, border.b, SLIDE) : place
}

/** The vertices that the stroke's segment and the border's must get. */
function meeting(p: Position, q: Position, border: Piece): { onStroke: Position[]; onBorder: Position[] } {
  const onStroke = [border.a, border.b].filter((end) => hot(end, p, q))
  const onBorder = [p, q].filter((end) => hot(end, border.a, border.b))
  if (onStroke.length === 0 && onBorder.length === 0 && cross(p, q, border.a, border.b)) {
    const place = crossingPlace(p, q, border)
    if (!same(place, p) && !same(place, q)) onStroke.push(place)
    if (!same(place, border.a) && !same(place, border.b)) onBorder.push(place)
  }
  return { onStroke, onBorder }
}

function inOrder(places: readonly Position[], a: Position, b: Position): Position[] {
  const once = new Map(places.map((place) => [positionKey(place), place]))
  return [...once.values()].sort((p, q) => nearestShare(p, a, b) - nearestShare(q, a, b))
}

function withoutSpikes(stroke: Position[]): Position[] {
  const path: Position[] = []
  for (const position of stroke) {
    if (path.length > 0 && same(path.at(-1)!, position)) continue
    if (path.length > 1 && same(path.at(-2)!, position)) path.pop()
    else path.push(position)
  }
  return path
}

function split(border: Piece, places: readonly Position[]): Piece[] {
  const chain = [border.a, ...inOrder(places, border.a, border.b), border.b]
  return chain.slice(1).map((b, index) => pieceOf(border.of, chain[index]!, b))
}

function round(
  stroke: readonly Position[],
  pieces: readonly Piece[],
  most: number,
): { stroke: Position[]; pieces: Piece[]; met: boolean } {
  const next: Position[] = [stroke[0]!]
  const places = new Map<Piece, Position[]>()
  let met = false
  for (let index = 0; index + 1 < stroke.length; index++) {
    const [p, q] = [stroke[index]!, stroke[index + 1]!]
    const box = widened(boxOf([p, q]), 2)
    const on: Position[] = []
    for (const piece of pieces) {
      if (!boxesMeet(box, piece.box)) continue
      const { onStroke, onBorder } = meeting(p, q, piece)
      on.push(...onStroke)
      if (onBorder.length > 0) places.set(piece, [...(places.get(piece) ?? []), ...onBorder])
    }
    met ||= on.length > 0
    next.push(...inOrder(on, p, q), q)
    if (next.length > most) refuse('too_many_points', { at: p })
  }
  met ||= places.size > 0
  return {
    stroke: withoutSpikes(next),
    pieces: pieces.flatMap((piece) => (places.has(piece) ? split(piece, places.get(piece)!) : [piece])),
    met,
  }
}

function addedTo(pieces: readonly Piece[]): Map<Border, Position[]> {
  const added = new Map<Border, Position[]>()
  for (const { of, b } of pieces) if (!same(b, of.b)) added.set(of, [...(added.get(of) ?? []), b])
  return added
}

/** `most`: how many positions the stroke may have with all its crossings; more is scribbling, and would keep a server busy. */
export function insert(stroke: Stroke, borders: readonly Border[], most: number): Insertion {
  let state: { stroke: Position[]; pieces: Piece[]; met: boolean } = {
    stroke: [...stroke],
    pieces: borders.map((of) => pieceOf(of, of.a, of.b)),
    met: true,
  }
  for (let count = 0; state.met; count++) {
    if (count === ROUNDS || state.stroke.length < 2) refuse('too_close', { at: stroke[0]! })
    state = round(state.stroke, state.pieces, most)
  }
  checkSimple(state.stroke)
  return { stroke: state.stroke, added: addedTo(state.pieces) }
}

import type { Fabric, Position } from '#geodata/fabric/index.ts'
import { cross, roundedCrossing } from '#geodata/fabric/plane/exact.ts'
import { distance, distanceToSegment, nearestShare } from '#geodata/fabric/plane/measure.ts'
import { type LineKind, type LinePiece, type Lines, piecesNear } from '#geodata/planning/index.ts'
import { edgesNear, isGridBorder } from './borders.ts'

/** What a place of a stroke has been drawn to. Each kind has its own glyph. */
export type SnapKind = 'vertex' | 'midpoint' | 'edge' | 'crossing' | LineKind

export interface Snap {
  readonly kind: SnapKind
  readonly at: Position
}

/** Pixels; how far the pointer may be off. */
export const SNAP_PIXELS = 12

interface Options {
  /** mm that the pointer may be off. */
  readonly reach: number
  /** Only what parts two grids: where a stroke has to begin. */
  readonly gridBordersOnly?: boolean
  /** Roads and rivers. */
  readonly lines?: Lines
}

interface Segment {
  readonly a: Position
  readonly b: Position
}

/** The lower the rank, the rather it is meant when several are within reach. */
interface Candidate extends Snap {
  readonly rank: number
}

const middle = (a: Position, b: Position): Position => [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)]

function onEdge(place: Position, { a, b }: Segment): Position {
  const share = nearestShare(place, a, b)
  return [Math.round(a[0] + share * (b[0] - a[0])), Math.round(a[1] + share * (b[1] - a[1]))]
}

const ofBorder = (place: Position, edge: Segment): Candidate[] => [
  { kind: 'vertex', at: edge.a, rank: 0 },
  { kind: 'vertex', at: edge.b, rank: 0 },
  { kind: 'midpoint', at: middle(edge.a, edge.b), rank: 1 },
  { kind: 'edge', at: onEdge(place, edge), rank: 2 },
]

/** Of roads and rivers, too, their own vertices come before what lies between: so does a border drawn along one. */
const ofLine = (place: Position, { kind, ...piece }: LinePiece): Candidate[] => [
  { kind, at: piece.a, rank: 0 },
  { kind, at: piece.b, rank: 0 },
  { kind, at: onEdge(place, piece), rank: 2 },
]

/** Where a road or river crosses a border, a border drawn along it begins or ends. */
const crossings = (edge: Segment, pieces: readonly LinePiece[]): Candidate[] =>
  pieces
    .filter(({ a, b }) => cross(a, b, edge.a, edge.b))
    .map(({ a, b }) => ({ kind: 'crossing', at: roundedCrossing(a, b, edge.a, edge.b), rank: 0 }))

/**
 * What the pointer at a place means: a vertex or crossing within reach, else the middle of an edge, else the nearest place on one. A
 * border of grids goes before all else, for that is what strokes are about; then whichever is nearer, a border of cells or a road or river;
 * where a border of cells runs along a road, the road is what one sees.
 */
export function snap(
  fabric: Fabric,
  scheme: string,
  place: Position,
  { reach, gridBordersOnly = false, lines = new Map() }: Options,
): Snap | undefined {
  const edges = edgesNear(fabric, scheme, place, reach)
  const pieces = piecesNear(lines, place, reach)
  const borders = (some: readonly Segment[]) => some.flatMap((edge) => [...ofBorder(place, edge), ...crossings(edge, pieces)])
  const found = best(place, borders(edges.filter(isGridBorder)), reach)
  if (found || gridBordersOnly) return found
  return pieces.length > 0 && toNearest(place, pieces) <= toNearest(place, edges)
    ? best(
        place,
        [...pieces.flatMap((piece) => ofLine(place, piece)), ...edges.flatMap((edge) => crossings(edge, pieces))],
        reach,
      )
    : best(place, borders(edges), reach)
}

const toNearest = (place: Position, segments: readonly Segment[]): number =>
  Math.min(...segments.map(({ a, b }) => distanceToSegment(place, a, b)))

function best(place: Position, candidates: readonly Candidate[], reach: number): Snap | undefined {
  let found: Candidate | undefined
  let off = Infinity
  for (const one of candidates) {
    const away = distance(place, one.at)
    if (away > reach || (found && one.rank > found.rank)) continue
    if (!found || one.rank < found.rank || away < off) [found, off] = [one, away]
  }
  return found && { kind: found.kind, at: found.at }
}

/** The nearest place on any of the edges, however far. */
export function nearestOn(place: Position, edges: readonly Segment[]): Position | undefined {
  let found: Segment | undefined
  let least = Infinity
  for (const edge of edges) {
    const off = distanceToSegment(place, edge.a, edge.b)
    if (off < least) [found, least] = [edge, off]
  }
  return found && onEdge(place, found)
}

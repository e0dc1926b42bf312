import type { Fabric, Position } from '#geodata/fabric/index.ts'
import { distance, distanceToSegment, nearestShare } from '#geodata/fabric/plane/measure.ts'
import { type BorderEdge, edgesNear, isGridBorder } from './borders.ts'

/** What a place of a stroke has been drawn to. Each kind has its own glyph. */
export type SnapKind = 'vertex' | 'midpoint' | 'edge'

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
}

const RANK: Readonly<Record<SnapKind, number>> = { vertex: 0, midpoint: 1, edge: 2 }

const middle = (a: Position, b: Position): Position => [Math.round((a[0] + b[0]) / 2), Math.round((a[1] + b[1]) / 2)]

function onEdge(place: Position, a: Position, b: Position): Position {
  const share = nearestShare(place, a, b)
  return [Math.round(a[0] + share * (b[0] - a[0])), Math.round(a[1] + share * (b[1] - a[1]))]
}

function candidates(place: Position, { a, b }: BorderEdge): Snap[] {
  return [
    { kind: 'vertex', at: a },
    { kind: 'vertex', at: b },
    { kind: 'midpoint', at: middle(a, b) },
    { kind: 'edge', at: onEdge(place, a, b) },
  ]
}

/**
 * What the pointer at a place means: a vertex within reach, else the middle of an edge, else the nearest place on one. A border
 * of grids goes before one of cells, for that is what strokes are about.
 */
export function snap(
  fabric: Fabric,
  scheme: string,
  place: Position,
  { reach, gridBordersOnly = false }: Options,
): Snap | undefined {
  const edges = edgesNear(fabric, scheme, place, reach)
  const ofGrids = edges.filter(isGridBorder)
  return best(place, ofGrids, reach) ?? (gridBordersOnly ? undefined : best(place, edges, reach))
}

function best(place: Position, edges: readonly BorderEdge[], reach: number): Snap | undefined {
  let found: Snap | undefined
  let off = Infinity
  for (const edge of edges) {
    for (const one of candidates(place, edge)) {
      const away = distance(place, one.at)
      if (away > reach || (found && RANK[one.kind] > RANK[found.kind])) continue
      if (!found || RANK[one.kind] < RANK[found.kind] || away < off) [found, off] = [one, away]
    }
  }
  return found
}

/** The nearest place on any of the edges, however far. */
export function nearestOn(place: Position, edges: readonly BorderEdge[]): Position | undefined {
  let found: BorderEdge | undefined
  let least = Infinity
  for (const edge of edges) {
    const off = distanceToSegment(place, edge.a, edge.b)
    if (off < least) [found, least] = [edge, off]
  }
  return found && onEdge(place, found.a, found.b)
}

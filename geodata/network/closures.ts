/** Roads that nobody passes: stretches of edges, each from one offset to another. A road that a line crosses is closed at that one place. */
import { isInside } from './is_inside.ts'
import { endOfPiece, type Network, type Position, positionAt } from './network.ts'
import { itemsIn } from './spatial_index.ts'

/** Metres from the beginning of the edge, both ends closed. */
export type Stretch = readonly [from_m: number, to_m: number]

/** By edge. */
export type Closures = ReadonlyMap<number, readonly Stretch[]>

export const NOTHING_CLOSED: Closures = new Map()

export type Closed =
  | { readonly edge_ids: readonly number[] }
  | { readonly line: readonly Position[] }
  /** Rings, closed; what lies in an odd number of them is inside. */
  | { readonly polygon: readonly (readonly Position[])[] }

/** Whether one gets from one offset of an edge to another, both included. */
export function isOpen(closures: Closures, edge: number, a: number, b: number): boolean {
  if (closures.size === 0) return true
  const [from, to] = a < b ? [a, b] : [b, a]
  return !closures.get(edge)?.some(([first, last]) => first <= to && last >= from)
}

export function closuresOf(network: Network, closed: readonly Closed[]): Closures {
  const closures = new Map<number, Stretch[]>()
  const add = (edge: number, stretches: readonly Stretch[]) =>
    void (stretches.length > 0 && closures.set(edge, [...(closures.get(edge) ?? []), ...stretches]))
  for (const one of closed) {
    if ('edge_ids' in one) {
      const ids = new Set(one.edge_ids)
      network.ids.forEach((id, edge) => void (ids.has(id) && add(edge, [withoutEnds(network.lengths_m[edge]!)])))
    } else if ('line' in one) for (const [edge, stretches] of crossings(network, [one.line])) add(edge, stretches)
    else for (const [edge, stretches] of stretchesInside(network, one.polygon)) add(edge, stretches)
  }
  return closures
}

/** All of an edge but a millimetre at its ends: the junctions there belong to other roads too. */
function withoutEnds(length_m: number): Stretch {
  const end = Math.min(0.001, length_m / 4)
  return [end, length_m - end]
}

/** Where lines cross or run along edges. */
function crossings(network: Network, lines: readonly (readonly Position[])[]): Map<number, Stretch[]> {
  const found = new Map<number, Stretch[]>()
  for (const line of lines)
    for (let at = 0; at + 1 < line.length; at++) {
      const [a, b] = [line[at]!, line[at + 1]!]
      const box = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])] as const
      for (const piece of itemsIn(network.index, box)) {
        const edge = network.edgeOfPiece[piece]!
        for (let vertex = network.pieces[piece]!; vertex + 1 < endOfPiece(network, piece); vertex++) {
          const shares = meeting(positionAt(network, vertex), positionAt(network, vertex + 1), a, b)
          if (!shares) continue
          const [from, to] = [network.along_m[vertex]!, network.along_m[vertex + 1]!]
          const stretch: Stretch = [from + (to - from) * shares[0], from + (to - from) * shares[1]]
          found.set(edge, [...(found.get(edge) ?? []), stretch])
        }
      }
    }
  return found
}

/** As shares of the stretch from a to b, from where to where it meets the one from c to d, ends included. In degrees: straight is straight there too. */
function meeting(a: Position, b: Position, c: Position, d: Position): readonly [number, number] | undefined {
  const side = (p: Position, q: Position, r: Position) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
  const [sideC, sideD] = [side(a, b, c), side(a, b, d)]
  const [sideA, sideB] = [side(c, d, a), side(c, d, b)]
  if (sideA === 0 && sideB === 0) return sideC === 0 && sideD === 0 ? overlap(a, b, c, d) : undefined
  if (sideC > 0 === sideD > 0 && sideC !== 0 && sideD !== 0) return undefined
  if (sideA > 0 === sideB > 0 && sideA !== 0 && sideB !== 0) return undefined
  const share = Math.min(1, Math.max(0, sideA / (sideA - sideB)))
  return [share, share]
}

function overlap(a: Position, b: Position, c: Position, d: Position): readonly [number, number] | undefined {
  const axis = Math.abs(b[0] - a[0]) > Math.abs(b[1] - a[1]) ? 0 : 1
  const extent = b[axis] - a[axis]
  if (extent === 0) return undefined
  const [from, to] = [(c[axis] - a[axis]) / extent, (d[axis] - a[axis]) / extent].sort((one, other) => one - other) as [
    number,
    number,
  ]
  return to < 0 || from > 1 ? undefined : [Math.max(0, from), Math.min(1, to)]
}

/** Edges are cut where the outline crosses them; a piece is inside when its middle is. */
function stretchesInside(network: Network, rings: readonly (readonly Position[])[]): Map<number, Stretch[]> {
  const found = crossings(network, rings)
  const all = rings.flat()
  const box = [0, 1].map((axis) => all.map((position) => position[axis]!)) as [number[], number[]]
  const [west, east] = [Math.min(...box[0]), Math.max(...box[0])]
  const [south, north] = [Math.min(...box[1]), Math.max(...box[1])]
  const edges = new Set(itemsIn(network.index, [west, south, east, north]).map((piece) => network.edgeOfPiece[piece]!))
  for (const edge of edges) {
    const met = found.get(edge) ?? []
    const cuts = [0, ...met.flat(), network.lengths_m[edge]!].sort((a, b) => a - b)
    const inside = cuts.slice(1).flatMap((to, at): Stretch[] => {
      const from = cuts[at]!
      return to > from && isInside(placeOnEdge(network, edge, (from + to) / 2), rings) ? [[from, to]] : []
    })
    if (met.length + inside.length > 0) found.set(edge, [...met, ...inside])
  }
  return found
}

/** The position at an offset of an edge, in metres from its beginning. */
export function placeOnEdge(network: Network, edge: number, offset_m: number): Position {
  let vertex = network.lines[edge]!
  const last = network.lines[edge + 1]! - 2
  while (vertex < last && network.along_m[vertex + 1]! < offset_m) vertex++
  const [from, to] = [network.along_m[vertex]!, network.along_m[vertex + 1]!]
  const share = to === from ? 0 : (offset_m - from) / (to - from)
  const [a, b] = [positionAt(network, vertex), positionAt(network, vertex + 1)]
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

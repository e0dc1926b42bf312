import { groundDistance, metresPerDegree } from '../crs/ground_distance.ts'
import { endOfPiece, type Network, NOT_WALKED, type Position, positionAt } from './network.ts'
import { visitNearest } from './spatial_index.ts'

/** `drive` keeps to one-way roads; `walk` goes both ways, but not on motorways. */
export type Travel = 'drive' | 'walk'

/** A place on the network. */
export interface Place {
  readonly edge: number
  /** Metres from the beginning of the edge. */
  readonly offset_m: number
  readonly position: Position
  /** Metres from the point that was asked about to this place. */
  readonly off_road_m: number
}

/** The place on the network that is nearest to a point; undefined where the network has no road of that kind. */
export function nearestPlace(network: Network, point: Position, travel: Travel): Place | undefined {
  const scale = metresPerDegree(point[1])
  let best: { piece: number; vertex: number; share: number } | undefined
  let nearest = Infinity
  visitNearest(network.index, point, scale, (piece) => {
    if (travel === 'walk' && network.flags[network.edgeOfPiece[piece]!]! & NOT_WALKED) return Infinity
    const end = endOfPiece(network, piece)
    for (let vertex = network.pieces[piece]!; vertex + 1 < end; vertex++) {
      const { share, distance } = footOf(network, vertex, point, scale)
      if (distance >= nearest) continue
      nearest = distance
      best = { piece, vertex, share }
    }
    return nearest
  })
  if (!best) return undefined
  const { piece, vertex, share } = best
  const [a, b] = [positionAt(network, vertex), positionAt(network, vertex + 1)]
  const position: Position = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
  const [from, to] = [network.along_m[vertex]!, network.along_m[vertex + 1]!]
  return {
    edge: network.edgeOfPiece[piece]!,
    offset_m: from + (to - from) * share,
    position,
    off_road_m: groundDistance(point, position),
  }
}

/** The nearest place of the stretch from a vertex to the next: as a share of it, and its distance. */
function footOf(network: Network, vertex: number, [x, y]: Position, [scaleX, scaleY]: readonly [number, number]) {
  const [a, b] = [positionAt(network, vertex), positionAt(network, vertex + 1)]
  const [ax, ay] = [(a[0] - x) * scaleX, (a[1] - y) * scaleY]
  const [dx, dy] = [(b[0] - a[0]) * scaleX, (b[1] - a[1]) * scaleY]
  const square = dx * dx + dy * dy
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square))
  return { share, distance: Math.hypot(ax + dx * share, ay + dy * share) }
}

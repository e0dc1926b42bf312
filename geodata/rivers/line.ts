/** The centre line of a river segment, measured once: chainage goes with its length on the ground, snapping happens on a plane in metres. */
import { groundDistance, metresPerDegree } from '../crs/ground_distance.ts'
import type { Position } from '../network/index.ts'
import { type SpatialIndex, spatialIndexOf } from '../network/spatial_index.ts'

/** A segment as the layer has it: parts of a MultiLineString in degrees, chainage in metres running linearly over all of them. */
export interface RiverCourse {
  readonly parts: readonly (readonly Position[])[]
  readonly chainage_from_m: number
  /** May be less than `chainage_from_m` where the line was drawn upstream. */
  readonly chainage_to_m: number
}

export interface RiverLine {
  readonly chainage_from_m: number
  readonly chainage_to_m: number
  /** Metres on the ground, without what lies between parts. */
  readonly length_m: number
  /** Degrees of the plane's origin, and metres of a degree there. */
  readonly origin: Position
  readonly scale: readonly [east: number, north: number]
  /** Vertices in metres east and north of the origin. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** Metres on the ground from the line's beginning to each vertex. */
  readonly along_m: Float64Array
  /** The first vertex of each edge; the next vertex is its other end. */
  readonly edges: Uint32Array
  /** Of the edges, in metres on the plane. */
  readonly index: SpatialIndex
}

/**
 * The plane keeps to the latitude in the middle of the line: beside a line of 50 km from south to north, distances are right to half a
 * per cent. Chainage does not suffer, it is measured edge by edge.
 */
export function riverLineOf({ parts, chainage_from_m, chainage_to_m }: RiverCourse): RiverLine {
  const vertices = parts.flat()
  const origin = middleOf(vertices)
  const scale = metresPerDegree(origin[1])
  const x = Float64Array.from(vertices, ([longitude]) => (longitude - origin[0]) * scale[0])
  const y = Float64Array.from(vertices, ([, latitude]) => (latitude - origin[1]) * scale[1])
  const along_m = new Float64Array(vertices.length)
  const edges: number[] = []
  let [vertex, along] = [0, 0]
  for (const part of parts)
    for (let at = 0; at < part.length; at++, vertex++) {
      if (at > 0) {
        const length = groundDistance(part[at - 1]!, part[at]!)
        if (length > 0) edges.push(vertex - 1)
        along += length
      }
      along_m[vertex] = along
    }
  const index = spatialIndexOf(boxesOf(edges, x, y))
  const measured = { origin, scale, x, y, along_m, edges: Uint32Array.from(edges), index }
  return { chainage_from_m, chainage_to_m, length_m: along, ...measured }
}

function middleOf(vertices: readonly Position[]): Position {
  if (vertices.length === 0) return [0, 0]
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [longitude, latitude] of vertices) {
    west = Math.min(west, longitude)
    south = Math.min(south, latitude)
    east = Math.max(east, longitude)
    north = Math.max(north, latitude)
  }
  return [(west + east) / 2, (south + north) / 2]
}

function boxesOf(edges: readonly number[], x: Float64Array, y: Float64Array): Float64Array {
  const boxes = new Float64Array(4 * edges.length)
  edges.forEach((a, edge) => {
    const b = a + 1
    const corners = [Math.min(x[a]!, x[b]!), Math.min(y[a]!, y[b]!), Math.max(x[a]!, x[b]!), Math.max(y[a]!, y[b]!)]
    boxes.set(corners, 4 * edge)
  })
  return boxes
}

/** Metres east and north of the line's origin. */
export const planeOf = ({ origin, scale }: RiverLine, [longitude, latitude]: Position): readonly [x: number, y: number] => [
  (longitude - origin[0]) * scale[0],
  (latitude - origin[1]) * scale[1],
]

/** The chainage of a place so many metres along the line; exact at both ends. */
export function chainageOf({ chainage_from_m, chainage_to_m, length_m }: RiverLine, along_m: number): number {
  const share = length_m === 0 ? 0 : along_m / length_m
  return chainage_from_m * (1 - share) + chainage_to_m * share
}

/** How far along the line a chainage is; beyond its ends too. */
export function alongOf({ chainage_from_m, chainage_to_m, length_m }: RiverLine, chainage_m: number): number {
  const range = chainage_to_m - chainage_from_m
  return range === 0 ? 0 : ((chainage_m - chainage_from_m) / range) * length_m
}

/** The share of an edge, 0 to 1, at which it is nearest to a place of the plane. */
export function shareOf({ edges, x, y }: RiverLine, edge: number, px: number, py: number): number {
  const a = edges[edge]!
  const [ax, ay] = [x[a]!, y[a]!]
  const [dx, dy] = [x[a + 1]! - ax, y[a + 1]! - ay]
  return Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)))
}

/**
 * The road network as arrays of numbers, from which a worker thread, the server and a browser without a network measure ways alike. Edges meet in
 * nodes where their ends have the same position, to a millimetre; roads that cross without such an end (a bridge) don't meet.
 */
import { groundDistance } from '../crs/ground_distance.ts'
import { nodesOf } from './nodes.ts'
import { type SpatialIndex, spatialIndexOf } from './spatial_index.ts'

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number]

export interface RoadEdge {
  readonly id: number
  /** At least two positions. */
  readonly line: readonly Position[]
  readonly length_m: number
  readonly class: string
  /** Driven from its first position to its last only. */
  readonly one_way: boolean
  readonly name: string | null
}

/** Edges, nodes and vertices are meant by their place in these arrays. */
export interface Network {
  /** Of each edge, as the layer has it. */
  readonly ids: Int32Array
  /** Of each edge, the node where it begins and the one where it ends. */
  readonly ends: Uint32Array
  readonly lengths_m: Float64Array
  readonly flags: Uint8Array
  /** Of each edge, its first vertex; one more at the end. */
  readonly lines: Uint32Array
  /** Of each vertex, longitude and latitude. */
  readonly coordinates: Float64Array
  /** Of each vertex, metres from the beginning of its edge: measured between vertices, and scaled so that all of them make the edge's length. */
  readonly along_m: Float64Array
  /** Of each node, where its edges begin in `leaving`; one more at the end. */
  readonly nodes: Uint32Array
  /** Edge × 2 where it leaves the node along its line, edge × 2 + 1 where against it. */
  readonly leaving: Uint32Array
  /** Of each node, which nodes hang together with it: one number for all of them, whatever the direction of travel. */
  readonly components: Uint32Array
  readonly names: readonly string[]
  /** Of each edge, which name is its own, from 1; 0 is none. */
  readonly nameOf: Uint32Array
  /** Of each piece of a line, its first vertex; it has up to VERTICES_OF_A_PIECE. */
  readonly pieces: Uint32Array
  /** Of each piece, its edge. */
  readonly edgeOfPiece: Uint32Array
  readonly index: SpatialIndex
}

export const ONE_WAY = 1
/** Nobody walks on a motorway. */
export const NOT_WALKED = 2

/** Few, so that their boxes are small. */
export const VERTICES_OF_A_PIECE = 5

export function networkOf(edges: readonly RoadEdge[]): Network {
  const { lines, coordinates } = verticesOf(edges)
  const { ends, count } = nodesOf(edges)
  const names = [...new Set(edges.flatMap(({ name }) => (name === null ? [] : [name])))]
  const numbers = new Map(names.map((name, at) => [name, at + 1]))
  const { pieces, edgeOfPiece } = piecesOf(lines)
  return {
    ids: Int32Array.from(edges, ({ id }) => id),
    ends,
    lengths_m: Float64Array.from(edges, ({ length_m }) => length_m),
    flags: Uint8Array.from(edges, (edge) => (edge.one_way ? ONE_WAY : 0) | (edge.class === 'motorway' ? NOT_WALKED : 0)),
    lines,
    coordinates,
    along_m: alongOf(edges, lines, coordinates),
    ...leavingOf(ends, count),
    components: componentsOf(ends, count),
    names,
    nameOf: Uint32Array.from(edges, ({ name }) => (name === null ? 0 : numbers.get(name)!)),
    pieces,
    edgeOfPiece,
    index: spatialIndexOf(boxesOf(pieces, edgeOfPiece, lines, coordinates)),
  }
}

export const positionAt = ({ coordinates }: Pick<Network, 'coordinates'>, vertex: number): Position => [
  coordinates[2 * vertex]!,
  coordinates[2 * vertex + 1]!,
]

/** The vertex after a piece's last one. */
export const endOfPiece = (
  { pieces, edgeOfPiece, lines }: Pick<Network, 'pieces' | 'edgeOfPiece' | 'lines'>,
  piece: number,
): number => Math.min(pieces[piece]! + VERTICES_OF_A_PIECE, lines[edgeOfPiece[piece]! + 1]!)

function verticesOf(edges: readonly RoadEdge[]) {
  const lines = new Uint32Array(edges.length + 1)
  edges.forEach(({ line }, edge) => {
    lines[edge + 1] = lines[edge]! + line.length
  })
  const coordinates = new Float64Array(2 * lines[edges.length]!)
  edges.forEach(({ line }, edge) => {
    line.forEach((position, at) => {
      coordinates.set(position, 2 * (lines[edge]! + at))
    })
  })
  return { lines, coordinates }
}

function alongOf(edges: readonly RoadEdge[], lines: Uint32Array, coordinates: Float64Array): Float64Array {
  const along = new Float64Array(coordinates.length / 2)
  edges.forEach(({ length_m }, edge) => {
    const [first, last] = [lines[edge]!, lines[edge + 1]! - 1]
    for (let vertex = first + 1; vertex <= last; vertex++)
      along[vertex] =
        along[vertex - 1]! + groundDistance(positionAt({ coordinates }, vertex - 1), positionAt({ coordinates }, vertex))
    const measured = along[last]!
    for (let vertex = first + 1; vertex < last; vertex++)
      along[vertex] = measured === 0 ? 0 : (along[vertex]! / measured) * length_m
    along[last] = length_m
  })
  return along
}

function leavingOf(ends: Uint32Array, count: number): Pick<Network, 'nodes' | 'leaving'> {
  const nodes = new Uint32Array(count + 1)
  for (const node of ends) nodes[node + 1]!++
  for (let node = 0; node < count; node++) nodes[node + 1]! += nodes[node]!
  const next = nodes.slice()
  const leaving = new Uint32Array(ends.length)
  ends.forEach((node, half) => {
    leaving[next[node]!++] = half
  })
  return { nodes, leaving }
}

function componentsOf(ends: Uint32Array, count: number): Uint32Array {
  const above = Uint32Array.from({ length: count }, (_, node) => node)
  const top = (node: number): number => {
    let at = node
    while (above[at] !== at) {
      above[at] = above[above[at]!]!
      at = above[at]!
    }
    return at
  }
  for (let half = 0; half < ends.length; half += 2) above[top(ends[half]!)] = top(ends[half + 1]!)
  return above.map((_, node) => top(node))
}

/** Neighbouring pieces share a vertex. */
function piecesOf(lines: Uint32Array) {
  const pieces: number[] = []
  const edgeOfPiece: number[] = []
  for (let edge = 0; edge + 1 < lines.length; edge++)
    for (let vertex = lines[edge]!; vertex < lines[edge + 1]! - 1; vertex += VERTICES_OF_A_PIECE - 1) {
      pieces.push(vertex)
      edgeOfPiece.push(edge)
    }
  return { pieces: Uint32Array.from(pieces), edgeOfPiece: Uint32Array.from(edgeOfPiece) }
}

function boxesOf(pieces: Uint32Array, edgeOfPiece: Uint32Array, lines: Uint32Array, coordinates: Float64Array): Float64Array {
  const boxes = new Float64Array(4 * pieces.length)
  for (let piece = 0; piece < pieces.length; piece++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    for (let vertex = pieces[piece]!; vertex < endOfPiece({ pieces, edgeOfPiece, lines }, piece); vertex++) {
      const [x, y] = positionAt({ coordinates }, vertex)
      west = Math.min(west, x)
      south = Math.min(south, y)
      east = Math.max(east, x)
      north = Math.max(north, y)
    }
    boxes.set([west, south, east, north], 4 * piece)
  }
  return boxes
}

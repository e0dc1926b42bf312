import type { Position, RoadEdge } from './network.ts'

/** Degrees: a millimetre. What was digitised as one place may differ in the last bits after a transformation, and no more. */
const TOLERANCE = 1e-8
/** Degrees: far more than the tolerance, so that mostly one square has to be looked into. */
const SQUARE = 1e-7
const PRIME = 1_000_003

/** Which node each end of each edge is, and how many there are. Nodes are numbered as they are met. */
export function nodesOf(edges: readonly RoadEdge[]): { readonly ends: Uint32Array; readonly count: number } {
  const at: Position[] = []
  // Squares to nodes; what shares a key with another square is told apart by its position.
  const first = new Map<number, number>()
  const next: number[] = []
  const find = ([x, y]: Position): number | undefined => {
    for (const key of keysAround([x, y]))
      for (let node = first.get(key); node !== undefined && node >= 0; node = next[node]) {
        const [nodeX, nodeY] = at[node]!
        if (Math.abs(nodeX - x) <= TOLERANCE && Math.abs(nodeY - y) <= TOLERANCE) return node
      }
    return undefined
  }
  const nodeAt = (position: Position): number => {
    const known = find(position)
    if (known !== undefined) return known
    const node = at.push(position) - 1
    const key = keyOf(...squareOf(position))
    next.push(first.get(key) ?? -1)
    first.set(key, node)
    return node
  }
  const ends = new Uint32Array(2 * edges.length)
  edges.forEach(({ line }, edge) => {
    ends[2 * edge] = nodeAt(line[0]!)
    ends[2 * edge + 1] = nodeAt(line.at(-1)!)
  })
  return { ends, count: at.length }
}

const squareOf = ([x, y]: Position): readonly [number, number] => [Math.floor(x / SQUARE), Math.floor(y / SQUARE)]
const keyOf = (column: number, row: number): number => column * PRIME + row

/** The square of a position, and its neighbours where it lies at their border. */
function keysAround([x, y]: Position): number[] {
  const [west, south] = squareOf([x - TOLERANCE, y - TOLERANCE])
  const [east, north] = squareOf([x + TOLERANCE, y + TOLERANCE])
  const keys: number[] = []
  for (let column = west; column <= east; column++) for (let row = south; row <= north; row++) keys.push(keyOf(column, row))
  return keys
}

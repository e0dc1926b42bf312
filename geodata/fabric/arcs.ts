import { type Fabric, faceOf, facesIn } from './fabric.ts'
import { type Edge, edgesOf, type Face, faceBox } from './face.ts'
import { rightOf } from './neighbours.ts'
import { compare, type Position, positionKey, type Ring } from './plane/position.ts'

/** A longest piece of border that has the same face on its left and the same on its right (null outside) all along. */
export interface Arc {
  /** From node to node. An arc around an island ends where it began, at its westernmost position. */
  readonly positions: readonly Position[]
  readonly left: string
  readonly right: string | null
}

/** Positions where more than two borders meet, of those on the face. */
function nodesOn(fabric: Fabric, face: Face): Set<string> {
  const ends = new Map<string, Set<string>>()
  for (const { from } of edgesOf(face)) ends.set(positionKey(from), new Set())
  for (const other of facesIn(fabric, faceBox(face))) {
    for (const { from, to } of edgesOf(other)) {
      ends.get(positionKey(from))?.add(positionKey(to))
      ends.get(positionKey(to))?.add(positionKey(from))
    }
  }
  return new Set([...ends].filter(([, others]) => others.size > 2).map(([key]) => key))
}

function arcsOfRing(face: Face, edges: readonly Edge[], right: Map<string, Face | null>, nodes: Set<string>): Arc[] {
  const rightId = (edge: Edge) => right.get(edge.key)?.id ?? null
  const count = edges.length
  const starts = edges.map(
    (edge, index) => nodes.has(positionKey(edge.from)) || rightId(edge) !== rightId(edges[(index + count - 1) % count]!),
  )
  const first = starts.indexOf(true)
  if (first < 0)
    return [{ positions: [...edges.map(({ from }) => from), edges[0]!.from], left: face.id, right: rightId(edges[0]!) }]
  const arcs: { positions: Position[]; left: string; right: string | null }[] = []
  for (let step = 0; step < count; step++) {
    const index = (first + step) % count
    const edge = edges[index]!
    if (starts[index]) arcs.push({ positions: [edge.from], left: face.id, right: rightId(edge) })
    arcs.at(-1)!.positions.push(edge.to)
  }
  return arcs
}

/** The arcs around these faces. One between two of them comes once, with the one named first on its left. */
export function arcsOf(fabric: Fabric, ids: readonly string[]): Arc[] {
  const done = new Set<string>()
  const arcs: Arc[] = []
  for (const id of ids) {
    const face = faceOf(fabric, id)
    const [right, nodes] = [rightOf(fabric, face), nodesOn(fabric, face)]
    const edges = edgesOf(face)
    let start = 0
    for (const ring of face.rings) {
      arcs.push(
        ...arcsOfRing(face, edges.slice(start, start + ring.length), right, nodes).filter((arc) => !done.has(arc.right ?? '')),
      )
      start += ring.length
    }
    done.add(id)
  }
  return arcs
}

const ofFabric = new WeakMap<Fabric, readonly Arc[]>()

/** All arcs of the fabric, each once; kept as long as the fabric is. */
export function allArcs(fabric: Fabric): readonly Arc[] {
  let arcs = ofFabric.get(fabric)
  if (!arcs) {
    arcs = arcsOf(fabric, [...fabric.faces.keys()].sort())
    ofFabric.set(fabric, arcs)
  }
  return arcs
}

/** Rings by their westernmost position: an order for polygons of several parts. */
export function compareRings(a: readonly Ring[], b: readonly Ring[]): number {
  return compare(a[0]![0]!, b[0]![0]!)
}

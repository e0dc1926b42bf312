// The way along borders of cells, which run along roads and rivers, from one place to another.

import { edgesOf } from '#geodata/fabric/face.ts'
import { type Fabric, facesIn, type Position } from '#geodata/fabric/index.ts'
import { distance, distanceToSegment } from '#geodata/fabric/plane/measure.ts'
import { boxOf, positionKey, same, widened } from '#geodata/fabric/plane/position.ts'

/** mm; how far beyond the box of both ends a way may lead. */
const DETOUR = 200_000

interface Node {
  readonly at: Position
  readonly ways: Map<string, number>
}

/** The shortest way along borders, without its start and with its end; undefined where there is none. */
export function pathAlong(fabric: Fabric, from: Position, to: Position): Position[] | undefined {
  const nodes = network(fabric, from, to)
  const [start, end] = [positionKey(from), positionKey(to)]
  if (!nodes.has(start) || !nodes.has(end) || start === end) return undefined
  const far = new Map([[start, 0]])
  const before = new Map<string, string>()
  const open = new Set([start])
  while (open.size > 0) {
    let current = ''
    for (const key of open) if (current === '' || far.get(key)! < far.get(current)!) current = key
    if (current === end) break
    open.delete(current)
    for (const [next, length] of nodes.get(current)!.ways) {
      const total = far.get(current)! + length
      if (total >= (far.get(next) ?? Infinity)) continue
      far.set(next, total)
      before.set(next, current)
      open.add(next)
    }
  }
  if (!before.has(end)) return undefined
  const path: Position[] = []
  for (let key: string | undefined = end; key !== undefined && key !== start; key = before.get(key)) path.push(nodes.get(key)!.at)
  return path.reverse()
}

/** Vertices around, with both ends put into the edges that they lie on. */
function network(fabric: Fabric, from: Position, to: Position): Map<string, Node> {
  const box = widened(boxOf([from, to]), DETOUR)
  const nodes = new Map<string, Node>()
  const node = (at: Position): Node => {
    const key = positionKey(at)
    const known = nodes.get(key) ?? { at, ways: new Map<string, number>() }
    nodes.set(key, known)
    return known
  }
  const join = (a: Position, b: Position) => {
    if (same(a, b)) return
    const length = distance(a, b)
    node(a).ways.set(positionKey(b), length)
    node(b).ways.set(positionKey(a), length)
  }
  for (const face of facesIn(fabric, box)) {
    for (const { from: a, to: b } of edgesOf(face)) {
      join(a, b)
      for (const place of [from, to]) {
        // Whole millimetres seldom lie exactly on a line.
        if (distanceToSegment(place, a, b) > 1) continue
        join(a, place)
        join(place, b)
      }
    }
  }
  return nodes
}

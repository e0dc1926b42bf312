// The way along roads and rivers, or along borders of cells, from one place to another.

import { edgesOf } from '#geodata/fabric/face.ts'
import { type Fabric, facesIn, type Position } from '#geodata/fabric/index.ts'
import { distance, distanceToSegment } from '#geodata/fabric/plane/measure.ts'
import { boxOf, positionKey, same, widened } from '#geodata/fabric/plane/position.ts'
import { type Lines, piecesIn } from '#geodata/planning/index.ts'

/** mm; how far beyond the box of both ends a way may lead. */
const DETOUR = 200_000

/** mm. Whole millimetres seldom lie exactly on a line. */
const ON_LINE = 1

type Segment = readonly [Position, Position]

interface Node {
  readonly at: Position
  readonly ways: Map<string, number>
}

/**
 * The shortest way, without its start and with its end; undefined where there is none. From one place on a road or river to another it
 * keeps to those: a border that is redrawn along a road begins and ends on the old border, which is seldom longer.
 */
export function pathAlong(fabric: Fabric, lines: Lines, from: Position, to: Position): Position[] | undefined {
  const box = widened(boxOf([from, to]), DETOUR)
  const pieces = piecesIn(lines, box).map(({ a, b }): Segment => [a, b])
  const borders = () => facesIn(fabric, box).flatMap((face) => [...edgesOf(face)].map(({ from: a, to: b }): Segment => [a, b]))
  return shortest(networkOf(pieces, [from, to]), from, to) ?? shortest(networkOf([...borders(), ...pieces], [from, to]), from, to)
}

function shortest(nodes: ReadonlyMap<string, Node>, from: Position, to: Position): Position[] | undefined {
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

/** Vertices joined by segments, with the ends of the way put into the segments that they lie on. */
function networkOf(segments: readonly Segment[], ends: readonly Position[]): Map<string, Node> {
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
  for (const [a, b] of segments) {
    const within = ends.filter((place) => distanceToSegment(place, a, b) <= ON_LINE)
    const chain = [a, ...within.sort((one, other) => distance(a, one) - distance(a, other)), b]
    for (let index = 1; index < chain.length; index++) join(chain[index - 1]!, chain[index]!)
  }
  return nodes
}

/** The stroke with the next leg. Where the leg goes back over the stroke's end, that is taken back. */
export function withLeg(places: readonly Position[], leg: readonly Position[]): Position[] {
  const whole = [...places]
  for (const place of leg) {
    const [before, last] = [whole.at(-2), whole.at(-1)]
    if (before && last && distanceToSegment(place, before, last) <= ON_LINE) whole.pop()
    if (whole.length === 0 || !same(whole.at(-1)!, place)) whole.push(place)
  }
  return whole
}

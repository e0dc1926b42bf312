// The way along roads and rivers, or along borders of cells, from one place to another.

import { edgesOf } from '#geodata/fabric/face.ts'
import { type Fabric, facesIn, type Position } from '#geodata/fabric/index.ts'
import { distance, distanceToSegment } from '#geodata/fabric/plane/measure.ts'
import { boxOf, positionKey, same, widened } from '#geodata/fabric/plane/position.ts'
import { type Lines, piecesIn } from '#geodata/planning/index.ts'
import { openBorders } from './shared_border.ts'

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
  if (same(from, to)) return undefined
  const ends = new Set([positionKey(to)])
  return (
    shortest(networkOf(pieces, [from, to]), from, ends) ?? shortest(networkOf([...borders(), ...pieces], [from, to]), from, ends)
  )
}

/**
 * The stroke, which ends on a grid's border with somebody else than `neighbour`, with the way from there along the grid's border to where
 * that of the neighbour begins. As it was where no such way exists.
 */
export function backAlong(fabric: Fabric, stroke: readonly Position[], grid: string, neighbour: string): readonly Position[] {
  const end = stroke.at(-1)!
  const others: Segment[] = []
  const begins = new Set<string>()
  for (const { a, b, grids } of openBorders(fabric, grid)) {
    if (grids.includes(neighbour)) for (const place of [a, b]) begins.add(positionKey(place))
    else others.push([a, b])
  }
  const way = shortest(networkOf(others, [end]), end, begins)
  return way ? [...stroke, ...way] : stroke
}

function shortest(nodes: ReadonlyMap<string, Node>, from: Position, ends: ReadonlySet<string>): Position[] | undefined {
  const start = positionKey(from)
  if (!nodes.has(start)) return undefined
  let end: string | undefined
  const far = new Map([[start, 0]])
  const before = new Map<string, string>()
  const open = new Set([start])
  while (open.size > 0) {
    let current = ''
    for (const key of open) if (current === '' || far.get(key)! < far.get(current)!) current = key
    if (ends.has(current)) {
      end = current
      break
    }
    open.delete(current)
    for (const [next, length] of nodes.get(current)!.ways) {
      const total = far.get(current)! + length
      if (total >= (far.get(next) ?? Infinity)) continue
      far.set(next, total)
      before.set(next, current)
      open.add(next)
    }
  }
  if (end === undefined) return undefined
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

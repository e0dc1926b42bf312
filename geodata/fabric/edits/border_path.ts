import { doubleArea } from '../plane/measure.ts'
import { type Position, positionKey, same } from '../plane/position.ts'
import type { Segment } from '../plane/trace.ts'

function nextTo(edges: readonly Segment[]): Map<string, Position[]> {
  const next = new Map<string, Position[]>()
  const add = (from: Position, to: Position) => next.set(positionKey(from), [...(next.get(positionKey(from)) ?? []), to])
  for (const { from, to } of edges) {
    add(from, to)
    add(to, from)
  }
  return next
}

function walk(start: Position, first: Position, end: Position, next: Map<string, Position[]>): Position[] | undefined {
  const path = [start, first]
  const seen = new Set(path.map(positionKey))
  while (!same(path.at(-1)!, end)) {
    const onward = next.get(positionKey(path.at(-1)!))!.find((place) => !seen.has(positionKey(place)))
    if (!onward) return undefined
    seen.add(positionKey(onward))
    path.push(onward)
  }
  return path
}

const size = (area: bigint) => (area < 0n ? -area : area)

/**
 * The old border from the stroke's start to its end. Around an island there are two ways: the one that encloses less land with the
 * stroke is meant. Undefined when the ends lie on different pieces of border.
 */
export function borderPath(edges: readonly Segment[], stroke: readonly Segment[]): Position[] | undefined {
  const next = nextTo(edges)
  const [start, end] = [stroke[0]!.from, stroke.at(-1)!.to]
  const drawn = stroke.map(({ to }) => to)
  const enclosed = (path: readonly Position[]) => size(doubleArea([...drawn, ...path.toReversed().slice(1)]))
  const paths = (next.get(positionKey(start)) ?? [])
    .map((first) => walk(start, first, end, next))
    .filter((path) => path !== undefined)
  return paths.sort((a, b) => (enclosed(a) < enclosed(b) ? -1 : 1))[0]
}

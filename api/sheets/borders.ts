/**
 * Borders between areas, each drawn once. Neighbours have the same vertices on both sides of a border, so two areas meet where the
 * same edge runs in both.
 */
import type { Shape } from './content.ts'

export type Point = readonly [number, number]

/** The areas on the two sides of an edge; the second is missing at the outer border. */
export interface Edge {
  readonly from: Point
  readonly to: Point
  readonly sides: number[]
}

const keyOf = ([x, y]: Point): string => `${x},${y}`
const edgeKey = (one: Point, other: Point): string => {
  const [a, b] = [keyOf(one), keyOf(other)]
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** Every edge of the shapes with the numbers of the shapes that it bounds. */
export function edgesOf(shapes: readonly (Shape | null)[]): Map<string, Edge> {
  const edges = new Map<string, Edge>()
  shapes.forEach((shape, side) => {
    for (const ring of (shape ?? []).flat())
      for (let index = 1; index < ring.length; index++) {
        const [from, to] = [ring[index - 1]!, ring[index]!]
        if (from[0] === to[0] && from[1] === to[1]) continue
        const key = edgeKey(from, to)
        const known = edges.get(key)
        if (known) known.sides.push(side)
        else edges.set(key, { from, to, sides: [side] })
      }
  })
  return edges
}

/** The edges of which lines consist, each once. */
export function edgesOfLines(lines: readonly (readonly Point[])[]): Edge[] {
  const edges = new Map<string, Edge>()
  for (const line of lines)
    for (let index = 1; index < line.length; index++) {
      const [from, to] = [line[index - 1]!, line[index]!]
      if (from[0] !== to[0] || from[1] !== to[1]) edges.set(edgeKey(from, to), { from, to, sides: [] })
    }
  return [...edges.values()]
}

/** Pairs of shapes that share an edge. */
export function neighboursOf(edges: Iterable<Edge>, count: number): Set<number>[] {
  const neighbours = Array.from({ length: count }, () => new Set<number>())
  for (const { sides } of edges)
    for (const one of sides) for (const other of sides) if (one !== other) neighbours[one]!.add(other)
  return neighbours
}

/** A colour for each, unlike those of its neighbours, used about equally often. */
export function colour(neighbours: readonly ReadonlySet<number>[], colours: number): number[] {
  const chosen: number[] = []
  const used = new Array<number>(colours).fill(0)
  const order = neighbours
    .map((_, index) => index)
    .sort((one, other) => neighbours[other]!.size - neighbours[one]!.size || one - other)
  for (const index of order) {
    const taken = new Set([...neighbours[index]!].map((other) => chosen[other]))
    const free = used.map((_, each) => each).filter((each) => !taken.has(each))
    const best = (free.length > 0 ? free : used.map((_, each) => each)).reduce((one, other) =>
      used[other]! < used[one]! ? other : one,
    )
    chosen[index] = best
    used[best]!++
  }
  return chosen
}

/** Joins edges end to end into lines as long as they go, so that dashes run on and joints are round. */
export function chainsOf(edges: readonly Edge[]): Point[][] {
  const at = new Map<string, Edge[]>()
  for (const edge of edges) for (const end of [edge.from, edge.to]) at.set(keyOf(end), [...(at.get(keyOf(end)) ?? []), edge])
  const done = new Set<Edge>()
  const follow = (start: Point, first: Edge): Point[] => {
    const line = [start]
    let edge: Edge | undefined = first
    while (edge && !done.has(edge)) {
      done.add(edge)
      const end = line.at(-1)!
      const next: Point = keyOf(edge.from) === keyOf(end) ? edge.to : edge.from
      line.push(next)
      const meeting: readonly Edge[] = at.get(keyOf(next))!
      edge = meeting.length === 2 ? meeting.find((each) => !done.has(each)) : undefined
    }
    return line
  }
  const lines: Point[][] = []
  // From where borders meet first, then what is left: closed rings.
  for (const [, meeting] of at) {
    if (meeting.length === 2) continue
    for (const edge of meeting) {
      if (done.has(edge)) continue
      const start = at.get(keyOf(edge.from)) === meeting ? edge.from : edge.to
      lines.push(follow(start, edge))
    }
  }
  for (const edge of edges) if (!done.has(edge)) lines.push(follow(edge.from, edge))
  return lines
}

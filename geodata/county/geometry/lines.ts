/** Roads and rivers are borders of cells with a label; here they become lines again, with every vertex the cells have. */
import type { Position } from '../demo.ts'
import { distance } from './plane.ts'
import type { Subdivision } from './subdivision.ts'

export interface Chain {
  readonly label: string
  /** Vertex numbers. */
  readonly path: readonly number[]
}

export const positionsOf = (land: Subdivision, path: readonly number[]): Position[] => path.map((v) => land.points[v]!)

type Edge = readonly [a: number, b: number]

/** The labelled borders, by label. */
export function edgesByLabel(land: Subdivision): Map<string, Edge[]> {
  const edges = new Map<string, Edge[]>()
  for (const [a, b] of land.borders()) {
    const label = land.labelOf(a, b)
    if (!label) continue
    const held = edges.get(label)
    if (held) held.push([a, b])
    else edges.set(label, [[a, b]])
  }
  return edges
}

/** The lines that the edges form, each from end to end; the longest first. */
export function linesOf(edges: readonly Edge[]): number[][] {
  const beside = new Map<number, number[]>()
  for (const [a, b] of edges) {
    beside.set(a, [...(beside.get(a) ?? []), b])
    beside.set(b, [...(beside.get(b) ?? []), a])
  }
  const done = new Set<number>()
  const lines: number[][] = []
  for (const [end, next] of beside) {
    if (next.length !== 1 || done.has(end)) continue
    const path = [end]
    for (let v: number | undefined = next[0]; v !== undefined; ) {
      path.push(v)
      v = beside.get(v)!.find((other) => other !== path.at(-2))
      if (path.length > edges.length + 1) throw new Error('a line that never ends')
    }
    done.add(path.at(-1)!)
    lines.push(path)
  }
  return lines.toSorted((a, b) => b.length - a.length)
}

/** The one line that a label runs along, from the end that lies nearest to `start`. */
export function lineFrom(land: Subdivision, edges: readonly Edge[], start: Position): number[] {
  const [line, ...others] = linesOf(edges)
  if (!line || others.length > 0) throw new Error(`${others.length + 1} lines where there should be one`)
  const from = (v: number) => distance(land.points[v]!, start)
  return from(line[0]!) < from(line.at(-1)!) ? line : line.toReversed()
}

/** The borders with such labels as a network: one chain from junction to junction, a label changing only at a junction. */
export function networkOf(land: Subdivision, accepts: (label: string) => boolean): Chain[] {
  const ways = new Map<number, { to: number; label: string }[]>()
  const add = (from: number, to: number, label: string) => {
    const out = ways.get(from)
    if (out) out.push({ to, label })
    else ways.set(from, [{ to, label }])
  }
  for (const [label, edges] of edgesByLabel(land)) {
    if (!accepts(label)) continue
    for (const [a, b] of edges) {
      add(a, b, label)
      add(b, a, label)
    }
  }
  const isJunction = (v: number) => {
    const out = ways.get(v)!
    return out.length !== 2 || out[0]!.label !== out[1]!.label
  }
  const done = new Set<string>()
  const chains: Chain[] = []
  for (const [v, out] of ways) {
    if (!isJunction(v)) continue
    for (const { to, label } of out) {
      if (done.has(`${v} ${to}`)) continue
      const path = [v, to]
      while (!isJunction(path.at(-1)!)) path.push(ways.get(path.at(-1)!)!.find((way) => way.to !== path.at(-2))!.to)
      done.add(`${path.at(-1)} ${path.at(-2)}`)
      chains.push({ label, path })
    }
  }
  return largestPart(chains)
}

/** What can be reached from the best-connected junction; a lane nobody can drive to is no road. */
function largestPart(chains: readonly Chain[]): Chain[] {
  const byEnd = new Map<number, Chain[]>()
  for (const chain of chains) {
    for (const end of [chain.path[0]!, chain.path.at(-1)!]) {
      const held = byEnd.get(end)
      if (held) held.push(chain)
      else byEnd.set(end, [chain])
    }
  }
  let largest = new Set<Chain>()
  const seen = new Set<Chain>()
  for (const first of chains) {
    if (seen.has(first)) continue
    const part = new Set([first])
    for (const chain of part) {
      for (const end of [chain.path[0]!, chain.path.at(-1)!]) for (const other of byEnd.get(end)!) part.add(other)
    }
    for (const chain of part) seen.add(chain)
    if (part.size > largest.size) largest = part
  }
  return chains.filter((chain) => largest.has(chain))
}

/** Roads and rivers are borders of cells with a label; here they become lines again, with every vertex the cells have. */
import type { Position } from '../county/demo.ts'
import { distance } from '../county/geometry/plane.ts'
import type { Subdivision } from './subdivision.ts'

export interface Chain {
  readonly label: string
  /** Vertex numbers. */
  readonly path: readonly number[]
}

export const positionsOf = (land: Subdivision, path: readonly number[]): Position[] => path.map((v) => land.points[v]!)

/** The one line that a label runs along, from the end that lies nearest to `start`. */
export function lineOf(land: Subdivision, label: string, start: Position): number[] {
  const beside = new Map<number, number[]>()
  for (const [a, b] of land.borders()) {
    if (land.labelOf(a, b) !== label) continue
    beside.set(a, [...(beside.get(a) ?? []), b])
    beside.set(b, [...(beside.get(b) ?? []), a])
  }
  const ends = [...beside].filter(([, next]) => next.length === 1).map(([v]) => v)
  const from = (v: number) => distance(land.points[v]!, start)
  if (ends.length !== 2) throw new Error(`${label} has ${ends.length} ends`)
  const path = [ends.reduce((best, v) => (from(v) < from(best) ? v : best))]
  while (true) {
    const next = beside.get(path.at(-1)!)!.find((v) => v !== path.at(-2))
    if (next === undefined) return path
    path.push(next)
  }
}

/** The borders with such labels as a network: one chain from junction to junction, a label changing only at a junction. */
export function networkOf(land: Subdivision, accepts: (label: string) => boolean): Chain[] {
  const ways = new Map<number, { to: number; label: string }[]>()
  for (const [a, b] of land.borders()) {
    const label = land.labelOf(a, b)
    if (!label || !accepts(label)) continue
    ways.set(a, [...(ways.get(a) ?? []), { to: b, label }])
    ways.set(b, [...(ways.get(b) ?? []), { to: a, label }])
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
    for (const end of [chain.path[0]!, chain.path.at(-1)!]) byEnd.set(end, [...(byEnd.get(end) ?? []), chain])
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

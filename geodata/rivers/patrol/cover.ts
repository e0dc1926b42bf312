/** Which stretches of the river a walk has covered. */
import { chainageOf, type RiverLine } from '../line.ts'
import type { Stretch } from '../records.ts'
import type { CleanTrack } from './clean.ts'

/** Metres along the line, the lesser first. */
export type Interval = readonly [from: number, to: number]

/**
 * Whether somebody who went straight from a fix to the next had the river between their places on it beside him: no vertex of it may lie
 * outside the corridor of that way. So a bend that was cut off is not covered, and one as narrow as the corridor is.
 */
export function hadBeside(track: CleanTrack, fix: number, line: RiverLine, [from, to]: Interval, corridor_m: number): boolean {
  const { x, y, along_m } = line
  const [ax, ay] = [track.x[fix]!, track.y[fix]!]
  const [dx, dy] = [track.x[fix + 1]! - ax, track.y[fix + 1]! - ay]
  const square = dx * dx + dy * dy
  const reach = corridor_m + Math.max(track.accuracy_m[fix]!, track.accuracy_m[fix + 1]!)
  for (let vertex = firstAfter(along_m, from); vertex < along_m.length && along_m[vertex]! < to; vertex++) {
    const [px, py] = [x[vertex]! - ax, y[vertex]! - ay]
    const share = square === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / square))
    if (Math.hypot(px - dx * share, py - dy * share) > reach) return false
  }
  return true
}

/** The first vertex that lies farther along the line. */
function firstAfter(along_m: Float64Array, along: number): number {
  let [low, high] = [0, along_m.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (along_m[middle]! <= along) low = middle + 1
    else high = middle
  }
  return low
}

/** What is left over between two stretches and is shorter than this belongs to them: chainage is told in metres. */
const SLIVER_M = 1

/** Joined where they meet, in order, without empty ones; to the ends of a line of such a length where they come near. */
export function joined(intervals: readonly Interval[], length_m: number): Interval[] {
  const united: [number, number][] = []
  for (const [from, to] of intervals.filter((one) => one[1] > one[0]).sort((a, b) => a[0] - b[0])) {
    const last = united.at(-1)
    if (last && from < last[1] + SLIVER_M) last[1] = Math.max(last[1], to)
    else united.push([from < SLIVER_M ? 0 : from, to])
  }
  const last = united.at(-1)
  if (last && last[1] > length_m - SLIVER_M) last[1] = length_m
  return united
}

export interface Cover {
  readonly covered: readonly Stretch[]
  /** What is left of the segment. */
  readonly gaps: readonly Stretch[]
}

/** In chainage, both lists growing; together they are the segment. */
export function coverOf(line: RiverLine, intervals: readonly Interval[]): Cover {
  if (line.length_m === 0) return { covered: [], gaps: [stretchOf(line.chainage_from_m, line.chainage_to_m)] }
  const united = joined(intervals, line.length_m)
  const between: Interval[] = []
  let at = 0
  for (const [from, to] of united) {
    between.push([at, from])
    at = to
  }
  between.push([at, line.length_m])
  const stretches = (list: readonly Interval[]): Stretch[] =>
    list
      .filter(([from, to]) => to > from)
      .map(([from, to]) => stretchOf(chainageOf(line, from), chainageOf(line, to)))
      .sort((a, b) => a.from_m - b.from_m)
  return { covered: stretches(united), gaps: stretches(between) }
}

const stretchOf = (a: number, b: number): Stretch => ({ from_m: Math.min(a, b), to_m: Math.max(a, b) })

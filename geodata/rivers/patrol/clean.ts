/** A track made of use: in order of time, on the plane of the river, without positions that can't be. Nothing is thrown, everything is counted. */
import { planeOf, type RiverLine } from '../line.ts'
import type { FlagCollector } from './flags.ts'
import type { PatrolLimits } from './rule.ts'
import type { Fix } from './track.ts'

/** What was kept, as arrays; `source` is the index among the fixes as they came. */
export interface CleanTrack {
  readonly x: Float64Array
  readonly y: Float64Array
  /** Milliseconds since 1970, each later than the one before. */
  readonly at: Float64Array
  /** 0 where the device did not say. */
  readonly accuracy_m: Float64Array
  readonly source: Uint32Array
}

/** A position that is worse says nothing about which bank, which arm, or whether at all. */
export const USELESS_ACCURACY = { value: 100, unit: 'm', source: '本系统初始设定', edition: '2026' } as const

/** Receivers under trees and bridges err by so much from one fix to the next, whatever accuracy they claim. */
const NOISE_M = 30
/** So many wrong fixes one after the other are still an error of the receiver; more are a journey. */
const LONGEST_SPIKE = 5

export function cleanTrack(fixes: readonly Fix[], line: RiverLine, limits: PatrolLimits, flags: FlagCollector): CleanTrack {
  const accurate = fixes.flatMap(({ accuracy_m, at }, fix) => {
    if ((accuracy_m ?? 0) <= USELESS_ACCURACY.value) return [fix]
    flags.addFixes('low_accuracy', fix, fix, at, at)
    return []
  })
  const track = onPlane(fixes, oncePerMoment(fixes, inOrderOfTime(fixes, accurate, flags)), line)
  return pick(track, withoutSpikes(track, limits, flags))
}

/** The most fixes whose times don't go back (longest non-decreasing subsequence), so that one wrong time costs one fix. */
function inOrderOfTime(fixes: readonly Fix[], candidates: readonly number[], flags: FlagCollector): number[] {
  const isInOrder = candidates.every((fix, i) => i === 0 || fixes[candidates[i - 1]!]!.at <= fixes[fix]!.at)
  if (isInOrder) return [...candidates]
  const ends: number[] = []
  const before = new Int32Array(candidates.length).fill(-1)
  const timeOf = (candidate: number): number => fixes[candidates[candidate]!]!.at
  for (let i = 0; i < candidates.length; i++) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (timeOf(ends[middle]!) <= timeOf(i)) low = middle + 1
      else high = middle
    }
    if (low > 0) before[i] = ends[low - 1]!
    ends[low] = i
  }
  const kept = new Set<number>()
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) kept.add(i)
  return candidates.filter((fix, i) => {
    if (!kept.has(i)) flags.addFixes('time_backwards', fix, fix, fixes[fix]!.at, fixes[fix]!.at)
    return kept.has(i)
  })
}

/** Of fixes of one moment the most accurate: devices send the last one again when they have no other. */
function oncePerMoment(fixes: readonly Fix[], ordered: readonly number[]): number[] {
  const kept: number[] = []
  const accuracyOf = (fix: number): number => fixes[fix]!.accuracy_m ?? Infinity
  for (const fix of ordered) {
    const last = kept.at(-1)
    if (last === undefined || fixes[last]!.at < fixes[fix]!.at) kept.push(fix)
    else if (accuracyOf(fix) < accuracyOf(last)) kept[kept.length - 1] = fix
  }
  return kept
}

function onPlane(fixes: readonly Fix[], kept: readonly number[], line: RiverLine): CleanTrack {
  const track = emptyTrack(kept.length)
  kept.forEach((fix, i) => {
    const { longitude, latitude, at, accuracy_m } = fixes[fix]!
    const [x, y] = planeOf(line, [longitude, latitude])
    track.x[i] = x
    track.y[i] = y
    track.at[i] = at
    track.accuracy_m[i] = accuracy_m ?? 0
    track.source[i] = fix
  })
  return track
}

/** Metres from one fix to another. */
export const distanceBetween = ({ x, y }: Pick<CleanTrack, 'x' | 'y'>, a: number, b: number): number =>
  Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!)

/** Away and back again quicker than anybody goes: the receiver was wrong in between, and the walk goes on as if it had said nothing. */
function withoutSpikes(track: CleanTrack, { maximum_speed_m_s }: PatrolLimits, flags: FlagCollector): number[] {
  const { at, accuracy_m } = track
  const count = at.length
  const isNear = (a: number, b: number): boolean =>
    distanceBetween(track, a, b) <=
    (maximum_speed_m_s * (at[b]! - at[a]!)) / 1000 + NOISE_M + (accuracy_m[a]! + accuracy_m[b]!) / 2
  const kept: number[] = []
  for (let i = 0; i < count; i++) {
    const last = kept.at(-1)
    if (last !== undefined && !isNear(last, i)) {
      let back = i + 1
      while (back < count && back <= i + LONGEST_SPIKE && !(isNear(last, back) && !isNear(back - 1, back))) back++
      if (back < count && back <= i + LONGEST_SPIKE) {
        flags.addFixes('jump', i, back - 1, at[i]!, at[back - 1]!)
        i = back
      }
    }
    kept.push(i)
  }
  return kept
}

function pick(track: CleanTrack, kept: readonly number[]): CleanTrack {
  if (kept.length === track.at.length) return track
  const picked = emptyTrack(kept.length)
  kept.forEach((fix, i) => {
    for (const name of ['x', 'y', 'at', 'accuracy_m', 'source'] as const) picked[name][i] = track[name][fix]!
  })
  return picked
}

const emptyTrack = (count: number): CleanTrack => ({
  x: new Float64Array(count),
  y: new Float64Array(count),
  at: new Float64Array(count),
  accuracy_m: new Float64Array(count),
  source: new Uint32Array(count),
})

/** A track beside a river: cleaned, snapped to the centre line, and told as what of the segment was walked. */
import { chainageOf, type RiverLine } from '../line.ts'
import type { Stretch } from '../records.ts'
import { candidatesOf } from './candidates.ts'
import { type CleanTrack, cleanTrack } from './clean.ts'
import { coverOf, hadBeside, type Interval } from './cover.ts'
import { FlagCollector, type PatrolFlag } from './flags.ts'
import type { PatrolLimits } from './rule.ts'
import { snap } from './snap.ts'
import { STEP, stepsOf } from './steps.ts'
import type { Fix } from './track.ts'
import { walkedOf } from './walked.ts'

export interface MatchedPatrol {
  /** In chainage, each list growing; together they are the segment. */
  readonly covered: readonly Stretch[]
  readonly gaps: readonly Stretch[]
  readonly covered_m: number
  /** Of the chainage, from one end to the other. */
  readonly segment_m: number
  readonly covered_percent: number
  /** On the river, standing and going. */
  readonly minutes: number
  readonly moving_minutes: number
  /** On the ground, there and back. */
  readonly walked_m: number
  /** The first and the last moment on the river, in milliseconds since 1970; null where there was none. */
  readonly started_at: number | null
  readonly ended_at: number | null
  readonly flags: readonly PatrolFlag[]
  readonly fixes: {
    readonly given: number
    /** Without those that are of no use, that can't be, or that say the same again. */
    readonly kept: number
    readonly on_river: number
  }
  /** Where each kept fix is: its index among those given, and its chainage; null beside the river. */
  readonly path: readonly { readonly fix: number; readonly chainage_m: number | null }[]
}

/**
 * Covered is what lies between two fixes that follow on each other, both within the corridor, without a long silence or a speed beyond the rule
 * between them. Never throws; a track that is none covers nothing. 10,000 fixes take some tens of milliseconds.
 */
export function matchPatrol(fixes: readonly Fix[], line: RiverLine, limits: PatrolLimits): MatchedPatrol {
  const collector = new FlagCollector()
  const track = cleanTrack(fixes, line, limits, collector)
  const steps = stepsOf(track, limits, collector)
  const along = snap(track, candidatesOf(track, line, limits.corridor_m), limits)
  flagOffRiver(track, along, collector)

  const counts = Array.from(
    steps,
    (step, i) => (step === STEP.walk || step === STEP.rest) && isOn(along[i]!) && isOn(along[i + 1]!),
  )
  const intervals: Interval[] = []
  counts.forEach((isCounted, i) => {
    const interval: Interval = [Math.min(along[i]!, along[i + 1]!), Math.max(along[i]!, along[i + 1]!)]
    if (isCounted && hadBeside(track, i, line, interval, limits.corridor_m)) intervals.push(interval)
  })
  const { covered, gaps } = coverOf(line, intervals)
  const covered_m = covered.reduce((sum, { from_m, to_m }) => sum + to_m - from_m, 0)
  const segment_m = Math.abs(line.chainage_to_m - line.chainage_from_m)
  const { seconds, moving_seconds, metres } = walkedOf(track, counts, limits)
  const [first, last] = [along.findIndex(isOn), along.findLastIndex(isOn)]
  return {
    covered,
    gaps,
    covered_m,
    segment_m,
    covered_percent: gaps.length === 0 ? 100 : segment_m === 0 ? 0 : Math.min(100, (100 * covered_m) / segment_m),
    minutes: seconds / 60,
    moving_minutes: moving_seconds / 60,
    walked_m: metres,
    started_at: first < 0 ? null : track.at[first]!,
    ended_at: last < 0 ? null : track.at[last]!,
    flags: collector.flags(),
    fixes: { given: fixes.length, kept: track.at.length, on_river: along.filter(isOn).length },
    path: Array.from(along, (metre, i) => ({ fix: track.source[i]!, chainage_m: isOn(metre) ? chainageOf(line, metre) : null })),
  }
}

const isOn = (along: number): boolean => !Number.isNaN(along)

function flagOffRiver({ at }: CleanTrack, along: Float64Array, flags: FlagCollector): void {
  along.forEach((metre, i) => {
    if (!isOn(metre)) flags.addFixes('off_river', i, i, at[i]!, at[i]!)
  })
}

/** What a track comes to so far, by the same functions as the server's. */
import { type RiverLine, riverLineOf } from '#geodata/rivers/line.ts'
import { judgePatrol, type PatrolJudgement } from '#geodata/rivers/patrol/judge.ts'
import { type MatchedPatrol, matchPatrol } from '#geodata/rivers/patrol/match.ts'
import type { StoredPatrol, TrackPoint, WalkedSegment } from './track.ts'

export interface Figures extends PatrolJudgement {
  readonly matched: MatchedPatrol
}

const lines = new WeakMap<WalkedSegment, RiverLine>()

/** Measured once for each segment. */
export function lineOf(segment: WalkedSegment): RiverLine {
  const known = lines.get(segment)
  if (known) return known
  const line = riverLineOf(segment)
  lines.set(segment, line)
  return line
}

export function figuresOf({ segment, rule, previous_ended_at }: StoredPatrol, points: readonly TrackPoint[]): Figures {
  const fixes = points.map(([longitude, latitude, at, accuracy_m]) => ({ longitude, latitude, at, accuracy_m }))
  const matched = matchPatrol(fixes, lineOf(segment), rule)
  return { matched, ...judgePatrol(matched, rule, previous_ended_at === null ? null : Date.parse(previous_ended_at)) }
}

/** Whether a patrol is one by the rule, and what it lacks. */
import type { MatchedPatrol } from './match.ts'
import { type PatrolValidity, WHOLE_SEGMENT } from './rule.ts'

/** `minutes` on the river, `metres` walked along it, `cover` in per cent of the segment, `apart` in hours from the one before. */
export type ShortfallCode = 'minutes' | 'metres' | 'cover' | 'apart'

export interface Shortfall {
  readonly code: ShortfallCode
  readonly wanted: number
  readonly got: number
}

export interface PatrolJudgement {
  readonly isValid: boolean
  readonly shortfalls: readonly Shortfall[]
  /** Whether the whole segment was walked, as far as positions tell. */
  readonly isWhole: boolean
}

type Judged = Pick<MatchedPatrol, 'minutes' | 'walked_m' | 'covered_m' | 'covered_percent' | 'segment_m' | 'started_at'>

/**
 * Judges by the exact figures; what is shown may be rounded, but towards the wanted one only when it was reached.
 * A segment shorter than the metres wanted is enough when it was walked as a whole. Whoever covers nothing has not been there, whatever the rule.
 * @param previousEndedAt when the valid patrol before ended, in milliseconds since 1970; null for the first one
 */
export function judgePatrol(patrol: Judged, rule: PatrolValidity, previousEndedAt: number | null): PatrolJudgement {
  const isWhole = isWholeSegment(patrol)
  const shortfalls = [
    below('minutes', rule.minimum_minutes, patrol.minutes),
    metresBelow(patrol, rule.minimum_m, isWhole),
    below('cover', rule.minimum_cover_percent || (patrol.covered_m > 0 ? 0 : 1), coverOf(patrol, isWhole)),
    apartBelow(patrol.started_at, rule.minimum_hours_apart, previousEndedAt),
  ].filter((one) => one !== undefined)
  return { isValid: shortfalls.length === 0, shortfalls, isWhole }
}

const below = (code: ShortfallCode, wanted: number, got: number): Shortfall | undefined =>
  got < wanted ? { code, wanted, got } : undefined

function metresBelow({ walked_m, covered_m, segment_m }: Judged, wanted: number, isWhole: boolean): Shortfall | undefined {
  if (segment_m >= wanted) return below('metres', wanted, walked_m)
  if (isWhole || walked_m >= wanted) return undefined
  return { code: 'metres', wanted: segment_m, got: covered_m }
}

/** Nobody's positions begin and end to the metre: a rule that wants all of it gets all of it. */
const coverOf = ({ covered_percent }: Judged, isWhole: boolean): number => (isWhole ? 100 : covered_percent)

function apartBelow(started_at: number | null, wanted: number, previousEndedAt: number | null): Shortfall | undefined {
  if (wanted === 0 || started_at === null || previousEndedAt === null) return undefined
  return below('apart', wanted, (started_at - previousEndedAt) / 3_600_000)
}

function isWholeSegment({ covered_m, segment_m }: Judged): boolean {
  const most = Math.max((1 - WHOLE_SEGMENT.percent / 100) * segment_m, Math.min(WHOLE_SEGMENT.left_out_m, segment_m / 2))
  return covered_m > 0 && segment_m - covered_m <= most
}

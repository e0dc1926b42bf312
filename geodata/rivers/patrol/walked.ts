/** How long somebody was on the river, and how far he went. */
import { type CleanTrack, distanceBetween } from './clean.ts'
import type { PatrolLimits } from './rule.ts'

export interface Walked {
  /** On the river, standing and going. */
  readonly seconds: number
  readonly moving_seconds: number
  /** There and back, as positions lie, not along the centre line. */
  readonly metres: number
}

/**
 * Positions of somebody who stands still wander by so much. Tried with errors of up to 6 m each way, every second: 30 minutes standing come to nothing,
 * a walk to 1.02 of its length, one around bends without errors to 0.99.
 */
const STANDING_M = 25
/** Slower is standing: over the distance above, a minute and a half. */
const MOVING_M_S = 0.3

/**
 * Distances are taken from a fix to the next that is farther away than positions wander, so that whoever stands still goes nowhere; what is left at the end
 * of a run is added where the run went anywhere at all. Of a silence no more counts than the rule lets pass.
 * @param counts whether the step from a fix to the next was made on the river
 */
export function walkedOf(track: CleanTrack, counts: readonly boolean[], { maximum_pause_s }: PatrolLimits): Walked {
  const { at, accuracy_m } = track
  let [seconds, moving_seconds, metres] = [0, 0, 0]
  let [anchor, hasMoved] = [0, false]
  for (let i = 0; i < counts.length; i++) {
    if (!counts[i]) {
      anchor = i + 1
      hasMoved = false
      continue
    }
    const next = i + 1
    seconds += Math.min(maximum_pause_s, (at[next]! - at[i]!) / 1000)
    const distance = distanceBetween(track, anchor, next)
    const isAway = distance >= Math.max(STANDING_M, (accuracy_m[anchor]! + accuracy_m[next]!) / 2)
    const isLast = hasMoved && !counts[next]
    if (!isAway && !isLast) continue
    const time = (at[next]! - at[anchor]!) / 1000
    metres += distance
    if (distance / time >= MOVING_M_S) moving_seconds += time
    anchor = next
    hasMoved = true
  }
  return { seconds, moving_seconds: Math.min(moving_seconds, seconds), metres }
}

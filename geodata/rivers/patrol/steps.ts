/** Which steps from one fix to the next count as going along. */
import { type CleanTrack, distanceBetween } from './clean.ts'
import type { FlagCollector } from './flags.ts'
import type { PatrolLimits } from './rule.ts'

/** `rest`: longer without a position than the rule lets pass, but hardly moved. Of the others none but `walk` counts. */
export const STEP = { walk: 0, rest: 1, pause: 2, implausible_speed: 3, jump: 4 } as const

const OWN = { source: '本系统初始设定', edition: '2026' } as const

/** Who is found so near after a long silence has not gone on meanwhile: telephones fall silent while they lie still. */
export const REST = { value: 50, unit: 'm', ...OWN } as const
/** No vehicle is quicker: 180 km/h. */
export const NOTHING_IS_QUICKER = { value: 50, unit: 'm/s', ...OWN } as const

/** So far, a single wrong position may lie off. */
const WRONG_M = 100
/** A speed is told over so long, or the error of a position would make it one. */
const SPEED_WINDOW_MS = 20_000
/** What a position errs by at the least. */
const NOISE_M = 5

/** The kind of each step, by the index of the fix where it begins. */
export function stepsOf(track: CleanTrack, limits: PatrolLimits, flags: FlagCollector): Uint8Array {
  const { at } = track
  const steps = new Uint8Array(Math.max(0, at.length - 1))
  for (let i = 0; i < steps.length; i++) steps[i] = silentOrJumped(track, i, limits)
  markQuickSteps(track, steps, limits)
  steps.forEach((step, i) => {
    if (step === STEP.pause) flags.addSteps('pause', i, i + 1, at[i]!, at[i + 1]!)
    if (step === STEP.jump) flags.addSteps('jump', i, i + 1, at[i]!, at[i + 1]!)
    if (step === STEP.implausible_speed) flags.addSteps('implausible_speed', i, i + 1, at[i]!, at[i + 1]!)
  })
  flagEvenSteps(track, flags)
  return steps
}

function silentOrJumped(track: CleanTrack, i: number, { maximum_pause_s }: PatrolLimits): number {
  const distance = distanceBetween(track, i, i + 1)
  const seconds = (track.at[i + 1]! - track.at[i]!) / 1000
  if (distance > WRONG_M + NOTHING_IS_QUICKER.value * seconds) return STEP.jump
  if (seconds <= maximum_pause_s) return STEP.walk
  return distance <= REST.value ? STEP.rest : STEP.pause
}

/** By the way made in a window around each step; a window ends where positions are missing or wrong. */
function markQuickSteps(track: CleanTrack, steps: Uint8Array, { maximum_speed_m_s }: PatrolLimits): void {
  const { at, accuracy_m } = track
  const isOpen = steps.map((step) => (step === STEP.walk ? 1 : 0))
  let [a, b] = [0, 0]
  for (let i = 0; i < steps.length; i++) {
    if (!isOpen[i]) {
      a = i + 1
      continue
    }
    const middle = (at[i]! + at[i + 1]!) / 2
    while (a < i && at[a + 1]! <= middle - SPEED_WINDOW_MS / 2) a++
    b = Math.max(b, i + 1)
    while (b < steps.length && isOpen[b] && at[b]! < middle + SPEED_WINDOW_MS / 2) b++
    const error = NOISE_M + (accuracy_m[a]! + accuracy_m[b]!) / 2
    const speed = (distanceBetween(track, a, b) - error) / ((at[b]! - at[a]!) / 1000)
    if (speed > maximum_speed_m_s) steps[i] = STEP.implausible_speed
  }
}

/** So many equal steps, each of some length, to the centimetre and the hundredth of a second. */
const FEWEST_EVEN_STEPS = 30
const SAME_M = 0.015
const SAME_MS = 10
const LEAST_STEP_M = 0.5

function flagEvenSteps({ x, y, at }: CleanTrack, flags: FlagCollector): void {
  let first = 0
  for (let i = 1; i < at.length; i++) {
    const next = i + 1
    const isEven =
      next < at.length &&
      Math.hypot(x[next]! - x[i]!, y[next]! - y[i]!) >= LEAST_STEP_M &&
      Math.abs(x[next]! - 2 * x[i]! + x[i - 1]!) <= SAME_M &&
      Math.abs(y[next]! - 2 * y[i]! + y[i - 1]!) <= SAME_M &&
      Math.abs(at[next]! - 2 * at[i]! + at[i - 1]!) <= SAME_MS
    if (isEven) continue
    if (i - first >= FEWEST_EVEN_STEPS) flags.addSteps('even_steps', first, i, at[first]!, at[i]!)
    first = i
  }
}

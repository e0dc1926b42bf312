/** When something was noted, told by a device whose clock may be wrong. Moments are milliseconds since 1970. */

export interface Told {
  /** When it was noted, by the device's clock. */
  readonly noted: number
  /** When it was sent, by the same clock; null where the device does not say. */
  readonly sent: number | null
  /** When it arrived, by the server's clock. */
  readonly received: number
  /** When the event began of which it tells. */
  readonly began: number
}

/** Right, wrong but known by how much, or of no use. */
export type ClockState = 'right' | 'corrected' | 'implausible'

export interface Judged {
  readonly state: ClockState
  /** When it was noted, as well as can be told: that of arrival where the clock is of no use. */
  readonly at: number
  /** How far the device's clock is behind the server's, in whole seconds; null where it does not say. */
  readonly offset_s: number | null
}

/** A clock set by the network is right to the second; sending takes the rest. */
const TOLERANCE_MS = 2 * 60_000
/** The beginning of an event is often known only roughly. */
const BEFORE_BEGIN_MS = 60 * 60_000

/** A report waits on the device for hours where there is no network: the same clock at sending tells how wrong it is. */
export function judgeClock({ noted, sent, received, began }: Told): Judged {
  const offset = sent === null ? null : received - sent
  const isWrong = offset !== null && Math.abs(offset) > TOLERANCE_MS
  const at = isWrong ? noted + offset : noted
  const offset_s = offset === null ? null : Math.round(offset / 1000)
  const isPossible = at <= received + TOLERANCE_MS && at >= began - BEFORE_BEGIN_MS && (sent === null || noted <= sent)
  if (!isPossible) return { state: 'implausible', at: received, offset_s }
  return { state: isWrong ? 'corrected' : 'right', at: Math.min(at, received), offset_s }
}

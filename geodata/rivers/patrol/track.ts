/** A track as a device sends it, checked before anything is made of it. */

/** Where a device was, by its own clock. */
export interface Fix {
  readonly longitude: number
  readonly latitude: number
  /** Milliseconds since 1970. */
  readonly at: number
  /** What the position may be wrong by, in metres; null where the device does not say. */
  readonly accuracy_m: number | null
}

/** A fix every two seconds, all day long; more is no patrol. */
export const MOST_FIXES = 50_000
export const LONGEST_TRACK_MS = 24 * 3_600_000
/** Two places and the time between them: with less nobody has gone anywhere. */
export const FEWEST_FIXES = 2

export type TrackRefusal =
  | 'not_a_track'
  | 'too_many_points'
  | 'too_few_points'
  | 'not_a_number'
  | 'outside_the_earth'
  | 'too_long_a_time'

export type TrackReading =
  | { readonly kind: 'track'; readonly fixes: readonly Fix[] }
  /** `at`: the index of the first fix at fault, where it is one. */
  | { readonly kind: 'refused'; readonly reason: TrackRefusal; readonly at: number | null }

/** Moments beyond it are none that a date can be made of. */
const LAST_MOMENT = 8.64e15

/**
 * Reads a list of `[longitude, latitude, milliseconds since 1970, accuracy in metres or null]`; an accuracy that is left out or below 0 is
 * unknown. Refuses what can't be a track at all; what is only doubtful in it is for the matching to tell.
 */
export function readTrack(track: unknown): TrackReading {
  if (!Array.isArray(track)) return refused('not_a_track')
  if (track.length > MOST_FIXES) return refused('too_many_points')
  if (track.length < FEWEST_FIXES) return refused('too_few_points')
  const fixes: Fix[] = []
  let [first, last] = [Infinity, -Infinity]
  for (let at = 0; at < track.length; at++) {
    const read = readFix(track[at])
    if (typeof read === 'string') return refused(read, at)
    first = Math.min(first, read.at)
    last = Math.max(last, read.at)
    fixes.push(read)
  }
  return last - first > LONGEST_TRACK_MS ? refused('too_long_a_time') : { kind: 'track', fixes }
}

const refused = (reason: TrackRefusal, at: number | null = null): TrackReading => ({ kind: 'refused', reason, at })

function readFix(item: unknown): Fix | TrackRefusal {
  if (!Array.isArray(item)) return 'not_a_track'
  const row: readonly unknown[] = item
  const [longitude, latitude, at, accuracy] = [row[0], row[1], row[2], row[3] ?? null]
  if (!isNumber(longitude) || !isNumber(latitude) || !isNumber(at) || Math.abs(at) > LAST_MOMENT) return 'not_a_number'
  if (accuracy !== null && !isNumber(accuracy)) return 'not_a_number'
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) return 'outside_the_earth'
  return { longitude, latitude, at, accuracy_m: accuracy === null || accuracy < 0 ? null : accuracy }
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

import type { TrackPoint } from './track.ts'

/** More than one position a second tells nothing of somebody on foot. */
const LEAST_MS = 900
/** Whoever stands still is told of so often: to say nothing for long would be a silence of the receiver. */
const STANDING_MS = 10_000
const MOVED_M = 2

const EARTH_M_PER_DEGREE = 111_320

/** Whether a position says anything that the one before it did not. */
export function isNews(last: TrackPoint | undefined, next: TrackPoint): boolean {
  if (!last) return true
  const time = next[2] - last[2]
  // The clock was set back: the server tells what to make of it.
  if (time < 0) return true
  if (time < LEAST_MS) return false
  return time >= STANDING_MS || metresBetween(last, next) >= MOVED_M
}

/** On a plane at the place itself: exact enough for a few metres. */
function metresBetween([aLongitude, aLatitude]: TrackPoint, [longitude, latitude]: TrackPoint): number {
  const east = (longitude - aLongitude) * EARTH_M_PER_DEGREE * Math.cos((latitude * Math.PI) / 180)
  return Math.hypot(east, (latitude - aLatitude) * EARTH_M_PER_DEGREE)
}

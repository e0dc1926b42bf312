/** The lie of the land as a lattice of heights, and some way beyond the border, where it fades into a plain. */
import { fromGaussKruger, toGaussKruger } from '../../crs/gauss_kruger.ts'
import type { ElevationModel } from '../../elevation/model.ts'
import type { Position } from '../demo.ts'
import { METRE } from '../geometry/plane.ts'
import { KM, ORIGIN } from './board.ts'
import { elevation } from './terrain.ts'

const MERIDIAN = 114
/** Degrees: about 50 m to the east and 60 m to the north. */
const STEP = 1 / 1800
/** The board's north-east corner. */
const FAR: Position = [25 * KM, 25.8 * KM]
const FADE = 5 * KM
/** Metres above the sea of what lies far outside. */
const PLAIN = 105

/** @param offset how far from its own place the county lies, in millimetres on the plane */
export function elevationModel(offset: Position): ElevationModel {
  const origin: Position = [ORIGIN[0] + offset[0], ORIGIN[1] + offset[1]]
  const [west, south] = degreesAt([-FADE, -FADE], origin)
  const [east, north] = degreesAt([FAR[0] + FADE, FAR[1] + FADE], origin)
  const columns = Math.ceil((east - west) / STEP) + 1
  const rows = Math.ceil((north - south) / STEP) + 1
  const heights = Int16Array.from({ length: columns * rows }, (_, index) => {
    const longitude = west + (index % columns) * STEP
    const latitude = north - Math.floor(index / columns) * STEP
    return Math.round(10 * heightAt(boardAt([longitude, latitude], origin)))
  })
  return { west, north, step: STEP, columns, rows, heights }
}

const degreesAt = ([x, y]: Position, origin: Position) =>
  fromGaussKruger([(origin[0] + x) / METRE, (origin[1] + y) / METRE], MERIDIAN)

function boardAt(place: readonly [number, number], origin: Position): Position {
  const [easting, northing] = toGaussKruger(place, MERIDIAN)
  return [easting * METRE - origin[0], northing * METRE - origin[1]]
}

function heightAt([x, y]: Position): number {
  const beyond = Math.hypot(Math.max(0, -x, x - FAR[0]), Math.max(0, -y, y - FAR[1]))
  if (beyond >= FADE) return PLAIN
  const share = beyond / FADE
  const ease = share * share * (3 - 2 * share)
  return elevation([x, y]) * (1 - ease) + PLAIN * ease
}

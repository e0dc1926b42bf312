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

export function elevationModel(): ElevationModel {
  const [west, south] = degreesAt([-FADE, -FADE])
  const [east, north] = degreesAt([FAR[0] + FADE, FAR[1] + FADE])
  const columns = Math.ceil((east - west) / STEP) + 1
  const rows = Math.ceil((north - south) / STEP) + 1
  const heights = Int16Array.from({ length: columns * rows }, (_, index) => {
    const longitude = west + (index % columns) * STEP
    const latitude = north - Math.floor(index / columns) * STEP
    return Math.round(10 * heightAt(boardAt([longitude, latitude])))
  })
  return { west, north, step: STEP, columns, rows, heights }
}

const degreesAt = ([x, y]: Position) => fromGaussKruger([(ORIGIN[0] + x) / METRE, (ORIGIN[1] + y) / METRE], MERIDIAN)

function boardAt(place: readonly [number, number]): Position {
  const [easting, northing] = toGaussKruger(place, MERIDIAN)
  return [easting * METRE - ORIGIN[0], northing * METRE - ORIGIN[1]]
}

function heightAt([x, y]: Position): number {
  const beyond = Math.hypot(Math.max(0, -x, x - FAR[0]), Math.max(0, -y, y - FAR[1]))
  if (beyond >= FADE) return PLAIN
  const share = beyond / FADE
  const ease = share * share * (3 - 2 * share)
  return elevation([x, y]) * (1 - ease) + PLAIN * ease
}

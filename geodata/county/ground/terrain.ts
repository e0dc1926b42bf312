/** The lie of the land: a plain that falls to the south-east, and hills in the north that rise away from the rivers. */
import type { Position } from '../demo.ts'
import { METRE } from '../geometry/plane.ts'
import { noise2 } from '../geometry/random.ts'
import { footOfHills, KM } from './board.ts'
import { toWater } from './waters.ts'

/** Where the hills count in full, measured from the nearest river. */
const VALLEY = 1500 * METRE

/** Between its banks a river is level from side to side. */
const BANK = 60 * METRE

/** Height above the sea in metres. */
export function elevation(at: Position): number {
  const [x, y] = at
  const north = Math.max(0, y - footOfHills(x)) / KM
  const bed = 72 + (1.6 * y) / KM + (0.9 * (25 * KM - x)) / KM + 16 * north
  const rise = Math.min(1, Math.max(0, toWater(at, VALLEY) - BANK) / VALLEY) ** 0.8
  const ridges = 0.55 + 0.45 * noise2([x / (1.7 * KM), y / (1.7 * KM)], 5) + 0.18 * noise2([x / (0.5 * KM), y / (0.5 * KM)], 6)
  return bed + rise * ridges * 62 * Math.min(north, 5) ** 0.9
}

/** How steep the ground is, in metres of height a metre. */
export function steepness([x, y]: Position): number {
  const step = 60 * METRE
  const dx = elevation([x + step, y]) - elevation([x - step, y])
  const dy = elevation([x, y + step]) - elevation([x, y - step])
  return Math.hypot(dx, dy) / 120
}

export const inHills = ([x, y]: Position): boolean => y > footOfHills(x)

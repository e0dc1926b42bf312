/** How far the nearest water is: roads keep off its banks, hills rise away from it. */
import type { Position } from '../demo.ts'
import { Places } from '../geometry/places.ts'
import { METRE } from '../geometry/plane.ts'
import { RESERVOIRS, RIVER_COURSES } from './river_courses.ts'

const banks = new Places<Position>(400 * METRE)
for (const line of [...Object.values(RIVER_COURSES), ...RESERVOIRS.map(({ bank }) => bank)]) for (const p of line) banks.add(p, p)

/** Distance from the nearest river in millimetres, or `reach` if none is so near. Right to some metres. */
export const toWater = (at: Position, reach: number): number => banks.nearest(at, reach)?.away ?? reach

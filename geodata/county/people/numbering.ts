/** The last three digits of a cell's number. */
import type { Position } from '../demo.ts'
import { METRE } from '../geometry/plane.ts'
import type { Community } from './communities.ts'

/** Sequence numbers run west to east in rows of this height, the rows from north to south. */
const ROW_HEIGHT = 200 * METRE

export function numbered({ code, cells }: Community): (readonly [face: number, code: string])[] {
  const north = Math.max(...cells.map(({ middle }) => middle[1]))
  const row = (at: Position) => Math.floor((north - at[1]) / ROW_HEIGHT)
  const sorted = cells.toSorted((a, b) => row(a.middle) - row(b.middle) || a.middle[0] - b.middle[0])
  return sorted.map((cell, i) => [cell.face, `${code}${String(i + 1).padStart(3, '0')}`])
}

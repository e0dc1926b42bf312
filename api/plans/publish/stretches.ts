/** Where along a line its land goes from one grid to another. Pure. */

import type { Position } from '#geodata/fabric/index.ts'
import { distance } from '#geodata/fabric/plane/measure.ts'
import type { Extent } from '../../assignments/cut.ts'

export interface LineStretch {
  /** Chainage, m. */
  readonly chainage_from_m: number
  readonly chainage_to_m: number
}

/** m; a line that runs along a border touches both sides. */
const LEAST_M = 1
const DECIMETRES = 10

/**
 * @param places along the line, mm, so close that no land between two of them is missed that counts
 * @param goes whether the land at a place goes to the other grid
 */
export function stretchesOf(
  places: readonly Position[],
  { begin_m, end_m }: Extent,
  goes: (place: Position) => boolean,
): LineStretch[] {
  const total = places.slice(1).reduce((sum, place, index) => sum + distance(places[index]!, place), 0)
  if (begin_m === null || end_m === null || total === 0) return []
  const chainage = (along: number) => Math.round((begin_m + (along / total) * (end_m - begin_m)) * DECIMETRES) / DECIMETRES
  const stretches: LineStretch[] = []
  let along = 0
  let isOpen = goes(places[0]!)
  let from = 0
  const close = (to: number) => {
    const stretch = { chainage_from_m: chainage(from), chainage_to_m: chainage(to) }
    if (stretch.chainage_to_m - stretch.chainage_from_m >= LEAST_M) stretches.push(stretch)
  }
  for (const [index, place] of places.slice(1).entries()) {
    const before = places[index]!
    const length = distance(before, place)
    if (goes(place) !== isOpen) {
      const turn = along + length * turnBetween(before, place, goes)
      if (isOpen) close(turn)
      else from = turn
      isOpen = !isOpen
    }
    along += length
  }
  if (isOpen) close(total)
  return stretches
}

/** A thousandth of what lies between two places is a few centimetres. */
const HALVINGS = 10

/** Which share of the way from a to b lies before the border between them. */
function turnBetween(a: Position, b: Position, goes: (place: Position) => boolean): number {
  const atStart = goes(a)
  let [low, high] = [0, 1]
  for (let round = 0; round < HALVINGS; round++) {
    const share = (low + high) / 2
    const place: Position = [Math.round(a[0] + share * (b[0] - a[0])), Math.round(a[1] + share * (b[1] - a[1]))]
    if (goes(place) === atStart) low = share
    else high = share
  }
  return (low + high) / 2
}

import type { Band, Target } from './request.ts'

/** What counts about a set of cells. */
export interface Sums {
  cells: number
  weight: number
  /** m² */
  area: number
  /** m; pieces along preferred borders count for less. */
  perimeter: number
}

export interface Goal {
  /** The weight that every group of the community should have. */
  readonly mean: number
  /** Share of the mean by which a group may be off at no price. */
  readonly tolerance: number
  readonly cells: Band | null
  readonly weight: Band | null
  /** Of being off by once the mean; a circle costs 0.25, a shape half as long again around 1.27. */
  readonly price: number
}

// Being outside a band must outweigh whatever balance and shape could gain, and being farther outside must be worse.
const OUTSIDE = 1000
const FARTHER = 2000
// Without a band of cells balance is the purpose, and a hundredth off costs as much as four circles' shapes. With one, density decides
// how even groups can be; paying that much for what cannot be had would only draw tentacles.
const BALANCE_FIRST = 100
const BAND_FIRST = 2
const EVENNESS = 0.05
const USUAL_TOLERANCE = 0.05

export function goalOf(target: Omit<Target, 'grids'>, tolerance: number, mean: number): Goal {
  const { cells = null, weight = null } = target
  return { mean, tolerance, cells, weight, price: cells ? BAND_FIRST : BALANCE_FIRST }
}

/** How far outside the band, as a share of its upper end; 0 inside. */
function outside(band: Band | null, value: number): number {
  if (!band) return 0
  return Math.max(0, band.least - value, value - band.most) / band.most
}

export function outsideBands(goal: Goal, cells: number, weight: number): number {
  return outside(goal.cells, cells) + outside(goal.weight, weight)
}

export function deviation(goal: Goal, weight: number): number {
  return goal.mean > 0 ? Math.abs(weight / goal.mean - 1) : 0
}

/** Price of what is wrong with a group; 0 when it is in its bands and within the tolerance. */
export function fault(goal: Goal, cells: number, weight: number): number {
  const off = outsideBands(goal, cells, weight)
  return (off > 0 ? OUTSIDE + FARTHER * off : 0) + goal.price * Math.max(0, deviation(goal, weight) - goal.tolerance)
}

/** Length around, of that of a circle of the same area: 1 is a circle. */
export function shape({ area, perimeter }: Sums): number {
  return perimeter / Math.sqrt(4 * Math.PI * area)
}

/** To the fourth power: of two divisions as round on average, the one whose worst shapes are better. */
function crookedness(sums: Sums): number {
  const squared = shape(sums) * shape(sums)
  return (squared * squared) / 4
}

export function price(goal: Goal, sums: Sums): number {
  // Also within the tolerance even is better, if it costs next to nothing. Squared: one group far off is worse than several a little.
  const off = deviation(goal, sums.weight) / (goal.tolerance + USUAL_TOLERANCE)
  return fault(goal, sums.cells, sums.weight) + EVENNESS * off * off + crookedness(sums)
}

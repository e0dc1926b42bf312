// Household points of the town of squares, and who may see them where.
import type { AccountRole } from '#geodata/access/rights.ts'
import type { TestApp } from './app.ts'
import { storePoints, storeSquareTown } from './square_town.ts'

export const COUNTY = '411825'
export const TOWN = '411825100'
export const WEST = '411825100001'
export const EAST = '411825100002'

/*
 *   km                                    household points are numbered in the order in which they are stored:
 *   1 +-----------+-----------+           2 households with 5 people in each
 *     |     2     |     4     |
 * 0.5 |          3|           |
 *     |     1     |           |
 *   0 +-----------+-----------+
 *     0           1           2 km
 */
const PLACES = [
  [0.5, 0.25],
  [0.5, 0.75],
  [0.9, 0.5],
  [1.5, 0.75],
] as const

export async function storeHouseholds({ database }: TestApp): Promise<void> {
  await storeSquareTown(database)
  await storePoints(database, 'household_points', PLACES)
}

/** Headers of somebody with the role in these territories; `viewer` sees no households, anywhere. */
export const whoHas = ({ signIn }: TestApp, role: AccountRole, ...territories: readonly string[]) =>
  signIn(territories.map((territory_code) => ({ role, territory_code })))

/** Dwellings inside every cell that together hold exactly its people. */
import type { County } from '../county.ts'
import type { DemoFeature, Position } from '../demo.ts'
import type { Random } from '../geometry/random.ts'
import { point } from '../geometry/shapes.ts'
import { shareOut, spotsInside } from '../geometry/spots.ts'
import type { Cell } from '../ground/cells.ts'
import type { Addresses } from './addresses.ts'

export interface Dwelling {
  readonly cell: Cell
  readonly at: Position
  readonly address: string
  readonly households: number
  readonly population: number
}

/** Households under one roof: blocks of flats in the towns, courtyards in the villages. */
const UNDER_ONE_ROOF = { built_up: 7, rural_settlement: 1.8 } as const
const MOST_IN_A_CELL = 16
/** Households in a villagers' group (村民小组). */
const GROUP = 45

export function makeDwellings(county: County, addresses: Addresses): Dwelling[] {
  const random = county.plan.random('dwellings')
  return county.communities.flatMap(({ name, cells }) => {
    const inOrder = cells.toSorted((a, b) => (county.codeOf.get(a.face)! < county.codeOf.get(b.face)! ? -1 : 1))
    const seen = new Map<string, number>()
    let before = 0
    return inOrder.flatMap((cell) => {
      const group = Math.floor(before / GROUP) + 1
      before += cell.households
      return dwellingsIn(cell, random).map((dwelling): Dwelling => {
        const place = cell.landUse === 'built_up' ? addresses.of(dwelling.at, cell) : `${name}${group}组`
        const count = (seen.get(place) ?? 0) + 1
        seen.set(place, count)
        return { ...dwelling, address: addressed(place, count, cell) }
      })
    })
  })
}

/** Several blocks of flats may share one number on the street. */
const addressed = (place: string, count: number, { landUse }: Cell): string => {
  if (landUse !== 'built_up') return `${place}${count}号`
  return count === 1 ? place : `${place}${count}号楼`
}

function dwellingsIn(cell: Cell, random: Random): Omit<Dwelling, 'address'>[] {
  if (cell.households === 0) return []
  const roof = UNDER_ONE_ROOF[cell.landUse as keyof typeof UNDER_ONE_ROOF] ?? 2
  const count = Math.min(cell.households, Math.max(1, Math.min(MOST_IN_A_CELL, Math.round(cell.households / roof))))
  const spots = spotsInside(cell.ring, count, random)
  const households = shareOut(
    cell.households,
    spots.map(() => random.between(0.8, 1.2)),
  )
  const population = shareOut(
    cell.population,
    households.map((each) => each + 0.01),
  )
  return spots.map((at, i) => ({ cell, at, households: households[i]!, population: population[i]! }))
}

export const householdFeatures = (dwellings: readonly Dwelling[]): DemoFeature[] =>
  dwellings.map(({ at, address, households, population }) => ({
    properties: { address, households, population },
    geometry: point(at),
  }))

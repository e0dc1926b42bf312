/** Dwellings that are too far from something. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { nearestWithin, type PointGrid, pointGridOf } from '#geodata/emergency/index.ts'
import type { Position } from '#geodata/network/index.ts'
import type { Queryable } from '../../database/database.ts'
import { type CoverageList, featureOf, listOf, pointOf } from './features.ts'
import { type Dwelling, type PointPlace, readAddresses } from './store.ts'

/** So many cells, roads or dwellings are judged before others get their turn: a few milliseconds. */
const TURN = 500

/** Lets others have their turn every now and then. */
export async function othersFirst(index: number): Promise<void> {
  if (index % TURN === TURN - 1) await nextTurn()
}

export const gridOf = (points: readonly PointPlace[], reach_m: number): PointGrid => pointGridOf(points.map(placeOf), reach_m)

export const placeOf = ({ longitude, latitude }: PointPlace): Position => [longitude, latitude]

/** Those with no point within reach. */
export async function tooFar<One extends PointPlace>(places: readonly One[], grid: PointGrid, reach_m: number): Promise<One[]> {
  const found: One[] = []
  for (const [index, place] of places.entries()) {
    await othersFirst(index)
    if (nearestWithin(grid, placeOf(place), reach_m) === Infinity) found.push(place)
  }
  return found
}

/** Dwellings, households and population, with a suffix that says of which. */
export function sumsOf(
  dwellings: readonly Pick<Dwelling, 'households' | 'population'>[],
  suffix = '',
): Readonly<Record<string, number>> {
  let [households, population] = [0, 0]
  for (const dwelling of dwellings) {
    households += dwelling.households
    population += dwelling.population
  }
  return { [`dwellings${suffix}`]: dwellings.length, [`households${suffix}`]: households, [`population${suffix}`]: population }
}

/** Those with the most people first. */
export async function dwellingList(
  database: Queryable,
  dwellings: readonly Dwelling[],
  limit: number,
  more: (dwelling: Dwelling) => object = () => ({}),
): Promise<CoverageList> {
  const listed = [...dwellings].sort((a, b) => b.population - a.population || a.id - b.id).slice(0, limit)
  const rows = await readAddresses(
    database,
    listed.map(({ id }) => id),
  )
  const addresses = new Map(rows.map(({ id, address }) => [id, address]))
  const features = listed.map((dwelling) => {
    const { id, households, population } = dwelling
    return featureOf(id, pointOf(dwelling), { address: addresses.get(id) ?? null, households, population, ...more(dwelling) })
  })
  return listOf(features, limit, dwellings.length)
}

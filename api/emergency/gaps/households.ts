/** Households too far from a shelter or with no room there, and too far from where they bring their waste. */

import { groundDistance } from '#geodata/crs/ground_distance.ts'
import {
  allocate,
  COLLECTION_POINTS,
  pointsNear,
  reasonsAgainst,
  SERVICE_DISTANCES,
  type ShelterRecord,
  THRESHOLDS,
} from '#geodata/emergency/index.ts'
import type { Asked } from '../../areas/inside.ts'
import type { Queryable } from '../../database/database.ts'
import { dwellingList, gridOf, othersFirst, placeOf, sumsOf, tooFar } from './dwellings.ts'
import type { Coverage } from './features.ts'
import { type Dwelling, readCollectionPoints, readDwellings, readShelters, type ShelterRow } from './store.ts'

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)

/** Dwellings within the service distances of the same shelters. */
interface Group {
  /** By their place in the list. */
  readonly shelters: readonly number[]
  readonly dwellings: Dwelling[]
}

/**
 * Who lives within the service distance of a shelter, as the crow flies, and who would find room if all had to leave: as many as can be, exactly
 * (maximum flow over groups of households that reach the same shelters). How many find no room is exact; which households those are is not laid
 * down, so they are told by shelter. Shelters outside of the area count, with all of their room.
 */
export async function shelterCoverage(
  database: Queryable,
  asked: Asked,
  limit: number,
): Promise<Coverage & { readonly shelters: readonly object[] }> {
  const [shelters, dwellings] = await Promise.all([readShelters(database), readDwellings(database, asked)])
  const open = shelters.filter(isOpen)
  const groups = await groupByReach(dwellings, open)
  const beyond = groups.find((group) => group.shelters.length === 0)?.dwellings ?? []
  const within = groups.filter((group) => group.shelters.length > 0)
  const people = within.map((group) => sum(group.dwellings.map(({ population }) => population)))
  const { assigned, unplaced } = allocate(
    within.map((group, at) => ({ people: people[at]!, shelters: group.shelters })),
    open.map(({ capacity }) => capacity ?? 0),
  )
  const shares = within.map((group, at) => ({
    shelters: group.shelters,
    people: people[at]!,
    assigned: assigned[at]!,
    unplaced: unplaced[at]!,
  }))
  return {
    thresholds: SERVICE_DISTANCES,
    totals: {
      ...sumsOf(dwellings),
      ...sumsOf(beyond, '_beyond'),
      population_placed: sum(assigned.flat()),
      population_without_room: sum(unplaced),
    },
    lists: { dwellings: await dwellingList(database, beyond, limit) },
    shelters: open.map(({ id, name, class: kind, capacity }, at) => ({
      id,
      name,
      class: kind,
      capacity,
      ...peopleAt(at, shares),
    })),
  }
}

type Open = ShelterRow & Pick<ShelterRecord, 'class' | 'status'>

/** What is planned, closed or of unknown area shelters nobody. */
const isOpen = (shelter: ShelterRow): shelter is Open =>
  shelter.capacity !== null &&
  reasonsAgainst({ ...(shelter as Open), occupancy: 0, occupancy_at: null, hazards: [] }).length === 0

async function groupByReach(dwellings: readonly Dwelling[], open: readonly Open[]): Promise<Group[]> {
  const reaches = open.map(({ class: kind }) => SERVICE_DISTANCES[kind].value)
  const longest = Math.max(1, ...reaches)
  const grid = gridOf(open, longest)
  const groups = new Map<string, Group>()
  for (const [index, dwelling] of dwellings.entries()) {
    await othersFirst(index)
    const place = placeOf(dwelling)
    const near = pointsNear(grid, [...place, ...place], longest)
    const shelters = near.filter((at) => groundDistance(place, grid.points[at]!) <= reaches[at]!).sort((a, b) => a - b)
    const key = shelters.join(' ')
    const group = groups.get(key)
    if (group) group.dwellings.push(dwelling)
    else groups.set(key, { shelters, dwellings: [dwelling] })
  }
  return [...groups.values()]
}

interface Share {
  readonly shelters: readonly number[]
  readonly people: number
  readonly assigned: readonly number[]
  readonly unplaced: number
}

/** Who reaches a shelter, who is assigned to it, and who reaches it but finds room nowhere. */
function peopleAt(shelter: number, shares: readonly Share[]) {
  const own = shares.filter(({ shelters }) => shelters.includes(shelter))
  return {
    population_in_reach: sum(own.map(({ people }) => people)),
    population_assigned: sum(own.map(({ shelters, assigned }) => assigned[shelters.indexOf(shelter)]!)),
    population_without_room: sum(own.map(({ unplaced }) => unplaced)),
  }
}

/** Dwellings beyond the reach of a collection point: by the mandatory standard, and by the older, stricter one. */
export async function garbageCoverage(database: Queryable, asked: Asked, limit: number): Promise<Coverage> {
  const [points, dwellings] = await Promise.all([
    readCollectionPoints(database, COLLECTION_POINTS.forms, COLLECTION_POINTS.states_without),
    readDwellings(database, asked),
  ])
  const { bin_reach, bin_reach_strict } = THRESHOLDS
  const grid = gridOf(points, bin_reach.value)
  const strict = await tooFar(dwellings, grid, bin_reach_strict.value)
  const mandatory = await tooFar(strict, grid, bin_reach.value)
  const isFar = new Set(mandatory)
  const beyond_m = (dwelling: Dwelling) => ({ beyond_m: isFar.has(dwelling) ? bin_reach.value : bin_reach_strict.value })
  return {
    thresholds: { bin_reach, bin_reach_strict },
    totals: { ...sumsOf(dwellings), ...sumsOf(mandatory, '_beyond'), ...sumsOf(strict, '_beyond_strict') },
    lists: { dwellings: await dwellingList(database, strict, limit, beyond_m) },
  }
}

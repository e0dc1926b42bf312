/** Households too far from a shelter or with no room there, and too far from where they bring their waste. */
import {
  allocate,
  COLLECTION_POINTS,
  reasonsAgainst,
  SERVICE_DISTANCES,
  type ShelterRecord,
  THRESHOLDS,
} from '#geodata/emergency/index.ts'
import type { Asked } from '../../areas/inside.ts'
import type { Queryable } from '../../database/database.ts'
import { sql } from '../../database/sql.ts'
import { type Coverage, featureOf, listOf, pointOf } from './features.ts'
import { type ReachedGroup, readBeyond, readShelterReach, readShelters, type ShelterRow } from './store.ts'

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)

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
  const open = (await readShelters(database)).filter(isOpen)
  const reaches = open.map(({ id, class: kind }) => ({ id, reach_m: SERVICE_DISTANCES[kind].value }))
  const { groups, list } = await readShelterReach(database, asked, reaches, limit)
  const number = new Map(open.map(({ id }, at) => [id, at]))
  const { assigned, unplaced } = allocate(
    groups.map(({ population, shelters }) => ({ people: population, shelters: shelters.map((id) => number.get(id)!) })),
    open.map(({ capacity }) => capacity ?? 0),
  )
  const beyond = groups.find(({ shelters }) => shelters.length === 0)
  const within = groups
    .map((group, at) => ({ ...group, unplaced: unplaced[at]!, assigned: assigned[at]! }))
    .filter(({ shelters }) => shelters.length > 0)
  return {
    thresholds: SERVICE_DISTANCES,
    totals: {
      dwellings: sum(groups.map(({ dwellings }) => dwellings)),
      households: sum(groups.map(({ households }) => households)),
      population: sum(groups.map(({ population }) => population)),
      dwellings_beyond: beyond?.dwellings ?? 0,
      households_beyond: beyond?.households ?? 0,
      population_beyond: beyond?.population ?? 0,
      population_placed: sum(within.flatMap((group) => group.assigned)),
      population_without_room: sum(within.map((group) => group.unplaced)),
    },
    lists: {
      dwellings: listOf(
        list.map(({ id, address, households, population, ...place }) =>
          featureOf(id, pointOf(place), { address, households, population }),
        ),
        limit,
        beyond?.dwellings ?? 0,
      ),
    },
    shelters: open.map(({ id, name, class: kind, capacity }) => ({ id, name, class: kind, capacity, ...peopleAt(id, within) })),
  }
}

type Open = ShelterRow & Pick<ShelterRecord, 'class' | 'status'>

/** What is planned, closed or of unknown area shelters nobody. */
const isOpen = (shelter: ShelterRow): shelter is Open =>
  shelter.capacity !== null &&
  reasonsAgainst({ ...(shelter as Open), occupancy: 0, occupancy_at: null, hazards: [] }).length === 0

/** Who reaches a shelter, who is assigned to it, and who reaches it but finds room nowhere. */
function peopleAt(
  id: number,
  groups: readonly (ReachedGroup & { readonly assigned: readonly number[]; readonly unplaced: number })[],
) {
  const own = groups.filter(({ shelters }) => shelters.includes(id))
  return {
    population_in_reach: sum(own.map(({ population }) => population)),
    population_assigned: sum(own.map(({ shelters, assigned }) => assigned[shelters.indexOf(id)]!)),
    population_without_room: sum(own.map(({ unplaced }) => unplaced)),
  }
}

/** Dwellings beyond the reach of a collection point: by the mandatory standard, and by the older, stricter one. */
export async function garbageCoverage(database: Queryable, asked: Asked, limit: number): Promise<Coverage> {
  const points = sql`select geom from garbage_points where form = any(${COLLECTION_POINTS.forms}::text[])
    and (state is null or state <> all(${COLLECTION_POINTS.states_without}::text[]))`
  const { bin_reach, bin_reach_strict } = THRESHOLDS
  const { all, beyond, list } = await readBeyond(database, asked, points, [bin_reach_strict.value, bin_reach.value], limit)
  const [strict, mandatory] = [beyond[0]!, beyond[1]!]
  return {
    thresholds: { bin_reach, bin_reach_strict },
    totals: {
      dwellings: all.dwellings,
      households: all.households,
      population: all.population,
      dwellings_beyond: mandatory.dwellings,
      households_beyond: mandatory.households,
      population_beyond: mandatory.population,
      dwellings_beyond_strict: strict.dwellings,
      households_beyond_strict: strict.households,
      population_beyond_strict: strict.population,
    },
    lists: {
      dwellings: listOf(
        list.map(({ id, address, households, population, beyond_m, ...place }) =>
          featureOf(id, pointOf(place), { address, households, population, beyond_m }),
        ),
        limit,
        strict.dwellings,
      ),
    },
  }
}

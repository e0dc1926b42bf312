import { planShelters, reach, reachableOf, type ShelterOption, THRESHOLDS } from '#geodata/emergency/index.ts'
import { closuresOf } from '#geodata/network/index.ts'
import type { KeptPack } from '../pack_store.ts'
import { featuresOf } from './features.ts'
import { type Asked, closedBy, markOf, placesOf, waysOf } from './incident_ground.ts'
import { distanceTo, namesOf } from './incident_near.ts'

export async function sheltersOf(pack: KeptPack, asked: Asked, people: number | null) {
  const places = await placesOf(pack, 'shelters')
  const zones = await featuresOf(pack, 'hazard_zones')
  const reachable = reachableOf(
    asked.network,
    places.map(({ point }) => point),
    'walk',
  )
  const groups = [{ count: places.length, limit_m: THRESHOLDS.shelter_search.value }]
  const closures = closuresOf(asked.network, asked.closures.flatMap(closedBy))
  const { reached } = reach(asked.network, reachable, { from: asked.from, closures, groups, groupOf: () => 0 }, asked.space)
  const described = new Map(
    reached.map((one) => {
      const place = places[one.target]!
      const hazards = zones
        .map((zone) => ({ ...namesOf(zone), distance_m: distanceTo(zone, place.point) }))
        .filter(({ distance_m }) => distance_m <= THRESHOLDS.hazard_near.value)
      return [
        place.id,
        { point: place.point, ...waysOf(one), properties: place.properties, hazards, mark: markOf(asked, place) ?? null },
      ]
    }),
  )
  const options = [...described].map(([id, { properties, hazards, distance_m, way, mark }]) => ({
    ...(properties as object),
    id,
    hazards,
    distance_m,
    way,
    mark: mark ?? undefined,
  })) as unknown as ShelterOption[]
  const plan = planShelters(options, people ?? 0, asked.day)
  const withFields = <One extends { readonly id: number }>(list: readonly One[]) =>
    list.map((one, index) => ({ rank: index + 1, ...one, ...described.get(one.id)! }))
  return {
    people,
    placed: plan.placed,
    unplaced: plan.unplaced,
    search_m: THRESHOLDS.shelter_search.value,
    offered: withFields(plan.offered),
    unmeasured: withFields(plan.unmeasured),
    excluded: withFields(plan.excluded),
  }
}

import { type Reached, reach, reachableOf, THRESHOLDS, toldShelters } from '#geodata/emergency/index.ts'
import { closuresOf, NOTHING_CLOSED } from '#geodata/network/index.ts'
import type { KeptPack } from '../pack_store.ts'
import { featuresOf } from './features.ts'
import { type Asked, closedBy, markOf, placesOf } from './incident_ground.ts'
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
  const ask = (closures: ReturnType<typeof closuresOf>) =>
    reach(asked.network, reachable, { from: asked.from, closures, groups, groupOf: () => 0 }, asked.space).reached
  const found = ask(closuresOf(asked.network, asked.closures.flatMap(closedBy)))
  const before = asked.closures.length > 0 ? ask(NOTHING_CLOSED) : undefined
  const describe = (reached: Reached) => {
    const place = places[reached.target]!
    const hazards = zones
      .map((zone) => ({ ...namesOf(zone), distance_m: distanceTo(zone, place.point) }))
      .filter(({ distance_m }) => distance_m <= THRESHOLDS.hazard_near.value)
    return { ...place, hazards, mark: markOf(asked, place), reached }
  }
  return toldShelters(found.map(describe), before, people, asked.day)
}

import {
  hosesFor,
  judgeMarkedWater,
  judgeWater,
  type Reached,
  reach,
  reachableOf,
  toldBefore,
  toldWay,
  WATER_STANDINGS,
  type WaterRecord,
  waterLimit,
} from '#geodata/emergency/index.ts'
import { closuresOf, NOTHING_CLOSED } from '#geodata/network/index.ts'
import type { KeptPack } from '../pack_store.ts'
import { type Asked, closedBy, markOf, type Place, placesOf } from './incident_ground.ts'

/** Of each list of water. */
const NEAREST = 5

export async function waterOf(pack: KeptPack, asked: Asked) {
  const places = [...(await placesOf(pack, 'hydrants')), ...(await placesOf(pack, 'water_sources'))]
  const judged = places.map((place) => judgeMarkedWater(judgeWater(recordOf(place), asked.day), markOf(asked, place)))
  const reachable = reachableOf(
    asked.network,
    places.map(({ point }) => point),
    'drive',
  )
  const groups = WATER_STANDINGS.map((standing) => ({ count: NEAREST, limit_m: waterLimit(standing) }))
  const groupOf = (target: number) => WATER_STANDINGS.indexOf(judged[target]!.standing)
  const ask = (closures: ReturnType<typeof closuresOf>) =>
    reach(asked.network, reachable, { from: asked.from, closures, groups, groupOf }, asked.space)
  const found = ask(closuresOf(asked.network, asked.closures.flatMap(closedBy)))
  const before = asked.closures.length > 0 ? ask(NOTHING_CLOSED).reached : undefined
  const lists = WATER_STANDINGS.map((standing) => {
    const own = (list: readonly Reached[]) => list.filter(({ target }) => judged[target]!.standing === standing)
    const list = own(found.reached).map((one, index) => {
      const place = places[one.target]!
      return {
        rank: index + 1,
        layer: place.layer,
        id: place.id,
        point: place.point,
        ...toldWay(one),
        hoses: hosesFor(one.distance_m),
        reasons: judged[one.target]!.reasons,
        properties: place.properties,
        mark: markOf(asked, place) ?? null,
        ...toldBefore(before && own(before), one.target),
      }
    })
    return [standing, list] as const
  })
  return {
    road: { on_road: found.on_road, off_road_m: found.origin?.off_road_m ?? null },
    lists: Object.fromEntries(lists),
  }
}

function recordOf({ properties }: Place): WaterRecord {
  const { usable, record_state, inspected_on, vehicle_access, suction_height_m, usable_in_dry_season } = properties
  return {
    usable: usable as WaterRecord['usable'],
    record_state: record_state as WaterRecord['record_state'],
    inspected_on: (inspected_on as string | null | undefined) ?? null,
    vehicle_access: (vehicle_access as boolean | null | undefined) ?? null,
    suction_height_m: (suction_height_m as number | null | undefined) ?? null,
    usable_in_dry_season: (usable_in_dry_season as boolean | null | undefined) ?? null,
  }
}

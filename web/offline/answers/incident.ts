/** The answer to an incident without a server: the same rules and the same ways, over what the pack holds. */
import {
  type CurrentMark,
  hosesFor,
  judgeMarkedWater,
  judgeWater,
  planShelters,
  type Reached,
  reach,
  reachableOf,
  type ShelterOption,
  THRESHOLDS,
  WATER_STANDINGS,
  type WaterRecord,
} from '#geodata/emergency/index.ts'
import {
  type Closed,
  closuresOf,
  type Network,
  NOTHING_CLOSED,
  networkOf,
  type Position,
  SearchSpace,
} from '#geodata/network/index.ts'
import { PACK_ENTRIES } from '#geodata/pack/pack.ts'
import type { Feature } from '../../api/types.ts'
import type { RoadClosure } from '../../emergency/answer.ts'
import type { KeptPack } from '../pack_store.ts'
import type { Answer } from './answer.ts'
import { featuresOf } from './features.ts'
import { boundaryDistance, contains, distanceBetween, placeInside } from './geometry.ts'
import { answerPoint } from './responsibility.ts'

const RADIUS_M = 300
/** Of each list of water. */
const NEAREST = 5
/** What is not usable is told of only where it is near. */
const ASIDE_M = 2_000

interface Roads {
  readonly network: Network
  readonly space: SearchSpace
}

const built = new WeakMap<KeptPack, Promise<Roads>>()

/** A town's roads are built in some tens of milliseconds, once. */
function roadsOf(pack: KeptPack): Promise<Roads> {
  const known = built.get(pack) ?? build(pack)
  built.set(pack, known)
  return known
}

async function build(pack: KeptPack): Promise<Roads> {
  const roads = await featuresOf(pack, 'roads')
  const edges = roads.flatMap(({ id, geometry, properties }) =>
    geometry?.type === 'LineString'
      ? [
          {
            id,
            line: geometry.coordinates as unknown as Position[],
            length_m: Number(properties.length_m),
            class: String(properties.class),
            one_way: properties.one_way === true,
            name: (properties.name as string | null | undefined) ?? null,
          },
        ]
      : [],
  )
  return { network: networkOf(edges), space: new SearchSpace() }
}

/** What stood when the pack was made. */
const marksOf = async (pack: KeptPack): Promise<readonly CurrentMark[]> =>
  (await pack.json<{ marks: CurrentMark[] } | null>(PACK_ENTRIES.marks))?.marks ?? []
const closuresIn = async (pack: KeptPack): Promise<readonly RoadClosure[]> =>
  (await pack.json<{ closures: RoadClosure[] } | null>(PACK_ENTRIES.closures))?.closures ?? []

export const answerClosures = async (pack: KeptPack): Promise<Answer> => ({ closures: await closuresIn(pack) })
export const answerMarks = async (pack: KeptPack): Promise<Answer> => ({ marks: await marksOf(pack) })

export async function answerIncident(pack: KeptPack, query: URLSearchParams, now: number): Promise<Answer> {
  const from: Position = [Number(query.get('lon')), Number(query.get('lat'))]
  const people = query.has('people') ? Number(query.get('people')) : null
  const [roads, marks, closures] = [await roadsOf(pack), await marksOf(pack), await closuresIn(pack)]
  const point = (await answerPoint(pack, query, now)) as Readonly<Record<string, unknown>> & {
    administrative_areas: readonly object[]
    schemes: readonly { id: string; levels: readonly { level: number; grid: object }[] }[]
  }
  const asked = { ...roads, from, marks, closures, day: new Date(now + CHINA_MS).toISOString().slice(0, 10) }
  const water = await waterOf(pack, asked)
  const within = await surroundings(pack, from)
  return {
    at: new Date(now).toISOString(),
    position: from,
    place: {
      administrative_areas: point.administrative_areas,
      grids: point.schemes.flatMap(({ id, levels }) => levels.map(({ level, grid }) => ({ scheme: id, level, ...grid }))),
    },
    road: water.road,
    closures,
    water: water.lists,
    shelters: await sheltersOf(pack, asked, people),
    hazards: within.hazard_zones.filter(({ distance_m }) => distance_m === 0),
    within: { radius_m: RADIUS_M, ...within },
    responsibility: point,
  }
}

/** Counties work by Chinese time wherever the device is. */
const CHINA_MS = 8 * 3_600_000

interface Asked extends Roads {
  readonly from: Position
  readonly marks: readonly CurrentMark[]
  readonly closures: readonly RoadClosure[]
  readonly day: string
}

interface Place extends Pick<Feature, 'id' | 'properties'> {
  readonly layer: string
  readonly point: Position
}

async function placesOf(pack: KeptPack, layer: string): Promise<Place[]> {
  const features = await featuresOf(pack, layer)
  return features.flatMap(({ id, properties, geometry }) =>
    geometry?.type === 'Point' ? [{ layer, id, properties, point: geometry.coordinates as unknown as Position }] : [],
  )
}

const markOf = ({ marks }: Asked, { layer, id }: Place) => marks.find((mark) => mark.layer === layer && mark.object_id === id)

const waysOf = ({ way, distance_m, straight_m, road }: Reached) => ({
  way,
  distance_m,
  straight_m,
  line: road?.line ?? null,
  roads: road?.roads ?? [],
})

async function waterOf(pack: KeptPack, asked: Asked) {
  const places = [...(await placesOf(pack, 'hydrants')), ...(await placesOf(pack, 'water_sources'))]
  const judged = places.map((place) => judgeMarkedWater(judgeWater(recordOf(place), asked.day), markOf(asked, place)))
  const reachable = reachableOf(
    asked.network,
    places.map(({ point }) => point),
    'drive',
  )
  const groups = WATER_STANDINGS.map((standing) => ({
    count: NEAREST,
    limit_m: standing === 'usable' ? THRESHOLDS.water_search.value : ASIDE_M,
  }))
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
        ...waysOf(one),
        hoses: hosesFor(one.distance_m),
        reasons: judged[one.target]!.reasons,
        properties: place.properties,
        mark: markOf(asked, place) ?? null,
        ...(before && { without_closures: rankIn(own(before), one.target) }),
      }
    })
    return [standing, list] as const
  })
  return {
    road: { on_road: found.on_road, off_road_m: found.origin?.off_road_m ?? null },
    lists: Object.fromEntries(lists),
  }
}

function rankIn(list: readonly Reached[], target: number) {
  const index = list.findIndex((one) => one.target === target)
  return index < 0 ? null : { rank: index + 1, way: list[index]!.way, distance_m: list[index]!.distance_m }
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

async function sheltersOf(pack: KeptPack, asked: Asked, people: number | null) {
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

/** What of the network a closure closes, taken apart as the server does. */
const closedBy = ({ geometry }: RoadClosure): readonly Closed[] =>
  geometry.type === 'LineString'
    ? [{ line: geometry.coordinates as unknown as Position[] }]
    : geometry.coordinates.map((polygon): Closed => ({ polygon: polygon as unknown as Position[][] }))

const namesOf = ({ id, properties }: Feature) => ({
  id,
  name: String(properties.name ?? ''),
  kind: String(properties.kind ?? ''),
  grade: (properties.grade as string | null | undefined) ?? null,
  people: (properties.people as number | null | undefined) ?? null,
})

/** m; 0 inside. */
const distanceTo = ({ geometry }: Feature, place: Position): number =>
  contains(geometry, place)
    ? 0
    : geometry?.type === 'Point'
      ? distanceBetween(geometry.coordinates as unknown as Position, place)
      : boundaryDistance(geometry, place)

async function surroundings(pack: KeptPack, from: Position) {
  const near = async (layer: string) =>
    (await featuresOf(pack, layer))
      .map((feature) => ({
        ...namesOf(feature),
        distance_m: distanceTo(feature, from),
        point: feature.geometry && placeInside(feature.geometry),
      }))
      .filter(({ distance_m }) => distance_m <= RADIUS_M)
      .sort((a, b) => a.distance_m - b.distance_m)
  const homes = (await placesOf(pack, 'household_points')).filter(({ point }) => distanceBetween(point, from) <= RADIUS_M)
  const sum = (field: string) => homes.reduce((total, { properties }) => total + Number(properties[field] ?? 0), 0)
  return {
    key_sites: await near('key_sites'),
    hazard_zones: await near('hazard_zones'),
    geohazard_points: await near('geohazard_points'),
    ...(pack.manifest.layers.includes('household_points') && {
      residents: { dwellings: homes.length, households: sum('households'), population: sum('population') },
    }),
  }
}

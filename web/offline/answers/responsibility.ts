import type { PointAnswer } from '#api/responsibility/ask_point.ts'
import type { Responsible } from '#api/responsibility/responsible.ts'
import { PACK_ENTRIES, packState } from '#geodata/pack/pack.ts'
import { LINEAR_LAYERS, ROLES, STANDINGS } from '#geodata/responsibility/roles.ts'
import type { Feature, Position, ServerState } from '../../api/types.ts'
import type { KeptPack } from '../pack_store.ts'
import type { Answer } from './answer.ts'
import { featuresOf } from './features.ts'
import { contains, distanceBetween, nearestOn } from './geometry.ts'

/** m, as the server's. */
const REACH_M = { river_segments: 2000, road_segments: 500, observation_points: 5000 } as const

type PeopleOf = (layer: string, id: number) => readonly Responsible[]

/** Nobody from a pack that has expired: people change, and their numbers are for as long as they were given. */
async function peopleOf(pack: KeptPack, now: number): Promise<PeopleOf> {
  if (packState(pack.manifest, now) === 'expired') return () => []
  const people = (await pack.json<Record<string, Responsible[]> | null>(PACK_ENTRIES.responsible)) ?? {}
  return (layer, id) => people[`${layer}/${id}`] ?? []
}

export const answerRoles = (): Answer => ({ roles: ROLES, standings: STANDINGS })

export async function answerObject(pack: KeptPack, layer: string, id: string, now: number): Promise<Answer> {
  const feature = (await featuresOf(pack, layer)).find((each) => String(each.id) === id)
  if (!feature) return null
  const people = await peopleOf(pack, now)
  const { chainage_from_m, chainage_to_m, length_m } = feature.properties as Record<string, number | undefined>
  const isWhole = LINEAR_LAYERS.includes(layer) && chainage_from_m === undefined
  return {
    at: dayOf(pack),
    layer,
    id: feature.id,
    chainage_from_m: isWhole ? 0 : (chainage_from_m ?? null),
    chainage_to_m: isWhole ? (length_m ?? null) : (chainage_to_m ?? null),
    responsible: people(layer, feature.id),
  }
}

const dayOf = (pack: KeptPack): string => pack.manifest.made_at.slice(0, 10)

const text = (feature: Feature, name: string): string | null => (feature.properties[name] as string | null | undefined) ?? null

const OVERLAPPING = { hazard_zones: 'kind', patrol_areas: 'season', parks: 'kind', control_lines: 'kind' } as const
const ADMINISTRATIVE_LEVELS = ['county', 'town', 'community']

export async function answerPoint(pack: KeptPack, query: URLSearchParams, now: number): Promise<Answer> {
  if (query.has('at')) return undefined
  const position: Position = [Number(query.get('lon')), Number(query.get('lat'))]
  const people = await peopleOf(pack, now)
  const around = async (layer: string) =>
    (await featuresOf(pack, layer)).filter(({ geometry }) => contains(geometry, position)).sort(byCode)
  const areas = async (layer: string, kind: string) =>
    (await around(layer)).map((feature) => areaOf(feature, kind, people(layer, feature.id)))
  const administrative = await around('administrative_areas')
  return {
    at: dayOf(pack),
    position,
    inside: administrative.length > 0,
    administrative_areas: ADMINISTRATIVE_LEVELS.flatMap((level) =>
      administrative
        .filter((feature) => feature.properties.level === level)
        .slice(0, 1)
        .map((feature) => ({ ...areaOf(feature, 'kind', people('administrative_areas', feature.id)), level })),
    ),
    schemes: schemesOf(await pack.json<ServerState>(PACK_ENTRIES.state), await around('grids'), people),
    unit_cell: (await areas('unit_cells', '')).at(0) ?? null,
    hazard_zones: await areas('hazard_zones', OVERLAPPING.hazard_zones),
    patrol_areas: await areas('patrol_areas', OVERLAPPING.patrol_areas),
    parks: await areas('parks', OVERLAPPING.parks),
    control_lines: await areas('control_lines', OVERLAPPING.control_lines),
    nearest_river_segment: await nearestSegment(pack, 'river_segments', 'river_name', position, people),
    nearest_road_segment: await nearestSegment(pack, 'road_segments', 'road_name', position, people),
    nearest_reporter: await nearestReporter(pack, position, people),
  } as PointAnswer
}

const byCode = (a: Feature, b: Feature): number =>
  String(a.properties.code).localeCompare(String(b.properties.code)) || a.id - b.id

const areaOf = (feature: Feature, kind: string, responsible: readonly Responsible[]) => ({
  id: feature.id,
  code: text(feature, 'code'),
  name: text(feature, 'name'),
  name_en: text(feature, 'name_en'),
  kind: kind === '' ? null : text(feature, kind),
  responsible,
})

/** On a shared border the grid with the lowest code counts, of those that cover everything (class A). */
function schemesOf({ schemes }: ServerState, grids: readonly Feature[], people: PeopleOf): object[] {
  return schemes.flatMap(({ id, name, levels }) => {
    const own = grids.filter(({ properties }) => properties.scheme === id)
    if (own.length === 0) return []
    const found = levels.flatMap(({ level, name: levelName }) => {
      const here = own.filter(({ properties }) => properties.level === level)
      const partition = here.filter(({ properties }) => properties.class === 'A').slice(0, 1)
      const sites = here.filter(({ properties }) => properties.class === 'C')
      return [...partition, ...sites].map((grid) => ({
        level,
        name: levelName,
        grid: {
          id: grid.id,
          code: text(grid, 'code'),
          name: text(grid, 'name'),
          name_en: text(grid, 'name_en'),
          class: text(grid, 'class'),
        },
        responsible: people('grids', grid.id),
      }))
    })
    return [{ id, name, levels: found, by_trade: [] }]
  })
}

async function nearestSegment(
  pack: KeptPack,
  layer: 'river_segments' | 'road_segments',
  along: 'river_name' | 'road_name',
  position: Position,
  people: PeopleOf,
) {
  const found = (await featuresOf(pack, layer))
    .flatMap((feature) => {
      const nearest = nearestOn(feature.geometry, position)
      return nearest && nearest.distance_m <= REACH_M[layer] ? [{ feature, nearest }] : []
    })
    .sort((a, b) => a.nearest.distance_m - b.nearest.distance_m || a.feature.id - b.feature.id)
  const [first] = found
  if (!first) return null
  const { feature, nearest } = first
  const { chainage_from_m: from, chainage_to_m: to, river_id = null } = feature.properties as Record<string, number>
  const chainage = from! + nearest.share * (to! - from!)
  const here = (owner: string, id: number) =>
    people(owner, id)
      .filter((one) => isHere(one, chainage))
      .map((one) => ({ ...one, layer: owner }))
  return {
    id: feature.id,
    code: text(feature, 'code'),
    name: text(feature, 'name'),
    name_en: text(feature, 'name_en'),
    [along]: text(feature, along),
    river_id,
    chainage_from_m: from,
    chainage_to_m: to,
    chainage_m: chainage,
    distance_m: nearest.distance_m,
    point: nearest.point,
    responsible: [...here(layer, feature.id), ...(river_id === null ? [] : here('rivers', river_id))],
  }
}

const isHere = ({ chainage_from_m, chainage_to_m }: Responsible, chainage: number): boolean =>
  chainage >= (chainage_from_m ?? 0) && chainage <= (chainage_to_m ?? Number.POSITIVE_INFINITY)

async function nearestReporter(pack: KeptPack, position: Position, people: PeopleOf) {
  const found = (await featuresOf(pack, 'observation_points'))
    .filter(({ properties, geometry }) => properties.kind === 'reporter' && geometry?.type === 'Point')
    .map((feature) => ({ feature, point: (feature.geometry as GeoJSON.Point).coordinates as unknown as Position }))
    .map((each) => ({ ...each, distance_m: distanceBetween(each.point, position) }))
    .filter(({ distance_m }) => distance_m <= REACH_M.observation_points)
    .sort((a, b) => a.distance_m - b.distance_m)
  const [first] = found
  if (!first) return null
  const { feature, point, distance_m } = first
  return {
    id: feature.id,
    code: text(feature, 'code'),
    name: text(feature, 'name'),
    name_en: text(feature, 'name_en'),
    distance_m,
    point,
    responsible: people('observation_points', feature.id),
  }
}

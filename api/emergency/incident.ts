/** What an emergency team needs to know of a place: water, shelters, what is in the way, who is in charge. */
import {
  type CurrentMark,
  currentMarks,
  hosesFor,
  judgeMarkedWater,
  judgeWater,
  planShelters,
  type Reached,
  type ShelterClass,
  type ShelterOption,
  THRESHOLDS,
  WATER_STANDINGS,
  type WaterJudgement,
} from '#geodata/emergency/index.ts'
import { findLayer } from '#geodata/layers/index.ts'
import { hasRight, type Visitor } from '../access/visitor.ts'
import type { Database } from '../database/database.ts'
import { Problem } from '../http/problem.ts'
import type { LayerLimits } from '../layers/limits.ts'
import { chineseDay } from '../layers/states.ts'
import { askPoint } from '../responsibility/ask_point.ts'
import type { Position } from '../responsibility/parameters.ts'
import { closedBy, readClosures } from './closures_store.ts'
import { readIsInside, readResidents, readShelterFields, readSurroundings, readWaterFields } from './incident_store.ts'
import { readMarks } from './marks_store.ts'
import type { WaysAnswer, WaysQuestion } from './messages.ts'
import type { WaterLayer, WaterPoint } from './network_store.ts'
import type { NetworkThread, PlaceSets } from './network_thread.ts'

export interface IncidentQuestion {
  readonly position: Position
  /** To be sheltered; undefined where nobody has said: then shelters are listed with their room. */
  readonly people: number | undefined
  /** Metres around the place in which sites, zones and residents are told of. */
  readonly radius_m: number
  /** How many of the nearest water sources of each list. */
  readonly water: number
}

export type IncidentAnswer = Awaited<ReturnType<typeof askIncident>>

export async function askIncident(
  database: Database,
  thread: NetworkThread,
  allLimits: LayerLimits,
  question: IncidentQuestion,
  visitor: Visitor,
) {
  const { position, radius_m } = question
  const day = chineseDay()
  await demandInside(database, position, day)
  const [marks, closures, point, surroundings, residents] = await Promise.all([
    readMarks(database).then(currentMarks),
    readClosures(database),
    askPoint(database, position, day, visitor),
    readSurroundings(database, position, radius_m, day),
    residentsFor(database, allLimits, question, visitor),
  ])
  const { sets, answer } = await thread.ways((known) => ({
    from: position,
    closed: closures.flatMap(closedBy),
    sets: [waterWanted(known, marks, question.water), SHELTERS_WANTED],
  }))
  const [water, shelters] = await Promise.all([
    waterOf(database, sets, answer.sets[0]!, marks, day),
    sheltersOf(database, sets, answer.sets[1]!, marks, day, question.people),
  ])
  return {
    at: new Date().toISOString(),
    position,
    place: placeOf(point),
    road: { on_road: answer.on_road, off_road_m: answer.off_road_m },
    closures: closures.map(({ id, reason, account_name, since }) => ({ id, reason, account_name, since })),
    water,
    shelters,
    hazards: surroundings.hazard_zones.filter(({ distance_m }) => distance_m === 0),
    within: { radius_m, ...surroundings, ...(residents ? { residents } : {}) },
    ...(hasRight(visitor, 'responsibility.read') ? { responsibility: point } : {}),
  }
}

/** Refuses a place outside of every administrative area, and says so when it would be inside with its numbers exchanged. */
async function demandInside(database: Database, [longitude, latitude]: Position, day: string): Promise<void> {
  if ((await readIsInside(database, [longitude, latitude], day)) !== false) return
  const couldBeSwapped = Math.abs(longitude) <= 90
  const isSwapped = couldBeSwapped && (await readIsInside(database, [latitude, longitude], day))
  throw new Problem(422, isSwapped ? 'outside_county_swapped' : 'outside_county', { field: 'lon' })
}

async function residentsFor(
  database: Database,
  allLimits: LayerLimits,
  { position, radius_m }: IncidentQuestion,
  visitor: Visitor,
) {
  if (!hasRight(visitor, 'households.read')) return undefined
  const limits = await allLimits.of(visitor, [findLayer('household_points')!])
  const territories = limits.get('household_points')
  return { ...(await readResidents(database, position, radius_m, limits)), ...(territories ? { territories } : {}) }
}

type Point = Awaited<ReturnType<typeof askPoint>>

function placeOf({ administrative_areas, schemes, unit_cell }: Point) {
  return {
    administrative_areas: administrative_areas.map(({ code, name, name_en, level }) => ({ code, name, name_en, level })),
    grids: schemes.flatMap(({ id, levels }) =>
      levels.map(({ level, grid }) => ({ scheme: id, level, code: grid.code, name: grid.name })),
    ),
    unit_cell: unit_cell?.code ?? null,
  }
}

/** What is not usable is told of only where it is near: somebody might count on it. */
const ASIDE_LIMIT_M = 2_000

function waterWanted({ water }: PlaceSets, marks: readonly CurrentMark[], count: number): WaysQuestion['sets'][number] {
  const at = new Map(marks.map((mark) => [`${mark.layer}/${mark.object_id}`, mark]))
  const day = chineseDay()
  const regrouped = water.flatMap((point, index): [number, number][] => {
    const mark = at.get(`${point.layer}/${point.id}`)
    return mark ? [[index, WATER_STANDINGS.indexOf(judgeMarkedWater(judgeWater(point, day), mark).standing)]] : []
  })
  const groups = WATER_STANDINGS.map((standing) => ({
    count,
    limit_m: standing === 'usable' ? THRESHOLDS.water_search.value : ASIDE_LIMIT_M,
  }))
  return { set: 'water', groups, regrouped }
}

const SHELTERS_WANTED: WaysQuestion['sets'][number] = {
  set: 'shelters',
  groups: [{ count: 1_000_000, limit_m: THRESHOLDS.shelter_search.value }],
  regrouped: [],
}

type SetAnswer = WaysAnswer['sets'][number]

/** Rank, way and length with all roads open. Null where it would not be in the list; left out where no road is closed. */
function without({ without_closures }: SetAnswer, target: number, isOfList: (target: number) => boolean) {
  if (!without_closures) return {}
  const list = without_closures.filter((one) => isOfList(one.target))
  const index = list.findIndex((one) => one.target === target)
  if (index < 0) return { without_closures: null }
  const { way, distance_m } = list[index]!
  return { without_closures: { rank: index + 1, way, distance_m } }
}

const waysOf = ({ way, distance_m, straight_m, road }: Reached) => ({
  way,
  distance_m,
  straight_m,
  road_m: way === 'road' ? distance_m : null,
  line: road?.line ?? null,
  roads: road?.roads ?? [],
})

async function waterOf(database: Database, { water }: PlaceSets, answer: SetAnswer, marks: readonly CurrentMark[], day: string) {
  const idsOf = (layer: WaterLayer) =>
    answer.reached
      .map(({ target }) => water[target]!)
      .filter((one) => one.layer === layer)
      .map(({ id }) => id)
  const fields = await readWaterFields(database, { hydrants: idsOf('hydrants'), water_sources: idsOf('water_sources') })
  const markOf = ({ layer, id }: WaterPoint) => marks.find((mark) => mark.layer === layer && mark.object_id === id)
  const judged = (point: WaterPoint): WaterJudgement => judgeMarkedWater(judgeWater(point, day), markOf(point))
  const listed = WATER_STANDINGS.map((standing) => {
    const isOfList = (target: number) => judged(water[target]!).standing === standing
    const items = answer.reached
      .filter(({ target }) => isOfList(target))
      .flatMap((one) => {
        const point = water[one.target]!
        const own = fields.find(({ layer, id }) => layer === point.layer && id === point.id)
        // Gone since the thread has read them.
        return own ? [{ one, point, own }] : []
      })
    const list = items.map(({ one, point, own }, index) => ({
      rank: index + 1,
      layer: point.layer,
      id: point.id,
      point: own.point,
      ...waysOf(one),
      hoses: hosesFor(one.distance_m),
      reasons: judged(point).reasons,
      properties: own.properties,
      mark: markOf(point) ?? null,
      ...without(answer, one.target, isOfList),
    }))
    return [standing, list] as const
  })
  return Object.fromEntries(listed) as Readonly<Record<(typeof WATER_STANDINGS)[number], (typeof listed)[number][1]>>
}

async function sheltersOf(
  database: Database,
  { shelters }: PlaceSets,
  answer: SetAnswer,
  marks: readonly CurrentMark[],
  day: string,
  people: number | undefined,
) {
  const ids = answer.reached.map(({ target }) => shelters[target]!)
  const fields = await readShelterFields(database, ids, day, THRESHOLDS.hazard_near.value)
  const reachedOf = (id: number) => answer.reached.find(({ target }) => shelters[target] === id)!
  const markOf = (id: number) => marks.find((mark) => mark.layer === 'shelters' && mark.object_id === id)
  const options = fields.map(({ id, properties, hazards }): ShelterOption => {
    const { distance_m, way } = reachedOf(id)
    const own = properties as unknown as Omit<ShelterOption, 'id' | 'hazards' | 'distance_m' | 'way' | 'mark'>
    return { ...own, class: own.class as ShelterClass, id, hazards, distance_m, way, mark: markOf(id) }
  })
  const plan = planShelters(options, people ?? 0, day)
  const describe = (id: number) => {
    const { point, properties, hazards } = fields.find((one) => one.id === id)!
    const reached = reachedOf(id)
    return {
      point,
      ...waysOf(reached),
      properties,
      hazards,
      mark: markOf(id) ?? null,
      ...without(answer, reached.target, () => true),
    }
  }
  const withFields = <One extends { readonly id: number }>(list: readonly One[]) =>
    list.map((one, index) => ({ rank: index + 1, ...one, ...describe(one.id) }))
  return {
    people: people ?? null,
    placed: plan.placed,
    unplaced: plan.unplaced,
    search_m: THRESHOLDS.shelter_search.value,
    offered: withFields(plan.offered),
    unmeasured: withFields(plan.unmeasured),
    excluded: withFields(plan.excluded),
  }
}

/** What an emergency team needs to know of a place: water, shelters, what is in the way, who is in charge. */
import {
  type CurrentMark,
  currentMarks,
  hosesFor,
  judgeMarkedWater,
  judgeWater,
  THRESHOLDS,
  toldBefore,
  toldShelters,
  toldWay,
  WATER_STANDINGS,
  type WaterJudgement,
  waterLimit,
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

function waterWanted({ water }: PlaceSets, marks: readonly CurrentMark[], count: number): WaysQuestion['sets'][number] {
  const at = new Map(marks.map((mark) => [`${mark.layer}/${mark.object_id}`, mark]))
  const day = chineseDay()
  const regrouped = water.flatMap((point, index): [number, number][] => {
    const mark = at.get(`${point.layer}/${point.id}`)
    return mark ? [[index, WATER_STANDINGS.indexOf(judgeMarkedWater(judgeWater(point, day), mark).standing)]] : []
  })
  const groups = WATER_STANDINGS.map((standing) => ({ count, limit_m: waterLimit(standing) }))
  return { set: 'water', groups, regrouped }
}

const SHELTERS_WANTED: WaysQuestion['sets'][number] = {
  set: 'shelters',
  groups: [{ count: 1_000_000, limit_m: THRESHOLDS.shelter_search.value }],
  regrouped: [],
}

type SetAnswer = WaysAnswer['sets'][number]

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
    const before = answer.without_closures?.filter(({ target }) => isOfList(target))
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
      ...toldWay(one),
      hoses: hosesFor(one.distance_m),
      reasons: judged(point).reasons,
      properties: own.properties,
      mark: markOf(point) ?? null,
      ...toldBefore(before, one.target),
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
  const reachedOf = new Map(answer.reached.map((one) => [shelters[one.target]!, one]))
  const markOf = (id: number) => marks.find((mark) => mark.layer === 'shelters' && mark.object_id === id)
  const fields = await readShelterFields(database, [...reachedOf.keys()], day, THRESHOLDS.hazard_near.value)
  const reached = fields.map((one) => ({ ...one, mark: markOf(one.id), reached: reachedOf.get(one.id)! }))
  return toldShelters(reached, answer.without_closures, people ?? null, day)
}

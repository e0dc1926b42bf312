/** From the answer about an incident to what stands on its sheet: the same numbers, in words. */
import type { CurrentMark } from '#geodata/emergency/index.ts'
import type { IncidentAnswer } from '../../emergency/incident.ts'
import type { PointAnswer } from '../../responsibility/ask_point.ts'
import type { Responsible } from '../../responsibility/responsible.ts'
import { personName } from '../../sheets/list.ts'
import type { Language } from '../../words/index.ts'
import { PRINT_TEXT } from '../../words/print_text.ts'
import { nameIn } from '../map/ground.ts'
import { chineseTime } from '../moment.ts'
import { postOf, roleLabel } from '../people.ts'
import type { IncidentClosure, IncidentContact, IncidentShelter, IncidentSubject, IncidentWater, Position } from './content.ts'
import type { ClosedRoads } from './store.ts'

type Water = IncidentAnswer['water']['usable'][number]
type Offered = IncidentAnswer['shelters']['offered'][number]
type Unmeasured = IncidentAnswer['shelters']['unmeasured'][number]

export interface Shapes {
  readonly zones: ReadonlyMap<number, IncidentSubject['hazards'][number]['polygons']>
  readonly closures: readonly ClosedRoads[]
}

export function subjectOf(answer: IncidentAnswer, shapes: Shapes, language: Language): IncidentSubject {
  const { position, water, shelters } = answer
  const text = PRINT_TEXT[language]
  return {
    place: { name: placeName(answer, language), at: position },
    time: answer.at,
    water: water.usable.map((one) => waterFound(one, position, language)),
    unknown: water.unknown.map((one) => ({
      ...waterFound(one, position, language),
      why: one.reasons.map((reason) => text.waterReasons[reason]).join(text.separator),
    })),
    shelters: [...shelters.offered, ...shelters.unmeasured].map((one, index) => shelterFound(one, index + 1, language)),
    people: shelters.people === null ? null : { wanted: shelters.people, unplaced: shelters.unplaced },
    hazards: answer.within.hazard_zones.map(({ id, name, kind, distance_m }) => ({
      name,
      kind,
      distance_m: distance_m === 0 ? null : distance_m,
      polygons: shapes.zones.get(id) ?? [],
    })),
    around: aroundOf(answer),
    responsible: answer.responsibility ? contactsOf(answer.responsibility, language) : null,
    closures: closuresOf(answer, shapes, language),
  }
}

function aroundOf({ within }: IncidentAnswer): IncidentSubject['around'] {
  const sites = within.key_sites.map((one) => ({ ...one, layer: 'key_sites' as const }))
  const points = within.geohazard_points.map((one) => ({
    ...one,
    layer: 'geohazard_points' as const,
    people: one.threatened_people,
  }))
  return {
    radius_m: within.radius_m,
    residents: within.residents ?? null,
    neighbours: [...sites, ...points].sort((one, other) => one.distance_m - other.distance_m),
  }
}

/** Town and community, or whatever is the smallest that is known. */
function placeName({ place: { administrative_areas } }: IncidentAnswer, language: Language): string {
  const names = administrative_areas.slice(administrative_areas.length > 1 ? 1 : 0).map((area) => nameOf(area, language))
  if (names.length === 0) return PRINT_TEXT[language].incidentPlace
  return language === 'en' ? names.reverse().join(', ') : names.join('')
}

interface Named {
  readonly code: string | null
  readonly name: string | null
  readonly name_en: string | null
}

const nameOf = ({ code, name, name_en }: Named, language: Language): string =>
  name === null ? (code ?? '') : nameIn({ name, name_en }, language)

function thingName(properties: Readonly<Record<string, unknown>>, id: number, language: Language): string {
  const { name, name_en, code } = properties as Readonly<Record<'name' | 'name_en' | 'code', string | null | undefined>>
  return name ? nameIn({ name, name_en: name_en ?? null }, language) : (code ?? `#${id}`)
}

function waterFound(one: Water, position: Position, language: Language): IncidentWater {
  return {
    number: one.rank,
    layer: one.layer,
    kind: String(one.properties.kind),
    name: thingName(one.properties, one.id, language),
    at: one.point,
    road_m: one.road_m,
    straight_m: one.straight_m,
    hoses: one.hoses,
    line: one.line === null ? null : [position, ...one.line, one.point],
    notes: markNotes(one.mark, language),
  }
}

function shelterFound(one: Offered | Unmeasured, number: number, language: Language): IncidentShelter {
  return {
    number,
    name: thingName(one.properties, one.id, language),
    at: one.point,
    status: String(one.properties.status),
    walking_m: one.road_m,
    straight_m: one.straight_m,
    room: 'room' in one ? one.room : null,
    notes: [...('room' in one ? offerNotes(one, language) : []), ...zoneNotes(one, language), ...markNotes(one.mark, language)],
  }
}

function offerNotes(
  { assigned, figure_age_days, figure_is_old, within_service_distance }: Offered,
  language: Language,
): string[] {
  const text = PRINT_TEXT[language]
  return [
    ...(assigned > 0 ? [text.assigned(assigned)] : []),
    ...(figure_age_days === null ? [text.figureNone] : figure_is_old ? [text.figureOld(figure_age_days)] : []),
    ...(within_service_distance ? [] : [text.beyondService]),
  ]
}

const zoneNotes = ({ hazards }: Pick<Offered, 'hazards'>, language: Language): string[] =>
  hazards.map(({ name, distance_m }) =>
    distance_m === 0 ? PRINT_TEXT[language].inZone(name) : PRINT_TEXT[language].nearZone(name, distance_m),
  )

function markNotes(mark: CurrentMark | null, language: Language): string[] {
  if (!mark) return []
  const text = PRINT_TEXT[language]
  return [text.marked(mark.mark, chineseTime(mark.received_at)), ...(mark.disagreement.length > 0 ? [text.disputed] : [])]
}

/** Who is nearest comes first: the deepest grids, then community, town and county. Somebody with two tasks is named with both. */
function contactsOf({ schemes, administrative_areas }: PointAnswer, language: Language): IncidentContact[] {
  const grids = schemes.flatMap(({ levels }) =>
    levels.map(({ grid, responsible }) => ({ name: nameOf(grid, language), responsible })),
  )
  const areas = administrative_areas.map((area) => ({ name: nameOf(area, language), responsible: area.responsible }))
  return [...grids.toReversed(), ...areas.toReversed()].flatMap(({ name, responsible }) =>
    responsible.map((one) => contactOf(one, name, language)),
  )
}

function contactOf(one: Responsible, object: string, language: Language): IncidentContact {
  const { telephone, mobile } = one.person
  return {
    role: PRINT_TEXT[language].roleFor(roleLabel(one, language), object, one.standing === 'B'),
    name: personName(one.person, language),
    post: postOf(one, language),
    telephones: [mobile, telephone].flatMap((number) => number || []),
  }
}

function closuresOf({ closures }: IncidentAnswer, shapes: Shapes, language: Language): IncidentClosure[] {
  return shapes.closures.map(({ id, geometry, roads }) => ({
    lines: geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates.map(([outer]) => outer!),
    road: roads.length === 0 ? null : roads.map((road) => nameIn(road, language)).join(PRINT_TEXT[language].separator),
    reason: closures.find((closure) => closure.id === id)?.reason ?? null,
  }))
}

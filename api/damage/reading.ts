/** What comes in about events of damage and reports. */
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import {
  DAMAGED_KINDS,
  type DamagedKind,
  DEGREES,
  type Degree,
  EVENT_KINDS,
  type EventKind,
  MOST_PEOPLE,
  MOST_PHOTOS,
  PEOPLE_COUNTS,
  type PeopleCount,
  type PlaceSource,
} from '#geodata/damage/grades.ts'
import {
  type Body,
  invalid,
  isGiven,
  readBody,
  readBoolean,
  readChoice,
  readInteger,
  readMoment,
  readNumber,
  readOptionalString,
  readProse,
  readString,
  readUuid,
} from '../http/body.ts'
import { choice, flag } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import type { Position } from '../responsibility/parameters.ts'

export interface EventGiven {
  readonly name: string
  readonly kind: EventKind
  readonly began_at: string
  readonly area_codes: readonly string[]
  readonly remark: string | null
}

const EVENT_MEMBERS = ['name', 'kind', 'began_at', 'area_codes', 'remark']
const MOST_AREAS = 100

export const readNewEvent = (request: FastifyRequest): EventGiven => readEvent(readBody(request, EVENT_MEMBERS))

export type EventChange = EventGiven & { readonly closed_at: string | null }

/** The event as it shall be; what is not named stays. `closed` ends it now, or opens it again. */
export function readEventChange(request: FastifyRequest, event: EventChange): EventChange {
  const { closed, ...body } = readBody(request, [...EVENT_MEMBERS, 'closed'])
  const changed = readEvent({ ...pick(event), ...body })
  const isClosed = readBoolean({ closed }, 'closed', event.closed_at !== null)
  const closed_at = isClosed ? (event.closed_at ?? new Date().toISOString()) : null
  if (closed_at !== null && closed_at < changed.began_at) throw new Problem(422, 'event_ends_before', { field: 'began_at' })
  return { ...changed, closed_at }
}

const pick = ({ name, kind, began_at, area_codes, remark }: EventGiven): Body => ({ name, kind, began_at, area_codes, remark })

function readEvent(body: Body): EventGiven {
  const began_at = readMoment(body, 'began_at')
  if (began_at > new Date().toISOString()) throw new Problem(422, 'event_in_future', { field: 'began_at' })
  return {
    name: readString(body, 'name', 100),
    kind: readChoice(body, 'kind', EVENT_KINDS),
    began_at,
    area_codes: readCodes(body),
    remark: readProse(body, 'remark', 2000),
  }
}

function readCodes({ area_codes }: Body): string[] {
  if (!Array.isArray(area_codes) || area_codes.length === 0 || area_codes.length > MOST_AREAS) throw invalid('area_codes')
  if (area_codes.some((code) => typeof code !== 'string' || !/^(\d{6}|\d{9}|\d{12})$/.test(code))) throw invalid('area_codes')
  return [...new Set(area_codes as string[])].sort()
}

export interface ReportGiven extends Readonly<Record<PeopleCount, number>> {
  readonly client_id: string
  readonly corrects: number | null
  readonly withdrawn: boolean
  readonly nothing_damaged: boolean
  readonly degree: Degree
  readonly kind: DamagedKind | null
  readonly where: Position | string
  readonly accuracy_m: number | null
  readonly place_source: PlaceSource
  readonly place: string | null
  readonly text: string | null
  readonly photos: number
  readonly noted_at: string
  readonly sent_at: string | null
  /** Of all but when it was sent: the same report has the same, however often it is sent. */
  readonly digest: string
}

const REPORT_MEMBERS = [
  'client_id',
  'corrects',
  'withdrawn',
  'nothing_damaged',
  'degree',
  'kind',
  'longitude',
  'latitude',
  'accuracy_m',
  'place_source',
  'community_code',
  'place',
  ...PEOPLE_COUNTS,
  'text',
  'photos',
  'noted_at',
  'sent_at',
]
const MOST_METRES = 100_000

export function readReport(request: FastifyRequest): ReportGiven {
  const body = readBody(request, REPORT_MEMBERS)
  const corrects = isGiven(body, 'corrects') ? readInteger(body, 'corrects', 1, 2 ** 31 - 1) : null
  const nothing_damaged = readBoolean(body, 'nothing_damaged', false)
  const withdrawn = readBoolean(body, 'withdrawn', false)
  if (withdrawn && corrects === null) throw invalid('corrects')
  const given = {
    client_id: readUuid(body, 'client_id'),
    corrects,
    withdrawn,
    nothing_damaged,
    ...readDamage(body, nothing_damaged),
    ...readWhere(body),
    place: readOptionalString(body, 'place', 200),
    ...(Object.fromEntries(PEOPLE_COUNTS.map((name) => [name, count(body, name, MOST_PEOPLE)])) as Record<PeopleCount, number>),
    text: readProse(body, 'text', 2000),
    photos: count(body, 'photos', MOST_PHOTOS),
    noted_at: readMoment(body, 'noted_at'),
  }
  // Whoever is hurt where nothing is damaged is reported with what hurt him.
  if (nothing_damaged && PEOPLE_COUNTS.some((name) => given[name] > 0)) throw invalid('nothing_damaged')
  const digest = createHash('sha256').update(JSON.stringify(given)).digest('hex')
  return { ...given, sent_at: isGiven(body, 'sent_at') ? readMoment(body, 'sent_at') : null, digest }
}

function readDamage(body: Body, nothing_damaged: boolean): Pick<ReportGiven, 'degree' | 'kind'> {
  if (!nothing_damaged) return { degree: readChoice(body, 'degree', DEGREES), kind: readChoice(body, 'kind', DAMAGED_KINDS) }
  if ((body.degree ?? 'intact') !== 'intact') throw invalid('degree')
  if (isGiven(body, 'kind')) throw invalid('kind')
  return { degree: 'intact', kind: null }
}

function readWhere(body: Body): Pick<ReportGiven, 'where' | 'accuracy_m' | 'place_source'> {
  const isPlaced = isGiven(body, 'longitude') || isGiven(body, 'latitude')
  if (isPlaced === isGiven(body, 'community_code')) throw new Problem(422, 'report_place_missing', { field: 'longitude' })
  if (!isPlaced) {
    const code = readString(body, 'community_code', 12)
    if (!/^\d{12}$/.test(code)) throw invalid('community_code')
    return { where: code, accuracy_m: null, place_source: 'community' }
  }
  return {
    where: [readNumber(body, 'longitude', -180, 180), readNumber(body, 'latitude', -90, 90)],
    accuracy_m: isGiven(body, 'accuracy_m') ? readNumber(body, 'accuracy_m', 0, MOST_METRES) : null,
    place_source: readChoice(body, 'place_source', ['device', 'map'] as const),
  }
}

const count = (body: Body, name: string, most: number): number => (isGiven(body, name) ? readInteger(body, name, 0, most) : 0)

/** What to list of an event's reports. */
export interface ReportFilter {
  readonly territory: string | null
  readonly degree: Degree | null
  readonly kind: DamagedKind | null
  /** Those in which people of this count are. */
  readonly people: PeopleCount | null
  readonly nothing_damaged: boolean | null
  /** Also what has been corrected or withdrawn. */
  readonly all: boolean
  /** Of the asker's own account. */
  readonly mine: boolean
}

export const FILTER_NAMES = ['territory', 'degree', 'kind', 'people', 'nothing_damaged', 'all', 'mine'] as const

export function readFilter(parameters: Readonly<Record<string, string>>): ReportFilter {
  const { territory = null } = parameters
  if (territory !== null && !/^(\d{6}|\d{9}|\d{12})$/.test(territory)) throw filterProblem('territory')
  return {
    territory,
    degree: choice(parameters, 'degree', DEGREES),
    kind: choice(parameters, 'kind', DAMAGED_KINDS),
    people: choice(parameters, 'people', PEOPLE_COUNTS),
    nothing_damaged: flag(parameters, 'nothing_damaged'),
    all: flag(parameters, 'all') ?? false,
    mine: flag(parameters, 'mine') ?? false,
  }
}

const filterProblem = (name: string) => new Problem(400, 'text_invalid', { field: name }, { name })

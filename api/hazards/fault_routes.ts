import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  type Activity,
  type AvoidanceAnswer,
  avoidanceOf,
  EDITIONS,
  type FaultZone,
  FORTIFICATION_CLASSES,
  type FortificationClass,
  INTENSITIES,
  INVESTIGATION,
  type Intensity,
  zonesOf,
} from '#geodata/hazards/avoidance.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { demandIn } from '../access/visitor.ts'
import type { Database, Transaction } from '../database/database.ts'
import { invalid, readBody } from '../http/body.ts'
import { type Parameters, readParameters, wholeNumber } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'
import { faultName, zoneWords } from '../words/hazard_text.ts'
import {
  endZones,
  type FaultRow,
  insertZone,
  lockFault,
  readFault,
  readFaultZones,
  readTouched,
  readZoneShapes,
  readZonesInForce,
} from './faults_store.ts'

const READ = { config: { right: 'map.read' } } as const
const WRITE = { config: { right: 'hazards.write' } } as const
type OfFault = { Params: { id: string } }
const QUESTION = ['class', 'intensity', 'edition', 'uncertainty_m', 'overburden_m', 'investigation_m'] as const
const MOST_METRES = 5000
const MOST_DECIDED = 100
/** What is to become of the zones in force. */
const DECIDED = ['replaces', 'keeps'] as const
type Decided = Readonly<Record<(typeof DECIDED)[number], readonly number[]>>

interface Asked {
  readonly class: FortificationClass
  readonly intensity: Intensity
  readonly edition: (typeof EDITIONS)[number]
  readonly uncertainty_m: number | null
  readonly overburden_m: number | null
  readonly investigation_m: number | null
}

/** Zones around faults: what the standard asks for, a preview, and storing them. */
export function faultRoutes(app: FastifyInstance, database: Database): void {
  app.get('/api/hazards/rules', READ, async (request) => {
    readParameters(request, [])
    return { editions: EDITIONS, classes: FORTIFICATION_CLASSES, intensities: INTENSITIES, investigation: INVESTIGATION }
  })

  app.get<OfFault>('/api/hazards/faults/:id/zones', READ, async (request) => {
    const asked = readAsked(
      numbersIn(readParameters(request, QUESTION)),
      (field) => new Problem(400, 'hazard_question_invalid', { field }, { field }),
    )
    const fault = await faultOf(database, request)
    const { answer, uncertainty_m, zones } = answerFor(fault, asked)
    const shapes = await readZoneShapes(database, fault, zones)
    return {
      type: 'FeatureCollection',
      ...said(fault, asked, answer, uncertainty_m),
      in_force: await readZonesInForce(database, fault, chineseDay()),
      features: zones.map((zone, index) => ({
        type: 'Feature',
        geometry: shapes[index]!.geometry,
        properties: { ...zone, ...zoneWords(fault, zone, asked), area_m2: shapes[index]!.area_m2 },
      })),
    }
  })

  app.post<OfFault>('/api/hazards/faults/:id/zones', WRITE, async (request, reply) => {
    readParameters(request, [])
    const body = readBody(request, [...QUESTION, ...DECIDED])
    const asked = readAsked(body, invalid)
    const decided = readDecided(body)
    const answer = await act(database, actorOf(request), (transaction) => storeZones(transaction, request, asked, decided))
    reply.code(201)
    return answer
  })
}

/**
 * Nothing ends and nothing goes on beside the new zones that was not named: who has not seen what another has stored in the meantime
 * would end it unawares, or leave two sets in force.
 */
async function storeZones(transaction: Transaction, request: FastifyRequest<OfFault>, asked: Asked, decided: Decided) {
  const fault = await faultOf(transaction, request)
  await lockFault(transaction, fault.id)
  const { answer, uncertainty_m, zones } = answerFor(fault, asked)
  if (zones.length === 0) throw new Problem(409, 'avoidance_not_required')
  const day = chineseDay()
  for (const field of DECIDED) {
    const known = await readFaultZones(transaction, decided[field], day)
    if (known.length !== decided[field].length) throw new Problem(404, 'fault_zone_not_found', { field }, { field })
  }
  const isDecided = ({ id }: { id: number }) => DECIDED.some((field) => decided[field].includes(id))
  const open = (await readZonesInForce(transaction, fault, day)).filter((zone) => !isDecided(zone))
  if (open.length > 0) {
    const details = { names: open.map(({ name }) => name), count: open.length }
    throw new Problem(409, 'zones_in_force', { field: 'replaces', members: () => ({ current: open }) }, details)
  }
  const ended = await endZones(transaction, decided.replaces, day)
  const stored = []
  for (const zone of zones) stored.push(await insertZone(transaction, fault, zone, zoneWords(fault, zone, asked), day))
  for (const { id } of [...ended, ...stored]) {
    const touched = await readTouched(transaction, id, day)
    for (const { code } of touched.length > 0 ? touched : [{ code: '' }]) demandIn(visitorOf(request), 'hazards.write', code)
  }
  return { ...said(fault, asked, answer, uncertainty_m), zones: stored, ended: ended.map(({ id }) => id) }
}

async function faultOf(database: Pick<Database, 'query'>, { params }: FastifyRequest<OfFault>): Promise<FaultRow> {
  const id = wholeNumber(params.id)
  const fault = id === undefined || id >= 2 ** 31 ? undefined : await readFault(database, id)
  if (!fault) throw new Problem(404, 'feature_not_found', {}, { layer: 'faults', id: params.id.slice(0, 100) })
  return fault
}

/** Refuses a fault of which nobody says how exactly it is mapped: its zone would look more certain than it is. */
function answerFor(fault: FaultRow, asked: Asked): { answer: AvoidanceAnswer; uncertainty_m: number; zones: FaultZone[] } {
  const uncertainty_m = asked.uncertainty_m ?? fault.location_uncertainty_m
  if (uncertainty_m === null) throw new Problem(422, 'fault_uncertainty_missing', { field: 'uncertainty_m' })
  const activity = (fault.activity ?? 'unknown') as Activity
  const answer = avoidanceOf({ ...asked, activity })
  return { answer, uncertainty_m, zones: zonesOf(answer, uncertainty_m, asked.investigation_m) }
}

const said = (fault: FaultRow, asked: Asked, answer: AvoidanceAnswer, uncertainty_m: number) => ({
  fault: { id: fault.id, name: faultName(fault), activity: fault.activity ?? 'unknown' },
  class: asked.class,
  intensity: asked.intensity,
  edition: asked.edition.id,
  standard: asked.edition.standard,
  clause: asked.edition.clause,
  uncertainty_m,
  answer,
})

/** In a query everything is text. */
const numbersIn = (parameters: Parameters): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, text]) => [
      name,
      name !== 'edition' && /^\d{1,5}(\.\d{1,3})?$/.test(text) ? Number(text) : text,
    ]),
  )

function readAsked(from: Readonly<Record<string, unknown>>, refuse: (field: string) => Problem): Asked {
  const number = (name: string): number | null => {
    const value = from[name]
    if (value === undefined || value === null) return null
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > MOST_METRES) throw refuse(name)
    return value
  }
  const kind = FORTIFICATION_CLASSES.find((each) => each === from.class)
  if (!kind) throw refuse('class')
  const intensity = INTENSITIES.find((each) => each === from.intensity)
  if (!intensity) throw refuse('intensity')
  const edition = from.edition === undefined ? EDITIONS[0] : EDITIONS.find(({ id }) => id === from.edition)
  if (!edition) throw refuse('edition')
  return {
    class: kind,
    intensity,
    edition,
    uncertainty_m: number('uncertainty_m'),
    overburden_m: number('overburden_m'),
    investigation_m: number('investigation_m'),
  }
}

function readDecided(body: Readonly<Record<string, unknown>>): Decided {
  const replaces = readIds(body, 'replaces')
  const keeps = readIds(body, 'keeps')
  if (keeps.some((id) => replaces.includes(id))) throw invalid('keeps')
  return { replaces, keeps }
}

function readIds(body: Readonly<Record<string, unknown>>, field: string): number[] {
  const value = body[field] ?? []
  const isId = (each: unknown) => Number.isInteger(each) && (each as number) > 0 && (each as number) < 2 ** 31
  if (!Array.isArray(value) || value.length > MOST_DECIDED || !value.every(isId) || new Set(value).size !== value.length)
    throw invalid(field)
  return value
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findLayer } from '#geodata/layers/index.ts'
import { WATER_LIMITS, type WaterSample, waterClassOf } from '#geodata/rivers/water_class.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { territoriesOf } from '../access/visitor.ts'
import type { Database } from '../database/database.ts'
import { isGiven, readBody, readNumber, readString } from '../http/body.ts'
import { readLimit, readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { liesIn } from '../layers/limits_store.ts'
import { chineseDay } from '../layers/states.ts'
import { idOf, type OfId } from '../staff/ids.ts'
import { LIMIT } from './reading.ts'
import { readDay } from './rule_reading.ts'
import {
  findSample,
  findStation,
  insertSample,
  listSamples,
  type NewSample,
  type SampleRow,
  type Station,
} from './water_store.ts'

const READ = { config: { right: 'map.read' } } as const
const WRITE = { config: { right: 'rivers.write' } } as const
const STATIONS = findLayer('monitoring_stations')!
const FACTORS = WATER_LIMITS.map(({ factor }) => factor)
/** More than any water has; a slip of the unit is more than that. */
const MOST_MG_L = 1000

/** What was measured at a station. The class is told from it each time. */
export function sampleRoutes(app: FastifyInstance, database: Database): void {
  app.get<OfId>('/api/rivers/stations/:id/samples', READ, async (request, reply) => {
    const limit = readLimit(readParameters(request, ['limit']).limit, LIMIT)
    const station = await stationOf(database, request)
    reply.header('cache-control', 'no-store')
    return { station, samples: (await listSamples(database, station.id, limit)).map(assessed) }
  })

  app.post<OfId>('/api/rivers/stations/:id/samples', WRITE, async (request, reply) => {
    readParameters(request, [])
    const visitor = visitorOf(request)
    const { id } = await stationOf(database, request)
    const territories = territoriesOf(visitor, 'rivers.write')
    if (!territories.includes('') && !(await liesIn(database, STATIONS, id, territories)))
      throw new Problem(403, 'outside_territory')
    const sample = readSample(request)
    const stored = await act(database, actorOf(request), async (transaction) => {
      const isNew = await insertSample(transaction, id, sample, visitor.display_name)
      const found = assessed((await findSample(transaction, id, sample.sampled_on))!)
      if (!isNew)
        throw new Problem(
          409,
          'water_sample_exists',
          { field: 'sampled_on', members: () => ({ current: found }) },
          { day: sample.sampled_on },
        )
      return found
    })
    reply.code(201).header('cache-control', 'no-store')
    return stored
  })
}

async function stationOf(database: Database, request: FastifyRequest<OfId>): Promise<Station> {
  const id = idOf(request)
  const station = await findStation(database, id)
  if (!station) throw new Problem(404, 'record_not_found', {}, { id: String(id) })
  return station
}

function assessed(sample: SampleRow) {
  const { water_class, deciding, missing } = waterClassOf(sample)
  return { ...sample, water_class, deciding, missing }
}

function readSample(request: FastifyRequest): NewSample {
  const body = readBody(request, ['sampled_on', 'source', ...FACTORS])
  const sampled_on = readDay(body, 'sampled_on')
  if (sampled_on > chineseDay()) throw new Problem(422, 'water_sample_in_future', { field: 'sampled_on' })
  const values = Object.fromEntries(
    FACTORS.map((factor) => [factor, isGiven(body, factor) ? readNumber(body, factor, 0, MOST_MG_L) : null]),
  ) as unknown as WaterSample
  if (FACTORS.every((factor) => values[factor] === null)) throw new Problem(422, 'water_sample_empty', { field: FACTORS[0] })
  return { sampled_on, source: readString(body, 'source'), values }
}

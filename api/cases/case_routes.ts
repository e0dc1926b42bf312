import type { FastifyInstance } from 'fastify'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { territoriesOf } from '../access/visitor.ts'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { readIfMatch } from '../http/body.ts'
import { choice, readLimit, readOffset, readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import type { SegmentPlaces } from '../rivers/places.ts'
import { idOf, type OfId, tagged } from '../staff/ids.ts'
import { findCase } from './case_store.ts'
import { collectCase } from './collect.ts'
import { conditionOf, FILTER_NAMES, fromFor, readFilter, readTerritory, SORTS } from './filter.ts'
import { listHandlers } from './handlers_store.ts'
import { countCases, listCases, listNearby, listPoints } from './list_store.ts'
import { readCase, readStep, type StepGiven } from './reading.ts'
import { codesIn } from './rows.ts'
import { describe, readSeen } from './seen.ts'
import { readWorker, takeStep } from './steps.ts'

const READ = { config: { right: 'cases.read' } } as const
const REPORT = { config: { right: 'cases.report' } } as const
export const CASES_LIMIT = { standard: 50, maximum: 500 } as const
const NEARBY = { within_m: 300, limit: 20 } as const

/** Cases: collected once however often they are sent, listed, and seen through step by step. */
export function caseRoutes(app: FastifyInstance, database: Database, places: SegmentPlaces): void {
  app.get('/api/cases', READ, async (request, reply) => {
    const parameters = readParameters(request, [...FILTER_NAMES, 'sort', 'limit', 'offset'])
    const sort = choice(parameters, 'sort', SORTS) ?? 'due'
    const page = { sort, limit: readLimit(parameters.limit, CASES_LIMIT), offset: readOffset(parameters.offset) }
    const visitor = visitorOf(request)
    const asker = { account_id: visitor.account_id, worker: await readWorker(database, visitor) }
    const filter = readFilter(parameters)
    const wanted = { from: fromFor(filter), where: conditionOf(filter, territoriesOf(visitor, 'cases.read'), asker) }
    reply.header('cache-control', 'no-store')
    return listCases(database, wanted, visitor.account_id, page)
  })

  app.get('/api/cases/points', READ, async (request, reply) => {
    const parameters = readParameters(request, FILTER_NAMES)
    const visitor = visitorOf(request)
    const asker = { account_id: visitor.account_id, worker: await readWorker(database, visitor) }
    reply.header('cache-control', 'no-store')
    return {
      points: await listPoints(database, conditionOf(readFilter(parameters), territoriesOf(visitor, 'cases.read'), asker)),
    }
  })

  app.get('/api/cases/counts', READ, async (request, reply) => {
    const territory = readTerritory(readParameters(request, ['territory']))
    const visitor = visitorOf(request)
    const territories = territoriesOf(visitor, 'cases.read')
    const within = territory === null ? sql`true` : codesIn(sql`cases.community_code`, [territory])
    reply.header('cache-control', 'no-store')
    return countCases(database, { territories, within }, visitor.account_id, await readWorker(database, visitor))
  })

  app.post('/api/cases', REPORT, async (request, reply) => {
    readParameters(request, [])
    const received = new Date()
    const given = readCase(request)
    const visitor = visitorOf(request)
    const segments = await places.within(territoriesOf(visitor, 'cases.report'))
    const { found, isNew } = await act(database, actorOf(request), (transaction) =>
      collectCase(transaction, given, visitor, { received, segments }),
    )
    reply.code(isNew ? 201 : 200).header('cache-control', 'no-store')
    return tagged(reply, await describe(database, found, visitor))
  })

  app.get<OfId>('/api/cases/:id', READ, async (request, reply) => {
    readParameters(request, [])
    const visitor = visitorOf(request)
    return tagged(reply, await describe(database, await readSeen(database, idOf(request), visitor), visitor))
  })

  app.get<OfId>('/api/cases/:id/nearby', READ, async (request, reply) => {
    readParameters(request, [])
    const visitor = visitorOf(request)
    const { id, kind, longitude, latitude } = await readSeen(database, idOf(request), visitor)
    const near = { ...NEARBY, class: kind.code.slice(0, 3), besides: id, account: visitor.account_id }
    reply.header('cache-control', 'no-store')
    return {
      cases: await listNearby(database, [longitude, latitude], { ...near, territories: territoriesOf(visitor, 'cases.read') }),
    }
  })

  app.get<OfId>('/api/cases/:id/handlers', READ, async (request, reply) => {
    const { q } = readParameters(request, ['q'])
    const visitor = visitorOf(request)
    const state = await readSeen(database, idOf(request), visitor)
    reply.header('cache-control', 'no-store')
    return listHandlers(database, state, q ?? '')
  })

  app.post<OfId>('/api/cases/:id/events', READ, async (request, reply) => {
    readParameters(request, [])
    const given = readStep(request)
    const version = versionFor(given, request.headers['if-match'] === undefined ? null : readIfMatch(request))
    const visitor = visitorOf(request)
    const id = idOf(request)
    const { isNew } = await act(database, actorOf(request), (transaction) =>
      takeStep(transaction, id, given, version, visitor, new Date()),
    )
    reply.code(isNew ? 201 : 200)
    const state = (await findCase(database, { id }, visitor.account_id))!
    return tagged(reply, await describe(database, state, visitor))
  })
}

/** A step that waited without a network, and a note, hold whatever has happened meanwhile; all others are taken from what was seen. */
function versionFor({ action, client_id }: StepGiven, version: number | null): number | null {
  if (version === null && client_id === null && action !== 'note') throw new Problem(428, 'if_match_required')
  return version
}

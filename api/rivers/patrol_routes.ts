import type { FastifyInstance } from 'fastify'
import { actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { territoriesOf } from '../access/visitor.ts'
import { readTerritory } from '../cases/filter.ts'
import type { Database } from '../database/database.ts'
import { readLimit, readOffset, readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { idOf, type OfId } from '../staff/ids.ts'
import { rehearsePatrol, takePatrol } from './patrol.ts'
import { PATROL_FILTER_NAMES, readPatrol, readPatrolFilter } from './patrol_reading.ts'
import { findPatrol, listPatrols, readPatrolTrack } from './patrols_store.ts'
import { liesIn, type SegmentPlaces } from './places.ts'
import { LIMIT } from './reading.ts'

const READ = { config: { right: 'responsibility.read' } } as const
/** A day's track of a position every two seconds, as a telephone writes it. */
const TRACK_BYTES = 8 * 1024 * 1024
const PATROL = { config: { right: 'rivers.patrol' }, bodyLimit: TRACK_BYTES } as const
const REHEARSE = { config: { right: 'rivers.patrol', reads: true }, bodyLimit: TRACK_BYTES } as const

/** Patrols of rivers: taken once each, however often they are sent, and never changed. */
export function patrolRoutes(app: FastifyInstance, database: Database, places: SegmentPlaces): void {
  app.post('/api/rivers/patrols', PATROL, async (request, reply) => {
    readParameters(request, [])
    const received = new Date()
    const given = readPatrol(request)
    const from = { visitor: visitorOf(request), actor: actorOf(request), received }
    const { patrol, isNew } = await takePatrol(database, places, given, from)
    reply.code(isNew ? 201 : 200).header('cache-control', 'no-store')
    return patrol
  })

  app.post('/api/rivers/patrols/rehearsal', REHEARSE, async (request, reply) => {
    readParameters(request, [])
    const received = new Date()
    reply.header('cache-control', 'no-store')
    return rehearsePatrol(database, places, readPatrol(request), visitorOf(request), received)
  })

  app.get('/api/rivers/patrols', READ, async (request, reply) => {
    const parameters = readParameters(request, [...PATROL_FILTER_NAMES, 'territory', 'limit', 'offset'])
    const page = { limit: readLimit(parameters.limit, LIMIT), offset: readOffset(parameters.offset) }
    const visitor = visitorOf(request)
    const territory = readTerritory(parameters)
    const inside = territory === null ? null : await places.within([territory])
    const filter = { ...readPatrolFilter(parameters), segments: inside && [...inside] }
    const seen = await places.within(territoriesOf(visitor, 'responsibility.read'))
    reply.header('cache-control', 'no-store')
    return listPatrols(database, filter, seen && [...seen], visitor, page)
  })

  app.get<OfId>('/api/rivers/patrols/:id', READ, async (request, reply) => {
    readParameters(request, [])
    const visitor = visitorOf(request)
    const id = idOf(request)
    const patrol = await findPatrol(database, id, visitor)
    if (!patrol) throw new Problem(404, 'record_not_found', {}, { id: String(id) })
    const place = (await places.all(patrol.segment_id)).get(patrol.segment_id)!
    if (!patrol.mine && !liesIn(place, territoriesOf(visitor, 'responsibility.read'))) throw new Problem(403, 'outside_territory')
    reply.header('cache-control', 'no-store')
    return { ...patrol, track: await readPatrolTrack(database, id) }
  })
}

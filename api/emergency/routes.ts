import type { FastifyInstance } from 'fastify'
import { visitorOf } from '../access/gate.ts'
import type { Database } from '../database/database.ts'
import { readParameters } from '../http/parameters.ts'
import type { LayerLimits } from '../layers/limits.ts'
import { closureRoutes } from './closure_routes.ts'
import { coverageRoutes } from './gaps/routes.ts'
import { askIncident } from './incident.ts'
import { INCIDENT_PARAMETERS, readIncidentQuestion } from './incident_question.ts'
import { markRoutes } from './mark_routes.ts'
import type { NetworkThread } from './network_thread.ts'

const READ = { config: { right: 'map.read' } } as const

/** Water, shelters, closed roads and marks from the field. What lies in a drawn area is asked at /api/areas/ask. */
export function emergencyRoutes(app: FastifyInstance, database: Database, thread: NetworkThread, limits: LayerLimits): void {
  app.get('/api/emergency/incident', READ, async (request, reply) => {
    const question = readIncidentQuestion(readParameters(request, INCIDENT_PARAMETERS))
    reply.header('cache-control', 'no-store')
    return askIncident(database, thread, limits, question, visitorOf(request))
  })
  markRoutes(app, database)
  closureRoutes(app, database, thread)
  coverageRoutes(app, database, limits)
}

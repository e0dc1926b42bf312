import type { FastifyInstance } from 'fastify'
import { visitorOf } from '../access/gate.ts'
import type { Database } from '../database/database.ts'
import { readParameters } from '../http/parameters.ts'
import type { LayerLimits } from '../layers/limits.ts'
import type { LayerStates } from '../layers/states.ts'
import { readPosition } from '../responsibility/parameters.ts'
import { closureRoutes } from './closure_routes.ts'
import { coverageRoutes } from './gaps/routes.ts'
import { askIncident } from './incident.ts'
import { markRoutes } from './mark_routes.ts'
import { NetworkThread } from './network_thread.ts'
import { readWhole } from './reading.ts'

const READ = { config: { right: 'map.read' } } as const
export const INCIDENT_RANGES = {
  people: { minimum: 1, maximum: 100_000_000 },
  radius_m: { minimum: 1, maximum: 5_000 },
  water: { minimum: 1, maximum: 20 },
} as const
export const INCIDENT_STANDARDS = { radius_m: 300, water: 5 } as const

/** Water, shelters, closed roads and marks from the field. What lies in a drawn area is asked at /api/areas/ask. */
export function emergencyRoutes(app: FastifyInstance, database: Database, states: LayerStates, limits: LayerLimits): void {
  const thread = new NetworkThread(database, states)
  app.addHook('onClose', () => thread.stop())

  app.get('/api/emergency/incident', READ, async (request, reply) => {
    const parameters = readParameters(request, ['lon', 'lat', 'people', 'radius_m', 'water'])
    const { people, radius_m, water } = INCIDENT_RANGES
    const question = {
      position: readPosition(parameters),
      people: readWhole('people', parameters.people, people, undefined),
      radius_m: readWhole('radius_m', parameters.radius_m, radius_m, INCIDENT_STANDARDS.radius_m),
      water: readWhole('water', parameters.water, water, INCIDENT_STANDARDS.water),
    }
    reply.header('cache-control', 'no-store')
    return askIncident(database, thread, limits, question, visitorOf(request))
  })
  markRoutes(app, database)
  closureRoutes(app, database, thread)
  coverageRoutes(app, database, limits)
}

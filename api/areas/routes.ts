import type { FastifyInstance } from 'fastify'
import { visitorOf } from '../access/gate.ts'
import type { Database } from '../database/database.ts'
import { readParameters } from '../http/parameters.ts'
import type { LayerLimits } from '../layers/limits.ts'
import { askArea } from './ask.ts'
import { readAreaQuestion } from './question.ts'

export function areaRoutes(app: FastifyInstance, database: Database, limits: LayerLimits): void {
  // Writes nothing: a drawn outline is too long for an address.
  app.post('/api/areas/ask', { config: { right: 'map.read', reads: true } }, async (request, reply) => {
    readParameters(request, [])
    reply.header('cache-control', 'no-store')
    const visitor = visitorOf(request)
    return askArea(database, limits, readAreaQuestion(request.body, visitor), visitor)
  })
}

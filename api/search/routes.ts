import type { FastifyInstance } from 'fastify'
import { visitorOf } from '../access/gate.ts'
import type { Database } from '../database/database.ts'
import { readLimit, readParameters, readText } from '../http/parameters.ts'
import type { LayerLimits } from '../layers/limits.ts'
import { seenLayers } from '../layers/seen.ts'
import { search } from './store.ts'

export const SEARCH_LIMIT = { standard: 20, maximum: 100 } as const

export function searchRoutes(app: FastifyInstance, database: Database, limits: LayerLimits): void {
  app.get('/api/search', { config: { right: 'map.read' } }, async (request, reply) => {
    const { q, limit } = readParameters(request, ['q', 'limit'])
    reply.header('cache-control', 'no-cache')
    const visitor = visitorOf(request)
    const layers = seenLayers(visitor)
    const [text, most] = [readText('q', q ?? ''), readLimit(limit, SEARCH_LIMIT)]
    return { results: await search(database, layers, await limits.of(visitor, layers), text, most) }
  })
}

import type { FastifyInstance } from 'fastify'
import type { Database } from '../database/database.ts'
import { readLimit, readParameters, readText } from '../http/parameters.ts'
import { search } from './store.ts'

export const SEARCH_LIMIT = { standard: 20, maximum: 100 } as const

export function searchRoutes(app: FastifyInstance, database: Database): void {
  app.get('/api/search', async (request, reply) => {
    const { q, limit } = readParameters(request, ['q', 'limit'])
    reply.header('cache-control', 'no-cache')
    return { results: await search(database, readText('q', q ?? ''), readLimit(limit, SEARCH_LIMIT)) }
  })
}

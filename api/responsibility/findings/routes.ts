import type { FastifyInstance } from 'fastify'
import type { Database } from '../../database/database.ts'
import { readLimit, readOffset, readParameters } from '../../http/parameters.ts'
import { Problem } from '../../http/problem.ts'
import { readSchemes } from '../schemes.ts'
import { FILTERS, FINDING_KINDS, type Filter, readFilter, readKind } from './question.ts'
import { countFindings, readFindings } from './store.ts'

const READ = { config: { right: 'responsibility.read' } } as const
export const FINDINGS_LIMIT = { standard: 100, maximum: 1000 } as const

/** What is wrong with who is responsible. */
export function findingRoutes(app: FastifyInstance, database: Database): void {
  app.get('/api/responsibility/findings', READ, async (request, reply) => {
    const parameters = readParameters(request, ['kind', ...FILTERS, 'limit', 'offset'])
    const kind = readKind(parameters.kind)
    const filter = readFilter(parameters)
    const page = { limit: readLimit(parameters.limit, FINDINGS_LIMIT), offset: readOffset(parameters.offset) }
    await checkScheme(database, filter)
    reply.header('cache-control', 'no-store')
    return { at: filter.day, kind, ...page, ...(await readFindings(database, kind, filter, page)) }
  })

  app.get('/api/responsibility/findings/summary', READ, async (request, reply) => {
    const filter = readFilter(readParameters(request, FILTERS))
    await checkScheme(database, filter)
    reply.header('cache-control', 'no-store')
    const counts = await countFindings(database, filter)
    const total = (kind: string) => counts.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.count, 0)
    return { at: filter.day, totals: Object.fromEntries(FINDING_KINDS.map((kind) => [kind, total(kind)])), counts }
  })
}

async function checkScheme(database: Database, { scheme }: Filter): Promise<void> {
  if (scheme !== undefined && !(await readSchemes(database)).some(({ id }) => id === scheme))
    throw new Problem(400, 'scheme_unknown', { field: 'scheme' })
}

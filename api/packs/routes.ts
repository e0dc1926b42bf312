import type { FastifyInstance } from 'fastify'
import { LRUCache } from 'lru-cache'
import { visitorOf } from '../access/gate.ts'
import { readBody, readString } from '../http/body.ts'
import { readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { makePack, type Pack, type PackTools } from './make.ts'
import { readPackArea } from './store.ts'

/** Bytes of packs that wait to be fetched, and for how long. */
const WAITING_BYTES = 256 * 2 ** 20
const WAITING_MS = 30 * 60_000

const READ = { config: { right: 'map.read' } } as const

/** The offline pack of a town or community: made first, so that its size is known before it is fetched. */
export function packRoutes(app: FastifyInstance, tools: PackTools): void {
  const waiting = new LRUCache<string, Pack & { readonly account: number }>({
    maxSize: WAITING_BYTES,
    sizeCalculation: ({ bytes }) => bytes.length,
    ttl: WAITING_MS,
  })
  const making = new Set<number>()

  app.post('/api/packs', READ, async (request, reply) => {
    readParameters(request, [])
    const code = readString(readBody(request, ['territory_code']), 'territory_code', 12)
    // A whole county would be hundreds of megabytes.
    if (!/^(\d{9}|\d{12})$/.test(code)) throw new Problem(422, 'pack_territory', { field: 'territory_code' })
    const area = await readPackArea(tools.database, code)
    if (!area) throw new Problem(404, 'pack_territory', { field: 'territory_code' })
    const { account_id } = visitorOf(request)
    if (making.has(account_id)) throw new Problem(409, 'pack_in_making')
    making.add(account_id)
    try {
      const pack = await makePack(tools, request, area)
      waiting.set(pack.manifest.id, { ...pack, account: account_id })
      reply.code(201)
      return { ...pack.manifest, bytes: pack.bytes.length }
    } finally {
      making.delete(account_id)
    }
  })

  app.get<{ Params: { pack: string } }>('/api/packs/:pack', { ...READ, compress: false }, async (request, reply) => {
    readParameters(request, [])
    const pack = waiting.get(request.params.pack)
    // A pack holds what one account may see.
    if (!pack || pack.account !== visitorOf(request).account_id)
      throw new Problem(404, 'record_not_found', {}, { id: request.params.pack.slice(0, 40) })
    return reply
      .header('content-type', 'application/zip')
      .header('content-length', pack.bytes.length)
      .header('cache-control', 'no-store')
      .send(Buffer.from(pack.bytes))
  })
}

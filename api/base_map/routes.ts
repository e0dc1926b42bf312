import type { FastifyInstance } from 'fastify'
import { LAYERS } from '#geodata/layers/index.ts'
import { parseAddress } from '#tiles/address.ts'
import { readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { addressProblem } from '../tiles/service.ts'
import type { BaseMap } from './base_map.ts'

/** The outside base map comes through the server, so that browsers load nothing from elsewhere and tokens stay here. */
export function baseMapRoutes(app: FastifyInstance, baseMap: BaseMap | undefined): void {
  app.get<{ Params: { z: string; x: string; y: string } }>(
    '/basemap/:z/:x/:y',
    { config: { right: 'map.read' } },
    async (request, reply) => {
      readParameters(request, [])
      if (!baseMap) throw new Problem(404, 'base_map_missing')
      const address = parseAddress({ ...request.params, layers: LAYERS[0]!.id })
      if ('code' in address) throw addressProblem(address)
      const tile = await baseMap.tile(address.z, address.x, address.y).catch((error: Error) => {
        // The address may hold the token: only the reason is logged.
        request.log.warn({ reason: error.message }, 'base map')
        throw new Problem(502, 'base_map_unreachable')
      })
      reply.header('cache-control', 'public, max-age=86400')
      if (!tile) return reply.code(204).send()
      return reply.type(tile.type).send(Buffer.from(tile.bytes))
    },
  )
}

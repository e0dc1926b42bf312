import type { FastifyInstance } from 'fastify'
import { tileJson } from '#tiles/tilejson.ts'
import { visitorOf } from '../access/gate.ts'
import { baseUrl } from '../http/base_url.ts'
import { languageOf } from '../http/language.ts'
import { readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { unite } from '../layers/extents.ts'
import type { LayerLimits } from '../layers/limits.ts'
import { demandSeen } from '../layers/seen.ts'
import type { LayerSummaries } from '../layers/summaries.ts'
import { readDay } from './routes.ts'
import { layersNamed, type TileService } from './service.ts'

export function tileJsonRoutes(app: FastifyInstance, tiles: TileService, summaries: LayerSummaries, limits: LayerLimits): void {
  app.get<{ Params: { file: string } }>('/tiles/:file', { config: { right: 'map.read' } }, async (request, reply) => {
    const { file } = request.params
    if (!file.endsWith('.json')) throw new Problem(404, 'not_found')
    const { datetime } = readParameters(request, ['datetime'])
    const day = readDay(datetime)
    const list = file.slice(0, -'.json'.length)
    const layers = layersNamed(list)
    demandSeen(visitorOf(request), layers)
    const query = day ? `datetime=${day}` : `v=${tiles.state(layers)}`
    const limited = await limits.of(visitorOf(request), layers)
    const extents = await Promise.all(layers.map((layer) => summaries.of(layer, limited)))
    reply.header('cache-control', 'no-cache').header('vary', 'accept-language')
    return tileJson(layers, {
      tiles: `${baseUrl(request)}/tiles/${list}/{z}/{x}/{y}.mvt?${query}`,
      bounds: unite(extents.map(({ extent }) => extent)),
      language: languageOf(request),
    })
  })
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { StoredTile } from '#tiles/cache.ts'
import { tileJson } from '#tiles/tilejson.ts'
import { baseUrl } from '../http/base_url.ts'
import { languageOf } from '../http/language.ts'
import { calendarDay, readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { unite } from '../layers/extents.ts'
import type { LayerSummaries } from '../layers/summaries.ts'
import { layersNamed, type TileService } from './service.ts'

export const TILE_TYPE = 'application/vnd.mapbox-vector-tile'
export const TILE_PARAMETERS = ['v', 'datetime'] as const
/** A tile is kept compressed; there is nothing left to do to it on its way out. */
export const TILE_ROUTE = { compress: false, decompress: false } as const

export function tileRoutes(app: FastifyInstance, tiles: TileService, summaries: LayerSummaries): void {
  app.get<{ Params: { layers: string; z: string; x: string; file: string } }>(
    '/tiles/:layers/:z/:x/:file',
    TILE_ROUTE,
    async (request, reply) => {
      const { layers, z, x, file } = request.params
      if (!file.endsWith('.mvt')) throw new Problem(404, 'tile_not_mvt')
      const { v, datetime } = readParameters(request, TILE_PARAMETERS)
      const tile = await tiles.tile({ layers, z, x, y: file.slice(0, -'.mvt'.length) }, v, readDay(datetime))
      return sendTile(request, reply, tile, v === tile.state)
    },
  )

  app.get<{ Params: { file: string } }>('/tiles/:file', async (request, reply) => {
    const { file } = request.params
    if (!file.endsWith('.json')) throw new Problem(404, 'not_found')
    const { datetime } = readParameters(request, ['datetime'])
    const day = readDay(datetime)
    const list = file.slice(0, -'.json'.length)
    const layers = layersNamed(list)
    const query = day ? `datetime=${day}` : `v=${tiles.state(layers)}`
    const extents = await Promise.all(layers.map((layer) => summaries.of(layer)))
    reply.header('cache-control', 'no-cache').header('vary', 'accept-language')
    return tileJson(layers, {
      tiles: `${baseUrl(request)}/tiles/${list}/{z}/{x}/{y}.mvt?${query}`,
      bounds: unite(extents.map(({ extent }) => extent)),
      language: languageOf(request),
    })
  })
}

/** A single day: a tile shows what was valid on it. */
export function readDay(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const day = calendarDay(text)
  if (!day) throw new Problem(400, 'datetime_invalid', { field: 'datetime' })
  return day
}

/** @param lasting the URL names the state that the tile shows, so the answer never changes */
export async function sendTile(request: FastifyRequest, reply: FastifyReply, tile: StoredTile, lasting: boolean) {
  reply.headers({
    // Weak: packed and unpacked, it is the same tile in other bytes (RFC 9110, 8.8.3.3).
    etag: `W/${tile.etag}`,
    vary: 'accept-encoding',
    'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  const known = request.headers['if-none-match']
  if (known?.trim() === '*' || known?.includes(tile.etag)) return reply.code(304).send()
  if (tile.bytes.length === 0) return reply.code(204).send()
  reply.type(TILE_TYPE)
  if (!acceptsGzip(request.headers['accept-encoding'])) return reply.send(tile.bytes)
  return reply.header('content-encoding', 'gzip').send(await tile.gzipped())
}

const acceptsGzip = (header: string | string[] | undefined): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(String(header ?? ''))

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import type { Layer } from '#geodata/layers/index.ts'
import type { StoredTile } from '#tiles/cache.ts'
import { type Limits, NO_LIMITS } from '#tiles/territory.ts'
import { visitorOf } from '../access/gate.ts'
import type { Visitor } from '../access/visitor.ts'
import { calendarDay, readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import type { LayerLimits } from '../layers/limits.ts'
import { demandSeenIn } from '../layers/seen.ts'
import type { TileService } from './service.ts'

export const TILE_TYPE = 'application/vnd.mapbox-vector-tile'
export const TILE_PARAMETERS = ['v', 'datetime'] as const
/** A tile is kept compressed; there is nothing left to do to it on its way out. */
export const TILE_ROUTE = { compress: false, decompress: false, config: { right: 'map.read' } } as const

/** Addresses that name a state mean the same bytes for ever: for so many of them nothing is read or checked again. */
const ADDRESSES_KNOWN = 50_000

type OfTile = { Params: { layers: string; z: string; x: string; file: string } }
type TileRequest = FastifyRequest<OfTile>

export function tileRoutes(app: FastifyInstance, tiles: TileService, limits: LayerLimits): void {
  const sent = new LRUCache<string, WeakRef<StoredTile>>({ max: ADDRESSES_KNOWN })

  const make = async (request: TileRequest, reply: FastifyReply, limited: Limits, isGuarded: boolean) => {
    const { layers, z, x, file } = request.params
    if (!file.endsWith('.mvt')) throw new Problem(404, 'tile_not_mvt')
    const { v, datetime } = readParameters(request, TILE_PARAMETERS)
    const tile = await tiles.tile({ layers, z, x, y: file.slice(0, -'.mvt'.length) }, v, readDay(datetime), limited)
    const lasts = v === tile.state && limited.size === 0
    if (lasts) sent.set(request.url, new WeakRef(tile))
    return sendTile(request, reply, tile, { lasts, isGuarded })
  }
  const answer = (request: TileRequest, reply: FastifyReply, limited: Limits, isGuarded: boolean) => {
    // Kept by the address alone: only what everybody who asks for it gets.
    const known = limited.size === 0 ? sent.get(request.url)?.deref() : undefined
    return known ? sendTile(request, reply, known, { lasts: true, isGuarded }) : make(request, reply, limited, isGuarded)
  }
  const answerGuarded = async (request: TileRequest, reply: FastifyReply, visitor: Visitor, guarded: readonly Layer[]) =>
    answer(request, reply, await limits.of(visitor, guarded), true)

  app.get<OfTile>('/tiles/:layers/:z/:x/:file', TILE_ROUTE, (request, reply) => {
    const visitor = visitorOf(request)
    const guarded = demandSeenIn(visitor, request.params.layers)
    return guarded.length > 0 ? answerGuarded(request, reply, visitor, guarded) : answer(request, reply, NO_LIMITS, false)
  })
}

/** A single day: a tile shows what was valid on it. */
export function readDay(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const day = calendarDay(text)
  if (!day) throw new Problem(400, 'datetime_invalid', { field: 'datetime' })
  return day
}

/** For the browser's own cache: a shared one would hand a tile on without asking who wants it. */
const LASTING = 'private, max-age=31536000, immutable'

interface Keeping {
  /** The URL names the state that the tile shows, and whoever gets it gets the same, so the answer never changes. */
  readonly lasts: boolean
  /** Not everybody may see it. */
  readonly isGuarded: boolean
}

export function sendTile(request: FastifyRequest, reply: FastifyReply, tile: StoredTile, { lasts, isGuarded }: Keeping) {
  reply.headers({
    // Weak: packed and unpacked, it is the same tile in other bytes (RFC 9110, 8.8.3.3).
    etag: `W/${tile.etag}`,
    // Whoever signs in next in the same browser asks for himself.
    vary: isGuarded ? 'accept-encoding, authorization, cookie' : 'accept-encoding',
    'cache-control': lasts ? LASTING : isGuarded ? 'private, no-cache' : 'no-cache',
  })
  const known = request.headers['if-none-match']
  if (known && (known.trim() === '*' || known.includes(tile.etag))) return reply.code(304).send()
  if (tile.bytes.length === 0) return reply.code(204).send()
  reply.type(TILE_TYPE)
  if (!acceptsGzip(request.headers['accept-encoding'])) return reply.send(tile.bytes)
  reply.header('content-encoding', 'gzip')
  return tile.packed ? reply.send(tile.packed) : tile.pack().then((packed) => reply.send(packed))
}

const acceptsGzip = (header: string | string[] | undefined): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(String(header ?? ''))

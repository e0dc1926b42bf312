import compress from '@fastify/compress'
import Fastify, { type FastifyInstance } from 'fastify'
import type { BaseMap } from './base_map/base_map.ts'
import { baseMapRoutes } from './base_map/routes.ts'
import { collectionRoutes } from './collections/routes.ts'
import { consoleRoutes } from './console/routes.ts'
import type { Database } from './database/database.ts'
import { elevationRoutes } from './elevation/routes.ts'
import { eventRoutes } from './events/routes.ts'
import { featureRoutes } from './features/routes.ts'
import { answerWithProblems, clientErrorProblem, MAXIMUM_URL_BYTES } from './http/errors.ts'
import { LayerStates } from './layers/states.ts'
import { LayerSummaries } from './layers/summaries.ts'
import { searchRoutes } from './search/routes.ts'
import { stateRoutes } from './state/routes.ts'
import { ogcTileRoutes } from './tiles/ogc_routes.ts'
import { tileRoutes } from './tiles/routes.ts'
import { TileService } from './tiles/service.ts'

export interface AppOptions {
  /** Folder of the built console; without it, only the API is served. */
  readonly consoleFolder?: string | undefined
  readonly baseMap?: BaseMap | undefined
  /** 审图号 of the published map. */
  readonly approvalNumber?: string | undefined
  /** Memory for finished tiles, compressed; standard 256, 0 keeps none. */
  readonly tileCacheMegabytes?: number
  /** Standard `warn`; requests are logged at `info`. */
  readonly logLevel?: string
  /** Trust X-Forwarded-* of a reverse proxy on this address or network. */
  readonly trustProxy?: string | undefined
}

const MAXIMUM_HEADER_BYTES = 64 * 1024

/** Builds the whole server on a migrated database; the caller listens. Closing it leaves the database open. */
export async function buildApp(database: Database, options: AppOptions = {}): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: options.logLevel ?? 'warn' },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: MAXIMUM_URL_BYTES },
    trustProxy: options.trustProxy ?? false,
    http: { maxHeaderSize: MAXIMUM_HEADER_BYTES, requireHostHeader: false },
    forceCloseConnections: true,
    clientErrorHandler: (error, socket) => {
      if (socket.writable) socket.end(clientErrorProblem(error.code))
      else socket.destroy()
    },
    frameworkErrors: (error, request, reply) => void app.errorHandler(error, request, reply),
  })
  const states = await LayerStates.start(database)
  app.addHook('onClose', () => states.stop())
  const summaries = new LayerSummaries(database, states)
  const tiles = await TileService.start(database, states, (options.tileCacheMegabytes ?? 256) * 2 ** 20)

  answerWithProblems(app)
  app.addHook('onSend', (_request, reply, payload, done) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer')
    // Also on what happens not to be compressed: a cache would hand it to those who want it so.
    const vary = reply.getHeader('vary')
    if (!String(vary ?? '').includes('accept-encoding'))
      reply.header('vary', vary ? `${vary}, accept-encoding` : 'accept-encoding')
    done(null, payload)
  })
  await app.register(compress, { encodings: ['gzip', 'identity'], threshold: 1400 })

  collectionRoutes(app, summaries)
  featureRoutes(app, database)
  tileRoutes(app, tiles, summaries)
  ogcTileRoutes(app, tiles, summaries)
  elevationRoutes(app, database)
  searchRoutes(app, database)
  eventRoutes(app, states)
  stateRoutes(app, database, summaries, options)
  baseMapRoutes(app, options.baseMap)
  if (options.consoleFolder) await consoleRoutes(app, options.consoleFolder)
  return app
}

import compress from '@fastify/compress'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { accountRoutes } from './access/account_routes.ts'
import { readDemoAccounts } from './access/accounts_store.ts'
import { guard } from './access/gate.ts'
import { type PublicFacts, sessionRoutes } from './access/session_routes.ts'
import { tokenRoutes } from './access/token_routes.ts'
import { Visitors } from './access/visitors.ts'
import { areaRoutes } from './areas/routes.ts'
import { assignmentRoutes } from './assignments/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import type { BaseMap } from './base_map/base_map.ts'
import { baseMapRoutes } from './base_map/routes.ts'
import { casesRoutes } from './cases/routes.ts'
import { collectionRoutes } from './collections/routes.ts'
import { consoleRoutes } from './console/routes.ts'
import { damageRoutes } from './damage/routes.ts'
import type { Database } from './database/database.ts'
import { DEMO_PASSWORD } from './demo/accounts.ts'
import { elevationRoutes } from './elevation/routes.ts'
import { NetworkThread } from './emergency/network_thread.ts'
import { emergencyRoutes } from './emergency/routes.ts'
import { eventRoutes } from './events/routes.ts'
import { featureRoutes } from './features/routes.ts'
import { faultRoutes } from './hazards/fault_routes.ts'
import { siteRoutes } from './hazards/site_routes.ts'
import { answerWithProblems, clientErrorProblem, MAXIMUM_URL_BYTES } from './http/errors.ts'
import { LayerLimits } from './layers/limits.ts'
import { LayerStates } from './layers/states.ts'
import { LayerSummaries } from './layers/summaries.ts'
import { packRoutes } from './packs/routes.ts'
import { planRoutes } from './plans/routes.ts'
import { bulletinRoutes } from './prints/bulletin/routes.ts'
import { incidentSheetRoutes } from './prints/incident/routes.ts'
import { riverPrintRoutes } from './prints/rivers/routes.ts'
import { printRoutes } from './prints/routes.ts'
import { findingRoutes } from './responsibility/findings/routes.ts'
import { responsibilityRoutes } from './responsibility/routes.ts'
import { SegmentPlaces } from './rivers/places.ts'
import { riverRoutes } from './rivers/routes.ts'
import { schemeRoutes } from './schemes/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { sheetRoutes } from './sheets/routes.ts'
import { SheetThread } from './sheets/thread.ts'
import { staffRoutes } from './staff/routes.ts'
import { stateRoutes } from './state/routes.ts'
import { ogcTileRoutes } from './tiles/ogc_routes.ts'
import { tileRoutes } from './tiles/routes.ts'
import { TileService } from './tiles/service.ts'
import { tileJsonRoutes } from './tiles/tilejson_routes.ts'

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
  const level = options.logLevel ?? 'warn'
  const logsRequests = ['info', 'debug', 'trace'].includes(level)
  const app = Fastify({
    logger: { level },
    // A logger of its own for each request, and an ear for its end, only where requests are logged.
    childLoggerFactory: (logger, bindings, childOptions) => (logsRequests ? logger.child(bindings, childOptions) : logger),
    logController: new LogController({ disableRequestLogging: !logsRequests }),
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
  const limits = new LayerLimits(database, states)
  const summaries = new LayerSummaries(database, states)
  const segmentPlaces = new SegmentPlaces(database, states)
  const tiles = await TileService.start(database, states, (options.tileCacheMegabytes ?? 256) * 2 ** 20)

  const visitors = await Visitors.start(database)
  app.addHook('onClose', () => visitors.stop())
  const thread = new SheetThread()
  app.addHook('onClose', () => thread.stop())
  const network = new NetworkThread(database, states)
  app.addHook('onClose', () => network.stop())

  answerWithProblems(app)
  guard(app, visitors)
  tileRoutes(app, tiles, limits)
  await app.register(async (scope) => {
    await compressed(scope)
    collectionRoutes(scope, summaries, limits)
    featureRoutes(scope, database, limits)
    tileJsonRoutes(scope, tiles, summaries, limits)
    ogcTileRoutes(scope, tiles, summaries, limits)
    elevationRoutes(scope, database)
    auditRoutes(scope, database, limits)
    searchRoutes(scope, database, limits)
    eventRoutes(scope, states, visitors)
    responsibilityRoutes(scope, database, limits)
    findingRoutes(scope, database)
    areaRoutes(scope, database, limits)
    emergencyRoutes(scope, database, network, limits)
    sheetRoutes(scope, database, thread, options.approvalNumber)
    faultRoutes(scope, database)
    siteRoutes(scope, database)
    printRoutes(scope, database, thread, options.approvalNumber)
    riverPrintRoutes(scope, { database, thread, places: segmentPlaces, approvalNumber: options.approvalNumber })
    bulletinRoutes(scope, database, thread, segmentPlaces)
    incidentSheetRoutes(scope, { database, network, limits, thread, approvalNumber: options.approvalNumber })
    stateRoutes(scope, database, summaries, limits, options)
    baseMapRoutes(scope, options.baseMap)
    sessionRoutes(scope, database, visitors, await publicFacts(database))
    tokenRoutes(scope, database, visitors)
    accountRoutes(scope, database, visitors)
    staffRoutes(scope, database)
    assignmentRoutes(scope, database)
    planRoutes(scope, database)
    schemeRoutes(scope, database)
    riverRoutes(scope, database, segmentPlaces)
    packRoutes(scope, { app, database, tiles, limits })
    await damageRoutes(scope, database)
    await casesRoutes(scope, database, segmentPlaces)
    if (options.consoleFolder) await scope.register((folder) => consoleRoutes(folder, options.consoleFolder!))
  })
  return app
}

async function publicFacts(database: Database): Promise<PublicFacts> {
  const accounts = await readDemoAccounts(database)
  return { demo_accounts: accounts.map((account) => ({ ...account, password: DEMO_PASSWORD })) }
}

/** Tiles do without this: they are kept compressed, and each microsecond of theirs counts. */
async function compressed(scope: FastifyInstance): Promise<void> {
  scope.addHook('onSend', (_request, reply, payload, done) => {
    // Also on what happens not to be compressed: a cache would hand it to those who want it so.
    const vary = reply.getHeader('vary')
    if (!String(vary ?? '').includes('accept-encoding'))
      reply.header('vary', vary ? `${vary}, accept-encoding` : 'accept-encoding')
    done(null, payload)
  })
  await scope.register(compress, {
    encodings: ['gzip', 'identity'],
    threshold: 1400,
    // A list of a megabyte in 6 ms instead of the standard's 19, and nearly as small.
    zlibOptions: { level: 3 },
  })
}

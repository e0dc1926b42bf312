import type { FastifyInstance } from 'fastify'
import { visitorOf } from '../access/gate.ts'
import type { BaseMap } from '../base_map/base_map.ts'
import type { Database } from '../database/database.ts'
import { summariseElevation } from '../elevation/store.ts'
import { readParameters } from '../http/parameters.ts'
import { unite } from '../layers/extents.ts'
import type { LayerLimits } from '../layers/limits.ts'
import { seenLayers } from '../layers/seen.ts'
import { readDatabaseVersions, readSchemes } from '../layers/store.ts'
import type { LayerSummaries } from '../layers/summaries.ts'
import { API_VERSION } from '../version.ts'

export interface StateOptions {
  readonly baseMap?: BaseMap | undefined
  /** 审图号 of the published map. */
  readonly approvalNumber?: string | undefined
}

/** What the console has to know at its start, and what a watchdog asks. */
export function stateRoutes(
  app: FastifyInstance,
  database: Database,
  summaries: LayerSummaries,
  limits: LayerLimits,
  options: StateOptions,
): void {
  const databaseState = async () => ({ kind: database.kind, ...(await readDatabaseVersions(database)) })

  app.get('/api/state', { config: { right: 'map.read' } }, async (request, reply) => {
    readParameters(request, [])
    const visitor = visitorOf(request)
    const seen = seenLayers(visitor)
    const [layers, schemes] = [await summaries.all(seen, await limits.of(visitor, seen)), await readSchemes(database)]
    reply.header('cache-control', 'no-store')
    return {
      version: API_VERSION,
      database: await databaseState(),
      extent: layers.administrative_areas?.extent ?? unite(Object.values(layers).map(({ extent }) => extent)),
      layers,
      schemes,
      elevation: await summariseElevation(database),
      base_map: options.baseMap?.description ?? null,
      approval_number: options.approvalNumber ?? null,
    }
  })

  app.get('/healthz', { config: { right: 'public' } }, async (request, reply) => {
    readParameters(request, [])
    reply.header('cache-control', 'no-store')
    return {
      status: 'ok',
      version: API_VERSION,
      database: await databaseState(),
    }
  })
}

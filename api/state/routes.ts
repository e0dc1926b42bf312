import type { FastifyInstance } from 'fastify'
import type { BaseMap } from '../base_map/base_map.ts'
import type { Database } from '../database/database.ts'
import { summariseElevation } from '../elevation/store.ts'
import { readParameters } from '../http/parameters.ts'
import { unite } from '../layers/extents.ts'
import { readDatabaseVersions, readSchemes } from '../layers/store.ts'
import type { LayerSummaries } from '../layers/summaries.ts'
import { API_VERSION } from '../version.ts'

export interface StateOptions {
  readonly baseMap?: BaseMap | undefined
  /** 审图号 of the published map. */
  readonly approvalNumber?: string | undefined
}

/** What the console has to know at its start, and what a watchdog asks. */
export function stateRoutes(app: FastifyInstance, database: Database, summaries: LayerSummaries, options: StateOptions): void {
  const databaseState = async () => ({ kind: database.kind, ...(await readDatabaseVersions(database)) })

  app.get('/api/state', async (request, reply) => {
    readParameters(request, [])
    const [layers, schemes] = [await summaries.all(), await readSchemes(database)]
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

  app.get('/healthz', async (request, reply) => {
    readParameters(request, [])
    const layers = await summaries.all()
    reply.header('cache-control', 'no-store')
    return {
      status: 'ok',
      version: API_VERSION,
      database: await databaseState(),
      layers: Object.fromEntries(Object.entries(layers).map(([id, { version, count }]) => [id, { version, count }])),
    }
  })
}

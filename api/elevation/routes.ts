import type { FastifyInstance } from 'fastify'
import { LRUCache } from 'lru-cache'
import { ELEVATION_TILES } from '#geodata/elevation/tiles.ts'
import { elevationTile, elevationTileExtent } from '#tiles/elevation.ts'
import type { Database } from '../database/database.ts'
import { readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { addressProblem } from '../tiles/service.ts'
import { readElevationModels, summariseElevation } from './store.ts'

/** About 100 kB each. */
const TILES_KEPT = 200

/** Heights as pictures in the Terrarium encoding, for hillshades. */
export function elevationRoutes(app: FastifyInstance, database: Database): void {
  const kept = new LRUCache<string, Uint8Array>({ max: TILES_KEPT })

  app.get<{ Params: { z: string; x: string; file: string } }>(
    '/tiles/elevation/:z/:x/:file',
    { config: { right: 'map.read' } },
    async (request, reply) => {
      const { v } = readParameters(request, ['v'])
      const address = readAddress(request.params)
      const version = (await summariseElevation(database))?.version
      const key = `${version} ${address.z}/${address.x}/${address.y}`
      const tile = kept.get(key) ?? (await make(database, address))
      reply.header('cache-control', v && v === version ? 'public, max-age=31536000, immutable' : 'no-cache')
      if (!tile) return reply.code(204).send()
      kept.set(key, tile)
      return reply.type('image/png').send(Buffer.from(tile.buffer, tile.byteOffset, tile.byteLength))
    },
  )
}

async function make(database: Database, address: ReturnType<typeof readAddress>): Promise<Uint8Array | undefined> {
  if (address.z < ELEVATION_TILES.from) return undefined
  const [first, ...others] = await readElevationModels(database, elevationTileExtent(address))
  return first && elevationTile([first, ...others], address)
}

function readAddress({ z, x, file }: { z: string; x: string; file: string }) {
  if (!file.endsWith('.png')) throw new Problem(404, 'not_found')
  const numbers = { z, x, y: file.slice(0, -'.png'.length) }
  for (const field of ['z', 'x', 'y'] as const)
    if (!/^\d{1,9}$/.test(numbers[field])) throw addressProblem({ code: 'tile_not_integer', field })
  const address = { z: Number(z), x: Number(x), y: Number(numbers.y) }
  const { maximum } = ELEVATION_TILES
  if (address.z > maximum) throw addressProblem({ code: 'zoom_out_of_range', minimum: 0, maximum })
  if (Math.max(address.x, address.y) >= 2 ** address.z)
    throw addressProblem({ code: 'tile_out_of_range', maximum: 2 ** address.z - 1 })
  return address
}

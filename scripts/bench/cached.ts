import { type Figures, middle } from './figures.ts'
import { ask, load } from './load.ts'
import type { TileResults } from './report.ts'
import { ROUNDS, SECONDS } from './rounds.ts'
import { say } from './say.ts'
import { addresses, path, pathsOf, SCENARIOS, THREE_LAYERS } from './scenarios.ts'
import { startConstant, startJiangli } from './servers.ts'
import { AUTHORIZATION } from './sign_in.ts'

const CONNECTIONS = [1, 8, 32]
const WHOLE_COUNTY_ZOOMS = [6, 7, 8, 9, 10]

/** Tiles from the cache, beside the same Fastify that sends a constant buffer of their mean size. */
export async function measureCached(databaseUrl: string): Promise<Pick<TileResults, 'cached' | 'sizes' | 'memory'>> {
  const server = await startJiangli(databaseUrl, 256)
  const state = await stateQuery(server.url)
  const paths = pathsOf(SCENARIOS[0]!).map((one) => `${one}${state}`)
  const bytes = await Promise.all(paths.map((one) => ask(`${server.url}${one}`, 'gzip')))
  const constant = await startConstant(Math.round(bytes.reduce((sum, one) => sum + one, 0) / bytes.length))
  const cached: TileResults['cached'] = []
  for (const connections of CONNECTIONS) {
    say(`cached, ${connections} connections …`)
    const floor: Figures[] = []
    const route: Figures[] = []
    for (let round = 0; round < ROUNDS; round++) {
      floor.push(await load(constant.url, ['/tile'], { connections, seconds: SECONDS, encoding: 'gzip' }))
      route.push(await load(server.url, paths, { connections, seconds: SECONDS, encoding: 'gzip' }))
    }
    cached.push({ connections, floor: middle(floor), route: middle(route) })
  }
  const sizes = []
  for (const zoom of WHOLE_COUNTY_ZOOMS) {
    const all = await Promise.all(addresses([zoom]).map((address) => ask(`${server.url}${path(THREE_LAYERS, address)}`)))
    sizes.push({ zoom, largest: Math.max(...all) })
  }
  const memory = await server.memory()
  await Promise.all([server.stop(), constant.stop()])
  return { cached, sizes, memory }
}

/** As consoles ask: with the state of the layers in the address. */
async function stateQuery(url: string): Promise<string> {
  const response = await fetch(`${url}/tiles/${THREE_LAYERS.map(({ id }) => id).join(',')}.json`, {
    headers: { authorization: AUTHORIZATION },
  })
  const { tiles } = (await response.json()) as { tiles: [string] }
  return new URL(tiles[0]).search
}

import { join } from 'node:path'
import { findPostgres } from '../setup/postgres.ts'
import { type Figures, middle } from './figures.ts'
import { measureFloor } from './floor.ts'
import { load } from './load.ts'
import type { TileResults } from './report.ts'
import { ROUNDS, SECONDS } from './rounds.ts'
import { say } from './say.ts'
import { pathsOf, SCENARIOS, type Scenario } from './scenarios.ts'
import { startJiangli } from './servers.ts'

/** More connections than this have no floor of their own: what counts there is that nothing is lost. */
const WITH_FLOOR = [1, 8]
const CROWD = 32

/** The tile route without its cache, beside the floor. */
export async function measureUncached(databaseUrl: string): Promise<TileResults['uncached']> {
  const pgbench = join(findPostgres()!.binFolder, 'pgbench')
  const server = await startJiangli(databaseUrl, 0)
  const rows: TileResults['uncached'] = []
  for (const scenario of SCENARIOS) {
    say(`${scenario.name} …`)
    const ask = (connections: number, seconds = SECONDS) => load(server.url, pathsOf(scenario), { connections, seconds })
    const floorOf = (connections: number) => measureFloor({ pgbench, url: databaseUrl, seconds: SECONDS }, scenario, connections)
    // Each of the server's connections prepares its statements first.
    await ask(CROWD, 1)
    rows.push(...(await inTurn(scenario, ask, floorOf)))
  }
  await server.stop()
  return rows
}

async function inTurn(
  scenario: Scenario,
  ask: (connections: number) => Promise<Figures>,
  floorOf: (connections: number) => Promise<Figures>,
): Promise<TileResults['uncached']> {
  const measured = [...WITH_FLOOR, CROWD].map((connections) => ({ connections, floor: [] as Figures[], route: [] as Figures[] }))
  for (let round = 0; round < ROUNDS; round++) {
    for (const { connections, floor, route } of measured) {
      if (WITH_FLOOR.includes(connections)) floor.push(await floorOf(connections))
      route.push(await ask(connections))
    }
  }
  return measured.map(({ connections, floor, route }) => ({
    scenario: scenario.name,
    connections,
    floor: floor.length > 0 ? middle(floor) : undefined,
    route: middle(route),
  }))
}

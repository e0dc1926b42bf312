/**
 * `npm run bench`: tiles against their own floor, in one run on one machine. Figures in milliseconds say something about this machine;
 * the ratios say something about Jiangli. Takes about five minutes; prints tables and writes bench/results.json.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '#api/database/database.ts'
import { migrate } from '#api/database/migrate.ts'
import { openDatabase } from '#api/database/open.ts'
import { encodedTiles } from '#tiles/encoded.ts'
import { postgisTiles } from '#tiles/postgis.ts'
import type { TileSource } from '#tiles/source.ts'
import { fill } from './bench/dataset.ts'
import { type Figures, figuresOf } from './bench/figures.ts'
import { measureFloor } from './bench/floor.ts'
import { ask, load } from './bench/load.ts'
import { printReport, type Results } from './bench/report.ts'
import { addresses, path, SCENARIOS, type Scenario, THREE_LAYERS } from './bench/scenarios.ts'
import { startConstant, startJiangli } from './bench/servers.ts'
import { startCluster } from './setup/cluster.ts'
import { findPostgres } from './setup/postgres.ts'

const SECONDS = 4
const CONNECTIONS = [1, 8, 32]
const WHOLE_COUNTY_ZOOMS = [6, 7, 8, 9, 10]

const say = (line: string) => process.stderr.write(`${line}\n`)
const pgbench = join(findPostgres()!.binFolder, 'pgbench')
const cluster = await startCluster()
const folder = await mkdtemp(join(tmpdir(), 'jiangli-bench-embedded-'))
try {
  const results = await measureAll()
  await mkdir('bench', { recursive: true })
  await writeFile('bench/results.json', `${JSON.stringify(results, null, 2)}\n`)
  printReport(results)
} finally {
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
}

async function measureAll(): Promise<Results> {
  const native = await prepare(await openDatabase({ url: cluster.url }), 1, 'PostgreSQL')
  const uncached = await measureUncached()
  const { cached, sizes, memory } = await measureCached()
  const embeddedDatabase = await prepare(await openDatabase({ folder }), 1, 'the embedded database')
  const embedded = await compare(postgisTiles(native.query), encodedTiles(embeddedDatabase.query))
  await embeddedDatabase.close()
  await native.close()
  return {
    at: new Date().toISOString(),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`,
    uncached,
    cached,
    embedded,
    growth: await measureGrowth(),
    sizes,
    memory,
  }
}

async function prepare(database: Database, share: number, name: string): Promise<Database> {
  say(`Filling ${name} with ${share === 1 ? 'the whole set' : 'a tenth'} …`)
  await migrate(database)
  await fill(database, share)
  return database
}

async function measureUncached(): Promise<Results['uncached']> {
  const server = await startJiangli(cluster.url, 0)
  const rows: Results['uncached'] = []
  for (const scenario of SCENARIOS) {
    for (const connections of CONNECTIONS) {
      say(`${scenario.name}, ${connections} connections …`)
      const floor = await measureFloor({ pgbench, url: cluster.url, seconds: SECONDS }, scenario, connections)
      const route = await load(server.url, pathsOf(scenario), { connections, seconds: SECONDS })
      rows.push({ scenario: scenario.name, connections, floor, route })
    }
  }
  await server.stop()
  return rows
}

function pathsOf({ layers, zooms }: Scenario): string[] {
  return addresses(zooms).map((address) => path(layers, address))
}

async function measureCached(): Promise<Pick<Results, 'cached' | 'sizes' | 'memory'>> {
  const server = await startJiangli(cluster.url, 256)
  const paths = pathsOf(SCENARIOS[0]!)
  const bytes = await Promise.all(paths.map((one) => ask(`${server.url}${one}`, 'gzip')))
  const constant = await startConstant(Math.round(bytes.reduce((sum, one) => sum + one, 0) / bytes.length))
  const cached: Results['cached'] = []
  for (const connections of CONNECTIONS) {
    say(`cached, ${connections} connections …`)
    const floor = await load(constant.url, ['/tile'], { connections, seconds: SECONDS })
    cached.push({ connections, floor, route: await load(server.url, paths, { connections, seconds: SECONDS, encoding: 'gzip' }) })
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

/** One question at a time to both, without HTTP. */
async function compare(native: TileSource, embedded: TileSource): Promise<Results['embedded']> {
  const rows: Results['embedded'] = []
  for (const { name, layers, zooms } of SCENARIOS) {
    say(`embedded, ${name} …`)
    const measure = async (source: TileSource): Promise<Figures> => {
      const milliseconds: number[] = []
      for (const address of addresses(zooms)) {
        const began = performance.now()
        await source(layers, address)
        milliseconds.push(performance.now() - began)
      }
      return figuresOf(milliseconds, milliseconds.reduce((sum, one) => sum + one, 0) / 1000)
    }
    rows.push({ scenario: name, native: await measure(native), embedded: await measure(embedded) })
  }
  return rows
}

/** The same tiles of the same extent with a tenth of the data in it, and the cost of a tile there. */
async function measureGrowth(): Promise<Results['growth']> {
  const small = await startCluster()
  try {
    const [whole, tenth] = [
      await openDatabase({ url: cluster.url }),
      await prepare(await openDatabase({ url: small.url }), 0.1, 'PostgreSQL'),
    ]
    const rows = (await compare(postgisTiles(whole.query), postgisTiles(tenth.query))).map(({ scenario, native, embedded }) => ({
      scenario,
      whole: native,
      tenth: embedded,
    }))
    await Promise.all([whole.close(), tenth.close()])
    return rows
  } finally {
    await small.stop()
  }
}

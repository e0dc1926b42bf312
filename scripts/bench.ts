/**
 * `npm run bench`: tiles against their own floor, in one run on one machine. Figures in milliseconds say something about this machine;
 * the ratios say something about Jiangli. Takes about six minutes; prints tables and writes bench/results.json.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '#api/database/database.ts'
import { migrate } from '#api/database/migrate.ts'
import { openDatabase } from '#api/database/open.ts'
import { encodedTiles } from '#tiles/encoded.ts'
import { postgisTiles } from '#tiles/postgis.ts'
import { measureCached } from './bench/cached.ts'
import { compare } from './bench/compare.ts'
import { fill } from './bench/dataset.ts'
import { printReport, type Results } from './bench/report.ts'
import { say } from './bench/say.ts'
import { measureUncached } from './bench/uncached.ts'
import { startCluster } from './setup/cluster.ts'
import { prepare } from './setup/prepare.ts'

const lacking = await prepare([{ name: 'bench', about: 'tiles against their floor', needs: ['postgresql', 'wrk'] }], true)
if (lacking.length > 0) {
  say(lacking.map(({ reason, remedy }) => `${reason}: ${remedy}`).join('\n'))
  process.exit(1)
}
const othersBefore = loadavg()[0]!
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
  const native = await filled(await openDatabase({ url: cluster.url }), 1, 'PostgreSQL')
  const uncached = await measureUncached(cluster.url)
  const { cached, sizes, memory } = await measureCached(cluster.url)
  const embeddedDatabase = await filled(await openDatabase({ folder }), 1, 'the embedded database')
  const embedded = await compare('embedded', postgisTiles(native.query), encodedTiles(embeddedDatabase.query))
  await embeddedDatabase.close()
  const growth = await measureGrowth(native)
  await native.close()
  return {
    at: new Date().toISOString(),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`,
    othersBefore,
    uncached,
    cached,
    embedded: embedded.map(({ scenario, one, other }) => ({ scenario, native: one, embedded: other })),
    growth,
    sizes,
    memory,
  }
}

async function filled(database: Database, share: number, name: string): Promise<Database> {
  say(`Filling ${name} with ${share === 1 ? 'the whole set' : 'a tenth'} …`)
  await migrate(database)
  await fill(database, share)
  return database
}

/** The same tiles of the same extent with a tenth of the data in it, and the cost of a tile there. */
async function measureGrowth(whole: Database): Promise<Results['growth']> {
  const small = await startCluster()
  try {
    const tenth = await filled(await openDatabase({ url: small.url }), 0.1, 'PostgreSQL')
    const rows = await compare('growth', postgisTiles(tenth.query), postgisTiles(whole.query))
    await tenth.close()
    return rows.map(({ scenario, one, other }) => ({ scenario, tenth: one, whole: other }))
  } finally {
    await small.stop()
  }
}

/**
 * `npm run bench`: tiles against their own floor, questions about who is responsible, redrawing grids, what emergency teams ask, cases and rivers, in one run on one machine. Figures in
 * milliseconds say something about this machine; the ratios say something about Jiangli. Takes about eight minutes; prints tables and
 * writes bench/results.json. `--only tiles`, `--only responsibility`, `--only planning`, `--only emergency`, `--only cases` or `--only rivers` measures one part and writes nothing.
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
import { measureCases } from './bench/cases/measure.ts'
import { compare } from './bench/compare.ts'
import { fill } from './bench/dataset.ts'
import { measureEmergency } from './bench/emergency/measure.ts'
import { measurePlanning } from './bench/planning/measure.ts'
import { printReport, type Results, type TileResults } from './bench/report.ts'
import { measureResponsibility } from './bench/responsibility/measure.ts'
import { measureRivers } from './bench/rivers/measure.ts'
import { say } from './bench/say.ts'
import { letIn } from './bench/sign_in.ts'
import { measureUncached } from './bench/uncached.ts'
import { type Cluster, startCluster } from './setup/cluster.ts'
import { prepare } from './setup/prepare.ts'

const PARTS: readonly string[] = ['tiles', 'responsibility', 'planning', 'emergency', 'cases', 'rivers']
const parts = readParts(process.argv.slice(2))
const lacking = await prepare(
  [{ name: 'bench', about: 'tiles against their floor', needs: ['postgresql', 'wrk', 'chromium'] }],
  true,
)
if (lacking.length > 0) {
  say(lacking.map(({ reason, remedy }) => `${reason}: ${remedy}`).join('\n'))
  process.exit(1)
}
const run = {
  at: new Date().toISOString(),
  machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}`,
  othersBefore: loadavg()[0]!,
}
const results: Results = {
  ...run,
  ...(parts.includes('tiles') ? await measureTiles() : {}),
  ...(parts.includes('responsibility') ? { responsibility: await measureResponsibility() } : {}),
  ...(parts.includes('planning') ? { planning: await measurePlanning() } : {}),
  ...(parts.includes('cases') ? { cases: await measureCases() } : {}),
  ...(parts.includes('rivers') ? { rivers: await measureRivers() } : {}),
  ...(parts.includes('emergency') ? { emergency: await measureEmergency() } : {}),
}
if (parts.length === PARTS.length) {
  await mkdir('bench', { recursive: true })
  await writeFile('bench/results.json', `${JSON.stringify(results, null, 2)}\n`)
}
printReport(results)

function readParts(args: readonly string[]): readonly string[] {
  const [option, part, ...rest] = args
  if (option === undefined) return PARTS
  if (option === '--only' && PARTS.includes(part!) && rest.length === 0) return [part!]
  say(`Usage: npm run bench [-- --only ${PARTS.join('|')}]`)
  process.exit(2)
}

async function measureTiles(): Promise<TileResults> {
  const cluster = await startCluster()
  const folder = await mkdtemp(join(tmpdir(), 'jiangli-bench-embedded-'))
  try {
    return await measureAll(cluster, folder)
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function measureAll(cluster: Cluster, folder: string): Promise<TileResults> {
  const native = await filled(await openDatabase({ url: cluster.url }), 1, 'PostgreSQL')
  const uncached = await measureUncached(cluster.url)
  const { cached, sizes, memory } = await measureCached(cluster.url)
  const embeddedDatabase = await filled(await openDatabase({ folder }), 1, 'the embedded database')
  const embedded = await compare('embedded', postgisTiles(native.query), encodedTiles(embeddedDatabase.query))
  await embeddedDatabase.close()
  const growth = await measureGrowth(native)
  await native.close()
  return {
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
  await letIn(database)
  return database
}

/** The same tiles of the same extent with a tenth of the data in it, and the cost of a tile there. */
async function measureGrowth(whole: Database): Promise<TileResults['growth']> {
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

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '#api/database/database.ts'
import { migrate } from '#api/database/migrate.ts'
import { openDatabase } from '#api/database/open.ts'
import { sql } from '#api/database/sql.ts'
import { garbageCoverage, shelterCoverage } from '#api/emergency/gaps/households.ts'
import { hydrantCoverage } from '#api/emergency/gaps/hydrants.ts'
import { chineseDay } from '#api/layers/states.ts'
import { startCluster } from '../../setup/cluster.ts'
import { type Figures, figuresOf } from '../figures.ts'
import { say } from '../say.ts'
import { COUNTY, fillEmergency, TOWN } from './dataset.ts'
import { measureWays, type WayFigures } from './ways.ts'

export interface CoverageFigures {
  readonly database: string
  /** Cells of a town, and of how many the hydrants leave something. */
  readonly town: Figures & { readonly cells: number; readonly beyond: number }
  /** Dwellings of a county beyond hydrants, beyond shelters. */
  readonly county: Figures & { readonly dwellings: number; readonly beyond: number }
  readonly shelters: Figures
  readonly bins: Figures
}

export interface EmergencyResults {
  readonly ways: WayFigures
  readonly coverage: readonly CoverageFigures[]
}

const ROUNDS = 7
/** As many as the map draws. */
const LIMIT = 5_000

/** Water by road in this process; coverage on PostgreSQL and on the embedded database. */
export async function measureEmergency(): Promise<EmergencyResults> {
  say('ways to water …')
  const ways = measureWays()
  const cluster = await startCluster()
  const folder = await mkdtemp(join(tmpdir(), 'jiangli-bench-emergency-'))
  try {
    return {
      ways,
      coverage: [
        await onDatabase(await openDatabase({ url: cluster.url }), 'PostgreSQL'),
        await onDatabase(await openDatabase({ folder }), 'embedded'),
      ],
    }
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function onDatabase(database: Database, name: string): Promise<CoverageFigures> {
  try {
    say(`Filling ${name} with hydrants and dwellings …`)
    await migrate(database)
    await fillEmergency(database)
    say(`coverage on ${name} …`)
    const [town, county] = [await askedAbout(database, TOWN), await askedAbout(database, COUNTY)]
    const cells = await hydrantCoverage(database, town, LIMIT, false)
    const dwellings = await hydrantCoverage(database, county, LIMIT, true)
    return {
      database: name,
      town: {
        ...(await timedTimes(() => hydrantCoverage(database, town, LIMIT, false))),
        cells: cells.totals.cells!,
        beyond: cells.totals.cells_beyond!,
      },
      county: {
        ...(await timedTimes(() => hydrantCoverage(database, county, LIMIT, true))),
        dwellings: dwellings.totals.dwellings!,
        beyond: dwellings.totals.dwellings_beyond!,
      },
      shelters: await timedTimes(() => shelterCoverage(database, county, LIMIT)),
      bins: await timedTimes(() => garbageCoverage(database, county, LIMIT)),
    }
  } finally {
    await database.close()
  }
}

async function askedAbout(database: Database, code: string) {
  const [row] = await database.query<{ id: number }>(sql`select id from administrative_areas where code = ${code}`)
  return { area: { picked: [{ layer: 'administrative_areas', id: row!.id }] }, day: chineseDay(), limits: new Map() }
}

async function timedTimes(work: () => Promise<unknown>): Promise<Figures> {
  const milliseconds: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    await work()
    milliseconds.push(performance.now() - start)
  }
  return figuresOf(milliseconds, milliseconds.reduce((sum, each) => sum + each, 0) / 1000)
}

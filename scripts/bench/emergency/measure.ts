import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '#api/database/database.ts'
import { migrate } from '#api/database/migrate.ts'
import { openDatabase } from '#api/database/open.ts'
import { sql } from '#api/database/sql.ts'
import { loadDemo } from '#api/demo/store.ts'
import { garbageCoverage, shelterCoverage } from '#api/emergency/gaps/households.ts'
import { hydrantCoverage } from '#api/emergency/gaps/hydrants.ts'
import { chineseDay } from '#api/layers/states.ts'
import { startCluster } from '../../setup/cluster.ts'
import { type Figures, figuresOf } from '../figures.ts'
import { say } from '../say.ts'
import { COUNTY, fillEmergency, TOWN } from './dataset.ts'
import { measureIncidents } from './incident.ts'
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
  /** From the key to the list, in a browser on the demo county. */
  readonly incident: Figures
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
      incident: await onDemoCounty(),
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

async function onDemoCounty(): Promise<Figures> {
  const cluster = await startCluster()
  try {
    const database = await openDatabase({ url: cluster.url })
    try {
      say('Filling a county for incidents …')
      await migrate(database)
      await loadDemo(database, 'county')
      const [home] = await database.query<{ longitude: number; latitude: number }>(sql`
        select ST_X(geom) as longitude, ST_Y(geom) as latitude from hydrants
        order by (select count(*) from hydrants as other where ST_DWithin(other.geom, hydrants.geom, 0.01)) desc, id limit 1`)
      return await measureIncidents(cluster.url, [home!.longitude, home!.latitude])
    } finally {
      await database.close()
    }
  } finally {
    await cluster.stop()
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

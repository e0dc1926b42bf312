/** What a chief waits for on a telephone, and an office at the month's end, where there are ten thousand segments. */
import type { Database } from '#api/database/database.ts'
import { migrate } from '#api/database/migrate.ts'
import { openDatabase } from '#api/database/open.ts'
import { sql } from '#api/database/sql.ts'
import { startCluster } from '../../setup/cluster.ts'
import { type Figures, figuresOf } from '../figures.ts'
import { say } from '../say.ts'
import { startJiangli } from '../servers.ts'
import { type Asker, COUNTY, fillRivers, letChiefIn } from './dataset.ts'
import { type MatchFigures, measureMatching } from './track.ts'

export interface RiverResults {
  readonly segments: number
  readonly patrols: number
  readonly points: number
  readonly questions: readonly {
    readonly scenario: string
    /** Whether the issue names a time for it. */
    readonly judged: boolean
    /** What the answer says there is in all. */
    readonly total: number | null
    readonly figures: Figures
  }[]
  readonly matching: MatchFigures
}

const TIMES = 40
const WARMING = 8

export async function measureRivers(): Promise<RiverResults> {
  say('matching a track …')
  const matching = measureMatching()
  const cluster = await startCluster()
  try {
    const database = await openDatabase({ url: cluster.url })
    say('Filling rivers with chiefs and patrols …')
    await migrate(database)
    await fillRivers(database)
    const counts = await count(database)
    const askers = {
      village: await letChiefIn(database, 'village'),
      town: await letChiefIn(database, 'town'),
      county: await letChiefIn(database, 'county'),
      office: await letChiefIn(database, null),
    }
    const server = await startJiangli(cluster.url, 16)
    try {
      const questions: RiverResults['questions'][number][] = []
      for (const { scenario, asker, judged, path } of QUESTIONS) {
        say(`${scenario} …`)
        questions.push({ scenario, judged, ...(await ask(server.url + path, askers[asker])) })
      }
      return { ...counts, questions, matching }
    } finally {
      await server.stop()
      await database.close()
    }
  } finally {
    await cluster.stop()
  }
}

const MONTH = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 7)

const QUESTIONS = [
  { scenario: 'my segments, a chief of a village', asker: 'village', judged: true, path: '/api/rivers/segments?mine=true' },
  { scenario: 'my segments, a chief of a town', asker: 'town', judged: true, path: '/api/rivers/segments?mine=true' },
  { scenario: 'my segments, a chief of the county', asker: 'county', judged: true, path: '/api/rivers/segments?mine=true' },
  { scenario: 'all segments', asker: 'office', judged: true, path: '/api/rivers/segments' },
  { scenario: 'all that are overdue', asker: 'office', judged: true, path: '/api/rivers/segments?state=overdue&limit=100' },
  { scenario: 'those of a town', asker: 'office', judged: true, path: `/api/rivers/segments?territory=${COUNTY}105` },
  { scenario: 'one segment whole', asker: 'village', judged: true, path: '/api/rivers/segments/1234' },
  { scenario: 'the strip of a river', asker: 'office', judged: true, path: '/api/rivers/25/strip' },
  { scenario: 'patrols, the latest first', asker: 'office', judged: false, path: '/api/rivers/patrols' },
  { scenario: 'signboards that are due', asker: 'office', judged: false, path: '/api/rivers/signboards' },
  { scenario: 'the month by village', asker: 'office', judged: false, path: `/api/rivers/month?month=${MONTH}&by=village` },
] as const

/** The first find out where the segments lie; a statement is planned anew five times before its plan is kept, and JavaScript compiled meanwhile. */
async function ask(url: string, { authorization }: Asker): Promise<{ total: number | null; figures: Figures }> {
  const milliseconds: number[] = []
  let total: number | null = null
  for (let round = -WARMING; round < TIMES; round++) {
    const began = performance.now()
    const response = await fetch(url, { headers: { authorization } })
    const text = await response.text()
    if (round >= 0) milliseconds.push(performance.now() - began)
    if (response.status !== 200) throw new Error(`${url}: ${response.status} ${text}`)
    const answer = JSON.parse(text) as { total?: unknown }
    if (typeof answer.total === 'number') total = answer.total
  }
  return { total, figures: figuresOf(milliseconds, milliseconds.reduce((sum, each) => sum + each, 0) / 1000) }
}

async function count(database: Database): Promise<Pick<RiverResults, 'segments' | 'patrols' | 'points'>> {
  const [row] = await database.query<{ segments: number; patrols: number; points: number }>(sql`
    select (select count(*)::integer from river_segments) as segments, count(*)::integer as patrols, sum(points)::integer as points from patrols`)
  return row!
}

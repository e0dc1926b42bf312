import type { Database } from '#api/database/database.ts'
import { migrate } from '#api/database/migrate.ts'
import { openDatabase } from '#api/database/open.ts'
import { startCluster } from '../../setup/cluster.ts'
import type { Figures } from '../figures.ts'
import { say } from '../say.ts'
import { startJiangli } from '../servers.ts'
import { letIn } from '../sign_in.ts'
import { fillResponsibility, SIZES, type Size } from './dataset.ts'
import { measureEvents } from './events.ts'
import { type AreaFigures, measureAreas, measurePoints } from './questions.ts'

export interface ResponsibilityResults {
  readonly grids: number
  readonly assignments: number
  readonly points: { readonly connections: number; readonly whole: Figures; readonly tenth: Figures }[]
  readonly areas: AreaFigures[]
  readonly events: Figures
}

const CONNECTIONS = [1, 8]

/** Who is responsible, on a PostgreSQL of its own: the whole set, and a tenth of it in a cluster beside. */
export async function measureResponsibility(): Promise<ResponsibilityResults> {
  return withFilled(SIZES.whole, async (whole, wholeUrl) => {
    const [counts] = await whole.query<{ grids: number; assignments: number }>({
      text: 'select (select count(*) from grids)::integer as grids, (select count(*) from assignments)::integer as assignments',
      values: [],
    })
    const points = await withFilled(SIZES.tenth, async (tenth, tenthUrl) => {
      const rows: ResponsibilityResults['points'] = []
      for (const connections of CONNECTIONS) {
        say(`whose is a place, ${connections} connections …`)
        rows.push({
          connections,
          tenth: await measurePoints(tenth, tenthUrl, SIZES.tenth, connections),
          whole: await measurePoints(whole, wholeUrl, SIZES.whole, connections),
        })
      }
      return rows
    })
    say('what is in an area …')
    const areas = await measureAreas(whole, wholeUrl, SIZES.whole)
    say('news to open consoles …')
    return { ...counts!, points, areas, events: await measureEvents(whole, wholeUrl) }
  })
}

async function withFilled<Result>(size: Size, work: (database: Database, url: string) => Promise<Result>): Promise<Result> {
  const cluster = await startCluster()
  try {
    const database = await openDatabase({ url: cluster.url })
    say(`Filling ${size.columns * size.rows} communities with grids and people …`)
    await migrate(database)
    await fillResponsibility(database, size)
    await letIn(database)
    const server = await startJiangli(cluster.url, 16)
    try {
      return await work(database, server.url)
    } finally {
      await server.stop()
      await database.close()
    }
  } finally {
    await cluster.stop()
  }
}

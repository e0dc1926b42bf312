/** What a desk waits for when a county has had cases for years: its queues and its ranking, over HTTP. */
import { migrate } from '#api/database/migrate.ts'
import { openDatabase } from '#api/database/open.ts'
import { startCluster } from '../../setup/cluster.ts'
import { type Figures, figuresOf } from '../figures.ts'
import { say } from '../say.ts'
import { startJiangli } from '../servers.ts'
import { AUTHORIZATION, letIn } from '../sign_in.ts'
import { CASES, differences, fillCases } from './dataset.ts'

export interface CaseResults {
  readonly cases: number
  readonly questions: readonly { readonly scenario: string; readonly judged: boolean; readonly figures: Figures }[]
}

const DAY_MS = 86_400_000
const dayBefore = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10)
const period = (days: number): string => `from=${dayBefore(days)}&to=${dayBefore(1)}`

const QUESTIONS = [
  { scenario: 'queue: overdue first', judged: true, paths: ['/api/cases?queue=open&sort=due'] },
  { scenario: 'queue: to handle, of one town', judged: true, paths: ['/api/cases?queue=in_hand&territory=411825103'] },
  { scenario: 'how many in each queue', judged: true, paths: ['/api/cases/counts'] },
  { scenario: 'all that ended, the latest first', judged: false, paths: ['/api/cases?queue=ended&sort=changed'] },
  {
    scenario: 'ranking of a month',
    judged: true,
    paths: ['town', 'community', 'organisation', 'person', 'kind'].map((by) => `/api/cases/evaluation?by=${by}&${period(30)}`),
  },
  ...[
    { level: 2, grids: 504 },
    { level: 3, grids: 4536 },
  ].map(({ level, grids }) => ({
    scenario: `ranking of a month by ${grids} grids`,
    judged: true,
    paths: [`/api/cases/evaluation?by=grid&scheme=governance&level=${level}&${period(30)}`],
  })),
  {
    scenario: 'ranking of a year',
    judged: true,
    paths: ['town', 'organisation'].map((by) => `/api/cases/evaluation?by=${by}&${period(365)}`),
  },
  {
    scenario: 'ranking of all three years',
    judged: true,
    paths: ['town', 'organisation'].map((by) => `/api/cases/evaluation?by=${by}&${period(1100)}`),
  },
] as const

export async function measureCases(): Promise<CaseResults> {
  const cluster = await startCluster()
  try {
    const database = await openDatabase({ url: cluster.url })
    say(`Filling ${CASES.toLocaleString('en')} cases …`)
    await migrate(database)
    await fillCases(database)
    const different = await differences(database)
    if (different > 0) throw new Error(`${different} cases are not what their steps tell`)
    await letIn(database)
    const server = await startJiangli(cluster.url, 16)
    try {
      const questions: CaseResults['questions'][number][] = []
      for (const { scenario, judged, paths } of QUESTIONS) {
        say(`${scenario} …`)
        questions.push({ scenario, judged, figures: await ask(server.url, paths) })
      }
      return { cases: CASES, questions }
    } finally {
      await server.stop()
      await database.close()
    }
  } finally {
    await cluster.stop()
  }
}

const TIMES = 30

/** One after another, each path as often; the first of each warms up. */
async function ask(url: string, paths: readonly string[]): Promise<Figures> {
  const times: number[] = []
  for (let round = 0; round <= TIMES; round++)
    for (const path of paths) {
      const began = performance.now()
      const response = await fetch(url + path, { headers: { authorization: AUTHORIZATION } })
      const body = await response.text()
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${body}`)
      if (round > 0) times.push(performance.now() - began)
    }
  return figuresOf(times, times.reduce((sum, time) => sum + time, 0) / 1000)
}

// What a test run consists of: checks of the whole tree, then suites of tests, each a project in vitest.config.ts.
import { existsSync } from 'node:fs'
import { TEST_DATABASE_URL } from './environment.ts'
import type { ToolName } from './tools.ts'

export interface Check {
  name: string
  title: string
  /** Programs of the packages, run one after another from the top folder: file under node_modules, arguments. */
  commands: () => [program: string, ...args: string[]][]
}

const TSC = 'typescript/bin/tsc'

export const CHECKS: readonly Check[] = [
  {
    name: 'types',
    title: 'Types',
    commands: () =>
      ['geodata', '.', ...(existsSync('web/tsconfig.json') ? ['web', 'web/worker'] : [])].map((project) => [TSC, '-p', project]),
  },
  { name: 'lint', title: 'Lint', commands: () => [['@biomejs/biome/bin/biome', 'check', '.']] },
  {
    name: 'build',
    title: 'Build of the console',
    commands: () => (existsSync('web/index.html') ? [['vite/bin/vite.js', 'build', 'web']] : []),
  },
]

export interface Suite {
  name: string
  about: string
  needs: readonly ToolName[]
  /** With these it runs quicker, without them it runs. */
  quicker?: readonly ToolName[]
}

/** In the order in which they run. `env` may name a PostgreSQL server, which then need not be on this machine. */
export function suites(env: NodeJS.ProcessEnv): readonly Suite[] {
  return [
    { name: 'unit', about: 'pure functions, and the rules of the house', needs: [] },
    { name: 'api-embedded', about: 'database tests on the embedded database', needs: [] },
    {
      name: 'api-postgresql',
      about: 'the same tests on PostgreSQL with PostGIS',
      needs: env[TEST_DATABASE_URL] ? [] : ['postgresql'],
    },
    { name: 'system', about: 'real processes: start, import, crashes, GDAL as a client', needs: ['postgresql', 'gdal'] },
    { name: 'browser', about: 'the console in Chromium', needs: ['chromium', 'fonts'], quicker: ['headless_shell'] },
  ]
}

/** The suites that open the built console. */
export const NEED_BUILD: readonly string[] = ['system', 'browser']

export const PART_NAMES: readonly string[] = [...CHECKS, ...suites({})].map((part) => part.name)

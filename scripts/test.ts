// `npm test`: everything that must hold, in order. See `npm test -- --help`.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Cluster, startCluster } from './setup/cluster.ts'
import { forgetDatabase, TEST_DATABASE_URL } from './setup/environment.ts'
import { type Options, readOptions, usage } from './setup/options.ts'
import { CHECKS, type Suite, suites } from './setup/parts.ts'
import { prepare } from './setup/prepare.ts'
import { run } from './setup/processes.ts'
import { type Counts, type LeftOut, type Outcome, print, printSummary, readCounts, timed } from './setup/report.ts'

const CI = process.env.CI === 'true'

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
const options = readOptions(process.argv.slice(2))
if (typeof options === 'string' || options.help) {
  process.stdout.write(typeof options === 'string' ? `${options}\n` : usage())
  process.exit(typeof options === 'string' ? 2 : 0)
}
forgetDatabase()
// The program that runs at the moment gets the signal too and ends; what remains is to stop the cluster and leave.
let interrupted: number | undefined
process.once('SIGINT', () => {
  interrupted = 130
})
process.once('SIGTERM', () => {
  interrupted = 143
})
process.exitCode = await testAll(options)

async function testAll({ parts, mayInstall, rest }: Options): Promise<number> {
  const wanted = suites(process.env).filter((suite) => parts.has(suite.name))
  const outcomes: Outcome[] = []
  let leftOut: LeftOut[] = []
  let counts: Counts = { passed: 0, failed: 0, skipped: 0 }
  let cluster: Cluster | undefined
  const step = async (title: string, work: () => Promise<boolean>) => {
    if (interrupted === undefined) outcomes.push(await timed(title, work))
  }

  try {
    await step('Set-up', async () => {
      leftOut = await prepare(wanted, mayInstall)
      const started = await provideDatabase(remaining(wanted, leftOut))
      if (started.trouble) leftOut.push(started.trouble)
      cluster = started.cluster
      return !started.trouble
    })
    for (const check of CHECKS.filter(({ name }) => parts.has(name))) {
      const commands = check.commands()
      if (commands.length > 0) await step(check.title, () => runAll(commands))
    }
    const projects = remaining(wanted, leftOut).map((suite) => suite.name)
    if (projects.length > 0) {
      await step('Tests', async () => {
        print(projects.join(', '))
        counts = await runTests(projects, rest)
        return counts.failed === 0
      })
    }
  } finally {
    await cluster?.stop()
  }
  if (interrupted !== undefined) {
    print('Interrupted.')
    return interrupted
  }
  printSummary(outcomes, leftOut, counts, CI)
  // Where nothing of what was asked for could run, "0 failed" must not look like success.
  const tooMuchLeftOut = leftOut.length > 0 && (CI || leftOut.length === wanted.length)
  return outcomes.every((outcome) => outcome.passed) && !tooMuchLeftOut ? 0 : 1
}

function remaining(wanted: readonly Suite[], leftOut: readonly LeftOut[]): Suite[] {
  return wanted.filter((suite) => !leftOut.some((left) => left.suite === suite.name))
}

/** One cluster for the whole run, when a suite asks for one and the environment does not name a server. */
async function provideDatabase(running: readonly Suite[]): Promise<{ cluster?: Cluster; trouble?: LeftOut }> {
  const suite = running.find(({ name }) => name === 'api-postgresql')
  if (!suite || process.env[TEST_DATABASE_URL]) return {}
  try {
    const cluster = await startCluster()
    process.env[TEST_DATABASE_URL] = cluster.url
    print(`started  a private PostgreSQL cluster on port ${cluster.port}`)
    return { cluster }
  } catch (error) {
    print(error instanceof Error ? error.message : String(error))
    const remedy = 'see the message under Set-up, or set JIANGLI_TEST_DATABASE_URL to a server for tests'
    return { trouble: { suite: suite.name, reason: 'the private PostgreSQL cluster could not be started', remedy } }
  }
}

async function runAll(commands: readonly [string, ...string[]][]): Promise<boolean> {
  let passed = true
  for (const [program, ...args] of commands) {
    const { code } = await run(process.execPath, [join('node_modules', program), ...args])
    if (code !== 0) passed = false
  }
  return passed
}

async function runTests(projects: readonly string[], rest: readonly string[]): Promise<Counts> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangli-test-'))
  const reportFile = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  // A suite may be run by several projects, whose names begin with its own.
  const chosen = projects.map((project) => `--project=${project}*`)
  try {
    const { code } = await run(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...chosen, ...reporters, ...rest])
    return await readCounts(reportFile, code === 0)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

// `npm run seed` and `npm start` as processes, for tests that wait for a line, an end, or kill in between.
import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type DatabaseLocation, openDatabase } from '#api/database/open.ts'
import { sql } from '#api/database/sql.ts'
import { withoutDatabase } from '../../scripts/setup/environment.ts'

const RUN = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url))

export interface Ended {
  /** Null when it was killed. */
  readonly code: number | null
  readonly output: string
}

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** Resolves when this has been printed. Rejects when the process ends before. */
  printed(text: string, seconds: number): Promise<void>
}

export const environmentOf = (location: DatabaseLocation): Record<string, string> =>
  'url' in location ? { DATABASE_URL: location.url } : { JIANGLI_DATA: location.folder }

/** Runs a command of Jiangli; without a database in `env` it finds none. */
export function runCommand(command: 'seed' | 'start', args: readonly string[], env: Record<string, string>): Running {
  const child = spawn(process.execPath, [RUN, command, ...args], {
    env: { ...withoutDatabase(process.env), LC_ALL: 'C.UTF-8', JIANGLI_DATA: '/proc/nowhere', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A test that breaks off must not leave a process behind.
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code) => {
      process.off('exit', kill)
      resolve({ code, output })
    }),
  )
  const printed = async (text: string, seconds: number) => {
    const deadline = Date.now() + seconds * 1000
    while (!output.includes(text)) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`it never printed "${text}":\n${output}`)
      await sleep(20)
    }
  }
  return { child, ended, printed }
}

export const runSeed = (args: readonly string[], location: DatabaseLocation): Promise<Ended> =>
  runCommand('seed', args, environmentOf(location)).ended

export async function cellsIn(location: DatabaseLocation): Promise<number> {
  const database = await openDatabase(location)
  try {
    return (await database.query<{ count: number }>(sql`select count(*) from unit_cells`))[0]!.count
  } finally {
    await database.close()
  }
}

// A private PostgreSQL cluster for tests: in a temporary folder, on a free port, reachable from this machine only, gone afterwards.
// A cluster that the system runs is neither used nor touched.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { chown, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { withoutDatabase } from './environment.ts'
import { freePort } from './ports.ts'
import { findPostgres } from './postgres.ts'
import { childrenOf, isRunning, outputOf, run } from './processes.ts'
import { startReaper } from './reaper.ts'

const START_SECONDS = 30
const ADDRESS = '127.0.0.1'
/** Nothing in a test's database need outlive the machine. */
const HASTE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

export interface Cluster {
  /** Of the superuser, to the database `postgres`. */
  url: string
  port: number
  dataFolder: string
  /** Ends the server and deletes its data. */
  stop(): Promise<void>
  /** Ends the server and all its processes at once, as a crash does. The data stays as it is. */
  kill(): Promise<void>
  /** Starts the server again on the same data and the same port. */
  start(): Promise<void>
}

/** `durable` keeps the server's own settings for writing to disk, for tests of what a crash leaves behind. */
export async function startCluster({ durable = false } = {}): Promise<Cluster> {
  const server = findPostgres()
  if (!server) throw new Error('No PostgreSQL server with PostGIS was found on this machine.')
  const user = serverUser()
  const folder = join(tmpdir(), `jiangli-postgresql-${randomBytes(6).toString('hex')}`)
  // First who deletes it, then the folder, in one go: this process may be ended at any await.
  const dismissReaper = startReaper(folder)
  mkdirSync(folder, { mode: 0o700 })
  const remove = async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    dismissReaper()
  }
  try {
    const dataFolder = join(folder, 'data')
    const password = await initialise(server.binFolder, folder, dataFolder, user)
    const port = await freePort()
    const settings = [`port=${port}`, `listen_addresses=${ADDRESS}`, `unix_socket_directories=${folder}`, 'max_connections=100']
    const args = ['-D', dataFolder, ...[...settings, ...(durable ? [] : HASTE)].flatMap((setting) => ['-c', setting])]
    const launch = () => startServer(join(server.binFolder, 'postgres'), args, folder, user)
    let postmaster = await launch()
    return {
      url: `postgres://postgres:${password}@${ADDRESS}:${port}/postgres`,
      port,
      dataFolder,
      stop: async () => {
        // "Immediate": there is nothing to write down for data that is deleted next.
        await end(postmaster, 'SIGQUIT')
        await remove()
      },
      kill: () => crash(postmaster),
      start: async () => {
        postmaster = await launch()
      },
    }
  } catch (error) {
    await remove()
    throw error
  }
}

interface ServerUser {
  uid?: number
  gid?: number
}

/** PostgreSQL refuses to run as root; the account that its package created will do, or any without rights. */
function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [outputOf('id', ['-u', name]), outputOf('id', ['-g', name])]
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" to run it as.')
}

/** Creates the data folder and returns the superuser's password: other users of this machine can reach the port as well. */
async function initialise(binFolder: string, folder: string, dataFolder: string, user: ServerUser): Promise<string> {
  const password = randomBytes(16).toString('hex')
  const passwordFile = join(folder, 'password')
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(folder, user.uid, user.gid)
    await chown(passwordFile, user.uid, user.gid)
  }
  const options = [
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]
  const { code, output } = await run(join(binFolder, 'initdb'), ['-D', dataFolder, ...options], {
    ...inFolder(folder, user),
    quiet: true,
  })
  if (code !== 0) throw new Error(`initdb failed:\n${output}`)
  return password
}

async function startServer(program: string, args: string[], folder: string, user: ServerUser): Promise<ChildProcess> {
  const logFile = join(folder, 'log')
  const log = await open(logFile, 'a')
  // Detached: Ctrl-C in the terminal is for the tests; the server is stopped by its owner or by the reaper.
  const postmaster = spawn(program, args, { ...inFolder(folder, user), detached: true, stdio: ['ignore', log.fd, log.fd] })
  postmaster.unref()
  await log.close()
  const deadline = Date.now() + START_SECONDS * 1000
  while (!(await isReady(join(folder, 'data'), postmaster.pid))) {
    if (postmaster.exitCode === null && postmaster.signalCode === null && Date.now() < deadline) await sleep(20)
    else {
      await end(postmaster, 'SIGKILL')
      throw new Error(`PostgreSQL did not start:\n${(await readFile(logFile, 'utf8')).slice(-2000)}`)
    }
  }
  return postmaster
}

/** PostgreSQL writes its process number into the first line of this file, and "ready" into the eighth. */
async function isReady(dataFolder: string, pid: number | undefined): Promise<boolean> {
  const lines = (await readFile(join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/** Children first, while the postmaster is held: otherwise it would notice their death and begin to recover. */
async function crash(postmaster: ChildProcess): Promise<void> {
  postmaster.kill('SIGSTOP')
  const children = postmaster.pid === undefined ? [] : childrenOf(postmaster.pid)
  for (const child of children) process.kill(child, 'SIGKILL')
  await end(postmaster, 'SIGKILL')
  while (children.some(isRunning)) await sleep(10)
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.ref()
  child.kill(signal)
  const insist = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(insist)
}

function inFolder(cwd: string, user: ServerUser) {
  return { ...user, cwd, env: withoutDatabase(process.env) }
}

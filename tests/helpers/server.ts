// Jiangli as users start it: a process of its own, on a free port and a data folder of the test.
import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { withoutDatabase } from '../../scripts/setup/environment.ts'
import { freePort } from '../../scripts/setup/ports.ts'
import { administratorOf } from './sign_in.ts'

const RUN = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url))
const READY = /https?:\/\/127\.0\.0\.1:\d+/

export interface ServerOptions {
  dataFolder: string
  /** Added to the environment of the tests, from which everything that leads to a database has been taken out. */
  env?: Record<string, string>
  /** A port taken earlier, to start again where one has stopped. */
  port?: number
  /** How long to wait: the embedded database takes 11 s to open for the first time, and a data set some time to fill. */
  seconds?: number
}

export interface Server {
  url: string
  port: number
  child: ChildProcess
  /** All that was printed until now, on stdout and stderr. */
  output(): string
  /** Headers with which an administrator asks. The first call signs in and, where it must, changes the password. */
  headers(): Promise<Record<string, string>>
  /** Asks for a path as that administrator. */
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** Asks the server to end, as Ctrl-C does, and returns its exit code. Null when it had to be killed. */
  stop(): Promise<number | null>
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>
}

/** Starts the server and waits until it says where it listens. Throws with its output when it ends before that. */
export async function startServer({ dataFolder, env = {}, port, seconds = 180 }: ServerOptions): Promise<Server> {
  const ownPort = port ?? (await freePort())
  const child = spawn(process.execPath, [RUN, 'start'], {
    env: { ...withoutDatabase(process.env), PORT: String(ownPort), JIANGLI_DATA: dataFolder, JIANGLI_DEMO: 'town', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = collectOutput(child)
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  // A test that breaks off must not leave a server behind.
  const killOnExit = () => void child.kill('SIGKILL')
  process.once('exit', killOnExit)
  void ended.then(() => process.off('exit', killOnExit))

  const url = await waitForAddress(child, output, seconds)
  let signedIn: Promise<Record<string, string>> | undefined
  const headers = () => {
    signedIn ??= administratorOf(url, output())
    return signedIn
  }
  return {
    url,
    port: ownPort,
    child,
    output,
    headers,
    get: async (path, more = {}) => fetch(`${url}${path}`, { headers: { ...(await headers()), ...more } }),
    stop: async () => {
      child.kill('SIGINT')
      const insist = setTimeout(() => child.kill('SIGKILL'), 20_000)
      return ended.finally(() => clearTimeout(insist))
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function collectOutput(child: ChildProcess): () => string {
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return () => output
}

async function waitForAddress(child: ChildProcess, output: () => string, seconds: number): Promise<string> {
  const deadline = Date.now() + seconds * 1000
  while (Date.now() < deadline) {
    const url = READY.exec(output())?.[0]
    if (url) return url
    if (child.exitCode !== null || child.signalCode !== null) {
      await sleep(50)
      throw new Error(`The server ended with ${child.exitCode ?? child.signalCode} before it was ready. It printed:\n${output()}`)
    }
    await sleep(50)
  }
  child.kill('SIGKILL')
  throw new Error(`The server was not ready after ${seconds} s. It printed:\n${output()}`)
}

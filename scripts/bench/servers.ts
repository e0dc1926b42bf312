import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { withoutDatabase } from '../setup/environment.ts'
import { freePort } from '../setup/ports.ts'

export interface MeasuredServer {
  readonly url: string
  /** Resident memory in megabytes; undefined where there is no /proc. */
  memory(): Promise<number | undefined>
  stop(): Promise<void>
}

const HOME = fileURLToPath(new URL('../../', import.meta.url))

/** Jiangli itself, as users start it. */
export async function startJiangli(databaseUrl: string, tileCacheMegabytes: number): Promise<MeasuredServer> {
  const env = { DATABASE_URL: databaseUrl, PORT: String(await freePort()), JIANGLI_TILE_CACHE_MB: String(tileCacheMegabytes) }
  return serve(['scripts/run.mjs', 'start'], { ...withoutDatabase(process.env), ...env })
}

export const startConstant = (bytes: number): Promise<MeasuredServer> =>
  serve(['--import', 'tsx', 'scripts/bench/constant_server.ts', String(bytes)], process.env)

async function serve(args: readonly string[], env: NodeJS.ProcessEnv): Promise<MeasuredServer> {
  const child = spawn(process.execPath, args, { cwd: HOME, env, stdio: ['ignore', 'pipe', 'inherit'] })
  // A benchmark that breaks off must not leave a server behind.
  process.once('exit', () => child.kill('SIGKILL'))
  const url = await addressOf(child)
  return {
    url,
    memory: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '')
      const kilobytes = /^VmRSS:\s+(\d+)/m.exec(status)?.[1]
      return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024)
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (url) resolve(url)
    })
    child.once('close', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
}

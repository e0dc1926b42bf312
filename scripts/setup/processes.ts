// Running programs, and looking at those that run.
import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, readdirSync, readFileSync, statSync } from 'node:fs'
import { constants as osConstants } from 'node:os'
import { delimiter, join } from 'node:path'

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Where a program lies, looked for along PATH. */
export function findOnPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, name)).find(isProgram)
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** What a short program prints; undefined when it is missing, fails or takes more than twenty seconds. */
export function outputOf(command: string, args: string[]): string | undefined {
  const result = spawnSync(command, args, { encoding: 'utf8', timeout: 20_000, stdio: ['ignore', 'pipe', 'ignore'] })
  return result.status === 0 ? result.stdout.trim() : undefined
}

export interface Ended {
  /** As a shell tells it: the exit code, or 128 and the signal's number. */
  code: number
  /** Everything printed, when asked to be kept and not shown. */
  output: string
}

/** Runs a program to its end. A signal sent to this process reaches the program, and this process outlives it. */
export function run(command: string, args: string[], options: SpawnOptions & { quiet?: boolean } = {}): Promise<Ended> {
  const { quiet = false, ...rest } = options
  const child = spawn(command, args, { stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit', ...rest })
  const pass = (signal: NodeJS.Signals) => void child.kill(signal)
  for (const signal of PASSED_ON) process.on(signal, pass)
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  return new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: code ?? 128 + osConstants.signals[signal ?? 'SIGKILL'], output }))
  }).finally(() => {
    for (const signal of PASSED_ON) process.off(signal, pass)
  })
}

/** The processes that `pid` has started and that still run. */
export function childrenOf(pid: number): number[] {
  return processes().flatMap((other) => (other.parent === pid && other.state !== 'Z' ? [other.pid] : []))
}

export function isRunning(pid: number): boolean {
  return processes().some((other) => other.pid === pid && other.state !== 'Z')
}

/** From /proc where there is one: `ps` is missing from many containers. */
function processes(): { pid: number; parent: number; state: string }[] {
  const numbered = (() => {
    try {
      return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    } catch {
      return []
    }
  })()
  const lines =
    numbered.length > 0 ? numbered.map(statusLine) : (outputOf('ps', ['-A', '-o', 'pid=,ppid=,state=']) ?? '').split('\n')
  return lines.flatMap((line) => {
    const [pid, parent, state] = line.trim().split(/\s+/)
    return pid && parent && state ? [{ pid: Number(pid), parent: Number(parent), state: state.charAt(0) }] : []
  })
}

/** "pid parent state" of one process; empty when it ended meanwhile. Its name, in brackets, may hold spaces and brackets. */
function statusLine(pid: string): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return `${pid} ${parent} ${state}`
  } catch {
    return ''
  }
}

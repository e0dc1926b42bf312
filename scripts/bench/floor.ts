/** The floor: the tile statements alone, by pgbench with prepared statements. No server can be quicker than its own question. */
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { postgisTileStatement } from '#tiles/postgis.ts'
import type { Statement } from '#tiles/sql.ts'
import { type Figures, figuresOf } from './figures.ts'
import { type Address, addresses, type Scenario } from './scenarios.ts'

/**
 * pgbench knows no list of values: each tile is a statement of its own, which every connection first has to prepare. That second does
 * not count, as it does not for the server.
 */
const WARM_UP_SECONDS = 1

/** As the server's own connections have it. */
const SETTINGS = '-c jit=off -c max_parallel_workers_per_gather=0'

export async function measureFloor(
  { pgbench, url, seconds }: { pgbench: string; url: string; seconds: number },
  scenario: Scenario,
  connections: number,
): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangli-bench-'))
  try {
    const files = await writeScripts(folder, scenario)
    const args = [
      '-n',
      '-M',
      'prepared',
      '-c',
      String(connections),
      '-j',
      '2',
      '-T',
      String(WARM_UP_SECONDS + seconds),
      '-l',
      `--log-prefix=${join(folder, 'log')}`,
    ]
    await run(pgbench, [...args, ...files.flatMap((file) => ['-f', file]), url])
    return figuresOf(await readLatencies(folder, seconds), seconds)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function writeScripts(folder: string, { layers, zooms }: Scenario): Promise<string[]> {
  const write = async (address: Address, index: number) => {
    const file = join(folder, `${index}.sql`)
    await writeFile(file, `${literal(postgisTileStatement(layers, address))};\n`)
    return file
  }
  return Promise.all(addresses(zooms).map(write))
}

/** With the values written into the statement. */
const literal = ({ text, values }: Statement): string =>
  text.replace(/\$(\d+)/g, (_, number: string) => {
    const value = values[Number(number) - 1]
    if (value === null || value === undefined) return 'null'
    if (Array.isArray(value)) return `array[${value.map((one) => `'${one}'`).join(',')}]`
    return typeof value === 'number' ? `(${value})` : `'${value}'`
  })

/** Of the last seconds, from pgbench's log: client, transaction, microseconds it took, script, seconds and microseconds of its end. */
async function readLatencies(folder: string, seconds: number): Promise<number[]> {
  const logs = (await readdir(folder)).filter((name) => name.startsWith('log'))
  const texts = await Promise.all(logs.map((name) => readFile(join(folder, name), 'utf8')))
  const ended = texts
    .flatMap((text) => text.trim().split('\n'))
    .map((line) => {
      const [, , took, , second, microsecond] = line.split(' ').map(Number)
      return { milliseconds: took! / 1000, at: second! + microsecond! / 1e6 }
    })
  const last = ended.reduce((latest, { at }) => Math.max(latest, at), 0)
  return ended.flatMap(({ milliseconds, at }) => (at > last - seconds ? [milliseconds] : []))
}

function run(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, { env: { ...process.env, PGOPTIONS: SETTINGS }, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`pgbench ended with ${code}: ${said.slice(-2000)}`))))
  })
}

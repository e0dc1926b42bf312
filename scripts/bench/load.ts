import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from '../setup/processes.ts'
import type { Figures } from './figures.ts'
import { AUTHORIZATION } from './sign_in.ts'

const SCRIPT = fileURLToPath(new URL('load.lua', import.meta.url))

/**
 * Asks for the paths in turn over so many kept connections, each with one request under way, for so many seconds. By wrk: written in
 * Node, the asker takes as much of the processor as the server.
 */
export async function load(
  url: string,
  paths: readonly string[],
  { connections, seconds, encoding = 'identity' }: { connections: number; seconds: number; encoding?: 'identity' | 'gzip' },
): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'jiangli-bench-'))
  try {
    const file = join(folder, 'paths')
    await writeFile(file, paths.map((path) => `${path}\n`).join(''))
    const args = [
      '-t',
      '1',
      '-c',
      String(connections),
      '-d',
      `${seconds}s`,
      '-s',
      SCRIPT,
      url,
      '--',
      file,
      encoding,
      AUTHORIZATION,
    ]
    const { code, output } = await run('wrk', args, { quiet: true })
    const [, p50, p95, perSecond, failed] = /^figures: (\d+) (\d+) ([\d.]+) (\d+)$/m.exec(output) ?? []
    if (code !== 0 || failed !== '0') throw new Error(`wrk on ${url} ended with ${code}:\n${output}`)
    return { p50: Number(p50) / 1000, p95: Number(p95) / 1000, perSecond: Number(perSecond) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Resolves to the number of bytes that travel. On a connection of its own: a kept one may just be closed by the server. */
export function ask(url: string, encoding = 'identity'): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false, headers: { 'accept-encoding': encoding, authorization: AUTHORIZATION } }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () =>
        response.statusCode! < 400 ? resolve(bytes) : reject(new Error(`${url}: ${response.statusCode}`)),
      )
    }).on('error', reject)
  })
}

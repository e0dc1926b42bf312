import { Agent, get } from 'node:http'
import { type Figures, figuresOf } from './figures.ts'

/** Asks for the paths in turn over so many kept connections, each with one request under way, for so many seconds. */
export async function load(
  url: string,
  paths: readonly string[],
  { connections, seconds, encoding = 'identity' }: { connections: number; seconds: number; encoding?: 'identity' | 'gzip' },
): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const milliseconds: number[] = []
  const end = performance.now() + seconds * 1000
  let next = 0
  const worker = async () => {
    while (performance.now() < end) {
      const path = paths[next++ % paths.length]!
      const began = performance.now()
      await ask(`${url}${path}`, encoding, agent)
      milliseconds.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  agent.destroy()
  return figuresOf(milliseconds, seconds)
}

/** Resolves to the number of bytes. */
export function ask(url: string, encoding = 'identity', agent?: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { ...(agent ? { agent } : {}), headers: { 'accept-encoding': encoding } }, (response) => {
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

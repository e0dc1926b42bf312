// The whole API on a test database of its own, listening on a free port: tests speak HTTP to it as everybody does.
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { type AppOptions, buildApp } from '#api/app.ts'
import type { Database } from '#api/database/database.ts'
import { loadDemo } from '#api/demo/store.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'

export interface TestApp {
  readonly app: FastifyInstance
  readonly database: Database
  readonly location: TestDatabase['location']
  /** Scheme, host and port. */
  readonly url: string
  readonly port: number
  /** Asks for a path; its answer may be of any status. */
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** Asks for a path and reads the JSON of an answer that must be 200. */
  json<Body = Json>(path: string, headers?: Record<string, string>): Promise<Body>
  close(): Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: a test asserts what an answer holds, that is its point
export type Json = any

/** The API over the demo county. `demo: false` leaves the tables empty. */
export async function startApp({ demo = true, ...options }: AppOptions & { demo?: boolean } = {}): Promise<TestApp> {
  const { database, location, close } = await openTestDatabase()
  if (demo) await loadDemo(database, 'town')
  const app = await buildApp(database, { logLevel: 'silent', ...options })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${url}${path}`, { headers })
  return {
    app,
    database,
    location,
    url,
    port,
    get,
    json: async (path, headers) => {
      const response = await get(path, headers)
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
      return (await response.json()) as never
    },
    close: async () => {
      await app.close()
      await close()
    },
  }
}

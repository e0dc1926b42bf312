// The whole API on a test database of its own, listening on a free port: tests speak HTTP to it as everybody does.
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Grant } from '#api/access/visitor.ts'
import { type AppOptions, buildApp } from '#api/app.ts'
import type { Database } from '#api/database/database.ts'
import { makeAccount } from './accounts.ts'
import { openTestDatabase, type TestDatabase, testedDatabase } from './database.ts'

export interface TestApp {
  readonly app: FastifyInstance
  readonly database: Database
  readonly location: TestDatabase['location']
  /** Scheme, host and port. */
  readonly url: string
  readonly port: number
  /** Asks for a path or one of our own links as an administrator of everywhere, unless the headers say who else. */
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** Asks for a path and reads the JSON of an answer that must be 200. */
  json<Body = Json>(path: string, headers?: Record<string, string>): Promise<Body>
  /** Sends as that administrator, unless the headers say who else; what is no text goes as JSON. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  /** Headers with which that administrator asks. */
  readonly administrator: Record<string, string>
  /** Headers with which a new account of these roles asks. */
  signIn(roles: readonly Grant[], details?: { person_id?: number }): Promise<Record<string, string>>
  close(): Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: a test asserts what an answer holds, that is its point
export type Json = any

/** The API over the demo county. `demo: false` leaves the tables empty. */
export async function startApp({ demo = true, ...options }: AppOptions & { demo?: boolean } = {}): Promise<TestApp> {
  const { database, location, close } = await openTestDatabase(testedDatabase(), demo ? 'town' : 'empty')
  await database.restrict()
  const app = await buildApp(database, { logLevel: 'silent', ...options })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const signIn: TestApp['signIn'] = (roles, details) => makeAccount(database, roles, details)
  const administrator = await signIn([{ role: 'administrator', territory_code: '' }])
  const addressOf = (path: string) => (path.startsWith(`${url}/`) ? path : `${url}${path}`)
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(addressOf(path), { headers: { ...administrator, ...headers } })
  const send: TestApp['send'] = (method, path, body, headers = {}) => {
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    return fetch(addressOf(path), { method, headers: { ...administrator, ...type, ...headers }, ...sent })
  }
  return {
    app,
    database,
    location,
    url,
    port,
    get,
    send,
    signIn,
    administrator,
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

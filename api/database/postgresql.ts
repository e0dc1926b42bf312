import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { APPLICATION_ROLE, type Database, DatabaseError, type Queryable, type Transaction } from './database.ts'
import type { Statement } from './sql.ts'
import { VALUE_PARSERS } from './values.ts'

/**
 * Settings of every connection. Parallel workers and just-in-time compilation make tiles up to three times slower:
 * each worker loads PostGIS and PROJ anew, and compiling takes longer than the query.
 */
const SESSION_SETTINGS = '-c jit=off -c max_parallel_workers_per_gather=0 -c timezone=UTC -c statement_timeout=60000'
const RECONNECT_MS = 1000
const CONNECTION_TIMEOUT_MS = 30_000

const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    VALUE_PARSERS[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

/** Connects to a PostgreSQL server with PostGIS. Rejects when it can't be reached. */
export async function openPostgresql(url: string, ownerUrl = url, connections = 8): Promise<Database> {
  const config: pg.ClientConfig = { connectionString: ownerUrl, options: SESSION_SETTINGS, application_name: 'jiangli', types }
  let pool = await openPool(config, connections)
  return {
    kind: 'postgresql',
    query: (statement, options) => run(pool, statement, options),
    transaction: (work) => transact(pool, work),
    listen: (channel, heard, reconnected) => listen(config, channel, heard, reconnected),
    restrict: async () => {
      config.connectionString = url
      config.options = `${SESSION_SETTINGS} -c role=${APPLICATION_ROLE}`
      const unrestricted = pool
      pool = await openPool(config, connections)
      await unrestricted.end()
    },
    close: () => pool.end(),
  }
}

async function openPool(config: pg.ClientConfig, connections: number): Promise<pg.Pool> {
  const pool = new pg.Pool({ ...config, max: connections, connectionTimeoutMillis: CONNECTION_TIMEOUT_MS })
  // An idle connection that the server drops must not end the process; the next query opens a new one.
  pool.on('error', () => {})
  const first = await pool.connect().catch(async (error) => {
    await pool.end()
    throw understood(error)
  })
  first.release()
  return pool
}

const names = new Map<string, string>()

function statementName(text: string): string {
  let name = names.get(text)
  if (name === undefined) {
    name = createHash('sha1').update(text).digest('hex')
    names.set(text, name)
  }
  return name
}

async function run<Row extends object>(
  client: pg.Pool | pg.PoolClient,
  statement: Statement,
  options?: { readonly prepared?: boolean },
): Promise<Row[]> {
  const { text, values } = statement
  try {
    const config = options?.prepared ? { name: statementName(text), text, values } : { text, values }
    return (await client.query(config)).rows as Row[]
  } catch (error) {
    throw understood(error)
  }
}

/** What the driver says, in words of its own, when the connection is gone; the class of SQLSTATE for that is 08. */
const DISCONNECTED = /^(Connection terminated|timeout exceeded when trying|Client has encountered a connection error)/

/** What the system says when the server went away while a statement was being sent. */
const BROKEN = ['EPIPE', 'ECONNRESET']

const understood = (error: unknown): unknown => {
  if (error instanceof pg.DatabaseError) return new DatabaseError(error)
  return error instanceof Error &&
    (DISCONNECTED.test(error.message) || BROKEN.includes((error as NodeJS.ErrnoException).code ?? ''))
    ? new DatabaseError({ message: error.message, code: '08006' })
    : error
}

async function transact<Result>(pool: pg.Pool, work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  const client = await pool.connect().catch((error) => {
    throw understood(error)
  })
  // The statement under way rejects too; without a listener, losing the connection would end the process.
  const lose = () => {}
  client.on('error', lose)
  const query: Queryable['query'] = (statement, options) => run(client, statement, options)
  const script = async (text: string) => {
    try {
      await client.query(text)
    } catch (error) {
      throw understood(error)
    }
  }
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work({ query, script })
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw understood(error)
  } finally {
    client.off('error', lose)
    client.release(broken)
  }
}

/** Listens on a connection of its own, and comes back after a lost one. */
async function listen(
  config: pg.ClientConfig,
  channel: string,
  heard: (payload: string) => void,
  reconnected?: () => void,
): Promise<() => Promise<void>> {
  const stopped = new AbortController()
  let client: pg.Client | undefined

  const connect = async () => {
    const fresh = new pg.Client({ ...config, keepAlive: true, connectionTimeoutMillis: CONNECTION_TIMEOUT_MS })
    fresh.on('notification', ({ payload }) => heard(payload ?? ''))
    fresh.on('error', () => {})
    try {
      await fresh.connect()
      await fresh.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      await fresh.end().catch(() => {})
      throw error
    }
    if (stopped.signal.aborted) return fresh.end()
    client = fresh
    // Only now: a connection that was never made "ends" as well, and each failure would begin two new attempts.
    fresh.once('end', () => void reconnect())
  }
  const reconnect = async () => {
    while (!stopped.signal.aborted) {
      try {
        await sleep(RECONNECT_MS, undefined, stopped)
        await connect()
        return reconnected?.()
      } catch {}
    }
  }
  await connect()
  return async () => {
    stopped.abort()
    await client?.end()
  }
}

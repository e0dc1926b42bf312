import { createHash } from 'node:crypto'
import pg from 'pg'
import { type Database, DatabaseError, type Queryable, type Transaction } from './database.ts'
import type { Sql } from './sql.ts'
import { VALUE_PARSERS } from './values.ts'

/**
 * Settings of every connection. Parallel workers and just-in-time compilation make tiles up to three times slower:
 * each worker loads PostGIS and PROJ anew, and compiling takes longer than the query.
 */
const SESSION_SETTINGS = '-c jit=off -c max_parallel_workers_per_gather=0 -c timezone=UTC -c statement_timeout=60000'
const RECONNECT_MS = 1000

const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    VALUE_PARSERS[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

/** Connects to a PostgreSQL server with PostGIS. Rejects when it can't be reached. */
export async function openPostgresql(connectionString: string, connections = 8): Promise<Database> {
  const config: pg.ClientConfig = { connectionString, options: SESSION_SETTINGS, application_name: 'jiangli', types }
  const pool = new pg.Pool({ ...config, max: connections, connectionTimeoutMillis: 30_000 })
  // An idle connection that the server drops must not end the process; the next query opens a new one.
  pool.on('error', () => {})
  const first = await pool.connect()
  first.release()
  return {
    kind: 'postgresql',
    query: (statement, options) => run(pool, statement, options),
    transaction: (work) => transact(pool, work),
    listen: (channel, heard, reconnected) => listen(config, channel, heard, reconnected),
    close: () => pool.end(),
  }
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
  statement: Sql,
  options?: { readonly prepared?: boolean },
): Promise<Row[]> {
  const { text, values } = statement
  try {
    const config = options?.prepared ? { name: statementName(text), text, values } : { text, values }
    return (await client.query(config)).rows as Row[]
  } catch (error) {
    throw error instanceof pg.DatabaseError ? new DatabaseError(error) : error
  }
}

async function transact<Result>(pool: pg.Pool, work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  const query: Queryable['query'] = (statement, options) => run(client, statement, options)
  const script = async (text: string) => {
    try {
      await client.query(text)
    } catch (error) {
      throw error instanceof pg.DatabaseError ? new DatabaseError(error) : error
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
    throw error
  } finally {
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
  let stopped = false
  let client: pg.Client
  let retry: NodeJS.Timeout | undefined

  const connect = async () => {
    client = new pg.Client({ ...config, keepAlive: true })
    client.on('notification', ({ payload }) => heard(payload ?? ''))
    client.on('error', () => {})
    client.on('end', () => {
      if (!stopped) retry = setTimeout(reconnect, RECONNECT_MS)
    })
    await client.connect()
    await client.query(`listen ${pg.escapeIdentifier(channel)}`)
  }
  const reconnect = async () => {
    try {
      await connect()
      reconnected?.()
    } catch {
      if (!stopped) retry = setTimeout(reconnect, RECONNECT_MS)
    }
  }
  await connect()
  return async () => {
    stopped = true
    clearTimeout(retry)
    await client.end()
  }
}

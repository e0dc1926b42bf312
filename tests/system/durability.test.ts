// What is acknowledged is kept: the process, or the database, is killed in the midst of writing, again and again.
import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Database } from '#api/database/database.ts'
import { migrate } from '#api/database/migrate.ts'
import { type DatabaseLocation, openDatabase } from '#api/database/open.ts'
import { sql } from '#api/database/sql.ts'
import { startCluster } from '../helpers/cluster.ts'
import { copyFolder } from '../helpers/database.ts'
import { openEvents } from '../helpers/event_stream.ts'
import { problemOf } from '../helpers/problems.ts'
import { startServer } from '../helpers/server.ts'
import { ROWS } from '../helpers/writer.ts'

const WRITER = fileURLToPath(new URL('../helpers/writer.ts', import.meta.url))
const EMBEDDED_ROUNDS = 3

interface Writer {
  readonly child: ChildProcess
  /** Numbers of the writes that were acknowledged. */
  acknowledged(): number[]
  readonly ended: Promise<void>
}

/** Starts writing and waits until so many writes are acknowledged. */
async function startWriter(location: DatabaseLocation, begin: number, atLeast = 3): Promise<Writer> {
  const child = spawn(process.execPath, ['--import', 'tsx', WRITER, JSON.stringify(location), String(begin)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  let output = ''
  let errors = ''
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  // The last line may be cut off where the process died: what is not told whole was not acknowledged.
  const acknowledged = () =>
    output
      .split('\n')
      .slice(0, -1)
      .filter((line) => /^\d+$/.test(line))
      .map(Number)
  const deadline = Date.now() + 60_000
  while (acknowledged().length < atLeast) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`the writer did not write: ${output}${errors}`)
    await sleep(10)
  }
  return { child, acknowledged, ended }
}

/** How many rows of each write there are. */
async function stored(database: Database): Promise<Map<number, number>> {
  const rows = await database.query<{ number: number; count: number }>(sql`
    select substr(code, 3)::integer as number, count(*)::integer from hydrants where code like 'w-%' group by code`)
  return new Map(rows.map(({ number, count }) => [number, count]))
}

function expectAllOrNone(kept: Map<number, number>, acknowledged: readonly number[]): void {
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(acknowledged.filter((number) => kept.get(number) !== ROWS)).toEqual([])
  expect([...kept].filter(([, count]) => count !== ROWS)).toEqual([])
}

test('the embedded database keeps every acknowledged write, and none by half, when its process is killed at random moments', async () => {
  const { location, remove } = await copyFolder()
  const acknowledged: number[] = []
  try {
    for (let round = 0; round < EMBEDDED_ROUNDS; round++) {
      const writer = await startWriter(location, 1_000_000 * round)
      await sleep(Math.random() * 800)
      writer.child.kill('SIGKILL')
      await writer.ended
      acknowledged.push(...writer.acknowledged())
    }
    const database = await openDatabase(location)
    expectAllOrNone(await stored(database), acknowledged)
    await database.query(sql`insert into hydrants (geom) values (ST_SetSRID(ST_MakePoint(113, 35), 4326))`)
    await database.close()
  } finally {
    await remove()
  }
}, 240_000)

test('PostgreSQL keeps every acknowledged write, and none by half, when it is killed with all its processes', async () => {
  const cluster = await startCluster({ durable: true })
  const location = { url: cluster.url }
  const acknowledged: number[] = []
  try {
    const database = await openDatabase(location)
    await migrate(database)
    for (let round = 0; round < 3; round++) {
      const writer = await startWriter(location, 1_000_000 * round)
      await sleep(Math.random() * 500)
      await cluster.kill()
      await writer.ended
      acknowledged.push(...writer.acknowledged())
      await cluster.start()
    }
    expectAllOrNone(await stored(database), acknowledged)
    await database.close()
  } finally {
    await cluster.stop()
  }
})

test('a server says so while its database is away, and is itself again when the database is back', async () => {
  const cluster = await startCluster({ durable: true })
  const server = await startServer({ dataFolder: 'unused', env: { DATABASE_URL: cluster.url, JIANGLI_DEMO: 'town' } })
  const add = async () => {
    const database = await openDatabase({ url: cluster.url })
    await database.query(sql`insert into hydrants (geom) values (ST_SetSRID(ST_MakePoint(113, 35), 4326))`)
    await database.close()
  }
  try {
    const stream = await openEvents(server.url, await server.headers())
    const known = () => stream.events.findLast((event) => 'hydrants' in event)!.hydrants
    for (let round = 0; round < 2; round++) {
      await cluster.kill()
      for (const path of ['/healthz', '/api/collections/hydrants/items', '/api/search?q=a', '/api/state']) {
        const problem = await problemOf(await server.get(path, { 'accept-language': 'en' }))
        expect([problem.status, problem.code], path).toEqual([503, 'database_unavailable'])
      }
      expect((await fetch(`${server.url}/api`)).status, 'what needs no database').toBe(200)
      // Long enough that attempts which breed attempts would be many.
      await sleep(4000)
      await cluster.start()
      // Before the server listens again: it has to find out by itself.
      const before = known()
      await add()
      await expect.poll(async () => (await fetch(`${server.url}/healthz`)).status, { timeout: 20_000, interval: 100 }).toBe(200)
      await expect.poll(known, { timeout: 20_000, interval: 50 }).not.toBe(before)
    }
    const told = stream.events.length
    await add()
    await stream.wait((event) => 'hydrants' in event, told, 5000)
    const database = await openDatabase({ url: cluster.url })
    const listening = () =>
      database.query<{ channel: string; count: number }>(sql`
        select query as channel, count(*)::integer from pg_stat_activity
        where query like 'listen %' and application_name = 'jiangli' group by query`)
    // Each listens again when it finds its own connection gone.
    await expect.poll(async () => (await listening()).length, { timeout: 30_000 }).toBeGreaterThan(1)
    for (const { channel, count } of await listening())
      expect(count, `${channel}: one, however often the database was away`).toBe(1)
    await database.close()
    stream.close()
    expect(server.child.exitCode).toBeNull()
  } finally {
    await server.stop()
    await cluster.stop()
  }
})

// The event stream: who listens hears the state of every layer, then each committed change, and nothing else.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { LAYERS } from '#geodata/layers/index.ts'
import { startApp, type TestApp } from '../helpers/app.ts'
import { asOwner } from '../helpers/database.ts'
import { type EventStream, openEvents } from '../helpers/event_stream.ts'

let test: TestApp

beforeAll(async () => {
  test = await startApp({ demo: false })
})
afterAll(() => test.close())

const addHydrant = (queryable = test.database as Pick<TestApp['database'], 'query'>) =>
  queryable.query(sql`insert into hydrants (geom) values (ST_SetSRID(ST_MakePoint(113.2, 35.1), 4326))`)
const versionOf = (token: string | undefined) => Number(token?.split('-')[1])
const isHydrants = (event: Readonly<Record<string, string>>) => 'hydrants' in event

async function listening(work: (stream: EventStream) => Promise<void>): Promise<void> {
  const stream = await openEvents(test.url, test.administrator)
  try {
    await work(stream)
  } finally {
    stream.close()
  }
}

it('the stream is one that no cache or proxy keeps back', async () => {
  const abort = new AbortController()
  const { status, headers } = await fetch(`${test.url}/api/events`, {
    signal: abort.signal,
    headers: { ...test.administrator, 'accept-encoding': 'gzip' },
  })
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('content-encoding')).toBeNull()
  expect(headers.get('x-accel-buffering')).toBe('no')
  abort.abort()
})

it('who connects hears the state of every layer first, the same as /api/state tells', () =>
  listening(async ({ events }) => {
    const { layers } = await test.json('/api/state')
    expect(events).toHaveLength(1)
    expect(Object.keys(events[0]!)).toEqual([
      ...LAYERS.map(({ id }) => id),
      'responsibility',
      'plans',
      'emergency',
      'damage',
      'cases',
      'patrols',
    ])
    for (const { id } of LAYERS) expect(events[0]![id], id).toBe(layers[id].version)
  }))

describe('a change', () => {
  it('is told within a second after its commit, with a higher version, for this layer only', () =>
    listening(async ({ events, wait }) => {
      const delays: number[] = []
      for (let round = 0; round < 5; round++) {
        const told = events.length
        const before = events.findLast(isHydrants)!.hydrants
        await addHydrant()
        const committed = performance.now()
        const event = await wait(isHydrants, told)
        delays.push(performance.now() - committed)
        expect(Object.keys(event)).toEqual(['hydrants'])
        expect(versionOf(event.hydrants)).toBe(versionOf(before) + 1)
      }
      expect(delays.sort((a, b) => a - b)[2]).toBeLessThan(1000)
    }))

  it('is told on commit and not before', () =>
    listening(async ({ events, wait }) => {
      const told = events.length
      await test.database.transaction(async (transaction) => {
        await addHydrant(transaction)
        await sleep(300)
        expect(events.slice(told)).toEqual([])
      })
      await wait(isHydrants, told)
    }))

  it('is never told when it is rolled back', () =>
    listening(async ({ events, wait }) => {
      const told = events.length
      const attempt = test.database.transaction(async (transaction) => {
        await addHydrant(transaction)
        throw new Error('rolled back on purpose')
      })
      await expect(attempt).rejects.toThrow('on purpose')
      await test.database.query(sql`insert into geohazard_points (name, kind, grade, geom)
        values ('later', 'slide', 'small', ST_SetSRID(ST_MakePoint(113, 35), 4326))`)
      await wait((event) => 'geohazard_points' in event, told)
      expect(events.slice(told).filter(isHydrants)).toEqual([])
    }))

  it('of several layers in one transaction is told for each of them', () =>
    listening(async ({ events, wait }) => {
      const told = events.length
      await test.database.transaction(async (transaction) => {
        await addHydrant(transaction)
        await transaction.query(sql`delete from geohazard_points`)
        await addHydrant(transaction)
      })
      await wait((event) => 'geohazard_points' in event, told)
      const last = versionOf((await test.json('/api/state')).layers.hydrants.version)
      await wait(({ hydrants }) => versionOf(hydrants) === last, told)
    }))

  it('by deletion, by truncation, and without a row in the end, is told as well', () =>
    listening(async ({ events, wait }) => {
      for (const statement of [sql`update hydrants set code = 'x'`, sql`delete from hydrants`, sql`truncate hydrants`]) {
        const told = events.length
        // No route truncates; whoever administers the database may.
        await asOwner(test.database, (transaction) => transaction.query(statement))
        await wait(isHydrants, told)
      }
    }))
})

it('everyone who listens hears the same, and who leaves disturbs nobody', async () => {
  const streams = await Promise.all(Array.from({ length: 5 }, () => openEvents(test.url, test.administrator)))
  streams[0]!.close()
  await addHydrant()
  const heard = await Promise.all(streams.slice(1).map((stream) => stream.wait(isHydrants, 1)))
  expect(new Set(heard.map(({ hydrants }) => hydrants)).size).toBe(1)
  for (const stream of streams) stream.close()
})

it('a message of a stranger on the same channel is passed over', () =>
  listening(async ({ events, wait }) => {
    const told = events.length
    for (const payload of [
      '',
      'garbage',
      '{}',
      '[]',
      'null',
      '7',
      '{"layer":"hydrants"}',
      '{"layer":"hydrants","version":"x"}',
      '{"layer":7}',
    ])
      await test.database.query(sql`select pg_notify('layer_changed', ${payload})`)
    await addHydrant()
    const { hydrants } = await wait(isHydrants, told)
    expect(versionOf(hydrants)).toBeGreaterThan(1)
    expect(events.slice(told)).toHaveLength(1)
  }))

it('closing the server ends the streams, at once', async () => {
  const stream = await openEvents(test.url, test.administrator)
  const began = performance.now()
  await test.app.close()
  await stream.ended
  expect(performance.now() - began).toBeLessThan(5000)
})

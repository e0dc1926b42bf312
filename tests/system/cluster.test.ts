// Not the product but the PostgreSQL that its tests rely on.
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { startCluster } from '../helpers/cluster.ts'

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('a durable cluster keeps what was committed when it is killed, and leaves nothing when it is stopped', async () => {
  const cluster = await startCluster({ durable: true })
  try {
    expect(await ask(cluster.url, 'show fsync')).toEqual([{ fsync: 'on' }])
    await ask(cluster.url, `create table kept (name text); insert into kept values ('网格')`)
    await cluster.kill()
    await expect(ask(cluster.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
    await cluster.start()
    expect(await ask(cluster.url, 'select name from kept')).toEqual([{ name: '网格' }])
  } finally {
    await cluster.stop()
  }
  expect(existsSync(dirname(cluster.dataFolder))).toBe(false)
})

test('a cluster in a hurry has PostGIS and does not wait for the disk', async () => {
  const cluster = await startCluster()
  try {
    await ask(cluster.url, 'create extension postgis')
    expect(
      await ask(cluster.url, `select st_area('POLYGON((0 0,2 0,2 2,0 0))'::geometry) as area, current_setting('fsync') as fsync`),
    ).toEqual([{ area: 2, fsync: 'off' }])
    expect(new URL(cluster.url).hostname).toBe('127.0.0.1')
  } finally {
    await cluster.stop()
  }
})

// The server as a user who does not own its tables: whatever it might be made to say, the record of writes stays as it is.
import pg from 'pg'
import { expect, test } from 'vitest'
import { startCluster } from '../../scripts/setup/cluster.ts'
import { startServer } from '../helpers/server.ts'

test('a server whose user is a mere member of the role works, and that user can take no more rights', async () => {
  const cluster = await startCluster()
  const owner = new pg.Client(cluster.url)
  await owner.connect()
  const password = 'only-for-this-test'
  await owner.query('create role jiangli_application nologin')
  await owner.query(`create role server login noinherit password '${password}' in role jiangli_application`)
  const url = Object.assign(new URL(cluster.url), { username: 'server', password }).href
  const env = { DATABASE_URL: url, DATABASE_OWNER_URL: cluster.url, JIANGLI_DEMO: 'town' }
  const server = await startServer({ dataFolder: 'unused', env })
  const intruder = new pg.Client(url)
  try {
    expect((await server.get('/api/collections/hydrants/items?limit=1')).status).toBe(200)
    const made = await fetch(`${server.url}/api/account/tokens`, {
      method: 'POST',
      headers: { ...(await server.headers()), 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'written by a mere member' }),
    })
    expect(made.status).toBe(201)
    await intruder.connect()
    const attempts = [
      'delete from audit_entries',
      'set role jiangli_application; delete from audit_entries',
      'set role none; update audit_entries set account_name = null',
      'set role postgres',
      'set session authorization postgres',
      'alter table audit_entries disable trigger all',
    ]
    for (const attempt of attempts) {
      await expect(intruder.query(attempt), attempt).rejects.toMatchObject({ code: '42501' })
      await intruder.query('reset role')
    }
    const { rows } = await owner.query(`select count(*)::integer as count from audit_entries where subject = 'access_tokens'`)
    expect(rows[0].count).toBeGreaterThan(0)
  } finally {
    await intruder.end().catch(() => {})
    await server.stop()
    await owner.end()
    await cluster.stop()
  }
})

// Connections to PostgreSQL that break: whoever was asking is told, the process lives, the next question is answered.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { startApp, type TestApp } from '../helpers/app.ts'
import { asOwner, testedDatabase } from '../helpers/database.ts'
import { openEvents } from '../helpers/event_stream.ts'

/** The embedded database has no connections that could break. */
describe.skipIf(testedDatabase() === 'embedded')('a broken connection', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await startApp({ demo: false })
  })
  afterAll(() => test.close())

  const one = () => test.database.query<{ one: number }>(sql`select 1 as one`)
  const breakOthers = (which = sql`true`) =>
    asOwner(test.database, (transaction) =>
      transaction.query(sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and ${which}`),
    )

  it('in a transaction rejects it, and nothing of it stays', async () => {
    const attempt = test.database.transaction(async (transaction) => {
      await transaction.query(sql`insert into hydrants (geom) values (ST_SetSRID(ST_MakePoint(113, 35), 4326))`)
      await breakOthers(sql`state = 'idle in transaction'`)
      await new Promise((resolve) => setTimeout(resolve, 200))
      await transaction.query(sql`select 1`)
    })
    await expect(attempt).rejects.toMatchObject({ name: 'DatabaseError', code: expect.stringMatching(/^(08|57P)/) })
    expect(await test.database.query(sql`select from hydrants`)).toEqual([])
  })

  it('that nobody was using is replaced unnoticed', async () => {
    await Promise.all(Array.from({ length: 8 }, one))
    await breakOthers(sql`state = 'idle' and query not like 'listen%'`)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await Promise.all(Array.from({ length: 8 }, one))).toEqual(Array.from({ length: 8 }, () => [{ one: 1 }]))
  })

  it('of the listener is made again, and what was missed meanwhile is told', async () => {
    const stream = await openEvents(test.url, test.administrator)
    await breakOthers(sql`query like 'listen%'`)
    await test.database.query(sql`insert into hydrants (geom) values (ST_SetSRID(ST_MakePoint(113, 35), 4326))`)
    await stream.wait((event) => 'hydrants' in event, 1, 10_000)
    const told = stream.events.length
    await test.database.query(sql`delete from hydrants`)
    await stream.wait((event) => 'hydrants' in event, told, 10_000)
    stream.close()
  })
})

// The record of writes, at its table: it fills itself, and the server that fills it can't change it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { asOwner } from '../helpers/database.ts'
import { makePerson, openBrowser, PASSWORD, trySignIn } from '../helpers/sessions.ts'

let test: TestApp
beforeAll(async () => {
  test = await startApp({ demo: false })
})
afterAll(() => test.close())

const entries = (subject: string, subjectId: number | string) =>
  test.database.query<Json>(sql`
    select * from audit_entries where subject = ${subject} and subject_id = ${String(subjectId)} order by id`)

async function makeAccount(): Promise<Json> {
  const roles = [{ role: 'viewer', territory_code: '' }]
  return (await test.send('POST', '/api/accounts', { name: `kept-${Math.random()}`, roles })).json()
}

describe('a write', () => {
  it('leaves who, when, from where and how, and what it made', async () => {
    const began = Date.now()
    const { account: writer } = await test.json('/api/session')
    const { id, name } = await makeAccount()
    const [made, ...more] = (await entries('accounts', id)).filter(({ action }) => action === 'insert')
    expect(more).toEqual([])
    expect(made).toMatchObject({ account_id: writer.id, account_name: writer.name, via: 'token', address: '127.0.0.1' })
    expect(made).toMatchObject({ before: null, after: { id, name, must_change_password: true } })
    expect(Math.abs(Date.parse(made.at) - began)).toBeLessThan(60_000)
    const [role] = await entries('account_roles', id)
    expect(role).toMatchObject({ action: 'insert', after: { role: 'viewer' }, transaction_id: made.transaction_id })
  })

  it('that changes leaves what was there before and what is there after', async () => {
    const { id, version } = await makeAccount()
    await test.send('PATCH', `/api/accounts/${id}`, { display_name: '周海燕' }, { 'if-match': `"${version}"` })
    const changed = (await entries('accounts', id)).find(({ action }) => action === 'update')
    expect(changed.before.display_name).not.toBe('周海燕')
    expect(changed.after).toEqual({ ...changed.before, display_name: '周海燕', version: changed.before.version + 1 })
  })

  it('at the console says so, and so do signing in, being refused, a new password and signing out', async () => {
    const name = await makePerson(test)
    await trySignIn(test.url, name, 'not-the-password')
    const person = await openBrowser(test.url, name)
    await person.send('PUT', '/api/account/password', { present: PASSWORD, password: 'fifteen-ferries-at-dawn' })
    await person.send('DELETE', '/api/session')
    const rows = await test.database.query<Json>(sql`
      select action, via, address from audit_entries
      where account_name = ${name} and action not in ('insert', 'update', 'delete') order by id`)
    expect(rows.map(({ action }) => action)).toEqual(['sign_in_refused', 'sign_in', 'password_changed', 'sign_out'])
    for (const row of rows) expect(row).toMatchObject({ via: 'console', address: '127.0.0.1' })
  })

  it('that is refused or rolled back leaves nothing', async () => {
    const count = async () => (await test.database.query<Json>(sql`select count(*) from audit_entries`))[0].count
    const before = await count()
    await test.send('POST', '/api/accounts', { name: 'a b', roles: [] })
    const attempt = test.database.transaction(async (transaction) => {
      await transaction.query(sql`insert into hydrants (geom) values (ST_SetSRID(ST_MakePoint(113, 35), 4326))`)
      throw new Error('on purpose')
    })
    await expect(attempt).rejects.toThrow('on purpose')
    expect(await count()).toBe(before)
  })

  it('of a feature is told of its layer, and one past the server of the database’s own user', async () => {
    const [row] = await test.database.query<{ id: number }>(
      sql`insert into hydrants (geom) values (ST_SetSRID(ST_MakePoint(113, 35), 4326)) returning id`,
    )
    expect(await entries('hydrants', row!.id)).toMatchObject([
      { action: 'insert', layer: 'hydrants', object_id: row!.id, via: 'database', account_id: null },
    ])
  })
})

describe('the server', () => {
  it.each([
    sql`update audit_entries set account_name = 'somebody else'`,
    sql`delete from audit_entries`,
    sql`truncate audit_entries`,
    sql`insert into audit_entries (account_name, via, action, subject) values ('x', 'console', 'insert', 'people')`,
    sql`drop trigger refuse_change on audit_entries`,
    sql`alter table audit_entries disable trigger all`,
    sql`alter table audit_entries owner to jiangli_application`,
    sql`drop table audit_entries`,
    sql`drop trigger record_write on accounts`,
    sql`alter table assignments disable trigger record_write`,
    sql`truncate hydrants`,
    sql`create or replace function refuse_audit_change() returns trigger language plpgsql as 'begin return null; end'`,
    sql`drop function record_write() cascade`,
    sql`set session_replication_role = replica`,
  ])('can’t: $text', async (statement) => {
    await makeAccount()
    const before = await test.database.query(sql`select * from audit_entries order by id`)
    // In a transaction that is rolled back, so that what should fail and does not is not what the next test begins with.
    const attempt = test.database.transaction(async (transaction) => {
      await transaction.query(statement)
      throw new Error('it could')
    })
    await expect(attempt).rejects.toMatchObject({ name: 'DatabaseError', code: '42501' })
    expect(await test.database.query(sql`select * from audit_entries order by id`)).toEqual(before)
  })
})

it.each([sql`update audit_entries set via = 'x'`, sql`delete from audit_entries`, sql`truncate audit_entries`])(
  'not even the tables’ owner can, by mistake: $text',
  async (statement) => {
    await makeAccount()
    await expect(asOwner(test.database, (transaction) => transaction.query(statement))).rejects.toThrow(/never changed/)
  },
)

it('no secret is in it: neither passwords nor tokens, nor what is kept of them', async () => {
  const account = await makeAccount()
  const { token } = (await (await test.send('POST', '/api/account/tokens', { name: 'a' })).json()) as Json
  const { cookie, csrf } = await openBrowser(test.url, account.name, account.one_time_password)
  const kept = await test.database.query<{ secret: string }>(sql`
    select password_hash as secret from accounts where password_hash <> 'none'
    union select token_hash from access_tokens union select token_hash from sessions`)
  expect(kept.length).toBeGreaterThan(2)
  const secrets = [...kept.map(({ secret }) => secret), token, cookie.split('=')[1]!, csrf, account.one_time_password]
  const [{ text }] = await test.database.query<Json>(sql`select string_agg(audit_entries::text, ' ') as text from audit_entries`)
  for (const secret of secrets) expect(text.includes(secret), secret.slice(0, 12)).toBe(false)
  expect(text).not.toMatch(/\$argon2|password_hash|token_hash/)
})

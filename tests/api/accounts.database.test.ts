// Accounts and access tokens: who makes them, who sees them, what they are of use for and until when.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#api/database/sql.ts'
import { type Json, startApp, type TestApp } from '../helpers/app.ts'
import { problemOf } from '../helpers/problems.ts'
import { openBrowser, trySignIn } from '../helpers/sessions.ts'

let test: TestApp
let county: string
let towns: string[]
/** Who administers the first town, and nothing else. */
let townsman: Record<string, string>

beforeAll(async () => {
  test = await startApp()
  const codes = async (level: string) =>
    (
      await test.database.query<{ code: string }>(sql`select code from administrative_areas where level = ${level} order by code`)
    ).map(({ code }) => code)
  county = (await codes('county'))[0]!
  towns = await codes('town')
  townsman = await test.signIn([{ role: 'administrator', territory_code: towns[0]! }])
})
afterAll(() => test.close())

const codeOf = async (response: Response) => [response.status, (await problemOf(response)).code]
const viewerOf = (territory_code: string) => [{ role: 'viewer', territory_code }]
let made = 0
async function makeAccount(territory_code: string, who = test.administrator): Promise<Json> {
  const response = await test.send('POST', '/api/accounts', { name: `made-${++made}`, roles: viewerOf(territory_code) }, who)
  expect(response.status).toBe(201)
  return response.json()
}

describe('a new account', () => {
  it('has a password for one use, which is said once and must be changed', async () => {
    const account = await makeAccount('')
    expect(account).toMatchObject({ must_change_password: true, disabled: false, roles: viewerOf('') })
    expect(account.one_time_password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
    const { accounts } = await test.json('/api/accounts')
    expect(accounts.find(({ id }: Json) => id === account.id)).not.toHaveProperty('one_time_password')
    expect(JSON.stringify(accounts)).not.toMatch(/argon2|password_hash/)
    const person = await openBrowser(test.url, account.name, account.one_time_password)
    expect(await codeOf(await person.get('/api/state'))).toEqual([403, 'password_change_required'])
    const change = { present: account.one_time_password, password: 'nine-lanterns-in-the-hall' }
    expect((await person.send('PUT', '/api/account/password', change)).status).toBe(200)
    expect((await person.get('/api/state')).status).toBe(200)
    expect((await trySignIn(test.url, account.name, account.one_time_password)).status).toBe(401)
  })

  it('can be given another one, which ends what went on with the old', async () => {
    const account = await makeAccount('')
    const person = await openBrowser(test.url, account.name, account.one_time_password)
    const reset = await test.send('POST', `/api/accounts/${account.id}/password`)
    const { one_time_password } = (await reset.json()) as Json
    expect((await person.get('/api/account/tokens')).status).toBe(401)
    expect((await trySignIn(test.url, account.name, account.one_time_password)).status).toBe(401)
    expect((await trySignIn(test.url, account.name, one_time_password)).status).toBe(200)
  })

  it.each([
    ['no name', { roles: viewerOf('') }, 'name'],
    ['a name with a space', { name: 'a b', roles: viewerOf('') }, 'name'],
    ['no role', { name: 'abc', roles: [] }, 'roles'],
    ['a role that there is not', { name: 'abc', roles: [{ role: 'king', territory_code: '' }] }, 'roles.role'],
    ['a code that is none', { name: 'abc', roles: viewerOf('12') }, 'roles.territory_code'],
    ['a territory that there is not', { name: 'abc', roles: viewerOf('999999') }, 'roles'],
    ['a person who is not there', { name: 'abc', roles: viewerOf(''), person_id: 77 }, 'person_id'],
    ['something that nobody knows', { name: 'abc', roles: viewerOf(''), is_demo: true }, 'is_demo'],
  ])('with %s is refused whole', async (_, body, field) => {
    const before = (await test.json('/api/accounts')).accounts.length
    const problem = await problemOf(await test.send('POST', '/api/accounts', body))
    expect([problem.status, problem.code, problem.field]).toEqual([422, 'body_invalid', field])
    expect((await test.json('/api/accounts')).accounts).toHaveLength(before)
  })

  it('has a name of its own, in whatever case it is written', async () => {
    const { name } = await makeAccount('')
    const again = await test.send('POST', '/api/accounts', { name: name.toUpperCase(), roles: viewerOf('') })
    expect(await codeOf(again)).toEqual([409, 'account_name_taken'])
  })
})

describe('the administrator of a town', () => {
  it('sees the accounts of his town and no others', async () => {
    const own = await makeAccount(towns[0]!, townsman)
    const others = [await makeAccount(''), await makeAccount(county), await makeAccount(towns[1]!)]
    const seen = (await test.json('/api/accounts', townsman)).accounts
    expect(seen.map(({ id }: Json) => id)).toContain(own.id)
    for (const { id } of others) expect(seen.map((one: Json) => one.id)).not.toContain(id)
    for (const { roles } of seen)
      expect(roles.every(({ territory_code }: Json) => territory_code.startsWith(towns[0]!))).toBe(true)
  })

  it('neither makes nor changes what reaches beyond it', async () => {
    for (const code of ['', county, towns[1]!]) {
      const made = await test.send('POST', '/api/accounts', { name: 'beyond', roles: viewerOf(code) }, townsman)
      expect(await codeOf(made), code).toEqual([403, 'outside_territory'])
      const both = { name: 'beyond', roles: [...viewerOf(towns[0]!), ...viewerOf(code)] }
      expect(await codeOf(await test.send('POST', '/api/accounts', both, townsman)), code).toEqual([403, 'outside_territory'])
      const other = await makeAccount(code)
      const match = { ...townsman, 'if-match': `"${other.version}"` }
      const changed = await test.send('PATCH', `/api/accounts/${other.id}`, { disabled: true }, match)
      expect(await codeOf(changed)).toEqual([404, 'account_not_found'])
      const reset = await test.send('POST', `/api/accounts/${other.id}/password`, undefined, townsman)
      expect(await codeOf(reset)).toEqual([404, 'account_not_found'])
    }
    const own = await makeAccount(towns[0]!, townsman)
    const match = { ...townsman, 'if-match': `"${own.version}"` }
    const widened = await test.send('PATCH', `/api/accounts/${own.id}`, { roles: viewerOf('') }, match)
    expect(await codeOf(widened)).toEqual([403, 'outside_territory'])
  })
})

describe('a change of an account', () => {
  it('says from which version it was made, and none is overwritten unseen', async () => {
    const { id, version } = await makeAccount('')
    const change = (headers: Record<string, string>) =>
      test.send('PATCH', `/api/accounts/${id}`, { display_name: '王建国' }, { ...test.administrator, ...headers })
    expect(await codeOf(await change({}))).toEqual([428, 'if_match_required'])
    for (const wrong of [`"${version + 1}"`, 'nonsense', '*'])
      expect(await codeOf(await change({ 'if-match': wrong }))).toEqual([412, 'version_conflict'])
    const changed = await change({ 'if-match': `"${version}"` })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(`"${version}"`)
    expect(await changed.json()).toMatchObject({ id, display_name: '王建国', roles: viewerOf('') })
    expect(await codeOf(await change({ 'if-match': `"${version}"` }))).toEqual([412, 'version_conflict'])
  })

  it('gives and takes rights at once', async () => {
    const account = await makeAccount('')
    const person = await openBrowser(test.url, account.name, account.one_time_password)
    const present = { present: account.one_time_password, password: 'nine-lanterns-in-the-hall' }
    await person.send('PUT', '/api/account/password', present)
    expect((await person.get('/api/accounts')).status).toBe(403)
    const { version } = (await test.json('/api/accounts')).accounts.find(({ id }: Json) => id === account.id)
    const roles = [{ role: 'administrator', territory_code: '' }]
    const match = { 'if-match': `"${version}"` }
    expect((await test.send('PATCH', `/api/accounts/${account.id}`, { roles }, match)).status).toBe(200)
    expect((await person.get('/api/accounts')).status).toBe(200)
  })

  it('never takes from oneself what it takes to undo it', async () => {
    const own = await test.signIn([{ role: 'administrator', territory_code: '' }])
    const { account } = await test.json('/api/session', own)
    const { version } = (await test.json('/api/accounts')).accounts.find(({ id }: Json) => id === account.id)
    for (const change of [{ disabled: true }, { roles: viewerOf('') }]) {
      const refused = await test.send('PATCH', `/api/accounts/${account.id}`, change, { ...own, 'if-match': `"${version}"` })
      expect(await codeOf(refused)).toEqual([409, 'account_is_own'])
    }
  })
})

describe('an access token', () => {
  const make = async (body: object) => (await (await test.send('POST', '/api/account/tokens', body)).json()) as Json
  const bearer = ({ token }: Json) => ({ authorization: `Bearer ${token}` })

  it('is said once, and read-only unless it is asked for otherwise', async () => {
    const made = await make({ name: 'QGIS' })
    expect(made).toMatchObject({ name: 'QGIS', read_only: true, token: expect.stringMatching(/^jlt_[\w-]{43}$/) })
    const { tokens } = await test.json('/api/account/tokens')
    expect(tokens.find(({ id }: Json) => id === made.id)).not.toHaveProperty('token')
    const reader = bearer(made)
    expect((await test.get('/api/state', reader)).status).toBe(200)
    const write = await test.send('POST', '/api/accounts', { name: 'abc', roles: viewerOf('') }, reader)
    expect(await codeOf(write)).toEqual([403, 'token_read_only'])
    const writer = bearer(await make({ name: 'script', read_only: false }))
    expect((await test.send('POST', '/api/account/tokens', { name: 'another' }, writer)).status).toBe(201)
  })

  it('that is deleted is of no use at once, and nobody deletes what is not his', async () => {
    const made = await make({ name: 'lost' })
    expect((await test.get('/api/state', bearer(made))).status).toBe(200)
    const stranger = await test.signIn([{ role: 'administrator', territory_code: '' }])
    const path = `/api/account/tokens/${made.id}`
    expect(await codeOf(await test.send('DELETE', path, undefined, stranger))).toEqual([404, 'token_not_found'])
    expect((await test.send('DELETE', path)).status).toBe(204)
    expect(await codeOf(await test.get('/api/state', bearer(made)))).toEqual([401, 'not_signed_in'])
    expect(await codeOf(await test.send('DELETE', path))).toEqual([404, 'token_not_found'])
  })

  it('that has expired is of no use', async () => {
    const made = await make({ name: 'old' })
    await test.database.query(sql`update access_tokens set expires_at = now() where id = ${made.id}`)
    expect(await codeOf(await test.get('/api/state', bearer(made)))).toEqual([401, 'not_signed_in'])
  })

  it.each([{}, { name: '' }, { name: 'a', days: 0 }, { name: 'a', days: 1096 }, { name: 'a', read_only: 'yes' }, { name: 7 }])(
    '%j makes none',
    async (body) => {
      expect(await codeOf(await test.send('POST', '/api/account/tokens', body))).toEqual([422, 'body_invalid'])
    },
  )
})

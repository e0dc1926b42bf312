// Signing in and out: what is told, what is not, and who is out from when on.
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sql } from '#api/database/sql.ts'
import type { Json, TestApp } from '../helpers/app.ts'
import { openEvents } from '../helpers/event_stream.ts'
import { problemOf } from '../helpers/problems.ts'
import { makePerson, openBrowser, PASSWORD, trySignIn } from '../helpers/sessions.ts'

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return { ...real, verify: vi.fn(real.verify) }
})

let test: TestApp
let verify: typeof import('@node-rs/argon2').verify
beforeAll(async () => {
  // Other files may have read the server already, without this one's way of counting.
  vi.resetModules()
  ;({ verify } = await import('@node-rs/argon2'))
  const { startApp } = await import('../helpers/app.ts')
  test = await startApp({ demo: false })
})
afterAll(() => test.close())
beforeEach(() => {
  vi.mocked(verify).mockClear()
})

const WRONG = 'eight-wells-of-zeling'
const codeOf = async (response: Response) => [response.status, (await problemOf(response)).code]

describe('signing in', () => {
  it('gives a cookie that neither scripts nor other sites can use, and says who one is', async () => {
    const name = await makePerson(test)
    const response = await trySignIn(test.url, name.toUpperCase())
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const cookie = response.headers.get('set-cookie')!
    expect(cookie).toMatch(/^jiangli_session=[\w-]{43}; /)
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/']) expect(cookie.split('; ')).toContain(flag)
    const session = (await response.json()) as Json
    expect(session).toMatchObject({ account: { name, must_change_password: false }, rights: { 'map.read': [''] } })
    expect(JSON.stringify(session)).not.toMatch(/argon2|password_hash/)
  })

  it('keeps no secret that would be of use to who reads the table', async () => {
    const { cookie } = await openBrowser(test.url, await makePerson(test))
    const secret = cookie.split('=')[1]!
    const rows = await test.database.query(sql`select from sessions where sessions::text like ${`%${secret}%`}`)
    expect(rows).toEqual([])
  })

  it('with a wrong password, or as nobody there is, or as who is disabled, is answered alike and costs the same hashing', async () => {
    const [known, disabled] = [await makePerson(test), await makePerson(test)]
    await test.database.query(sql`update accounts set disabled = true where name = ${disabled}`)
    const answers: unknown[] = []
    for (const [name, password] of [
      [known, WRONG],
      ['nobody-at-all', WRONG],
      [disabled, PASSWORD],
    ] as const) {
      const response = await trySignIn(test.url, name, password)
      expect(response.headers.get('set-cookie')).toBeNull()
      answers.push([response.status, [...response.headers.keys()], await response.json()])
    }
    expect(answers[0]).toMatchObject([401, expect.anything(), { code: 'sign_in_refused' }])
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(vi.mocked(verify)).toHaveBeenCalledTimes(3)
  })

  it('is locked after five failures, for a name that nobody has as well, and says for how long', async () => {
    for (const name of [await makePerson(test), 'nobody-else']) {
      const statuses: number[] = []
      for (let attempt = 0; attempt < 5; attempt++) statuses.push((await trySignIn(test.url, name, WRONG)).status)
      expect(statuses, name).toEqual([401, 401, 401, 401, 429])
      vi.mocked(verify).mockClear()
      const locked = await trySignIn(test.url, name)
      expect(locked.headers.get('retry-after')).toBe('60')
      expect(await codeOf(locked)).toEqual([429, 'sign_in_locked'])
      expect(vi.mocked(verify), 'nothing is tried while it is locked').not.toHaveBeenCalled()
      await test.database.query(sql`update sign_in_failures set locked_until = now() - interval '1 second' where name = ${name}`)
      expect((await trySignIn(test.url, name)).status).toBe(name === 'nobody-else' ? 429 : 200)
    }
  })

  it('by many guesses at once is locked as well: the right one among the late ones is of no use', async () => {
    const name = await makePerson(test)
    const guesses = Array.from({ length: 24 }, () => trySignIn(test.url, name, WRONG))
    // The guesses have to be on their way.
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await trySignIn(test.url, name)).status).toBe(429)
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect(statuses.filter((status) => status !== 401 && status !== 429)).toEqual([])
  })

  it('from a page of another site is refused', async () => {
    const name = await makePerson(test)
    for (const origin of ['http://evil.example', 'null', `https://127.0.0.1:${test.port}`])
      expect(await codeOf(await trySignIn(test.url, name, PASSWORD, { origin })), origin).toEqual([403, 'origin_foreign'])
    expect((await trySignIn(test.url, name, PASSWORD, { origin: test.url })).status).toBe(200)
  })
})

describe('a write', () => {
  const body = { name: 'script' }

  it('by cookie needs the token that only our own page knows', async () => {
    const person = await openBrowser(test.url, await makePerson(test))
    const headers = { cookie: person.cookie, 'content-type': 'application/json' }
    const send = (more: Record<string, string>) =>
      fetch(`${test.url}/api/account/tokens`, { method: 'POST', body: JSON.stringify(body), headers: { ...headers, ...more } })
    expect(await codeOf(await send({}))).toEqual([403, 'csrf_missing'])
    expect(await codeOf(await send({ 'x-csrf-token': 'x'.repeat(43) }))).toEqual([403, 'csrf_missing'])
    expect((await person.send('POST', '/api/account/tokens', body)).status).toBe(201)
  })

  it('by access token needs none: no browser sends it by itself', async () => {
    expect((await test.send('POST', '/api/account/tokens', body)).status).toBe(201)
  })
})

describe('who is signed in', () => {
  it('and signs out is out here, and stays in elsewhere', async () => {
    const name = await makePerson(test)
    const [here, there] = [await openBrowser(test.url, name), await openBrowser(test.url, name)]
    const left = await here.send('DELETE', '/api/session')
    expect(left.status).toBe(204)
    expect(left.headers.get('set-cookie')).toMatch(/^jiangli_session=; .*Max-Age=0/)
    expect(await codeOf(await here.get('/api/collections'))).toEqual([401, 'not_signed_in'])
    expect((await there.get('/api/collections')).status).toBe(200)
  })

  it('and signs out everywhere is out everywhere at once, and his event stream ends soon', async () => {
    const name = await makePerson(test)
    const [here, there] = [await openBrowser(test.url, name), await openBrowser(test.url, name)]
    const stream = await openEvents(test.url, { cookie: there.cookie })
    expect((await there.get('/api/collections')).status).toBe(200)
    expect((await here.send('DELETE', '/api/sessions')).status).toBe(204)
    expect(await codeOf(await there.get('/api/collections'))).toEqual([401, 'not_signed_in'])
    await stream.ended
  }, 40_000)

  it('is out at once when the account is disabled, also with a token', async () => {
    const name = await makePerson(test)
    const person = await openBrowser(test.url, name)
    const { token } = (await (await person.send('POST', '/api/account/tokens', { name: 'qgis' })).json()) as Json
    const bearer = { authorization: `Bearer ${token}` }
    expect([(await person.get('/api')).status, (await test.get('/api/collections', bearer)).status]).toEqual([200, 200])
    const { id, version } = (await test.json('/api/accounts')).accounts.find((one: Json) => one.name === name)
    const changed = await test.send('PATCH', `/api/accounts/${id}`, { disabled: true }, { 'if-match': `"${version}"` })
    expect(changed.status).toBe(200)
    expect(await codeOf(await person.get('/api/collections'))).toEqual([401, 'not_signed_in'])
    expect(await codeOf(await test.get('/api/collections', bearer))).toEqual([401, 'not_signed_in'])
  })

  it('with a session that expired, or that nobody used for twelve hours, is out', async () => {
    for (const change of [sql`expires_at = now()`, sql`last_seen_at = now() - interval '12 hours 1 minute'`]) {
      const name = await makePerson(test)
      const response = await trySignIn(test.url, name)
      const cookie = response.headers.get('set-cookie')!.split(';')[0]!
      await test.database.query(
        sql`update sessions set ${change} where account_id = (select id from accounts where name = ${name})`,
      )
      // What is known is kept for half a minute, unless the database says that something changed.
      await test.database.query(sql`update accounts set display_name = display_name where name = ${name}`)
      await expect.poll(async () => (await fetch(`${test.url}/api/collections`, { headers: { cookie } })).status).toBe(401)
    }
  })
})

describe('a password', () => {
  const change = (present: string, password: string) => ({ present, password })

  it.each([
    ['weak', change(PASSWORD, 'short'), 'password_weak', 'password'],
    ['common', change(PASSWORD, '1234567890'), 'password_weak', 'password'],
    ['the same', change(PASSWORD, PASSWORD), 'password_weak', 'password'],
    ['changed without knowing the present one', change(WRONG, 'eleven-bridges-on-the-qin'), 'password_wrong', 'present'],
  ])('that is %s is refused, and the old one stays', async (_, body, code, field) => {
    const name = await makePerson(test)
    const person = await openBrowser(test.url, name)
    const problem = await problemOf(await person.send('PUT', '/api/account/password', body))
    expect([problem.status, problem.code, problem.field]).toEqual([422, code, field])
    expect((await trySignIn(test.url, name)).status).toBe(200)
  })

  it('changed, ends the other sessions and not this one, and the old one is of no more use', async () => {
    const name = await makePerson(test)
    const [here, there] = [await openBrowser(test.url, name), await openBrowser(test.url, name)]
    expect((await there.get('/api/collections')).status).toBe(200)
    expect((await here.send('PUT', '/api/account/password', change(PASSWORD, WRONG))).status).toBe(200)
    expect((await here.get('/api/collections')).status).toBe(200)
    expect(await codeOf(await there.get('/api/collections'))).toEqual([401, 'not_signed_in'])
    expect((await trySignIn(test.url, name)).status).toBe(401)
    expect((await trySignIn(test.url, name, WRONG)).status).toBe(200)
  })

  it('that another person set must be changed before anything else works', async () => {
    const person = await openBrowser(test.url, await makePerson(test, { mustChange: true }))
    for (const path of ['/api/collections', '/tiles/hydrants/1/1/1.mvt', '/api/events', '/api/state'])
      expect(await codeOf(await person.get(path)), path).toEqual([403, 'password_change_required'])
    expect(await codeOf(await person.send('POST', '/api/account/tokens', { name: 'a' }))).toEqual([
      403,
      'password_change_required',
    ])
    expect((await person.send('PUT', '/api/account/password', change(PASSWORD, WRONG))).status).toBe(200)
    expect((await person.get('/api/collections')).status).toBe(200)
  })
})

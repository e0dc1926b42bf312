import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RIGHTS } from '#geodata/access/rights.ts'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { readBody, readString } from '../http/body.ts'
import { readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { type Actor, act, actorOf } from './act.ts'
import { visitorOf } from './gate.ts'
import { demandStrong, hashPassword, isPassword } from './passwords.ts'
import {
  countFailure,
  deleteSession,
  deleteSessionsOf,
  forgetFailures,
  minutesLocked,
  readCredentials,
  storePassword,
  storeSession,
} from './store.ts'
import { type Grant, territoriesOf } from './visitor.ts'
import { type Found, newSecret, SESSION_COOKIE, secretHash, type Visitors } from './visitors.ts'

/** From signing in until one has to do it again. */
const SESSION_HOURS = 24 * 7
const MAXIMUM_PASSWORD = 200

/** What the sign-in page may tell anybody: in a demo, the accounts to try. */
export interface PublicFacts {
  readonly demo_accounts: readonly {
    readonly name: string
    readonly display_name: string
    readonly password: string
    readonly roles: readonly Grant[]
  }[]
}

export function sessionRoutes(app: FastifyInstance, database: Database, visitors: Visitors, facts: PublicFacts): void {
  app.get('/api/session', { config: { right: 'public' } }, async (request, reply) => {
    readParameters(request, [])
    reply.header('cache-control', 'no-store')
    const found = await visitors.find(request)
    return found ? describe(found) : { account: null, ...facts }
  })

  app.post('/api/session', { config: { right: 'public' } }, async (request, reply) => {
    refuseForeign(request)
    const body = readBody(request, ['name', 'password'])
    const name = readString(body, 'name', 60)
    const password = readString({ password: body.password }, 'password', MAXIMUM_PASSWORD)
    const minutes = await minutesLocked(database, name)
    if (minutes > 0) throw locked(reply, minutes)
    const account = await readCredentials(database, name)
    const right = await isPassword(account?.password_hash, password)
    const actor: Actor = { account_id: account?.id ?? null, account_name: name, via: 'console', address: request.ip }
    // Of many guesses sent at once, those after the fifth wrong one don't count, even if one of them is right.
    const since = await minutesLocked(database, name)
    if (since > 0) throw locked(reply, since)
    if (!right || !account || account.disabled) {
      await record(database, actor, 'sign_in_refused', (transaction) => countFailure(transaction, name))
      const wait = await minutesLocked(database, name)
      throw wait > 0 ? locked(reply, wait) : new Problem(401, 'sign_in_refused')
    }
    const secret = newSecret()
    await record(database, { ...actor, account_name: account.name }, 'sign_in', async (transaction) => {
      await forgetFailures(transaction, name)
      const agent = String(request.headers['user-agent'] ?? '').slice(0, 300)
      const session = { token_hash: secretHash(secret), account_id: account.id, csrf_token: newSecret(), hours: SESSION_HOURS }
      await storeSession(transaction, { ...session, address: request.ip, agent })
    })
    reply.header('set-cookie', cookie(request, secret, SESSION_HOURS * 3600)).header('cache-control', 'no-store')
    return describe((await visitors.find(withCookie(secret)))!)
  })

  app.delete('/api/session', { config: { right: 'signed_in' } }, async (request, reply) => {
    const found = (await visitors.find(request))!
    if (found.session) await record(database, actorOf(request), 'sign_out', (t) => deleteSession(t, found.session!))
    return signedOut(request, reply, visitors)
  })

  app.delete('/api/sessions', { config: { right: 'signed_in' } }, async (request, reply) => {
    const { account_id } = visitorOf(request)
    await record(database, actorOf(request), 'sign_out_everywhere', (t) => deleteSessionsOf(t, account_id))
    return signedOut(request, reply, visitors)
  })

  app.put('/api/account/password', { config: { right: 'signed_in' } }, async (request, reply) => {
    const body = readBody(request, ['present', 'password'])
    const { account_id, account_name } = visitorOf(request)
    const present = readString(body, 'present', MAXIMUM_PASSWORD)
    const password = readString(body, 'password', MAXIMUM_PASSWORD)
    const minutes = await minutesLocked(database, account_name)
    if (minutes > 0) throw locked(reply, minutes)
    const account = await readCredentials(database, account_name)
    if (!(await isPassword(account?.password_hash, present))) {
      await countFailure(database, account_name)
      throw new Problem(422, 'password_wrong', { field: 'present' })
    }
    demandStrong(password, account_name, present)
    const hash = await hashPassword(password)
    const { session } = (await visitors.find(request))!
    await act(database, actorOf(request), async (transaction) => {
      await storePassword(transaction, account_id, hash, false)
      // Whoever knew the old one is out.
      await deleteSessionsOf(transaction, account_id, session ?? '')
      await recordEvent(transaction, 'password_changed')
    })
    visitors.forget()
    return describe((await visitors.find(request))!)
  })
}

function describe({ visitor, csrf_token }: Found) {
  const { account_id, account_name, display_name, person_id, must_change_password, grants } = visitor
  return {
    account: { id: account_id, name: account_name, display_name, person_id, must_change_password, roles: grants },
    /** Territories by right. */
    rights: Object.fromEntries(
      RIGHTS.map((right) => [right, territoriesOf(visitor, right)]).filter(([, codes]) => codes!.length > 0),
    ),
    csrf_token,
  }
}

type Work = Parameters<typeof act<unknown>>[2]

const record = (database: Database, actor: Actor, action: string, work: Work) =>
  act(database, actor, async (transaction) => {
    await work(transaction)
    await recordEvent(transaction, action)
  })

const recordEvent = (transaction: Parameters<Work>[0], action: string) =>
  transaction.query(sql`select record_audit_entry(${action}, 'accounts',
    (current_setting('jiangli.actor')::jsonb ->> 'account_id'), null, null, null, null)`)

function signedOut(request: FastifyRequest, reply: FastifyReply, visitors: Visitors) {
  visitors.forget()
  return reply
    .header('set-cookie', cookie(request, '', 0))
    .code(204)
    .send()
}

function locked(reply: FastifyReply, minutes: number): Problem {
  reply.header('retry-after', minutes * 60)
  return new Problem(429, 'sign_in_locked', {}, { minutes })
}

/** Strict: nobody else's page can make the browser send it. */
const cookie = ({ protocol }: FastifyRequest, secret: string, seconds: number): string =>
  `${SESSION_COOKIE}=${secret}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${protocol === 'https' ? '; Secure' : ''}`

/** Signing somebody in from another site would make him work in the wrong account. */
function refuseForeign(request: FastifyRequest): void {
  const { origin } = request.headers
  if (origin !== undefined && origin !== `${request.protocol}://${request.host}`) throw new Problem(403, 'origin_foreign')
}

const withCookie = (secret: string) => ({ headers: { cookie: `${SESSION_COOKIE}=${secret}` } }) as FastifyRequest

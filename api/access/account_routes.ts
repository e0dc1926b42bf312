import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ACCOUNT_ROLES, type AccountRole } from '#geodata/access/rights.ts'
import type { Database } from '../database/database.ts'
import { DatabaseError } from '../database/database.ts'
import {
  type Body,
  etagOf,
  invalid,
  readBody,
  readBoolean,
  readIfMatch,
  readMembers,
  readOptionalString,
  readString,
} from '../http/body.ts'
import { readParameters, wholeNumber } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import {
  type Account,
  type AccountChange,
  insertAccount,
  personExists,
  readAccounts,
  readTerritories,
  updateAccount,
} from './accounts_store.ts'
import { act, actorOf } from './act.ts'
import { visitorOf } from './gate.ts'
import { hashPassword, oneTimePassword } from './passwords.ts'
import { deleteSessionsOf, forgetFailures, storePassword } from './store.ts'
import { type Grant, mayIn, territoriesOf, type Visitor } from './visitor.ts'
import type { Visitors } from './visitors.ts'

const MEMBERS = ['name', 'display_name', 'person_id', 'roles', 'disabled']
const RIGHT = { config: { right: 'accounts.write' } } as const
type OfAccount = { Params: { id: string } }

/** Administrators make accounts and say what they may do, each within his own territory. */
export function accountRoutes(app: FastifyInstance, database: Database, visitors: Visitors): void {
  app.get('/api/accounts', RIGHT, async (request, reply) => {
    readParameters(request, [])
    reply.header('cache-control', 'no-store')
    const accounts = await readAccounts(database)
    return { accounts: accounts.filter((account) => administers(visitorOf(request), account)) }
  })

  app.post('/api/accounts', RIGHT, async (request, reply) => {
    const change = await readAccount(database, request, readBody(request, MEMBERS))
    const password = oneTimePassword()
    const hash = await hashPassword(password)
    const id = await namedOnce(change.name, () =>
      act(database, actorOf(request), (transaction) => insertAccount(transaction, change, { hash, mustChange: true })),
    )
    const [account] = await readAccounts(database, id)
    return answer(reply.code(201), { ...account!, one_time_password: password })
  })

  app.patch<OfAccount>('/api/accounts/:id', RIGHT, async (request, reply) => {
    const account = await accountOf(database, request)
    const version = readIfMatch(request)
    if (account.version !== version) throw new Problem(412, 'version_conflict')
    const { id: _, person, ...known } = account
    const body = { ...known, person_id: person?.id ?? null, ...readBody(request, MEMBERS) }
    const change = await readAccount(database, request, body)
    refuseOwnLoss(visitorOf(request), account, change)
    const done = await namedOnce(change.name, () =>
      act(database, actorOf(request), async (transaction) => {
        if (change.disabled) await deleteSessionsOf(transaction, account.id)
        return updateAccount(transaction, account.id, version, change)
      }),
    )
    if (!done) throw new Problem(412, 'version_conflict')
    visitors.forget()
    return answer(reply, (await readAccounts(database, account.id))[0]!)
  })

  app.post<OfAccount>('/api/accounts/:id/password', RIGHT, async (request, reply) => {
    const account = await accountOf(database, request)
    const password = oneTimePassword()
    const hash = await hashPassword(password)
    await act(database, actorOf(request), async (transaction) => {
      await storePassword(transaction, account.id, hash, true)
      await deleteSessionsOf(transaction, account.id)
      await forgetFailures(transaction, account.name)
    })
    visitors.forget()
    return answer(reply, { ...(await readAccounts(database, account.id))[0]!, one_time_password: password })
  })
}

const answer = (reply: FastifyReply, account: Account & { one_time_password?: string }) => {
  reply.header('etag', etagOf(account)).header('cache-control', 'no-store')
  return account
}

async function accountOf(database: Database, request: FastifyRequest<OfAccount>): Promise<Account> {
  const id = wholeNumber(request.params.id)
  const [account] = id === undefined || id > 2 ** 31 - 1 ? [] : await readAccounts(database, id)
  if (!account || !administers(visitorOf(request), account)) throw new Problem(404, 'account_not_found')
  return account
}

/** An account is an administrator's when all that it may do lies in his territory. */
const administers = (visitor: Visitor, { roles }: { readonly roles: readonly Grant[] }): boolean =>
  roles.every(({ territory_code }) => mayIn(visitor, 'accounts.write', territory_code))

async function readAccount(database: Database, request: FastifyRequest, body: Body): Promise<AccountChange> {
  const name = readString(body, 'name', 60)
  if (!/^\S{2,60}$/.test(name)) throw invalid('name')
  const roles = readRoles(body)
  if (!administers(visitorOf(request), { roles })) throw new Problem(403, 'outside_territory', { field: 'roles' })
  const codes = roles.map(({ territory_code }) => territory_code).filter((code) => code !== '')
  const known = await readTerritories(database, codes)
  if (codes.some((code) => !known.includes(code))) throw invalid('roles')
  const person_id = body.person_id ?? null
  if (person_id !== null && !(Number.isInteger(person_id) && (await personExists(database, person_id as number))))
    throw invalid('person_id')
  return {
    name,
    display_name: readOptionalString(body, 'display_name', 60) ?? name,
    person_id: person_id as number | null,
    disabled: readBoolean(body, 'disabled', false),
    roles,
  }
}

function readRoles({ roles }: Body): Grant[] {
  if (!Array.isArray(roles) || roles.length === 0 || roles.length > 50) throw invalid('roles')
  return roles.map((each) => {
    const { role, territory_code } = readMembers(each, ['role', 'territory_code'], 'roles.')
    if (!ACCOUNT_ROLES.includes(role as AccountRole)) throw invalid('roles.role')
    if (typeof territory_code !== 'string' || !/^(\d{6}|\d{9}|\d{12})?$/.test(territory_code))
      throw invalid('roles.territory_code')
    return { role: role as AccountRole, territory_code }
  })
}

/** The last administrator would lock the door behind himself. */
function refuseOwnLoss(visitor: Visitor, account: Account, change: AccountChange): void {
  if (account.id !== visitor.account_id) return
  const stays = territoriesOf({ ...visitor, grants: change.roles }, 'accounts.write')
  if (change.disabled || stays.length === 0) throw new Problem(409, 'account_is_own')
}

async function namedOnce<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DatabaseError && error.code === '23505')
      throw new Problem(409, 'account_name_taken', { field: 'name' }, { name })
    throw error
  }
}

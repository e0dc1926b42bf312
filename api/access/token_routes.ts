import type { FastifyInstance } from 'fastify'
import type { Database } from '../database/database.ts'
import { readBody, readBoolean, readInteger, readString } from '../http/body.ts'
import { readParameters, wholeNumber } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { act, actorOf } from './act.ts'
import { visitorOf } from './gate.ts'
import { deleteToken, readTokens, storeToken } from './store.ts'
import { newSecret, secretHash, TOKEN_PREFIX, type Visitors } from './visitors.ts'

const STANDARD_DAYS = 365
const MAXIMUM_DAYS = 3 * 365

/** Tokens with which other programs (QGIS, scripts) ask as one's own account. Said once, when they are made. */
export function tokenRoutes(app: FastifyInstance, database: Database, visitors: Visitors): void {
  app.get('/api/account/tokens', { config: { right: 'signed_in' } }, async (request, reply) => {
    readParameters(request, [])
    reply.header('cache-control', 'no-store')
    return { tokens: await readTokens(database, visitorOf(request).account_id) }
  })

  app.post('/api/account/tokens', { config: { right: 'map.read' } }, async (request, reply) => {
    const body = readBody(request, ['name', 'read_only', 'days'])
    const secret = `${TOKEN_PREFIX}${newSecret()}`
    const asked = {
      account_id: visitorOf(request).account_id,
      name: readString(body, 'name', 100),
      token_hash: secretHash(secret),
      read_only: readBoolean(body, 'read_only', true),
      days: body.days === undefined ? STANDARD_DAYS : readInteger(body, 'days', 1, MAXIMUM_DAYS),
    }
    const token = await act(database, actorOf(request), (transaction) => storeToken(transaction, asked))
    reply.code(201).header('cache-control', 'no-store')
    return { ...token, token: secret }
  })

  app.delete<{ Params: { id: string } }>(
    '/api/account/tokens/:id',
    { config: { right: 'signed_in' } },
    async (request, reply) => {
      const id = wholeNumber(request.params.id)
      const { account_id } = visitorOf(request)
      const gone =
        id === undefined || id > 2 ** 31 - 1 ? [] : await act(database, actorOf(request), (t) => deleteToken(t, account_id, id))
      if (gone.length === 0) throw new Problem(404, 'token_not_found')
      visitors.forget()
      return reply.code(204).send()
    },
  )
}

/** Stands before every route: who asks, and may he? */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../http/problem.ts'
import type { RouteRight } from './rights.ts'
import type { Visitors } from './visitors.ts'
import { hasRight, type Visitor } from './visitor.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route asks of its visitor. A route without it can't be registered. */
    right?: RouteRight
  }
  interface FastifyRequest {
    /** Null where nobody has signed in: on public routes only. */
    visitor: Visitor | null
  }
}

const READS = ['GET', 'HEAD', 'OPTIONS']

/** Must be called before the first route. */
export function guard(app: FastifyInstance, visitors: Visitors): void {
  app.decorateRequest('visitor', null)
  app.addHook('onRoute', ({ url, method, config }) => {
    if (!config?.right) throw new Error(`${method} ${url} names no right`)
  })
  app.addHook('onRequest', (request, _reply, done) => {
    const { right } = request.routeOptions.config
    // Nothing was found: the answer says so to everybody.
    if (right === undefined) return done()
    const known = visitors.known(request)
    if (known === null || (known && !known.outdated)) {
      const refusal = admit(request, right, known)
      return refusal ? done(refusal) : done()
    }
    visitors.find(request).then(
      (found) => {
        const refusal = admit(request, right, found)
        if (refusal) done(refusal)
        else done()
      },
      (error) => done(error),
    )
  })
}

interface Found {
  readonly visitor: Visitor
  readonly csrf_token: string | null
}

function admit(request: FastifyRequest, right: RouteRight, found: Found | null): Problem | undefined {
  if (found) request.visitor = found.visitor
  if (right === 'public') return undefined
  if (!found) return new Problem(401, 'not_signed_in')
  const { visitor, csrf_token } = found
  if (!READS.includes(request.method)) {
    if (visitor.read_only) return new Problem(403, 'token_read_only')
    // A browser sends the cookie by itself, whoever made it ask; the token only our own page knows.
    if (csrf_token !== null && request.headers['x-csrf-token'] !== csrf_token) return new Problem(403, 'csrf_missing')
  }
  if (right === 'signed_in') return undefined
  if (visitor.must_change_password) return new Problem(403, 'password_change_required')
  return hasRight(visitor, right) ? undefined : new Problem(403, 'right_missing')
}

/** The visitor of a route that asks for more than `public`. */
export function visitorOf({ visitor }: FastifyRequest): Visitor {
  if (!visitor) throw new Problem(401, 'not_signed_in')
  return visitor
}

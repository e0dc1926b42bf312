/** Stands before every route: who asks, and may he? */
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import type { RouteRight } from '#geodata/access/rights.ts'
import { Problem } from '../http/problem.ts'
import { hasRight, type Visitor } from './visitor.ts'
import type { Found, Visitors } from './visitors.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route asks of its visitor. A server with a route without it does not start. */
    right?: RouteRight
    /** A question too long for an address: it comes as a POST, but writes nothing. */
    reads?: boolean
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
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => void routes.push(route))
  app.addHook('onReady', (done) => {
    const nameless = routes.filter(({ config }) => !config?.right).map(({ method, url }) => `${method} ${url}`)
    done(nameless.length > 0 ? new Error(`these routes name no right: ${nameless.join(', ')}`) : undefined)
  })
  app.addHook('onRequest', (request, _reply, done) => {
    const { right } = request.routeOptions.config
    // Nothing was found: the answer says so to everybody.
    if (right === undefined) return done()
    const known = visitors.known(request)
    // Without waiting where it can be helped: tiles are many.
    if (known !== undefined) return done(admit(request, right, known))
    visitors.find(request).then((found) => done(admit(request, right, found)), done)
  })
}

function admit(request: FastifyRequest, right: RouteRight, found: Found | null): Problem | undefined {
  if (found) request.visitor = found.visitor
  if (right === 'public') return undefined
  if (!found) return new Problem(401, 'not_signed_in')
  const { visitor, csrf_token } = found
  if (!READS.includes(request.method) && !request.routeOptions.config.reads) {
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

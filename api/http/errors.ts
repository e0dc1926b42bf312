import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DatabaseError } from '../database/database.ts'
import { LANGUAGE_TAG } from '../words/index.ts'
import { languageOf } from './language.ts'
import { PROBLEM_TYPE, Problem, problemDocument } from './problem.ts'

export const MAXIMUM_URL_BYTES = 8000
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

const ALWAYS = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' } as const

/** Every refusal and failure leaves as a problem document; what went wrong inside goes to the log only. */
export function answerWithProblems(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(ALWAYS)
    // Links need the host; Node would refuse with an empty answer.
    if (!request.headers.host) done(new Problem(400, 'request_malformed'))
    else if (request.url.length > MAXIMUM_URL_BYTES) done(new Problem(414, 'url_too_long', {}, { maximum: MAXIMUM_URL_BYTES }))
    else done()
  })
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = asProblem(error, request)
    if (problem.status >= 500) request.log.error({ err: error }, problem.code)
    return sendProblem(request, reply, problem)
  })
  app.setNotFoundHandler((request, reply) => {
    const url = request.url.split('?')[0]!
    // Where GET is known and found nothing, a file of the console has gone: it is missing, not forbidden.
    const asked: readonly string[] = request.method === 'GET' || request.method === 'HEAD' ? ['GET', 'HEAD'] : [request.method]
    const allowed = METHODS.filter((method) => !asked.includes(method) && app.findRoute({ method, url }) !== null)
    if (allowed.length === 0) return sendProblem(request, reply, new Problem(404, 'not_found'))
    reply.header('allow', allowed.join(', '))
    return sendProblem(request, reply, new Problem(405, 'method_not_allowed', {}, { allowed: allowed.join(', ') }))
  })
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const language = languageOf(request)
  return reply
    .code(problem.status)
    .headers({
      'content-type': PROBLEM_TYPE,
      'content-language': LANGUAGE_TAG[language],
      'cache-control': 'no-store',
      vary: 'accept-language',
    })
    .send(JSON.stringify(problemDocument(problem, language)))
}

/** What is too broken for Fastify to see as a request: answered in both languages' common ground, by hand. */
export function clientErrorProblem(code: string | undefined): string {
  const problem =
    code === 'HPE_HEADER_OVERFLOW'
      ? new Problem(431, 'url_too_long', {}, { maximum: MAXIMUM_URL_BYTES })
      : new Problem(400, 'request_malformed')
  const body = JSON.stringify(problemDocument(problem, 'en'))
  return [
    `HTTP/1.1 ${problem.status} ${problemDocument(problem, 'en').title}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n')
}

/** SQLSTATE classes that say the server is away or busy, not that the question was wrong. */
const UNAVAILABLE = /^(08|53|57P)/

function asProblem(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new Problem(400, 'body_not_json')
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem(413, 'body_too_large')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem(415, 'body_unsupported')
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new Problem(414, 'url_too_long', {}, { maximum: MAXIMUM_URL_BYTES })
    case 'FST_ERR_BAD_URL':
      return new Problem(400, 'url_malformed')
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new Problem(503, 'database_unavailable')
    case '57014':
      return new Problem(504, 'question_too_slow')
  }
  if (error instanceof DatabaseError && UNAVAILABLE.test(error.code ?? '')) return new Problem(503, 'database_unavailable')
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new Problem(400, 'request_malformed')
  return new Problem(500, 'internal_error', {}, { id: request.id })
}

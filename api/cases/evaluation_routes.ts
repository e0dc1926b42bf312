import type { FastifyInstance } from 'fastify'
import { DIMENSIONS } from '#geodata/cases/records.ts'
import { visitorOf } from '../access/gate.ts'
import { territoriesOf } from '../access/visitor.ts'
import type { Database } from '../database/database.ts'
import { choice, type Parameters, pattern, readParameters, wholeNumber } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import type { SegmentPlaces } from '../rivers/places.ts'
import { type EvaluationQuestion, evaluate } from './evaluation.ts'
import { readFilterDay, readTerritory, SUBJECTS } from './filter.ts'

const LONGEST_DAYS = 3660
export const QUESTION_NAMES = ['from', 'to', 'by', 'scheme', 'level', 'territory', 'subject'] as const

export function evaluationRoutes(app: FastifyInstance, database: Database, places: SegmentPlaces): void {
  app.get('/api/cases/evaluation', { config: { right: 'cases.read' } }, async (request, reply) => {
    const question = readQuestion(readParameters(request, QUESTION_NAMES))
    reply.header('cache-control', 'no-store')
    return evaluate(database, question, territoriesOf(visitorOf(request), 'cases.read'), places)
  })
}

function readQuestion(parameters: Parameters): EvaluationQuestion {
  const from = readFilterDay(parameters, 'from')
  const to = readFilterDay(parameters, 'to')
  if (from === null || to === null || to < from || days(from, to) > LONGEST_DAYS)
    throw new Problem(400, 'period_invalid', { field: from === null ? 'from' : 'to' })
  const by = choice(parameters, 'by', DIMENSIONS) ?? 'town'
  const scheme = pattern(parameters, 'scheme', /^[a-z][a-z0-9_]{0,62}$/)
  const level = parameters.level === undefined ? null : (wholeNumber(parameters.level) ?? 0)
  if (by === 'grid' && (scheme === null || level === null || level < 1 || level > 9))
    throw new Problem(400, 'evaluation_scheme_missing', { field: scheme === null ? 'scheme' : 'level' })
  const isGrid = by === 'grid'
  return {
    from,
    to,
    by,
    scheme: isGrid ? scheme : null,
    level: isGrid ? level : null,
    territory: readTerritory(parameters),
    subject: choice(parameters, 'subject', SUBJECTS),
  }
}

const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

import type { FastifyRequest } from 'fastify'
import type { Dimension, Subject } from '#geodata/cases/records.ts'
import { addDays } from '#geodata/rivers/calendar.ts'
import { readFilterDay, readTerritory, SUBJECTS } from '../../cases/filter.ts'
import { choice, pattern, readParameters, wholeNumber } from '../../http/parameters.ts'
import { Problem } from '../../http/problem.ts'
import { chineseDay } from '../../layers/states.ts'
import type { Language } from '../../words/index.ts'
import { readPrintLanguage } from '../language.ts'
import { BULLETIN_PERIODS, type CountedPeriod, countedPeriod } from './period.ts'

export const BULLETIN_BYS = [
  'town',
  'community',
  'grid',
  'organisation',
  'person',
  'kind',
  'class',
] as const satisfies readonly Dimension[]
export type BulletinBy = (typeof BULLETIN_BYS)[number]

export interface BulletinQuestion {
  readonly period: CountedPeriod
  readonly by: BulletinBy
  readonly scheme: string | null
  readonly level: number | null
  readonly territory: string | null
  readonly subject: Subject | null
  readonly today: string
  readonly language: Language
}

export const BULLETIN_PARAMETERS = ['period', 'day', 'by', 'scheme', 'level', 'territory', 'subject', 'language'] as const

/** Without a day, the period of yesterday: the one that ended last, on the first day of the next. Refuses by name what is not exactly right. */
export function readBulletinQuestion(request: FastifyRequest): BulletinQuestion {
  const parameters = readParameters(request, BULLETIN_PARAMETERS)
  const today = chineseDay()
  const by = choice(parameters, 'by', BULLETIN_BYS) ?? 'town'
  const scheme = pattern(parameters, 'scheme', /^[a-z][a-z0-9_]{0,62}$/)
  const level = parameters.level === undefined ? null : (wholeNumber(parameters.level) ?? 0)
  const isGrid = by === 'grid'
  if (isGrid && (scheme === null || level === null || level < 1 || level > 9))
    throw new Problem(400, 'evaluation_scheme_missing', { field: scheme === null ? 'scheme' : 'level' })
  return {
    period: countedPeriod(
      choice(parameters, 'period', BULLETIN_PERIODS) ?? 'week',
      readFilterDay(parameters, 'day') ?? addDays(today, -1),
      today,
    ),
    by,
    scheme: isGrid ? scheme : null,
    level: isGrid ? level : null,
    territory: readTerritory(parameters),
    subject: choice(parameters, 'subject', SUBJECTS),
    today,
    language: readPrintLanguage(request, parameters),
  }
}

/** What comes in about rules of patrols. */
import type { FastifyRequest } from 'fastify'
import { PERIODS } from '#geodata/rivers/calendar.ts'
import { CHIEF_LEVELS } from '#geodata/rivers/records.ts'
import { type Body, invalid, isGiven, readBody, readChoice, readInteger, readNumber, readString } from '../http/body.ts'
import { calendarDay } from '../http/parameters.ts'
import type { RuleGiven } from './rules_store.ts'

const VALUES = [
  'period',
  'times',
  'minimum_minutes',
  'minimum_m',
  'minimum_cover_percent',
  'minimum_hours_apart',
  'corridor_m',
  'maximum_speed_m_s',
  'maximum_pause_s',
  'source',
  'edition',
] as const

/** The rule as it shall be from `valid_from`; what is not named stays as it is. */
export function readRuleChange(request: FastifyRequest, present: RuleGiven): RuleGiven {
  const body = readBody(request, [...VALUES, 'valid_from'])
  const { level, territory_code } = present
  return { level, territory_code, ...readValues({ ...pick(present), ...body }), valid_from: readDay(body, 'valid_from') }
}

export function readNewRule(request: FastifyRequest): RuleGiven {
  const body = readBody(request, ['level', 'territory_code', ...VALUES, 'valid_from'])
  const territory_code = isGiven(body, 'territory_code') ? readString(body, 'territory_code', 12) : null
  if (territory_code !== null && !/^(\d{6}|\d{9}|\d{12})$/.test(territory_code)) throw invalid('territory_code')
  const level = readChoice(body, 'level', CHIEF_LEVELS)
  return { level, territory_code, ...readValues(body), valid_from: readDay(body, 'valid_from') }
}

const pick = (rule: RuleGiven): Body => Object.fromEntries(VALUES.map((name) => [name, rule[name]]))

const readValues = (body: Body): Omit<RuleGiven, 'level' | 'territory_code' | 'valid_from'> => ({
  period: readChoice(body, 'period', PERIODS),
  times: readInteger(body, 'times', 1, 31),
  minimum_minutes: readNumber(body, 'minimum_minutes', 0, 24 * 60),
  minimum_m: readNumber(body, 'minimum_m', 0, 100_000),
  minimum_cover_percent: readNumber(body, 'minimum_cover_percent', 0, 100),
  minimum_hours_apart: readNumber(body, 'minimum_hours_apart', 0, 31 * 24),
  corridor_m: readNumber(body, 'corridor_m', 1, 2000),
  maximum_speed_m_s: readNumber(body, 'maximum_speed_m_s', 0.5, 50),
  maximum_pause_s: readNumber(body, 'maximum_pause_s', 1, 3600),
  source: readString(body, 'source'),
  edition: readString(body, 'edition', 50),
})

export function readDay(body: Body, name: string): string {
  const value = body[name]
  const day = typeof value === 'string' ? calendarDay(value) : undefined
  if (day === undefined) throw invalid(name)
  return day
}

import type { FastifyInstance } from 'fastify'
import { LIMIT_UNITS, MOST_DAYS } from '#geodata/cases/clock.ts'
import { LIMITED_STEPS, type Limits, type OwnerStep } from '#geodata/cases/records.ts'
import { findRole } from '#geodata/responsibility/roles.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { demandIn } from '../access/visitor.ts'
import type { Database, Transaction } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { type Body, readBody, readBoolean, readIfMatch, readMembers, readString } from '../http/body.ts'
import { calendarDay, readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'
import { readDay } from '../responsibility/parameters.ts'
import { demandVersion } from '../staff/writing.ts'
import { readKind, readKinds } from './kinds_store.ts'

/** Kinds of cases with whose they are and how long each step may take; a new edition begins on a day and changes no case of before. */
export function kindRoutes(app: FastifyInstance, database: Database): void {
  app.get('/api/cases/kinds', { config: { right: 'cases.read' } }, async (request, reply) => {
    const day = readDay(readParameters(request, ['at']).at)
    reply.header('cache-control', 'no-cache')
    return { at: day, kinds: await readKinds(database, day) }
  })

  app.put<{ Params: { code: string } }>(
    '/api/cases/kinds/:code',
    { config: { right: 'cases.rules' } },
    async (request, reply) => {
      readParameters(request, [])
      const version = readIfMatch(request)
      const edition = readEdition(request.params.code, readBody(request, MEMBERS))
      // Kinds hold everywhere, so whoever changes them must be responsible everywhere.
      demandIn(visitorOf(request), 'cases.rules', '')
      const kind = await act(database, actorOf(request), async (transaction) => {
        await transaction.query(sql`select from case_kinds where code = ${request.params.code} for update`)
        const present = await readKind(transaction, request.params.code, chineseDay())
        demandVersion(present, version)
        return storeEdition(transaction, present.id, present.valid_from, edition)
      })
      reply.header('cache-control', 'no-store')
      return kind
    },
  )
}

const MEMBERS = ['limits', 'owner_rule', 'files_itself', 'urgent', 'source', 'edition', 'valid_from']

interface Edition {
  readonly code: string
  readonly limits: Limits
  readonly owner_rule: readonly OwnerStep[]
  readonly files_itself: boolean
  readonly urgent: boolean
  readonly source: string
  readonly edition: string
  readonly valid_from: string
}

function readEdition(code: string, body: Body): Edition {
  const valid_from = calendarDay(readString(body, 'valid_from', 10))
  if (valid_from === undefined || valid_from < chineseDay()) throw new Problem(422, 'kind_day_invalid', { field: 'valid_from' })
  return {
    code,
    limits: readLimits(body.limits),
    owner_rule: readRule(body.owner_rule),
    files_itself: readBoolean(body, 'files_itself', false),
    urgent: readBoolean(body, 'urgent', false),
    source: readString(body, 'source', 200),
    edition: readString(body, 'edition', 50),
    valid_from,
  }
}

function readLimits(value: unknown): Limits {
  const given = readMembers(value, LIMITED_STEPS, 'limits.')
  for (const step of LIMITED_STEPS) {
    const { amount, unit } = readMembers(given[step], ['amount', 'unit'], `limits.${step}.`)
    const isLimit = typeof amount === 'number' && amount > 0 && LIMIT_UNITS.includes(unit as never)
    const days = unit === 'working_days' ? Number(amount) : Number(amount) / (unit === 'hours' ? 24 : 8)
    if (!isLimit || days > MOST_DAYS) throw new Problem(422, 'limits_invalid', { field: `limits.${step}` })
  }
  return given as unknown as Limits
}

const areRoles = (roles: unknown): boolean =>
  Array.isArray(roles) && roles.length > 0 && roles.every((role) => findRole(String(role)))

/** The last step is a department's, so that every case finds somebody. */
function readRule(value: unknown): OwnerStep[] {
  const steps = Array.isArray(value) ? (value as Record<string, unknown>[]) : []
  const isStep = (step: Record<string, unknown>) => {
    switch (
      Object.keys(step ?? {})
        .sort()
        .join()
    ) {
      case 'object':
        return areRoles(step.object)
      case 'segment':
        return areRoles(step.segment)
      case 'grid,scheme':
        return areRoles(step.grid) && /^[a-z][a-z0-9_]{0,62}$/.test(String(step.scheme))
      case 'department':
        return /^[a-z][a-z_]{0,40}$/.test(String(step.department))
      default:
        return false
    }
  }
  if (steps.length === 0 || steps.length > 6 || !steps.every(isStep) || !('department' in steps.at(-1)!))
    throw new Problem(422, 'owner_rule_invalid', { field: 'owner_rule' })
  return steps as unknown as OwnerStep[]
}

/** On the day on which the present edition begins, it is corrected; on a later one, another stands in its place. */
async function storeEdition(transaction: Transaction, present: number, since: string, edition: Edition) {
  const { code, limits, owner_rule, files_itself, urgent, source, edition: name, valid_from } = edition
  if (valid_from < since) throw new Problem(422, 'kind_day_invalid', { field: 'valid_from' })
  await transaction.query(sql`delete from case_kinds where code = ${code} and valid_from > ${since}::date and not exists (
    select from cases where kind_id = case_kinds.id)`)
  const [isUsed] = await transaction.query(sql`select from cases where kind_id = ${present}::integer limit 1`)
  if (valid_from === since && !isUsed)
    await transaction.query(sql`
      update case_kinds set limits = ${JSON.stringify(limits)}::jsonb, owner_rule = ${JSON.stringify(owner_rule)}::jsonb,
        files_itself = ${files_itself}, urgent = ${urgent}, source = ${source}, edition = ${name}, valid_to = null where id = ${present}::integer`)
  else {
    if (valid_from === since) throw new Problem(422, 'kind_day_invalid', { field: 'valid_from' })
    await transaction.query(sql`update case_kinds set valid_to = ${valid_from}::date where id = ${present}::integer`)
    await transaction.query(sql`
      insert into case_kinds (code, subject, class_name, class_name_en, name, name_en, layer, owner_rule, limits, files_itself, urgent,
        source, edition, valid_from)
      select code, subject, class_name, class_name_en, name, name_en, layer, ${JSON.stringify(owner_rule)}::jsonb,
        ${JSON.stringify(limits)}::jsonb, ${files_itself}, ${urgent}, ${source}, ${name}, ${valid_from}::date
      from case_kinds where id = ${present}::integer`)
  }
  return readKind(transaction, code, valid_from)
}

import type { FastifyInstance } from 'fastify'
import { addDays } from '#geodata/rivers/calendar.ts'
import type { PatrolRule } from '#geodata/rivers/records.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import { demandIn } from '../access/visitor.ts'
import type { Database, Transaction } from '../database/database.ts'
import { readIfMatch } from '../http/body.ts'
import { readParameters } from '../http/parameters.ts'
import { Problem } from '../http/problem.ts'
import { chineseDay } from '../layers/states.ts'
import { idOf, type OfId, tagged } from '../staff/ids.ts'
import { demandVersion } from '../staff/writing.ts'
import { readNewRule, readRuleChange } from './rule_reading.ts'
import { endRule, findRule, insertRule, listRules, type RuleGiven, replaceRule } from './rules_store.ts'

const READ = { config: { right: 'responsibility.read' } } as const
const WRITE = { config: { right: 'rivers.write' } } as const

/** What patrols owe. A rule is never rewritten for days that have been: it ends, and another follows. */
export function patrolRuleRoutes(app: FastifyInstance, database: Database): void {
  app.get('/api/rivers/patrol-rules', READ, async (request, reply) => {
    readParameters(request, [])
    reply.header('cache-control', 'no-store')
    return { rules: await listRules(database, chineseDay()) }
  })

  app.post('/api/rivers/patrol-rules', WRITE, async (request, reply) => {
    readParameters(request, [])
    const rule = readNewRule(request)
    demandIn(visitorOf(request), 'rivers.write', rule.territory_code ?? '')
    demandDay(rule, chineseDay())
    const stored = await act(database, actorOf(request), (transaction) => addRule(transaction, rule))
    reply.code(201)
    return tagged(reply, stored)
  })

  app.put<OfId>('/api/rivers/patrol-rules/:id', WRITE, async (request, reply) => {
    readParameters(request, [])
    const version = readIfMatch(request)
    const visitor = visitorOf(request)
    const id = idOf(request)
    const stored = await act(database, actorOf(request), async (transaction) => {
      const present = await findRule(transaction, id, true)
      if (!present) throw new Problem(404, 'record_not_found', {}, { id: String(id) })
      demandIn(visitor, 'rivers.write', present.territory_code ?? '')
      demandVersion(present, version)
      if (present.valid_to !== null) throw new Problem(409, 'patrol_rule_ended')
      return changeRule(transaction, present, readRuleChange(request, present))
    })
    return tagged(reply, stored)
  })
}

async function changeRule(transaction: Transaction, present: PatrolRule, rule: RuleGiven): Promise<PatrolRule> {
  const today = chineseDay()
  if (present.valid_from > today && rule.valid_from === present.valid_from) {
    await replaceRule(transaction, present.id, rule)
    return (await findRule(transaction, present.id))!
  }
  demandDay(rule, present.valid_from >= today ? addDays(present.valid_from, 1) : today)
  await endRule(transaction, present.id, rule.valid_from)
  return addRule(transaction, rule)
}

/** Patrols of days that have been were judged by the rule that was in force. */
function demandDay({ valid_from }: RuleGiven, earliest: string): void {
  if (valid_from < earliest) throw new Problem(422, 'patrol_rule_day_invalid', { field: 'valid_from' }, { earliest })
}

async function addRule(transaction: Transaction, rule: RuleGiven): Promise<PatrolRule> {
  const id = await insertRule(transaction, rule)
  if (id === undefined) throw new Problem(409, 'patrol_rule_exists', { field: 'territory_code' })
  return (await findRule(transaction, id))!
}

import type { FastifyRequest } from 'fastify'
import type { PlanAction } from '#geodata/planning/index.ts'
import { act, actorOf } from '../access/act.ts'
import { visitorOf } from '../access/gate.ts'
import type { Database, Transaction } from '../database/database.ts'
import { readIfMatch } from '../http/body.ts'
import { readParameters } from '../http/parameters.ts'
import { idOf, type OfId } from '../staff/ids.ts'
import { demandVersion } from '../staff/writing.ts'
import { demandAction, describePlan } from './describe.ts'
import { lockPlan, type PlanRow, readPlan } from './store.ts'

/** Changes a plan from the version that its writer has seen, in one transaction; the plan afterwards. */
export async function changing(
  database: Database,
  request: FastifyRequest<OfId>,
  action: PlanAction,
  work: (transaction: Transaction, plan: PlanRow) => Promise<void>,
): Promise<PlanRow> {
  readParameters(request, [])
  const version = readIfMatch(request)
  const visitor = visitorOf(request)
  return act(database, actorOf(request), async (transaction) => {
    const plan = await lockPlan(transaction, idOf(request))
    demandAction(visitor, plan, action)
    demandVersion(plan, version, describePlan(plan, visitor))
    await work(transaction, plan)
    return readPlan(transaction, plan.id)
  })
}

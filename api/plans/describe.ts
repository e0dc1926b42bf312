import { mayAct, type PlanAction } from '#geodata/planning/index.ts'
import { demandIn, mayIn, type Visitor } from '../access/visitor.ts'
import { Problem } from '../http/problem.ts'
import type { PlanRow } from './store.ts'

/** A plan as its visitor sees it. */
export function describePlan({ author_id, ...plan }: PlanRow, visitor: Visitor) {
  const actions: readonly PlanAction[] = ['edit', 'submit', 'return', 'approve', 'publish', 'withdraw']
  const may = Object.fromEntries(actions.map((action) => [action, isAllowed(visitor, { author_id, ...plan }, action)]))
  return { ...plan, mine: author_id !== null && author_id === visitor.account_id, may }
}

const REVIEWS: readonly PlanAction[] = ['return', 'approve', 'publish']

function isAllowed(visitor: Visitor, plan: PlanRow, action: PlanAction): boolean {
  return refusal(visitor, plan, action) === undefined
}

function refusal(visitor: Visitor, plan: PlanRow, action: PlanAction): Problem | undefined {
  const right = REVIEWS.includes(action) ? 'plans.publish' : 'plans.write'
  if (!mayIn(visitor, right, plan.territory_code)) return new Problem(403, 'outside_territory')
  const isOwn = plan.author_id !== null && plan.author_id === visitor.account_id
  if (action === 'approve' && isOwn && !visitor.grants.some(({ role }) => role === 'administrator'))
    return new Problem(403, 'plan_own')
  if (!mayAct(action, plan.state)) return new Problem(409, 'plan_state', {}, { state: plan.state })
  return undefined
}

/** Refuses what the visitor may not do with this plan, or not in its state. */
export function demandAction(visitor: Visitor, plan: PlanRow, action: PlanAction): void {
  const problem = refusal(visitor, plan, action)
  if (problem) throw problem
}

export const demandRead = (visitor: Visitor, plan: PlanRow): void => demandIn(visitor, 'plans.write', plan.territory_code)

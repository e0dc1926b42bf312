import type { PlanDetail } from '../../api/plans.ts'

export function FlowPart({ plan }: { plan: PlanDetail }) {
  return <p>{plan.name}</p>
}

import type { PlanDetail } from '../../api/plans.ts'

export function CheckPart({ plan }: { plan: PlanDetail }) {
  return <p>{plan.name}</p>
}

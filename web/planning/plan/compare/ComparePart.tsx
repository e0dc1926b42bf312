import type { PlanDetail } from '../../api/plans.ts'

export function ComparePart({ plan }: { plan: PlanDetail }) {
  return <p>{plan.name}</p>
}

import { queryOptions } from '@tanstack/react-query'
import { getJson, sendJson } from '../../api/client.ts'
import { forgetPlans } from './plans.ts'
import type { Plan } from './types.ts'

/** What was published of a scheme, the newest first. */
export interface Revision {
  readonly number: number
  readonly plan_id: number | null
  readonly plan_name: string | null
  readonly effective_on: string
  readonly published_at: string
  readonly account_name: string
}

export const revisionsQuery = (scheme: string) =>
  queryOptions({
    queryKey: ['plans', 'revisions', scheme],
    queryFn: async ({ signal }) =>
      (await getJson<{ revisions: Revision[] }>(`/api/schemes/${scheme}/revisions`, signal)).revisions,
  })

/** A plan that leads back to before a revision; it goes the way of every plan. */
export async function revertRevision(scheme: string, number: number, name: string): Promise<Plan> {
  const plan = await sendJson<Plan>('POST', `/api/schemes/${scheme}/revisions/${number}/revert`, { body: { name } })
  forgetPlans()
  return plan
}

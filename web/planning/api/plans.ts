// What the server knows of plans: lists, one plan, its way; and what may be done with one.
import { queryOptions } from '@tanstack/react-query'
import type { PlanLand } from '#geodata/planning/index.ts'
import { getJson, sendJson } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'
import type { Plan, PlanComment, PlanDetail, ServerFinding, Steps } from './types.ts'

/** All that is asked about plans is forgotten when a plan changes; what the editor works on is not, it follows by itself. */
export const plansQuery = queryOptions({
  queryKey: ['plans', 'list'],
  queryFn: async ({ signal }) => (await getJson<{ plans: Plan[] }>('/api/plans', signal)).plans,
})

export const planQuery = (id: number) =>
  queryOptions({
    queryKey: ['plans', 'plan', id],
    queryFn: ({ signal }) => getJson<PlanDetail>(`/api/plans/${id}`, signal),
  })

export const findingsQuery = (id: number) =>
  queryOptions({
    queryKey: ['plans', 'findings', id],
    queryFn: async ({ signal }) => (await getJson<{ findings: ServerFinding[] }>(`/api/plans/${id}/findings`, signal)).findings,
  })

export const commentsQuery = (id: number) =>
  queryOptions({
    queryKey: ['plans', 'comments', id],
    queryFn: async ({ signal }) => (await getJson<{ comments: PlanComment[] }>(`/api/plans/${id}/comments`, signal)).comments,
  })

export const readLand = (id: number, signal?: AbortSignal) => getJson<PlanLand>(`/api/plans/${id}/land`, signal)
export const readSteps = (id: number, signal?: AbortSignal) => getJson<Steps>(`/api/plans/${id}/steps`, signal)

export interface NewPlan {
  readonly name: string
  readonly scheme: string
  readonly territory_code: string
}

export async function makePlan(plan: NewPlan): Promise<Plan> {
  const made = await sendJson<Plan>('POST', '/api/plans', { body: plan })
  forgetPlans()
  return made
}

export const forgetPlans = (): void => void queryClient.invalidateQueries({ queryKey: ['plans'] })

/** Something with a plan: submit, return, approve, publish, withdraw; or its name and date. Each raises its version. */
export async function actOn(id: number, path: string, body: object, version: number): Promise<PlanDetail> {
  const answer = await sendJson<PlanDetail>('POST', `/api/plans/${id}/${path}`, { body, version })
  forgetPlans()
  return answer
}

export async function changePlan(id: number, changes: object, version: number): Promise<PlanDetail> {
  const answer = await sendJson<PlanDetail>('PATCH', `/api/plans/${id}`, { body: changes, version })
  forgetPlans()
  return answer
}

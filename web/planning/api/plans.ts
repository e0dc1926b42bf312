// What the server knows of plans: lists, one plan, its way; and what may be done with one.
import { queryOptions } from '@tanstack/react-query'
import type { Edit, Ring } from '#geodata/fabric/index.ts'
import type { Conflict, Finding, PlanAction, PlanLand, PlanState } from '#geodata/planning/index.ts'
import { getJson, sendJson } from '../../api/client.ts'
import { queryClient } from '../../api/queries.ts'

export interface Plan {
  readonly id: number
  readonly name: string
  readonly scheme: string
  readonly territory_code: string
  readonly territory_name: string
  readonly state: PlanState
  readonly author_name: string
  readonly mine: boolean
  /** The scheme's revision when the plan was begun, and now: above it, the land has moved on. */
  readonly base_revision: number
  readonly revision: number
  readonly effective_on: string | null
  readonly remark: string | null
  readonly version: number
  readonly steps: number
  readonly changed_at: string
  readonly may: Readonly<Record<PlanAction, boolean>>
}

export interface PlanEvent {
  readonly at: string
  readonly account_name: string
  readonly action: string
  readonly reason: string | null
}

export interface PlanDetail extends Plan {
  readonly events: readonly PlanEvent[]
  readonly decisions?: Readonly<Record<string, string>>
}

export interface StepShape {
  readonly grid: string
  readonly name: string
  /** What the grid looks like as the step drew it. */
  readonly polygons?: readonly (readonly Ring[])[]
  readonly mine?: readonly (readonly Ring[])[]
  readonly theirs?: readonly (readonly Ring[])[]
}

export interface Step {
  readonly number: number
  readonly label: string
  readonly edits: readonly Edit[]
  readonly state: 'done' | 'undone' | 'dropped'
  readonly conflict?: Conflict
  readonly shapes?: readonly StepShape[]
}

export interface Steps {
  readonly version: number
  readonly steps: readonly Step[]
}

export interface ServerFinding extends Finding {
  readonly excepted?: { readonly reason: string; readonly by: string }
}

export interface PlanComment {
  readonly id: number
  readonly author_name: string
  readonly text: string
  readonly longitude: number | null
  readonly latitude: number | null
  readonly resolved: boolean
  readonly created_at: string
}

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

// What the server says about plans.
import type { Edit, Ring } from '#geodata/fabric/index.ts'
import type { Conflict, Finding, PlanAction, PlanState } from '#geodata/planning/index.ts'

export interface Plan {
  readonly id: number
  readonly name: string
  readonly scheme: string
  readonly territory_code: string
  readonly territory_name: string
  readonly territory_name_en: string | null
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

/** Where a plan is for. */
export const territoryOf = ({ territory_name, territory_name_en }: Plan, language: string): string =>
  (language === 'en' && territory_name_en) || territory_name

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

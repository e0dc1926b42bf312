/** A plan: a change of one scheme's grids in one area, as a list of steps. */
import type { Edit } from '../fabric/index.ts'

export const PLAN_STATES = ['draft', 'submitted', 'returned', 'approved', 'published', 'withdrawn'] as const
export type PlanState = (typeof PLAN_STATES)[number]

/** What may be done with a plan, and in which states. */
export const PLAN_ACTIONS = {
  edit: ['draft', 'returned'],
  submit: ['draft', 'returned'],
  return: ['submitted', 'approved'],
  approve: ['submitted'],
  publish: ['approved'],
  withdraw: ['draft', 'submitted', 'returned', 'approved'],
} as const satisfies Record<string, readonly PlanState[]>
export type PlanAction = keyof typeof PLAN_ACTIONS

export const mayAct = (action: PlanAction, state: PlanState): boolean =>
  (PLAN_ACTIONS[action] as readonly PlanState[]).includes(state)

export interface PlanStep {
  readonly number: number
  readonly edits: readonly Edit[]
  readonly before: Before
  readonly state: 'done' | 'undone' | 'dropped'
}

/** What a planner saw of all that a step changed. */
export interface Before {
  readonly cells: Readonly<Record<string, CellBefore | null>>
  /** Name, parent, locked, retired; null: not there yet. */
  readonly grids: Readonly<Record<string, readonly [string, string | null, boolean, boolean] | null>>
}

export interface CellBefore {
  /** The grid in the plan's scheme. */
  readonly grid: string | null
  /** m². */
  readonly area: number
}

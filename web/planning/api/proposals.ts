import type { Edit } from '#geodata/fabric/index.ts'
import { getJson, sendJson } from '../../api/client.ts'

export const WEIGHTS = ['households', 'population', 'cells'] as const
export type Weight = (typeof WEIGHTS)[number]

export interface WantedProposal {
  readonly kind: 'propose' | 'rebalance'
  readonly area: string
  readonly weight: Weight
  readonly band: { readonly least: number; readonly most: number }
}

interface Measured {
  readonly groups: number
  /** How far the worst grid is from the mean, as a share of it. */
  readonly imbalance: number
}

/** Land that the machine divides, for the planner to take or leave. */
export interface ProposalJob {
  readonly id: string
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  readonly total: number
  readonly before?: Measured
  readonly measures?: Measured
  readonly unmet?: readonly object[]
  readonly refusal?: { readonly code: string }
  readonly edits?: readonly Edit[]
}

const path = (plan: number, job = '') => `/api/plans/${plan}/proposals${job && `/${job}`}`

export const askProposal = (plan: number, wanted: WantedProposal): Promise<{ job: string }> =>
  sendJson('POST', path(plan), { body: wanted })

export const readProposal = (plan: number, job: string, signal: AbortSignal): Promise<ProposalJob> =>
  getJson(path(plan, job), signal)

export const cancelProposal = (plan: number, job: string): Promise<void> => sendJson('DELETE', path(plan, job))

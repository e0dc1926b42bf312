import type { Edit } from '#geodata/fabric/index.ts'
import type { Reason, RefusalCode } from '#geodata/partition/index.ts'
import { MEASURES } from '#geodata/planning/index.ts'
import { getJson, sendJson } from '../../api/client.ts'

export const WEIGHTS = ['households', 'population', 'cells', ...MEASURES.slice(2)] as const
export type Weight = (typeof WEIGHTS)[number]

export interface WantedProposal {
  readonly kind: 'propose' | 'rebalance'
  readonly area: string
  readonly weight: Weight
  /** Of the weight. */
  readonly band?: Band
  /** How many grids in all; only where land is divided anew. */
  readonly grids?: number
  /** Of cells in a grid, beside the other. */
  readonly cells?: Band
}

export interface Band {
  readonly least: number
  readonly most: number
}

/** Where the target is missed. */
export interface Unmet {
  readonly community: string | null
  readonly parent: string | null
  readonly reason?: Reason
  /** A cell of every grid concerned. */
  readonly cells?: readonly string[]
  readonly grid?: string
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
  readonly unmet?: readonly Unmet[]
  readonly refusal?: { readonly code: RefusalCode }
  readonly edits?: readonly Edit[]
}

const path = (plan: number, job = '') => `/api/plans/${plan}/proposals${job && `/${job}`}`

export const askProposal = (plan: number, wanted: WantedProposal): Promise<{ job: string }> =>
  sendJson('POST', path(plan), { body: wanted })

export const readProposal = (plan: number, job: string, signal: AbortSignal): Promise<ProposalJob> =>
  getJson(path(plan, job), signal)

export const cancelProposal = (plan: number, job: string): Promise<void> => sendJson('DELETE', path(plan, job))

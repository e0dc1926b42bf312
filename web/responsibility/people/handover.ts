import { sendJson } from '../../api/client.ts'
import type { Problem } from '../../api/problem.ts'
import type { readTo } from './successors.ts'

export interface MovedObject {
  readonly assignment_id: number
  readonly object_id: number
  readonly title: string | null
  readonly title_en: string | null
  readonly code: string | null
  readonly chainage_from_m: number | null
  readonly chainage_to_m: number | null
  readonly outcome?: 'moved' | 'merged' | 'raised'
}

export interface MovedGroup {
  readonly layer: string
  readonly role: string
  readonly count: number
  readonly objects: readonly MovedObject[]
  readonly to?: { readonly id: number; readonly name: string; readonly name_en: string | null }
}

export interface HandOverReport {
  readonly dry_run: boolean
  readonly on: string
  readonly moves: readonly MovedGroup[]
  readonly stays: readonly MovedGroup[]
  readonly ended: readonly MovedGroup[]
  readonly tenures: readonly { readonly id: number; readonly post: string; readonly organisation: string }[]
}

export interface RefusedRow {
  readonly index: number
  readonly layer: string
  readonly id: number
  readonly detail: string
}

export const rowsOf = (problem: Problem): readonly RefusedRow[] =>
  Array.isArray(problem.members.rows) ? (problem.members.rows as RefusedRow[]) : []

export interface HandOverOrder {
  readonly to: NonNullable<ReturnType<typeof readTo>>
  readonly on: string
  readonly left: boolean
  readonly end_rest: boolean
}

export const handOver = (person: number, order: HandOverOrder, dryRun: boolean) =>
  sendJson<HandOverReport>('POST', `/api/people/${person}/handover`, { body: { ...order, dry_run: dryRun } })

/** The calendar day in China, where the county is. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())

/** What server and console say to each other about cases. Moments are ISO 8601 in UTC, days YYYY-MM-DD, places degrees (EPSG:4326). */
import type { Limit } from './clock.ts'
import type { Action, Stage, StepAction } from './flow.ts'

export type Subject = 'component' | 'event' | 'river'
export const CASE_SOURCES = ['supervisor', 'river_patrol', 'grid_patrol', 'public', 'hotline', 'inspection'] as const
export type CaseSource = (typeof CASE_SOURCES)[number]
export const BANKS = ['left', 'right', 'middle'] as const
export type Bank = (typeof BANKS)[number]

/** The stages that have a deadline of their own, by the step that ends them. */
export const LIMITED_STEPS = ['file', 'dispatch', 'handle', 'verify', 'close'] as const
export type LimitedStep = (typeof LIMITED_STEPS)[number]
export type Limits = Readonly<Record<LimitedStep, Limit>>

/** One way of telling whose a case is; the first of several that finds somebody counts. */
export type OwnerStep =
  | { readonly object: readonly string[] }
  | { readonly segment: readonly string[] }
  | { readonly grid: readonly string[]; readonly scheme: string }
  | { readonly department: string }

export interface CaseKind {
  readonly id: number
  readonly code: string
  readonly subject: Subject
  readonly class_name: string
  readonly class_name_en: string
  readonly name: string
  readonly name_en: string
  readonly layer: string | null
  readonly owner_rule: readonly OwnerStep[]
  readonly limits: Limits
  readonly files_itself: boolean
  readonly urgent: boolean
  readonly source: string
  readonly edition: string
  readonly valid_from: string
  readonly valid_to: string | null
  readonly version: number
}

export interface GridOfCase {
  readonly scheme: string
  readonly level: number
  readonly code: string
  readonly name: string | null
  readonly name_en: string | null
}

export interface PlaceOfCase {
  readonly community_code: string
  readonly community_name: string
  readonly community_name_en: string | null
  /** Of each scheme all levels that cover the place, from the top; empty where no grid does. */
  readonly grids: readonly GridOfCase[]
}

export interface Named {
  readonly id: number
  readonly name: string
  readonly name_en: string | null
}

/** Whose a case is. */
export interface Handler {
  readonly organisation: Named | null
  readonly person:
    | (Named & { readonly post: string | null; readonly telephone: string | null; readonly mobile?: string | null })
    | null
}

/** Where on a river. */
export interface OnRiver {
  readonly segment_id: number
  readonly segment_name: string
  readonly segment_name_en: string | null
  readonly river_name: string
  readonly chainage_m: number
  readonly bank: Bank
  /** From the centre line. */
  readonly distance_m: number
}

/** A case in a list. */
export interface CaseRow {
  readonly id: number
  readonly number: string
  readonly kind: Pick<CaseKind, 'code' | 'subject' | 'name' | 'name_en' | 'class_name' | 'class_name_en' | 'urgent'>
  readonly source: CaseSource
  readonly text: string | null
  readonly longitude: number
  readonly latitude: number
  readonly place: string | null
  readonly community_code: string
  readonly community_name: string
  readonly community_name_en: string | null
  /** The lowest of each scheme. */
  readonly grids: readonly GridOfCase[]
  readonly segment_id: number | null
  readonly chainage_m: number | null
  readonly bank: Bank | null
  readonly stage: Stage
  readonly organisation: Named | null
  readonly person: Named | null
  readonly found_at: string
  /** Of the step, or of the whole where that is due before: what is past it is overdue. */
  readonly due_at: string | null
  readonly stage_due_at: string | null
  readonly handle_due_at: string | null
  readonly closing_due_at: string | null
  readonly closed_at: string | null
  readonly changed_at: string
  readonly returns: number
  readonly reworks: number
  readonly extensions: number
  readonly extension_asked: string | null
  readonly photos: number
  readonly version: number
  /** By this device or account. */
  readonly mine: boolean
}

export interface PhotoOfCase {
  readonly id: number
  readonly width: number
  readonly height: number
  readonly taken_at: string | null
}

export interface CaseEvent {
  readonly number: number
  readonly action: Action
  readonly stage: Stage
  readonly at: string
  /** Empty where the rule did it. */
  readonly account_name: string
  readonly organisation: Named | null
  readonly person: Named | null
  readonly stage_due_at: string | null
  readonly until: string | null
  readonly merged_into: { readonly id: number; readonly number: string } | null
  readonly text: string | null
  readonly photos: readonly PhotoOfCase[]
}

/** A case whole. */
export interface Case extends Omit<CaseRow, 'grids'> {
  readonly kind_limits: Limits
  readonly grids: readonly GridOfCase[]
  readonly layer: string | null
  readonly object_id: number | null
  readonly object_title: string | null
  readonly accuracy_m: number | null
  readonly account_name: string
  readonly noted_at: string
  readonly received_at: string
  readonly filed_at: string | null
  readonly dispatched_at: string | null
  readonly reported_back_at: string | null
  readonly merged_into: { readonly id: number; readonly number: string } | null
  readonly merged: readonly { readonly id: number; readonly number: string }[]
  readonly events: readonly CaseEvent[]
  /** The steps that whoever asks may take now. */
  readonly may: readonly StepAction[]
  readonly handler: Handler
}

/** What would come of a case before it is sent: `GET /api/cases/proposal`. */
export interface Proposal {
  readonly place: PlaceOfCase
  /** In no grid of any scheme: it goes to the department. */
  readonly in_no_grid: boolean
  readonly river: OnRiver | null
  readonly handler: Handler
  /** How the handler was found. */
  readonly by: 'object' | 'segment' | 'grid' | 'department' | null
  readonly files_itself: boolean
  /** By when it is to be handled, if it were sent now. */
  readonly handle_due_at: string
  /** False where the year's holidays are not entered, so that only weekends count. */
  readonly calendar_known: boolean
  /** Open cases of the same class within 100 m, or 300 m along the river, the nearest first: the same as this? */
  readonly nearby: readonly (CaseRow & { readonly distance_m: number })[]
}

export const QUEUES = [
  'to_file',
  'to_dispatch',
  'in_hand',
  'to_verify',
  'to_close',
  'overdue',
  'extension',
  'returned',
  'open',
  'ended',
] as const
export type Queue = (typeof QUEUES)[number]

/** `GET /api/cases` */
export interface CasePage {
  readonly total: number
  /** There are more than `total`: counting them all would take longer than reading them. */
  readonly is_more: boolean
  readonly cases: readonly CaseRow[]
}

/** `GET /api/cases/points` */
export interface CasePoint {
  readonly id: number
  readonly longitude: number
  readonly latitude: number
  readonly stage: Stage
  readonly subject: Subject
  readonly overdue: boolean
  readonly urgent: boolean
}

/** How many of a reader's cases stand in each queue: `GET /api/cases/counts`. */
export interface CaseCounts {
  readonly queues: Readonly<Record<Queue, number>>
  /** Dispatched to whoever asks, or to the organisation. */
  readonly mine: number
  readonly reported_by_me: number
}

export const DIMENSIONS = ['county', 'town', 'community', 'grid', 'organisation', 'person', 'kind', 'class'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Of cases filed in a period, as things stood at its end (or now, where it has not ended). */
export interface CaseFigures {
  readonly filed: number
  /** 应结案: to be closed by then, or closed. */
  readonly due: number
  readonly closed: number
  readonly closed_on_time: number
  /** 应处置: to be handled by then, or handled. */
  readonly handling_due: number
  readonly handled: number
  readonly handled_on_time: number
  /** 退回, 返工, 延期: cases in which it happened. */
  readonly returned: number
  readonly reworked: number
  readonly extended: number
  readonly overdue: number
}

export const OUTCOMES = [
  'filed',
  'due',
  'closed',
  'closed_on_time',
  'handling_due',
  'handled',
  'handled_on_time',
  'returned',
  'reworked',
  'extended',
  'overdue',
] as const satisfies readonly (keyof CaseFigures)[]
export type Outcome = (typeof OUTCOMES)[number]

/** Shares of 1; null where there is nothing to make one of. */
export interface CaseRates {
  readonly closing_rate: number | null
  readonly on_time_rate: number | null
  readonly handling_rate: number | null
  readonly return_rate: number | null
  readonly rework_rate: number | null
  readonly extension_rate: number | null
}

export interface EvaluationRow extends CaseFigures, CaseRates {
  /** Code of an area, grid, kind or class; id of an organisation or person; null for those of nobody. */
  readonly key: string | null
  readonly name: string | null
  readonly name_en: string | null
  /** Equal figures share a rank, and the next is as far down as there are before it (1, 2, 2, 4); null where nothing was due. */
  readonly rank: number | null
  /** Of patrols owed by whoever the row is about, those made; null where none are owed. */
  readonly patrols_owed: number | null
  readonly patrols_made: number | null
  readonly patrol_rate: number | null
}

/** `GET /api/cases/evaluation` */
export interface Evaluation {
  readonly from: string
  /** The last day. */
  readonly to: string
  readonly by: Dimension
  readonly scheme: string | null
  readonly level: number | null
  readonly territory: string | null
  readonly subject: Subject | null
  readonly total: CaseFigures & CaseRates
  readonly rows: readonly EvaluationRow[]
}

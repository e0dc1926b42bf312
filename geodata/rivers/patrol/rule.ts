/** What a patrol owes: how often one is due, and what makes one valid. The rules themselves are rows (`patrol_rules`) with source and edition. */
import type { Period } from '../calendar.ts'

/** So many in a week, month or quarter of the calendar, or one after so many days at the latest. */
export type PatrolFrequency = { readonly period: Period; readonly times: number } | { readonly every_days: number }

/** What one patrol must come to; 0 where a rule says nothing. */
export interface PatrolValidity {
  readonly minimum_minutes: number
  /** Walked along the river, there and back. */
  readonly minimum_m: number
  readonly minimum_cover_percent: number
  /** From the end of the patrol before to the start of this one. */
  readonly minimum_hours_apart: number
}

/** When a track counts as a walk along the river. */
export interface PatrolLimits {
  /** How far beside the centre line somebody still walks along it, besides the inaccuracy of his position. */
  readonly corridor_m: number
  /** On foot, by bicycle or boat; whoever is quicker sees nothing. */
  readonly maximum_speed_m_s: number
  /** Longest silence of the receiver that counts as having gone on. */
  readonly maximum_pause_s: number
}

/** When so little is left out that the whole segment has been walked: by share, or at the ends, where a position is no more exact. */
export const WHOLE_SEGMENT = { percent: 95, left_out_m: 20, source: '本系统初始设定', edition: '2026' } as const

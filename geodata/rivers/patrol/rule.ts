/** What a patrol owes, as rows: how often one is due, and what makes one valid. Local rules replace rows, and nothing else. */
import type { Period } from '../calendar.ts'
import type { ChiefLevel } from '../records.ts'

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

export interface RuleSource {
  readonly source: string
  readonly edition: string
}

export type PatrolRule = { readonly level: ChiefLevel } & PatrolFrequency & PatrolValidity & PatrolLimits & RuleSource

const FREQUENCY_SOURCE = '省级河长巡河办法（一省）'

/** One province's least number of patrols. */
export const PATROL_FREQUENCIES = {
  county: { period: 'quarter', times: 1, source: `${FREQUENCY_SOURCE}：县级每季度不少于1次`, edition: '2019' },
  town: { period: 'month', times: 1, source: `${FREQUENCY_SOURCE}：镇级每月不少于1次`, edition: '2019' },
  village: { period: 'week', times: 1, source: `${FREQUENCY_SOURCE}：村级每周不少于1次`, edition: '2019' },
} as const satisfies Readonly<Record<ChiefLevel, PatrolFrequency & RuleSource>>

/** What different places call a valid patrol (有效巡河). */
export const PATROL_VALIDITIES = {
  long: {
    minimum_minutes: 30,
    minimum_m: 2000,
    minimum_cover_percent: 0,
    minimum_hours_apart: 96,
    source: '有效巡河：一地规定30分钟、2公里、间隔96小时',
    edition: '地方规定',
  },
  short: {
    minimum_minutes: 5,
    minimum_m: 300,
    minimum_cover_percent: 0,
    minimum_hours_apart: 0,
    source: '有效巡河：另一地规定5分钟、300米',
    edition: '地方规定',
  },
} as const satisfies Readonly<Record<string, PatrolValidity & RuleSource>>

/** No rule says it: 20 km/h, a bank road's distance and a telephone's sleep, for a place to set its own. */
export const PATROL_LIMITS = {
  corridor_m: 100,
  maximum_speed_m_s: 20 / 3.6,
  maximum_pause_s: 180,
  source: '本系统初始设定',
  edition: '2026',
} as const satisfies PatrolLimits & RuleSource

/** A rule put together from its parts; its source names that of the frequency and that of the validity. */
export function patrolRule(
  level: ChiefLevel,
  validity: keyof typeof PATROL_VALIDITIES,
  limits: PatrolLimits = PATROL_LIMITS,
): PatrolRule {
  const { period, times, source, edition } = PATROL_FREQUENCIES[level]
  const { source: also, edition: of, ...minimums } = PATROL_VALIDITIES[validity]
  const { corridor_m, maximum_speed_m_s, maximum_pause_s } = limits
  const sources = { source: `${source}；${also}`, edition: `${edition}；${of}` }
  return { level, period, times, ...minimums, corridor_m, maximum_speed_m_s, maximum_pause_s, ...sources }
}

/** What a place begins with: those who patrol seldom owe the long one. */
export const STANDARD_PATROL_RULES: Readonly<Record<ChiefLevel, PatrolRule>> = {
  county: patrolRule('county', 'long'),
  town: patrolRule('town', 'long'),
  village: patrolRule('village', 'short'),
}

/** When so little is left out that the whole segment has been walked: by share, or at the ends, where a position is no more exact. */
export const WHOLE_SEGMENT = { percent: 95, left_out_m: 20, source: '本系统初始设定', edition: '2026' } as const

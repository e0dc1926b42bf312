/** Which water an engine can count on. */
import { daysBetween } from './days.ts'
import type { Mark } from './marks.ts'
import { DRY_SEASON, THRESHOLDS } from './thresholds.ts'

/** A hydrant or another source of water, as the layers have it; what a layer has no field for is null. */
export interface WaterRecord {
  readonly usable: 'yes' | 'no' | 'unknown'
  readonly record_state: 'normal' | 'abandoned'
  /** `YYYY-MM-DD` */
  readonly inspected_on: string | null
  readonly vehicle_access: boolean | null
  readonly suction_height_m: number | null
  readonly usable_in_dry_season: boolean | null
}

/** In the order in which lists show them. Unknown is not usable. */
export const WATER_STANDINGS = ['usable', 'unknown', 'unusable'] as const
export type WaterStanding = (typeof WATER_STANDINGS)[number]

export type WaterReason =
  | 'marked_unusable'
  | 'abandoned'
  | 'not_usable'
  | 'no_vehicle_access'
  | 'suction_too_high'
  | 'usable_unknown'
  | 'never_inspected'
  | 'inspection_overdue'
  | 'dry_season'

export interface WaterJudgement {
  readonly standing: WaterStanding
  /** Why it is not usable; none where it is. */
  readonly reasons: readonly WaterReason[]
}

/** @param day `YYYY-MM-DD` */
export function judgeWater(record: WaterRecord, day: string): WaterJudgement {
  const against: WaterReason[] = [
    ...(record.record_state === 'abandoned' ? (['abandoned'] as const) : []),
    ...(record.usable === 'no' ? (['not_usable'] as const) : []),
    ...(record.vehicle_access === false ? (['no_vehicle_access'] as const) : []),
    ...((record.suction_height_m ?? 0) > THRESHOLDS.suction_height.value ? (['suction_too_high'] as const) : []),
  ]
  if (against.length > 0) return { standing: 'unusable', reasons: against }
  const doubts: WaterReason[] = [
    ...(record.usable === 'unknown' ? (['usable_unknown'] as const) : []),
    ...doubtsOfInspection(record.inspected_on, day),
    ...(record.usable_in_dry_season === false && isDrySeason(day) ? (['dry_season'] as const) : []),
  ]
  return doubts.length > 0 ? { standing: 'unknown', reasons: doubts } : { standing: 'usable', reasons: [] }
}

/** Who stands before it knows better than the register. */
export function judgeMarkedWater(judged: WaterJudgement, mark: Pick<Mark, 'mark'> | undefined): WaterJudgement {
  if (mark?.mark === 'usable') return { standing: 'usable', reasons: [] }
  if (mark?.mark !== 'unusable') return judged
  return { standing: 'unusable', reasons: ['marked_unusable', ...(judged.standing === 'unusable' ? judged.reasons : [])] }
}

/** Why the last inspection leaves a doubt; nothing where it was not long ago. Both days `YYYY-MM-DD`. */
export function doubtsOfInspection(inspected_on: string | null, day: string): readonly WaterReason[] {
  if (inspected_on === null) return ['never_inspected']
  return daysBetween(inspected_on, day) > THRESHOLDS.water_inspection.value ? ['inspection_overdue'] : []
}

const isDrySeason = (day: string): boolean => (DRY_SEASON.months as readonly number[]).includes(Number(day.slice(5, 7)))

/** How many lengths of hose reach so far, in metres of the way. */
export const hosesFor = (distance_m: number): number =>
  Math.ceil((distance_m * THRESHOLDS.hose_slack.value) / THRESHOLDS.hose_length.value)

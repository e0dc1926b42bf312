/**
 * How far buildings keep from an active fault: GB 50011 (建筑抗震设计规范) 4.1.7. The tables are data, by edition; a distance counts from the
 * main rupture, to which comes what its place on the map is uncertain by.
 */

/** 抗震设防类别 甲、乙、丙、丁 of GB 50223. */
export const FORTIFICATION_CLASSES = ['A', 'B', 'C', 'D'] as const
export type FortificationClass = (typeof FORTIFICATION_CLASSES)[number]

/** 抗震设防烈度. */
export const INTENSITIES = [6, 7, 8, 9] as const
export type Intensity = (typeof INTENSITIES)[number]

/** As the layer of faults has it. */
export type Activity = 'holocene' | 'late_pleistocene' | 'early_middle_pleistocene' | 'pre_quaternary' | 'unknown'

interface Edition {
  readonly id: string
  readonly standard: string
  readonly clause: string
  /** Metres by intensity and class; null asks for a study of its own, and what is left out has no distance. */
  readonly distances: Readonly<Partial<Record<Intensity, Readonly<Partial<Record<FortificationClass, number | null>>>>>>
  /** Ground over a buried fault of more than so many metres takes the place of a distance. */
  readonly overburden_m: Readonly<Partial<Record<Intensity, number>>>
}

/** The first is the one in force. */
export const EDITIONS: readonly Edition[] = [
  {
    id: '2010-2016',
    standard: 'GB 50011-2010（2016年版）',
    clause: '4.1.7',
    distances: { 8: { A: null, B: 200, C: 100 }, 9: { A: null, B: 400, C: 200 } },
    overburden_m: { 8: 60, 9: 90 },
  },
  {
    id: '2001',
    standard: 'GB 50011-2001',
    clause: '4.1.7',
    distances: { 8: { A: null, B: 300, C: 200 }, 9: { A: null, B: 500, C: 300 } },
    overburden_m: { 8: 60, 9: 90 },
  },
]

export interface AvoidanceQuestion {
  readonly edition: Edition
  readonly class: FortificationClass
  readonly intensity: Intensity
  readonly activity: Activity
  /** Metres of ground over a buried fault; null where it is exposed or nobody knows. */
  readonly overburden_m: number | null
}

export type AvoidanceAnswer =
  | { readonly kind: 'distance'; readonly distance_m: number }
  /** Nothing says how far: somebody has to find out for this place. */
  | { readonly kind: 'special_study'; readonly reason: 'class_a' | 'activity_unknown' }
  | { readonly kind: 'not_required'; readonly reason: 'intensity' | 'activity' | 'overburden' | 'class_d' }

/** What the standard asks for. A fault whose activity nobody knows is not one that may be passed over. */
export function avoidanceOf({ edition, class: kind, intensity, activity, overburden_m }: AvoidanceQuestion): AvoidanceAnswer {
  const row = edition.distances[intensity]
  if (row === undefined) return { kind: 'not_required', reason: 'intensity' }
  if (activity !== 'holocene' && activity !== 'unknown') return { kind: 'not_required', reason: 'activity' }
  if (overburden_m !== null && overburden_m > (edition.overburden_m[intensity] ?? Infinity))
    return { kind: 'not_required', reason: 'overburden' }
  const distance_m = row[kind]
  if (distance_m === undefined) return { kind: 'not_required', reason: 'class_d' }
  if (activity === 'unknown') return { kind: 'special_study', reason: 'activity_unknown' }
  return distance_m === null ? { kind: 'special_study', reason: 'class_a' } : { kind: 'distance', distance_m }
}

/** Where a study is asked for and nobody says how wide: metres on each side, besides the uncertainty. */
export const INVESTIGATION = { distance_m: 500, source: '活动断层探察避让惯例', edition: '地方通行做法' } as const

export type FaultZoneKind = 'fault_avoidance' | 'fault_investigation'

export interface FaultZone {
  readonly kind: FaultZoneKind
  /** From the mapped line: uncertainty and distance. */
  readonly reach_m: number
}

/**
 * The zones that follow from an answer. "Do not build" and "investigate" stay two kinds: a study that is asked for makes only the second.
 * @param investigation_m beside an avoidance zone, only where it is asked for
 */
export function zonesOf(answer: AvoidanceAnswer, uncertainty_m: number, investigation_m: number | null): FaultZone[] {
  if (answer.kind === 'not_required') return []
  const investigation = (distance: number): FaultZone => ({ kind: 'fault_investigation', reach_m: uncertainty_m + distance })
  if (answer.kind === 'special_study') return [investigation(investigation_m ?? INVESTIGATION.distance_m)]
  const avoidance: FaultZone = { kind: 'fault_avoidance', reach_m: uncertainty_m + answer.distance_m }
  return investigation_m === null ? [avoidance] : [avoidance, investigation(investigation_m)]
}

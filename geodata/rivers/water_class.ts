/** The class of water by a sample: the worst single factor makes it (单因子评价). */
import type { WaterClass } from './records.ts'

export type { WaterClass } from './records.ts'

/** From the best to the worst. */
export const WATER_CLASSES = ['I', 'II', 'III', 'IV', 'V', 'beyond_V'] as const satisfies readonly WaterClass[]

export interface WaterLimits {
  /** As the layer of monitoring stations names it. */
  readonly factor: string
  readonly name: { readonly zh: string; readonly en: string }
  /** Whether a value is better when it is above the limit (oxygen), or below. */
  readonly good: 'above' | 'below'
  /** The limit itself still belongs to its class; mg/L for I, II, III, IV, V. */
  readonly limits: readonly [number, number, number, number, number]
  readonly unit: 'mg/L'
  readonly source: string
  readonly edition: string
}

const STANDARD = { unit: 'mg/L', source: '地表水环境质量标准 表1', edition: 'GB 3838-2002' } as const

/** Of rivers: lakes and reservoirs have stricter limits of phosphorus. Class I asks for 90 % saturation or 7.5 mg/L of oxygen. */
export const WATER_LIMITS = [
  {
    factor: 'dissolved_oxygen_mg_l',
    name: { zh: '溶解氧', en: 'Dissolved oxygen' },
    good: 'above',
    limits: [7.5, 6, 5, 3, 2],
    ...STANDARD,
  },
  {
    factor: 'permanganate_index_mg_l',
    name: { zh: '高锰酸盐指数', en: 'Permanganate index' },
    good: 'below',
    limits: [2, 4, 6, 10, 15],
    ...STANDARD,
  },
  {
    factor: 'cod_mg_l',
    name: { zh: '化学需氧量', en: 'Chemical oxygen demand' },
    good: 'below',
    limits: [15, 15, 20, 30, 40],
    ...STANDARD,
  },
  {
    factor: 'ammonia_nitrogen_mg_l',
    name: { zh: '氨氮', en: 'Ammonia nitrogen' },
    good: 'below',
    limits: [0.15, 0.5, 1, 1.5, 2],
    ...STANDARD,
  },
  {
    factor: 'total_phosphorus_mg_l',
    name: { zh: '总磷', en: 'Total phosphorus' },
    good: 'below',
    limits: [0.02, 0.1, 0.2, 0.3, 0.4],
    ...STANDARD,
  },
] as const satisfies readonly WaterLimits[]

export type WaterFactor = (typeof WATER_LIMITS)[number]['factor']

/** mg/L; null where it was not measured. */
export type WaterSample = { readonly [factor in WaterFactor]: number | null }

export interface WaterAssessment {
  /** Null where nothing was measured. */
  readonly water_class: WaterClass | null
  /** What makes the class: the factors that are as bad. */
  readonly deciding: readonly WaterFactor[]
  /** Not measured: with them the class can only be worse. */
  readonly missing: readonly WaterFactor[]
  readonly by_factor: { readonly [factor in WaterFactor]: WaterClass | null }
}

/** What is no number, or below 0, counts as not measured. */
export function waterClassOf(sample: WaterSample): WaterAssessment {
  const classes = WATER_LIMITS.map((row) => ({ factor: row.factor, water_class: classOf(row, sample[row.factor]) }))
  const measured = classes.filter((one) => one.water_class !== null)
  const worst = measured.length === 0 ? null : Math.max(...measured.map((one) => rankOf(one.water_class!)))
  const water_class = worst === null ? null : WATER_CLASSES[worst]!
  return {
    water_class,
    deciding: measured.filter((one) => one.water_class === water_class).map((one) => one.factor),
    missing: classes.filter((one) => one.water_class === null).map((one) => one.factor),
    by_factor: Object.fromEntries(classes.map((one) => [one.factor, one.water_class])) as WaterAssessment['by_factor'],
  }
}

function classOf({ good, limits }: WaterLimits, value: number | null): WaterClass | null {
  if (value === null || !Number.isFinite(value) || value < 0) return null
  const at = limits.findIndex((limit) => (good === 'above' ? value >= limit : value <= limit))
  return WATER_CLASSES[at === -1 ? limits.length : at]!
}

/** 0 is the best. */
export const rankOf = (water_class: WaterClass): number => WATER_CLASSES.indexOf(water_class)

/** Below 0 where the first is better, above 0 where it is worse. */
export const compareWaterClasses = (a: WaterClass, b: WaterClass): number => rankOf(a) - rankOf(b)

export type TargetStanding = 'met' | 'missed' | 'unknown'

/** Met as far as it was measured: an assessment tells which factors are missing. */
export function standingOf(water_class: WaterClass | null, target: WaterClass | null): TargetStanding {
  if (water_class === null || target === null) return 'unknown'
  return compareWaterClasses(water_class, target) <= 0 ? 'met' : 'missed'
}

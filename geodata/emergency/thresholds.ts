/** Every number by which the emergency side judges, with where it comes from. Local rules replace a row here, and nothing else. */

export interface Threshold {
  readonly value: number
  readonly unit: 'm' | 'days' | 'minutes' | 'hours' | 'factor' | 'm2/person'
  readonly source: string
  readonly edition: string
}

const row = (value: number, unit: Threshold['unit'], source: string, edition: string): Threshold => ({
  value,
  unit,
  source,
  edition,
})

const HYDRANTS = '消防给水及消火栓系统技术规范'
const SHELTERS = '防灾避难场所设计规范'
/** No standard says it: what this product begins with, for a place to set its own. */
const OWN = '本系统初始设定'

export const THRESHOLDS = {
  hydrant_reach: row(150, 'm', HYDRANTS, 'GB 50974-2014'),
  hydrant_spacing: row(120, 'm', HYDRANTS, 'GB 50974-2014'),
  /** How high an engine draws water. */
  suction_height: row(6, 'm', HYDRANTS, 'GB 50974-2014'),
  /** After so long without a check, nobody knows whether there is water. */
  water_inspection: row(365, 'days', '消防水源年度普查', '地方通行做法'),
  hose_length: row(20, 'm', '消防水带', 'GB 6246-2011'),
  /** Hoses don't lie straight. */
  hose_slack: row(1.1, 'factor', '水带敷设系数', '消防通行做法'),
  /** Farther off the roads than this, a way along them says nothing. */
  off_road: row(300, 'm', OWN, '2026'),
  /** As far as engines are sent for water, and as far as anybody is sent on foot. */
  water_search: row(20_000, 'm', OWN, '2026'),
  shelter_search: row(10_000, 'm', OWN, '2026'),
  /** How far around a shelter a hazard zone is told of. */
  hazard_near: row(100, 'm', OWN, '2026'),
  /** The number of people in a shelter looks old after so long: while it is in use, and otherwise. */
  occupancy_in_use: row(1, 'days', OWN, '2026'),
  occupancy_at_rest: row(90, 'days', OWN, '2026'),
  bin_reach: row(120, 'm', '城乡容貌及环卫设施规范', 'GB 55013-2021'),
  bin_reach_strict: row(70, 'm', '城镇环境卫生设施设置标准', 'CJJ 27-2012'),
  /** Smaller gaps are what rounding makes of circles. */
  least_gap: row(1, 'm', OWN, '2026'),
  /** What a telephone's clock may differ from ours before it is called wrong: a report may have waited long without a network. */
  clock_ahead: row(5, 'minutes', OWN, '2026'),
  clock_behind: row(7 * 24, 'hours', OWN, '2026'),
  /** Marks of different people count as a disagreement when they are no farther apart. */
  disagreement: row(24, 'hours', OWN, '2026'),
} as const satisfies Readonly<Record<string, Threshold>>

export const SHELTER_CLASSES = ['urgent', 'temporary', 'short_term', 'medium_term', 'long_term'] as const
export type ShelterClass = (typeof SHELTER_CLASSES)[number]

/** How far people come to a shelter, by its class, as the crow flies. The standard names none for temporary ones: they are taken as urgent ones. */
export const SERVICE_DISTANCES: Readonly<Record<ShelterClass, Threshold>> = {
  urgent: row(500, 'm', SHELTERS, 'GB 51143-2015'),
  temporary: row(500, 'm', OWN, '2026'),
  short_term: row(1000, 'm', SHELTERS, 'GB 51143-2015'),
  medium_term: row(1500, 'm', SHELTERS, 'GB 51143-2015'),
  long_term: row(2500, 'm', SHELTERS, 'GB 51143-2015'),
}

/** Months in which natural water may have run dry. */
export const DRY_SEASON = { months: [11, 12, 1, 2, 3], source: OWN, edition: '2026' } as const

/** Roads whose hydrants stand close together: these classes, and streets from a width on; narrower ones are lanes. */
export const MAIN_ROADS = {
  classes: ['national', 'provincial', 'county'],
  street_width_m: 9,
  source: OWN,
  edition: '2026',
} as const

/** Land that has to lie within reach of a hydrant. */
export const BUILT_UP = { land_uses: ['built_up'], source: OWN, edition: '2026' } as const

/** Where households bring their waste; what is missing or out of service takes none. */
export const COLLECTION_POINTS = {
  forms: ['bin', 'box', 'pit', 'house', 'station'],
  states_without: ['missing', 'out_of_service'],
  source: OWN,
  edition: '2026',
} as const

/** Zones into which nobody is sent; others are told of only. */
export const AVOIDED_ZONES = {
  kinds: ['fault_avoidance', 'slide', 'flood', 'subsidence'],
  source: SHELTERS,
  edition: 'GB 51143-2015',
} as const

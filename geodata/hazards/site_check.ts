/** What it means for a site to lie in or near a danger. */

export const RELATIONS = ['inside', 'near'] as const
export type Relation = (typeof RELATIONS)[number]

export const VERDICTS = ['do_not_build', 'investigate', 'danger', 'watch'] as const
/** From the gravest: in a zone where nothing is built; where a study is due; in another danger; near one. */
export type Verdict = (typeof VERDICTS)[number]

/** Kinds of hazard zones and geohazard points. */
const OF_ZONES: Readonly<Record<string, Verdict>> = { fault_avoidance: 'do_not_build', fault_investigation: 'investigate' }

export const verdictOf = (relation: Relation, hazardKind: string): Verdict =>
  relation === 'near' ? 'watch' : (OF_ZONES[hazardKind] ?? 'danger')

/** How near to a danger counts, where nobody says. Metres. */
export const NEAR = { distance_m: 100, source: '本系统初始设定', edition: '2026' } as const
/** A point of danger has no extent: what is as near as this lies in it. Metres. */
export const POINT_REACH = { distance_m: 50, source: '本系统初始设定', edition: '2026' } as const

/** Kinds of sites that are looked at where nobody says: people who can't leave by themselves, and what would become a danger of its own. */
export const CHECKED_KINDS = [
  'shelter',
  'school',
  'kindergarten',
  'hospital',
  'care_home',
  'dangerous_goods',
  'gas',
  'utility',
  'government',
] as const

/** What a scheme's grids shall be like. Each rule is data: how grave, from what to what, and whose rule it is. */

export const RULES = [
  /** Each cell of the area is in a grid of the scheme. */
  'cover',
  'one_part',
  'one_community',
  /** How many communities a grid reaches over. */
  'communities',
  'households',
  'population',
  'cells',
  /** How many grids stand under one of this level. */
  'span',
  /** Twice the area by the perimeter, m. */
  'sliver',
  'code',
  /** No two grids of one parent have the same name. */
  'name',
] as const
/** A scheme may have so many levels. */
export const MOST_LEVELS = 9

export const SEVERITIES = ['error', 'warning', 'off'] as const
export type RuleName = (typeof RULES)[number]

export interface Rule {
  readonly rule: RuleName
  /** Counted from 1, the highest; null: every level. */
  readonly level: number | null
  readonly severity: (typeof SEVERITIES)[number]
  readonly minimum: number | null
  readonly maximum: number | null
  readonly source: string | null
  readonly edition: string | null
}

/** Which ends of a band a rule reads; the others only say whether something is so. */
export const BOUNDS: Readonly<Record<RuleName, readonly ('minimum' | 'maximum')[]>> = {
  cover: [],
  one_part: [],
  one_community: [],
  communities: ['minimum', 'maximum'],
  households: ['minimum', 'maximum'],
  population: ['minimum', 'maximum'],
  cells: ['minimum', 'maximum'],
  span: ['minimum', 'maximum'],
  sliver: ['minimum'],
  code: [],
  name: [],
}

const CUSTOM = '网格划分惯例'
const DATA_STANDARD = 'GB/T 30428'

const rule = (
  name: RuleName,
  severity: Rule['severity'],
  level: number | null = null,
  [minimum, maximum]: readonly (number | null)[] = [],
  source: string | null = null,
): Rule => ({ rule: name, level, severity, minimum: minimum ?? null, maximum: maximum ?? null, source, edition: null })

/**
 * The rules of a scheme that has set none of its own. Bands are customary and only warn: real grids run from 160 to 711 households.
 * @param levels how many; the last is that of the grids made of cells
 */
export function standardRules(levels: number, withinCommunity: boolean): Rule[] {
  return [
    rule('cover', 'error', null, [], '无缝隙、全覆盖'),
    rule('one_part', 'error'),
    ...(withinCommunity ? [rule('one_community', 'error', null, [], '属地原则')] : []),
    rule('households', 'warning', levels, levels > 2 ? [30, 130] : [300, 500], CUSTOM),
    ...(levels > 2 ? [rule('households', 'warning', levels - 1, [300, 500], CUSTOM)] : []),
    ...(levels > 1 ? [rule('span', 'warning', levels - 1, [2, 9], CUSTOM)] : []),
    rule('sliver', 'warning', null, [8, null]),
    rule('code', 'error', null, [], DATA_STANDARD),
    rule('name', 'warning'),
  ]
}

/** What a scheme sets a rule of its own by. */
export const ruleKey = ({ rule: name, level }: Pick<Rule, 'rule' | 'level'>): string => `${name}/${level ?? ''}`

/** The standard rules, with those that a scheme has set in their place. */
export function rulesOf(levels: number, withinCommunity: boolean, own: readonly Rule[]): Rule[] {
  const rules = new Map(standardRules(levels, withinCommunity).map((each) => [ruleKey(each), each]))
  for (const each of own) rules.set(ruleKey(each), each)
  return [...rules.values()].filter(({ severity }) => severity !== 'off')
}

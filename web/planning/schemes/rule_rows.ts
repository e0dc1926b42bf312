import { RULES, type Rule, ruleKey, standardRules } from '#geodata/planning/index.ts'

/** One rule of a scheme: what holds, and what would without the scheme's own. */
export interface RuleRow {
  readonly rule: Rule
  readonly isOwn: boolean
  readonly standard: Rule | null
}

/** Standard rules and the scheme's own beside each other, in the order of the rules and from the highest level down. */
export function ruleRows(levels: number, withinCommunity: boolean, own: readonly Rule[]): RuleRow[] {
  const standards = new Map(standardRules(levels, withinCommunity).map((rule) => [ruleKey(rule), rule]))
  const owns = new Map(own.map((rule) => [ruleKey(rule), rule]))
  return [...new Map([...standards, ...owns]).entries()]
    .map(([key, rule]) => ({ rule, isOwn: owns.has(key), standard: standards.get(key) ?? null }))
    .sort((a, b) => RULES.indexOf(a.rule.rule) - RULES.indexOf(b.rule.rule) || (a.rule.level ?? 0) - (b.rule.level ?? 0))
}

/** The scheme's own rules with one set, or with one given up. */
export const withRule = (own: readonly Rule[], rule: Rule): Rule[] => [...withoutRule(own, rule), rule]

/** The scheme's own rule of this name and level, if it has one. */
export const ownRule = (own: readonly Rule[], rule: Pick<Rule, 'rule' | 'level'>): Rule | undefined =>
  own.find((one) => ruleKey(one) === ruleKey(rule))

export function isSetAlike(rule: Pick<Rule, 'rule' | 'level'>, own: readonly Rule[], other: readonly Rule[]): boolean {
  const [one, another] = [ownRule(own, rule), ownRule(other, rule)]
  const told = ({ severity, minimum, maximum, source, edition }: Rule) => [severity, minimum, maximum, source, edition].join('\n')
  return one === undefined || another === undefined ? one === another : told(one) === told(another)
}

export const withoutRule = (own: readonly Rule[], rule: Pick<Rule, 'rule' | 'level'>): Rule[] =>
  own.filter((one) => ruleKey(one) !== ruleKey(rule))

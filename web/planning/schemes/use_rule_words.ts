import { useTranslation } from 'react-i18next'
import type { Rule } from '#geodata/planning/index.ts'
import { pick } from '../../words/words.ts'
import type { SchemeRow } from '../api/schemes.ts'

/** What rules say, in words. */
export function useRuleWords({ levels }: SchemeRow) {
  const { t, i18n } = useTranslation()
  const levelName = (level: number | null): string => {
    const found = levels.find((one) => one.level === level)
    return found ? pick({ zh: found.name_zh, en: found.name_en }, i18n.language) : t('schemes.rules.every')
  }
  const band = ({ minimum, maximum }: Rule): string => {
    if (minimum !== null && maximum !== null) return t('schemes.rules.band', { minimum, maximum })
    if (minimum !== null) return t('schemes.rules.atLeast', { minimum })
    return maximum === null ? '' : t('schemes.rules.atMost', { maximum })
  }
  const name = ({ rule }: Pick<Rule, 'rule'>): string => t(`schemes.rules.names.${rule}`)
  const severity = (rule: Rule): string => t(`schemes.rules.severities.${rule.severity}`)
  return {
    levelName,
    band,
    severity,
    name,
    /** With its level, where there may be several. */
    nameAndLevel: (rule: Rule): string => (rule.level === null ? name(rule) : `${name(rule)} · ${levelName(rule.level)}`),
    whole: (rule: Rule): string => [severity(rule), band(rule), rule.source].filter(Boolean).join(' · '),
    origin: ({ source, edition }: Rule): string => [source, edition].filter(Boolean).join(' · '),
  }
}

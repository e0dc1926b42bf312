import { findLayer } from '#geodata/layers/index.ts'
import { choiceLabel } from '#geodata/layers/look.ts'
import type { Language } from '../words/index.ts'
import { SITE_CHECK_TEXT } from '../words/site_check_text.ts'
import type { FindingRow } from './findings_store.ts'

/** The findings as a table for the office: a row each, everything as text. */
export function exportTable(findings: readonly FindingRow[], language: Language) {
  const text = SITE_CHECK_TEXT[language]
  const nameIn = (name: string, name_en: string | null) => (language === 'en' ? name_en : null) ?? name
  const metres = (value: number | null) => (value === null ? '' : value.toFixed(1))
  return {
    name: text.name,
    header: text.header,
    rows: findings.map(({ site, result, ...finding }) => [
      site.code ?? '',
      nameIn(site.name, site.name_en),
      site.kind === 'shelter' ? text.shelter : kindIn('key_sites', site.kind, language),
      site.address ?? '',
      nameIn(finding.hazard_name, finding.hazard_name_en),
      kindIn(finding.hazard_layer === 'geohazard_points' ? 'geohazard_points' : 'hazard_zones', finding.hazard_kind, language),
      text.relations[finding.relation],
      metres(finding.distance_m),
      metres(finding.line_distance_m),
      text.verdicts[finding.verdict],
      finding.basis ?? '',
      finding.edition ?? '',
      finding.checked_on,
      result?.result ?? '',
      result?.follow_up ?? '',
      result?.due_on ?? '',
      result ? text.states[result.state] : text.states.none,
      result?.account_name ?? '',
      result?.written_at.slice(0, 10) ?? '',
    ]),
  }
}

const kindIn = (layer: string, value: string, language: Language): string =>
  choiceLabel(findLayer(layer)!, 'kind', value, language) || value

export const exportName = (name: string, territory: string, day: string): string => `${name}_${territory}_${day}`

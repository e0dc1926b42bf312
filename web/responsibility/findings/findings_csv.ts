import { findLayer } from '#geodata/layers/index.ts'
import { findRole } from '#geodata/responsibility/roles.ts'
import type { Scheme } from '../../api/types.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../table/csv.ts'
import { pick } from '../../words/pick.ts'
import { formatStretch } from '../chainage.ts'
import type { Finding } from './finding.ts'

export interface FindingColumns {
  readonly kind: string
  readonly layer: string
  readonly code: string
  readonly title: string
  readonly scheme: string
  readonly level: string
  readonly role: string
  readonly person: string
  readonly organisation: string
  readonly since: string
  readonly metres: string
  readonly stretches: string
  readonly figure: string
  readonly maximum: string
  readonly source: string
}

export interface FindingCsvWords {
  readonly columns: FindingColumns
  readonly kinds: Readonly<Record<Finding['kind'], string>>
}

/** A list of findings as a spreadsheet opens it: one line each, numbers bare, everything else in words. */
export function findingsCsv(
  findings: readonly Finding[],
  schemes: readonly Scheme[],
  { columns, kinds }: FindingCsvWords,
  language: string,
): string {
  const names = Object.keys(columns) as (keyof FindingColumns)[]
  const lines = findings.map((finding) => {
    const values = valuesOf(finding, schemes, kinds, language)
    return csvLine(names.map((name) => values[name]))
  })
  return BYTE_ORDER_MARK + csvLine(names.map((name) => columns[name])) + lines.join('')
}

function valuesOf(
  finding: Finding,
  schemes: readonly Scheme[],
  kinds: FindingCsvWords['kinds'],
  language: string,
): Record<keyof FindingColumns, string> {
  const { layer, scheme, person, band } = finding
  const english = language === 'en'
  const found = schemes.find(({ id }) => id === scheme)
  const number = (value: number | null) => (value === null ? '' : String(Math.round(value)))
  return {
    kind: kinds[finding.kind],
    layer: layer === null ? '' : pick(findLayer(layer)!.name, language),
    code: finding.code ?? '',
    title: finding.title ?? '',
    scheme: scheme === null ? '' : found ? pick(found.name, language) : scheme,
    level: number(finding.level),
    role: pick(findRole(finding.role)?.label ?? { zh: finding.role, en: finding.role }, language),
    person: person ? (english && person.name_en) || person.name : '',
    organisation: person ? (english && person.organisation_en) || person.organisation : '',
    since: finding.since ?? '',
    metres: number(finding.metres),
    stretches: (finding.gaps ?? []).map((gap) => formatStretch(gap.chainage_from_m, gap.chainage_to_m)).join(' '),
    figure: number(finding.figure),
    maximum: number(band?.maximum ?? null),
    source: band ? pick(band.source, language) : '',
  }
}

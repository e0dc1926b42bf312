/** An import's report as a person reads it. */
import type { ImportReport } from '#api/imports/import.ts'
import type { Refusal } from '#api/imports/refusal.ts'
import { say, type Words } from '#api/imports/words/index.ts'
import { SRID_BASE } from '#api/imports/zone.ts'

const SHOWN = 20
const VALUE_LENGTH = 60

export function reportText(report: ImportReport, words: Words): string {
  const { mapping, zone, importId, refusals, findings } = report
  const { report: terms } = words
  const list = (label: string, items: readonly string[]) => (items.length > 0 ? [`  ${label}: ${cut(items).join(', ')}`] : [])
  const lines = [
    `${report.fileName} -> ${report.layer}`,
    `  ${terms.coordinateSystem(report.coordinateSystem)}${zone === undefined ? '' : ` -> ${terms.zone(eastOf(zone))}`}`,
    ...list(
      terms.filled,
      Object.entries(mapping.sources).map(([field, source]) => `${field}=${source}`),
    ),
    ...list(
      terms.constants,
      Object.entries(mapping.constants).map(([field, value]) => `${field}=${value}`),
    ),
    ...list(terms.unmapped, mapping.unmapped),
    ...findings.map(({ code, detail }) => `  ${terms.note}: ${say(words.findings[code], detail)}`),
    terms.headline(report),
    ...(refusals.length > 0 ? [terms.refusals, ...refusalLines(refusals, words)] : []),
    importId === undefined ? terms.nothingStored(report.refused < report.read) : terms.storedAs(importId),
  ]
  return `${lines.join('\n')}\n`
}

/** West of Greenwich counted backwards, as people do. */
const eastOf = (zone: number): number => ((zone - SRID_BASE + 180) % 360) - 180

const cut = (items: readonly string[]): readonly string[] => (items.length > 40 ? [...items.slice(0, 40), '…'] : items)

function refusalLines(refusals: readonly Refusal[], words: Words): string[] {
  const rest = refusals.slice(SHOWN)
  const byReason = new Map<Refusal['code'], number>()
  for (const { code } of rest) byReason.set(code, (byReason.get(code) ?? 0) + 1)
  return [
    ...refusals.slice(0, SHOWN).map((refusal) => `  ${refusalLine(refusal, words)}`),
    ...(rest.length > 0 ? [`  ${words.report.more(rest.length)}`] : []),
    ...[...byReason].map(([code, count]) => `    ${code} × ${count}`),
  ]
}

function refusalLine({ row, field, code, value, detail }: Refusal, { report, reasons }: Words): string {
  const found = value === undefined || value === null ? [] : [`(${report.value(shortened(value))})`]
  return [`${report.row(row)}:`, ...(field ? [`${field}:`] : []), say(reasons[code], detail), ...found].join(' ')
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return text.length > VALUE_LENGTH ? `${text.slice(0, VALUE_LENGTH)}…` : text
}

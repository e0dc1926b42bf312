import { ASSIGNMENT_COLUMNS } from '#geodata/responsibility/assignment_columns.ts'
import { PEOPLE_COLUMNS } from '#geodata/responsibility/people_columns.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../table/csv.ts'

export const FILE_KINDS = ['people', 'assignments'] as const
export type FileKind = (typeof FILE_KINDS)[number]

export interface ImportFault {
  readonly row: number
  readonly column: string | null
  readonly code: string
  readonly detail: string
}

export interface ImportReport {
  readonly dry_run: boolean
  readonly rows: number
  /** `id` is null of a heading that means nothing to us. */
  readonly columns: readonly { readonly heading: string; readonly id: string | null }[]
  readonly added: number
  readonly changed: number
  readonly ended: number
  readonly unchanged: number
  readonly preview: readonly (Readonly<Record<string, unknown>> & { readonly row: number })[]
  readonly faults: readonly ImportFault[]
}

const COLUMNS = { people: PEOPLE_COLUMNS, assignments: ASSIGNMENT_COLUMNS } as const

/** An empty table with the headings that an import understands. */
export function templateOf(kind: FileKind, language: string): string {
  const labels = Object.values(COLUMNS[kind]).map(({ label }) => (language === 'en' ? label.en : label.zh))
  return BYTE_ORDER_MARK + csvLine(labels)
}

/** What is wrong with a file, for whoever made it. */
export function faultsCsv(
  faults: readonly ImportFault[],
  header: readonly [row: string, column: string, reason: string],
): string {
  return (
    BYTE_ORDER_MARK +
    csvLine(header) +
    faults.map(({ row, column, detail }) => csvLine([String(row), column ?? '', detail])).join('')
  )
}

/** A cell of the preview, as it was understood. */
export function previewText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join('、') : String(value)
}

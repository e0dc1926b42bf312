import type { CaseRow } from '#geodata/cases/records.ts'

/** A case that has moved on while one page after the other was read may be on two of them. */
export function withoutRepeats(rows: readonly CaseRow[]): readonly CaseRow[] {
  const seen = new Set<number>()
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id))
}

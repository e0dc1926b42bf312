// The list behind a number.
import type { Dimension, Evaluation, EvaluationRow, Outcome } from '#geodata/cases/records.ts'
import { type CaseFilter, withFilter } from '../filter.ts'

export const NAMES = {
  county: 'territory',
  town: 'territory',
  community: 'territory',
  grid: 'grid',
  organisation: 'organisation',
  person: 'person',
  kind: 'kind',
  class: 'class',
} as const satisfies Readonly<Record<Dimension, string>>

/** Null where there is no such list: of what is nobody's. @param row null is all of them */
export function listBehind(
  { from, to, by, scheme, territory, subject }: Omit<Evaluation, 'total' | 'rows'>,
  row: Pick<EvaluationRow, 'key'> | null,
  outcome: Outcome,
): CaseFilter | null {
  if (row?.key === null) return null
  return withFilter(
    {},
    {
      from,
      to,
      outcome,
      territory: territory ?? undefined,
      subject: subject ?? undefined,
      ...(row && { [NAMES[by]]: row.key }),
      ...(row && by === 'grid' && { scheme: scheme ?? undefined }),
    },
  )
}

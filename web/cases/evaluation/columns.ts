import type { CaseFigures, CaseRates, EvaluationRow, Outcome } from '#geodata/cases/records.ts'

/** Figures that are lists, shown as numbers. */
export const FIGURES = ['filed', 'due', 'closed', 'overdue'] as const satisfies readonly Outcome[]

/** Shares, and the list that is behind each. */
export const RATES = [
  ['closing_rate', 'closed'],
  ['on_time_rate', 'closed_on_time'],
  ['handling_rate', 'handled_on_time'],
  ['return_rate', 'returned'],
  ['rework_rate', 'reworked'],
  ['extension_rate', 'extended'],
] as const satisfies readonly (readonly [keyof CaseRates, Outcome])[]
export type RateId = (typeof RATES)[number][0]

/** Of these much is good, of the others little. */
export const GOOD_RATES: readonly RateId[] = ['closing_rate', 'on_time_rate', 'handling_rate']

export type ColumnId = 'rank' | 'name' | (typeof FIGURES)[number] | RateId | 'patrol_rate'

type Counted = CaseFigures & CaseRates & Pick<EvaluationRow, 'patrol_rate'>
export const cellOf = (row: EvaluationRow, column: ColumnId): number | string | null =>
  column === 'name' ? row.name : column === 'rank' ? row.rank : (row as Counted)[column]

/** What there is nothing of stands last, whichever way they are sorted. */
export function sorted(
  rows: readonly EvaluationRow[],
  { column, isDown }: { readonly column: ColumnId; readonly isDown: boolean },
): readonly EvaluationRow[] {
  const direction = isDown ? -1 : 1
  return rows.toSorted((one, other) => {
    const [a, b] = [cellOf(one, column), cellOf(other, column)]
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    const order = typeof a === 'string' ? a.localeCompare(String(b), 'zh-CN') : a - Number(b)
    return order * direction
  })
}

/** 98.3%: a tenth of a per cent is what ranks differ by. */
export const formatRate = (rate: number | null): string => (rate === null ? '—' : `${(rate * 100).toFixed(1)}%`)

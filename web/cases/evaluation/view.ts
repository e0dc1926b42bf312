// What is counted by what, and in which order; it stays while a list behind a number is looked at.
import { create } from 'zustand'
import type { Dimension, Subject } from '#geodata/cases/records.ts'
import { today } from '../../values/times.ts'
import type { ColumnId } from './columns.ts'
import { type Period, periodOf } from './period.ts'

export interface EvaluationView {
  readonly period: Period
  readonly by: Dimension
  readonly scheme: string | null
  readonly level: number | null
  readonly territory: string | null
  readonly subject: Subject | null
  readonly sort: { readonly column: ColumnId; readonly isDown: boolean }
}

export const useEvaluation = create<EvaluationView>()(() => ({
  period: periodOf('month', today()),
  by: 'town',
  scheme: null,
  level: null,
  territory: null,
  subject: null,
  sort: { column: 'rank', isDown: false },
}))

/** As the server is asked. Grids are told by scheme and level. */
export function evaluationAsked(
  { period, by, territory, subject }: EvaluationView,
  grids: { readonly scheme: string; readonly level: number } | null,
): Readonly<Record<string, string>> {
  return {
    from: period.from,
    to: period.to,
    by,
    ...(by === 'grid' && grids && { scheme: grids.scheme, level: String(grids.level) }),
    ...(territory && { territory }),
    ...(subject && { subject }),
  }
}

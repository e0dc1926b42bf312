// The way from rivers to cases.
import type { RiverMonth } from '#geodata/rivers/records.ts'
import { useConsole } from '../state/store.ts'
import { daysOf } from './month/months.ts'

export const openCase = (id: number): void => useConsole.getState().openCase(id)

export const COUNTED_CASES = ['filed', 'due', 'closed', 'closed_on_time'] as const
export type CountedCases = (typeof COUNTED_CASES)[number]

/** The cases of rivers behind a number of the month. @param key what the row is about; null is all */
export function listCases(outcome: CountedCases, by: RiverMonth['by'], key: string | null, month: string): void {
  const [from, to] = daysOf(month)
  const whose: { person?: string; territory?: string } = key === null ? {} : by === 'chief' ? { person: key } : { territory: key }
  useConsole.getState().listCases('all', { subject: 'river', from, to, outcome, ...whose })
}

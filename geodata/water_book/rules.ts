/** How long a printed book of water sources holds, and how often a source should have been looked at: data, with whose rule it is. */
import type { Words } from '../layers/layer.ts'

export interface Term {
  readonly months: number
  readonly source: Words
  readonly edition: string
}

const CUSTOM: Words = { zh: '地方消防水源管理惯例', en: 'Local practice of fire water management' }

/** By layer. Cities check between once a month and once a year; twice a year is the most common. */
export const INSPECTION: Readonly<Record<'hydrants' | 'water_sources', Term>> = {
  hydrants: { months: 6, source: CUSTOM, edition: '2015—2024' },
  water_sources: { months: 6, source: CUSTOM, edition: '2015—2024' },
}

/** A printed book or poster, where nobody says otherwise. */
export const VALIDITY: Term = { months: 12, source: CUSTOM, edition: '2015—2024' }

/**
 * The same day so many months later, or the last of the month where that has none.
 * @param day `YYYY-MM-DD`
 */
export function monthsAfter(day: string, months: number): string {
  const [year, month, ofMonth] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(ofMonth, last))).toISOString().slice(0, 10)
}

/** Whether a source was last inspected longer ago than it should have been; undefined where nobody knows when. */
export const isOverdue = (layer: keyof typeof INSPECTION, inspectedOn: string | null, day: string): boolean | undefined =>
  inspectedOn === null ? undefined : monthsAfter(inspectedOn, INSPECTION[layer].months) < day

/** How long a printed book of water sources holds: data, with whose rule it is. */

/** A printed book or poster, where nobody says otherwise. */
export const VALIDITY = { months: 12, source: '消防水源手册年度换版', edition: '地方通行做法' } as const

/**
 * The same day so many months later, or the last of the month where that has none.
 * @param day `YYYY-MM-DD`
 */
export function monthsAfter(day: string, months: number): string {
  const [year, month, ofMonth] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(ofMonth, last))).toISOString().slice(0, 10)
}

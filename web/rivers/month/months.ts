/** Calendar months `2026-10`, as a picker steps through them. */

export const monthOf = (day: string): string => day.slice(0, 7)

export function stepMonth(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const at = new Date(Date.UTC(year, number - 1 + by, 1))
  return at.toISOString().slice(0, 7)
}

/** Its first and its last day. */
export function daysOf(month: string): [from: string, to: string] {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return [`${month}-01`, new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)]
}

export function formatMonth(month: string, language: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  if (language !== 'en') return `${year}年${number}月`
  return new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year, number - 1, 1),
  )
}

/** Lengths, days and gaps of a river, as people on its bank say them. */
import type { Stretch } from '#geodata/rivers/records.ts'
import { formatCount } from '../values/numbers.ts'

const SPACE = '\u202f'

/** 850 m, 1.2 km, 38 km. */
export function formatLength(metres: number): string {
  if (metres < 999.5) return `${Math.round(metres)}${SPACE}m`
  const km = metres / 1000
  return `${km < 99.95 ? Number(km.toFixed(1)) : formatCount(km)}${SPACE}km`
}

/** 10月3日, 3 Oct; with its year where that is another one than `today`'s. */
export function formatShortDay(day: string, language: string, today: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const isOther = !day.startsWith(today.slice(0, 4))
  if (language !== 'en') return `${isOther ? `${year}年` : ''}${month}月${date}日`
  const name = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(Date.parse(day))
  return `${date} ${name}${isOther ? ` ${year}` : ''}`
}

/** Shorter is what no position can tell. */
const LEAST_GAP_M = 10

export interface NamedGap extends Stretch {
  readonly from: string
  readonly to: string
}

/** Gaps in kilometres of the river, as exact as it takes to tell their ends apart: 1.2–1.6, 0.31–0.34. */
export const nameGaps = (gaps: readonly Stretch[]): NamedGap[] =>
  gaps
    .filter(({ from_m, to_m }) => to_m - from_m >= LEAST_GAP_M)
    .map(({ from_m, to_m }) => {
      const digits = to_m - from_m >= 100 ? 1 : 2
      return { from_m, to_m, from: (from_m / 1000).toFixed(digits), to: (to_m / 1000).toFixed(digits) }
    })

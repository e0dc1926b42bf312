/** What is looked at of the history of grids; the scheme and the level are those of the map. */
export interface GridHistory {
  /** The day whose grids the map shows; null is today, with everything live. */
  readonly day: string | null
  /** Two days beside each other: from, to. */
  readonly compared: readonly [from: string, to: string] | null
}

export const HISTORY_OF_TODAY: GridHistory = { day: null, compared: null }

const DAY = /^\d{4}-\d{2}-\d{2}$/
const TODAY = 'today'

export const writeGridHistory = ({ day, compared }: GridHistory): string => (compared ? compared.join('..') : (day ?? TODAY))

export function readGridHistory(text: string | null): GridHistory | null {
  if (text === null) return null
  const [from = '', to = '', more] = text.split('..')
  if (more !== undefined || (text !== TODAY && !isDay(from))) return null
  if (isDay(to)) return { day: null, compared: [from, to] }
  return { day: text === TODAY ? null : from, compared: null }
}

/** Also whether there is such a day: 30 February would be refused by the server. */
export function isDay(text: string): boolean {
  const time = DAY.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

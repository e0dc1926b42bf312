const CHINA_MS = 8 * 3_600_000

/** What a field for day and time shows: the clock of offices in China, wherever somebody sits. `2026-03-09T10:12` */
export const inputMoment = (iso: string): string => new Date(Date.parse(iso) + CHINA_MS).toISOString().slice(0, 16)

export function momentOfInput(text: string): string | null {
  const moment = Date.parse(`${text}:00+08:00`)
  return Number.isNaN(moment) ? null : new Date(moment).toISOString()
}

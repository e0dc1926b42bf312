/** A calendar day `2026-03-15` in words; no time zone may move it. */
export function formatDay(text: string, language: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(text) ?? []
  if (!year) return text
  return language === 'en' ? `${year}-${month}-${day}` : `${year}年${Number(month)}月${Number(day)}日`
}

/** The calendar day in China, `2026-03-15`: days of responsibility begin and end there. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())

export function formatTime(iso: string, language: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  )
}

const STEPS: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** How long ago: 3 分钟前, 2 days ago. */
export function formatAge(iso: string, now: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language === 'en' ? 'en' : 'zh-CN', { numeric: 'auto' })
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000)
  for (const [unit, length] of STEPS) {
    if (seconds >= length) return format.format(-Math.floor(seconds / length), unit)
  }
  return language === 'en' ? 'just now' : '刚刚'
}

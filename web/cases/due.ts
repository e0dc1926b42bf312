const CHINA = 'Asia/Shanghai'
const dayOf = (moment: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: CHINA }).format(moment)

/** Deadlines are those of offices in China, wherever somebody looks: 今天 17:30, 3月9日 10:00. */
export function formatDue(iso: string, now: number, language: string): string {
  const moment = Date.parse(iso)
  const locale = language === 'en' ? 'en-GB' : 'zh-CN'
  const time = new Intl.DateTimeFormat(locale, { timeZone: CHINA, hour: '2-digit', minute: '2-digit', hour12: false }).format(
    moment,
  )
  const days = Math.round((Date.parse(dayOf(moment)) - Date.parse(dayOf(now))) / 86_400_000)
  if (Math.abs(days) <= 1) return `${new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')} ${time}`
  const isThisYear = dayOf(moment).slice(0, 4) === dayOf(now).slice(0, 4)
  const day = new Intl.DateTimeFormat(locale, {
    timeZone: CHINA,
    ...(!isThisYear && { year: 'numeric' as const }),
    month: language === 'en' ? 'short' : 'long',
    day: 'numeric',
  }).format(moment)
  return `${day} ${time}`
}

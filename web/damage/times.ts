import type { TFunction } from 'i18next'

/** How long, in the two largest units: 3 小时 20 分. */
export function formatDuration(milliseconds: number, t: TFunction): string {
  const minutes = Math.max(0, Math.floor(Math.abs(milliseconds) / 60_000))
  const [d, h, m] = [Math.floor(minutes / 1440), Math.floor(minutes / 60), minutes % 60]
  if (d > 0) return t('damage.duration.days', { d, h: h % 24 })
  return h > 0 ? t('damage.duration.hours', { h, m }) : t('damage.duration.minutes', { m })
}

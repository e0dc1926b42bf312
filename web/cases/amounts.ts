import type { TFunction } from 'i18next'
import type { Limit } from '#geodata/cases/clock.ts'

/** 2 个工作日, 30 分钟 */
export function amountWords({ amount, unit }: Limit, t: TFunction): string {
  return unit === 'hours' && amount < 1
    ? t('cases.amounts.minutes', { n: Math.round(amount * 60) })
    : t(`cases.amounts.${unit}`, { n: amount })
}

import type { Language } from './index.ts'
import { riverMonthTextEn } from './river_month_text.en.ts'
import { type RiverMonthText, riverMonthTextZhCN } from './river_month_text.zh-CN.ts'

export type { RiverMonthText }
export const RIVER_MONTH_TEXT: Readonly<Record<Language, RiverMonthText>> = { zh: riverMonthTextZhCN, en: riverMonthTextEn }

import type { Language } from './index.ts'
import { planTextEn } from './plan_text.en.ts'
import { type PlanText, planTextZhCN } from './plan_text.zh-CN.ts'

export const PLAN_TEXT: Readonly<Record<Language, PlanText>> = { zh: planTextZhCN, en: planTextEn }

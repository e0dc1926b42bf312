import type { Language } from './index.ts'
import { riverTextEn } from './river_text.en.ts'
import { type RiverText, riverTextZhCN } from './river_text.zh-CN.ts'

export type { RiverText }
export const RIVER_TEXT: Readonly<Record<Language, RiverText>> = { zh: riverTextZhCN, en: riverTextEn }

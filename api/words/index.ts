import { en } from './en.ts'
import { type Words, zhCN } from './zh-CN.ts'

export type { Words }

/** `zh` and `en` are also the names of the two languages in the catalogue. */
export type Language = 'zh' | 'en'

export const WORDS: Readonly<Record<Language, Words>> = { zh: zhCN, en }

export const LANGUAGE_TAG: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' }

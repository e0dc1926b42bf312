import { bulletinTextEn } from './bulletin_text.en.ts'
import { type BulletinText, bulletinTextZhCN } from './bulletin_text.zh-CN.ts'
import type { Language } from './index.ts'

export type { BulletinText }
export const BULLETIN_TEXT: Readonly<Record<Language, BulletinText>> = { zh: bulletinTextZhCN, en: bulletinTextEn }

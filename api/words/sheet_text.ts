import type { Language } from './index.ts'
import { sheetTextEn } from './sheet_text.en.ts'
import { type SheetText, sheetTextZhCN } from './sheet_text.zh-CN.ts'

export type { SheetText }
export const SHEET_TEXT: Readonly<Record<Language, SheetText>> = { zh: sheetTextZhCN, en: sheetTextEn }

/** A day as it is written out on paper. */
export function dayInWords(day: string, language: Language): string {
  const [year = '', month = '', ofMonth = ''] = day.split('-')
  return SHEET_TEXT[language].date(year, month, ofMonth)
}

import type { Language } from './index.ts'
import { printTextEn } from './print_text.en.ts'
import { type PrintText, printTextZhCN } from './print_text.zh-CN.ts'

export type { PrintText }
export const PRINT_TEXT: Readonly<Record<Language, PrintText>> = { zh: printTextZhCN, en: printTextEn }

import type { Language } from './index.ts'
import { reportTextEn } from './report_text.en.ts'
import { type ReportText, reportTextZhCN } from './report_text.zh-CN.ts'

export type { ReportText }
export const REPORT_TEXT: Readonly<Record<Language, ReportText>> = { zh: reportTextZhCN, en: reportTextEn }

import type { sheetsZhCN } from './sheets.zh-CN.ts'

export const sheetsEn: typeof sheetsZhCN = {}

import type { staffZhCN } from './staff.zh-CN.ts'

export const staffEn: typeof staffZhCN = {}

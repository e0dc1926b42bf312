import type { responsibilityZhCN } from './responsibility.zh-CN.ts'

export const responsibilityEn: typeof responsibilityZhCN = {}

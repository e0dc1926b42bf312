export const staffZhCN = {}

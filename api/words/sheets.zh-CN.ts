export const sheetsZhCN = {}

export const responsibilityZhCN = {}

/** What stands in tables of grids, and what grids are called that the server makes. */
export const planTextZhCN = {
  tables: {
    grids: (scheme: string) => `${scheme}表`,
    cells: (scheme: string) => `${scheme}与单元网格对照表`,
    gridHeader: [
      '网格编码',
      '名称',
      '级别',
      '类别',
      '上级网格编码',
      '单元网格数',
      '户数',
      '人口',
      '面积（m²）',
      '起始日期',
      '截止日期',
    ],
    cellHeader: ['单元网格编码', '户数', '人口'],
    code: (level: string) => `${level}编码`,
  },
  /** A grid of a proposal, under another one or none. */
  proposedGrid: (above: string, number: number) => `${above}新${number}号`,
  /** Put behind the name of a grid for the one that takes all its land on a new level. */
  firstBelow: '1号',
  /** Why a case has gone to somebody else. */
  casesHandedOver: (from: string, to: string, day: string) => `网格调整（${day}起生效）：${from} → ${to}`,
}

export type PlanText = typeof planTextZhCN

import type { PlanText } from './plan_text.zh-CN.ts'

export const planTextEn: PlanText = {
  tables: {
    grids: (scheme) => `${scheme}, list`,
    cells: (scheme) => `${scheme}, cells in grids`,
    gridHeader: ['Code', 'Name', 'Level', 'Class', 'Code above', 'Cells', 'Households', 'People', 'Area, m²', 'From', 'To'],
    cellHeader: ['Cell', 'Households', 'People'],
    code: (level) => `${level} code`,
  },
  proposedGrid: (above, number) => [above, `new ${number}`].filter(Boolean).join(', '),
  firstBelow: '-1',
  casesHandedOver: (from, to, day) => `Grids redrawn (from ${day}): ${from} → ${to}`,
}

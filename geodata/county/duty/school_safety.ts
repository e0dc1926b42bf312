/** School safety: 25 grids on the ground of one school, each patrolled every day by one of its staff. */
import type { County } from '../county.ts'
import { divide } from './divide.ts'
import { type Grid, padded } from './grid.ts'

export const SAFETY_GRIDS = 25
const PLACES = '教学楼 宿舍 操场 食堂 实验楼 图书馆 体育馆 校门 办公楼 停车场'.split(' ')

export function schoolSafetyGrids(county: County): Grid[] {
  const cells = county.cells.filter(({ ground }) => ground === 'campus')
  const { code } = county.communityOf.get(cells[0]!.face)!
  return divide(county, cells, SAFETY_GRIDS, (cell) => cell.area).map((part, i) => ({
    scheme: 'school_safety',
    level: 1,
    code: `${code}${padded(i + 1, 3)}`,
    name: `${PLACES[i % PLACES.length]}${Math.floor(i / PLACES.length) + 1}区安全网格`,
    parent: null,
    cells: part,
  }))
}

/** School safety: 25 grids on the ground of one school, each patrolled every day by one of its staff. */
import type { County } from '../county.ts'
import { divide } from './divide.ts'
import { type Grid, padded } from './grid.ts'

export const SAFETY_GRIDS = 25
const PLACES = [
  ['教学楼', 'Classrooms'],
  ['宿舍', 'Dormitories'],
  ['操场', 'Playground'],
  ['食堂', 'Canteen'],
  ['实验楼', 'Laboratories'],
  ['图书馆', 'Library'],
  ['体育馆', 'Gymnasium'],
  ['校门', 'School Gate'],
  ['办公楼', 'Offices'],
  ['停车场', 'Car Park'],
] as const

export function schoolSafetyGrids(county: County): Grid[] {
  const cells = county.cells.filter(({ ground }) => ground === 'campus')
  const { code } = county.communityOf.get(cells[0]!.face)!
  return divide(county, cells, SAFETY_GRIDS, (cell) => cell.area).map((part, i) => {
    const [zh, en] = PLACES[i % PLACES.length]!
    const number = Math.floor(i / PLACES.length) + 1
    return {
      scheme: 'school_safety',
      level: 1,
      code: `${code}${padded(i + 1, 3)}`,
      name: `${zh}${number}区安全网格`,
      name_en: `${en} ${number} Safety Grid`,
      parent: null,
      cells: part,
    }
  })
}

/** City supervisors: 17 work grids in 4 areas over both sub-districts, two to four people each. */
import type { County } from '../county.ts'
import { sumOf } from './areas.ts'
import { apportion, divide } from './divide.ts'
import { type Grid, padded } from './grid.ts'

const AREAS = 4
const WORK_GRIDS = 17

export function supervisionGrids(county: County): Grid[] {
  const seat = county.towns.filter(({ kind }) => kind === 'subdistrict')
  const cells = seat.flatMap(({ communities }) => communities.flatMap((community) => community.cells))
  const load = (cell: { households: number; area: number }) => cell.households + cell.area / 10_000
  const areas = divide(county, cells, AREAS, load)
  const counts = apportion(
    WORK_GRIDS,
    areas.map((area) => sumOf(area).households),
    () => 99,
  )
  const stem = `${seat[0]!.code}000`
  return areas.flatMap((area, i): Grid[] => {
    const code = `${stem}${padded(i + 1, 3)}`
    const scheme = 'supervision'
    return [
      {
        scheme,
        level: 1,
        code,
        name: `监督第${i + 1}片区`,
        name_en: `Supervision Area ${i + 1}`,
        parent: null,
        cells: area,
      },
      ...divide(county, area, counts[i]!, load).map(
        (part, k): Grid => ({
          scheme,
          level: 2,
          code: `${stem}${i + 1}${padded(k + 1, 2)}`,
          name: `监督${i + 1}-${k + 1}工作网格`,
          name_en: `Supervision Work Grid ${i + 1}-${k + 1}`,
          parent: code,
          cells: part,
        }),
      ),
    ]
  })
}

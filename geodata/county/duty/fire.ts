/** 消防: large grids are towns, medium ones communities, small ones parts of a community by ground and people. */
import type { County } from '../county.ts'
import { divide } from './divide.ts'
import { clamp, type Grid, padded } from './grid.ts'

/** Cells in a small grid, about. */
const CELLS = 19

export function fireGrids(county: County): Grid[] {
  const scheme = 'fire'
  const large = county.towns.map(
    ({ code, name, name_en, communities }): Grid => ({
      scheme,
      level: 1,
      code: `${code}000000`,
      name: `${name}消防大网格`,
      name_en: `${name_en} Large Fire Grid`,
      parent: null,
      cells: communities.flatMap((community) => community.cells),
    }),
  )
  const medium = county.communities.map(
    ({ code, name, name_en, town, cells }): Grid => ({
      scheme,
      level: 2,
      code: `${code}000`,
      name: `${name}消防中网格`,
      name_en: `${name_en} Medium Fire Grid`,
      parent: `${town.code}000000`,
      cells,
    }),
  )
  const small = medium.flatMap((grid): Grid[] => {
    const count = clamp(Math.round(grid.cells.length / CELLS), 1, 9)
    const parts = divide(county, grid.cells, count, (cell) => Math.sqrt(cell.area) + cell.population)
    return parts.map((cells, i) => ({
      ...grid,
      level: 3,
      code: `${grid.code.slice(0, 12)}${padded(i + 1, 3)}`,
      name: `${grid.name.replace('中网格', '')}${i + 1}号小网格`,
      name_en: `${grid.name_en.replace('Medium', 'Small')} ${i + 1}`,
      parent: grid.code,
      cells,
    }))
  })
  return [...large, ...medium, ...small]
}

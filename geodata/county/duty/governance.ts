/** 综治: the community, then parts of it by households, in three levels. */
import type { County } from '../county.ts'
import type { Community } from '../people/communities.ts'
import { apportion, divide } from './divide.ts'
import { clamp, type Grid, padded } from './grid.ts'

/** The sub-district whose numbers of grids are known: this many at levels 2 and 3 under its 14 communities. */
const KNOWN = { town: 'huaiyang', second: 98, third: 459 } as const

/** Customary are 300 to 500 households in a grid, 30 to 50 and more in a micro grid. */
const HOUSEHOLDS = { second: 320, third: 85 } as const

/** By community, how many grids of level 3 lie in each of its grids of level 2. */
type Numbers = readonly (readonly number[])[]

export function governanceGrids(county: County): Grid[] {
  return county.towns.flatMap((town) => {
    const numbers = town.id === KNOWN.town ? knownNumbers(town.communities) : town.communities.map(customary)
    return town.communities.flatMap((community, i) => gridsOf(county, community, numbers[i]!))
  })
}

function knownNumbers(communities: readonly Community[]): Numbers {
  const second = apportion(
    KNOWN.second,
    communities.map(({ households }) => households),
    () => 99,
  )
  const weights = second.flatMap((count, i) => Array.from({ length: count }, () => communities[i]!.households / count))
  const third = apportion(KNOWN.third, weights, () => 8)
  let next = 0
  return second.map((count) => Array.from({ length: count }, () => third[next++]!))
}

function customary({ households, cells }: Community): number[] {
  const second = clamp(Math.round(households / HOUSEHOLDS.second), 1, Math.floor(cells.length / 5))
  const third = clamp(Math.round(households / second / HOUSEHOLDS.third), 1, Math.floor(cells.length / second / 3))
  return Array.from({ length: second }, () => third)
}

function gridsOf(county: County, { code, name, name_en, cells }: Community, numbers: readonly number[]): Grid[] {
  const scheme = 'governance'
  const byHouseholds = (cell: { households: number }) => cell.households + 1
  const english = `${name_en} Grid`
  const top: Grid = { scheme, level: 1, code: `${code}000`, name: `${name}网格`, name_en: english, parent: null, cells }
  let third = 100
  return [
    top,
    ...divide(county, cells, numbers.length, byHouseholds).flatMap((part, i): Grid[] => {
      const parent = `${code}${padded(i + 1, 3)}`
      const second: Grid = {
        scheme,
        level: 2,
        code: parent,
        name: `${name}第${i + 1}网格`,
        name_en: `${english} ${i + 1}`,
        parent: top.code,
        cells: part,
      }
      const count = Math.min(numbers[i]!, part.length)
      const below = divide(county, part, count, byHouseholds).map(
        (cells, k): Grid => ({
          scheme,
          level: 3,
          code: `${code}${padded(++third, 3)}`,
          name: `${name}第${i + 1}网格${k + 1}号`,
          name_en: `${english} ${i + 1}-${k + 1}`,
          parent,
          cells,
        }),
      )
      return [second, ...below]
    }),
  ]
}

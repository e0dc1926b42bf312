/** Parks and public gardens, each the ground of a cell or more. */
import type { County } from '../county.ts'
import { type DemoFeature, type Position, VALID_FROM } from '../demo.ts'
import { outlineOf } from '../duty/areas.ts'
import { padded } from '../duty/grid.ts'
import { isInside, rounded } from '../geometry/plane.ts'
import { multiPolygon } from '../geometry/shapes.ts'
import type { Cell } from '../ground/cells.ts'

export interface Park {
  readonly name: string
  readonly name_en: string
  readonly kind: 'comprehensive' | 'community' | 'square'
  readonly at: Position
  /** Square metres. */
  readonly area: number
  readonly cell: Cell
}

const GREAT = [
  ['人民公园', 'Renmin Park'],
  ['太行公园', 'Taihang Park'],
  ['东山公园', 'Dongshan Park'],
] as const

/** The three great parks, and in every other quarter of the seat a garden on a cell with few houses. */
export function makeParks(county: County): Park[] {
  const great = county.cells.filter(({ ground }) => ground === 'park').toSorted((a, b) => a.middle[0] - b.middle[0])
  const parks = great.map(
    (cell, i): Park => ({ ...onCell(cell), name: GREAT[i]![0], name_en: GREAT[i]![1], kind: 'comprehensive' }),
  )
  const seat = county.communities.filter(({ town }) => town.kind === 'subdistrict')
  const gardens = seat
    .filter((_, i) => i % 2 === 0)
    .flatMap(({ short, cells }, i): Park[] => {
      const cell = cells.find(
        (each) => each.landUse === 'built_up' && each.ground === '' && each.households < 4 && isInside(each.ring, each.middle),
      )
      if (!cell) return []
      const square = i % 3 === 2
      return [
        {
          ...onCell(cell),
          name: `${short.zh}${square ? '广场' : '游园'}`,
          name_en: `${short.en} ${square ? 'Square' : 'Garden'}`,
          kind: square ? 'square' : 'community',
        },
      ]
    })
  return [...parks, ...gardens]
}

const onCell = (cell: Cell) => ({ cell, at: rounded(cell.middle), area: cell.area })

export const parkFeatures = (county: County, parks: readonly Park[]): DemoFeature[] =>
  parks.map(({ name, name_en, kind, cell }, i) => ({
    properties: {
      code: `GY${padded(i + 1, 3)}`,
      name,
      name_en,
      kind,
      managed_by: `${county.plan.name.zh}县城市管理局`,
      valid_from: VALID_FROM,
    },
    geometry: multiPolygon(outlineOf(county, [cell])),
  }))

/** The green, blue and yellow lines of the town plan. */
import type { County } from '../county.ts'
import { type DemoFeature, type Position, VALID_FROM } from '../demo.ts'
import { outlineOf } from '../duty/areas.ts'
import { padded } from '../duty/grid.ts'
import { beside, resample } from '../geometry/curves.ts'
import { METRE } from '../geometry/plane.ts'
import { multiPolygon } from '../geometry/shapes.ts'
import type { Cell } from '../ground/cells.ts'
import type { Park } from './parks.ts'
import type { River } from './rivers.ts'
import type { Works } from './sewage.ts'

/** Green around parks, blue along the rivers where the town comes near, yellow around works that the town can't do without. */
export function controlLineFeatures(
  county: County,
  parks: readonly Park[],
  rivers: readonly River[],
  works: readonly Works[],
): DemoFeature[] {
  const line = (kind: string, name: string, name_en: string, rings: readonly (readonly Position[])[]) => ({
    properties: { name, name_en, kind, basis: '控制性详细规划', edition: '2025', valid_from: VALID_FROM },
    geometry: multiPolygon(rings),
  })
  const ground = (cell: Cell) => outlineOf(county, [cell])
  const green = parks.map(({ name, name_en, cell }) => line('green', `${name}绿线`, `${name_en} Green Line`, ground(cell)))
  const blue = [
    ['baijian', 0.4, 0.62, 60],
    ['yudai', 0.44, 0.72, 45],
    ['liuquan', 0.5, 0.75, 40],
    ['yangcha', 0.3, 0.75, 25],
  ].map(([id, from, to, reach]) => {
    const river = rivers.find((each) => each.id === id)!
    const count = river.line.length
    const course = resample(river.line.slice(Math.floor(count * Number(from)), Math.floor(count * Number(to))), 220 * METRE)
    const by = Number(reach) * METRE
    return line('blue', `${river.name}蓝线`, `${river.name_en} Blue Line`, [
      [...beside(course, -by), ...beside(course, by).reverse()],
    ])
  })
  const yellow = works.map(({ name, name_en, at: [x, y], kind }) => {
    const reach = (kind === 'plant' ? 95 : 40) * METRE
    const square: Position[] = [
      [x - reach, y - reach],
      [x + reach, y - reach],
      [x + reach, y + reach],
      [x - reach, y + reach],
    ]
    return line('yellow', `${name}黄线`, `${name_en} Yellow Line`, [square])
  })
  return [...green, ...blue, ...yellow].map((feature, i) => ({
    ...feature,
    properties: { code: `KX${padded(i + 1, 3)}`, ...feature.properties },
  }))
}

/** One town with a single flat level in three classes: A by area, B by trade, C by key site. */
import type { County } from '../county.ts'
import { type DemoFeature, type Position, VALID_FROM } from '../demo.ts'
import { between, centroidOf, isInside, locate } from '../geometry/plane.ts'
import { multiPolygon } from '../geometry/shapes.ts'
import type { Cell } from '../ground/cells.ts'
import type { Site } from '../things/sites.ts'
import { apportion, divide } from './divide.ts'
import { type Grid, padded } from './grid.ts'

export const FLAT_TOWN = 'liulin'
/** 63 + 19 + 23 = 105 grids. */
export const FLAT_COUNTS = { A: 63, C: 23 } as const

const TRADES =
  '餐饮服务 食品销售 客货运输 沿街商铺 在建工地 物业服务 快递物流 农资经营 畜禽养殖 小型加工 医药零售 理发美容 住宿旅馆 文化娱乐 汽车维修 废品回收 教育培训 农机合作 电动车销售'.split(
    ' ',
  )

export function flatTownGrids(county: County): Grid[] {
  const { communities } = county.towns.find(({ id }) => id === FLAT_TOWN)!
  const counts = apportion(
    FLAT_COUNTS.A,
    communities.map(({ households }) => households),
    (i) => Math.floor(communities[i]!.cells.length / 4),
  )
  return communities.flatMap(({ code, name, cells }, i) =>
    divide(county, cells, counts[i]!, (cell) => cell.households + 1).map(
      (part, k): Grid => ({
        scheme: FLAT_TOWN,
        level: 1,
        code: `${code}${padded(k + 1, 3)}`,
        name: `${name}${counts[i]! > 1 ? `第${k + 1}` : ''}网格`,
        parent: null,
        cells: part,
      }),
    ),
  )
}

export function tradeGrids(county: County): DemoFeature[] {
  const { code } = county.towns.find(({ id }) => id === FLAT_TOWN)!
  return TRADES.map((trade, i) => ({
    properties: {
      scheme: FLAT_TOWN,
      level: 1,
      class: 'B',
      code: `${code}000${padded(i + 1, 3)}`,
      name: `${trade}行业网格`,
      state: 'current',
      valid_from: VALID_FROM,
    },
    geometry: null,
  }))
}

/** The grounds of key sites, inside the area grid in which they lie. */
export function siteGrids(county: County, grids: readonly Grid[], sites: readonly Site[]): DemoFeature[] {
  const own = sites.filter(({ community }) => community.town.id === FLAT_TOWN).slice(0, FLAT_COUNTS.C)
  const parentOf = new Map(
    grids.filter(({ scheme }) => scheme === FLAT_TOWN).flatMap(({ code, cells }) => cells.map((cell) => [cell, code] as const)),
  )
  return own.map((site, i): DemoFeature => {
    const { cell, community } = county.placeAt(site.at)
    return {
      properties: {
        scheme: FLAT_TOWN,
        level: 1,
        class: 'C',
        code: `${community.code}${801 + i}`,
        name: `${site.name}专属网格`,
        parent_code: parentOf.get(cell)!,
        state: 'current',
        valid_from: VALID_FROM,
      },
      geometry: multiPolygon([groundsOf(cell, site.at)]),
    }
  })
}

/** The cell without the streets around it; where it is so bent that this would leave it, an octagon around the site. */
function groundsOf({ ring }: Cell, at: Position): Position[] {
  const [x, y] = centroidOf(ring)
  const inner = ring.map((p): Position => [Math.round(x + (p[0] - x) * 0.82), Math.round(y + (p[1] - y) * 0.82)])
  const fits = inner.every((p, i) => isInside(ring, p) && isInside(ring, between(p, inner[(i + 1) % inner.length]!, 0.5)))
  if (fits && isInside(inner, at)) return inner
  const reach = locate([...ring, ring[0]!], at).away * 0.9
  return Array.from({ length: 8 }, (_, i): Position => {
    const angle = (Math.PI * i) / 4
    return [Math.round(at[0] + reach * Math.cos(angle)), Math.round(at[1] + reach * Math.sin(angle))]
  })
}

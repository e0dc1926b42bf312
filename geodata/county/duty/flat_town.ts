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

const TRADES = [
  ['餐饮服务', 'Catering'],
  ['食品销售', 'Food Sales'],
  ['客货运输', 'Transport'],
  ['沿街商铺', 'Street Shops'],
  ['在建工地', 'Building Sites'],
  ['物业服务', 'Property Services'],
  ['快递物流', 'Parcel Delivery'],
  ['农资经营', 'Farm Supplies'],
  ['畜禽养殖', 'Livestock'],
  ['小型加工', 'Workshops'],
  ['医药零售', 'Pharmacies'],
  ['理发美容', 'Hairdressing'],
  ['住宿旅馆', 'Hotels'],
  ['文化娱乐', 'Entertainment'],
  ['汽车维修', 'Car Repair'],
  ['废品回收', 'Scrap Recycling'],
  ['教育培训', 'Training'],
  ['农机合作', 'Farm Machinery'],
  ['电动车销售', 'Electric Bike Sales'],
] as const

export function flatTownGrids(county: County): Grid[] {
  const { communities } = county.towns.find(({ id }) => id === FLAT_TOWN)!
  const counts = apportion(
    FLAT_COUNTS.A,
    communities.map(({ households }) => households),
    (i) => Math.floor(communities[i]!.cells.length / 4),
  )
  return communities.flatMap(({ code, name, name_en, cells }, i) =>
    divide(county, cells, counts[i]!, (cell) => cell.households + 1).map(
      (part, k): Grid => ({
        scheme: FLAT_TOWN,
        level: 1,
        code: `${code}${padded(k + 1, 3)}`,
        name: `${name}${counts[i]! > 1 ? `第${k + 1}` : ''}网格`,
        name_en: `${name_en} Grid${counts[i]! > 1 ? ` ${k + 1}` : ''}`,
        parent: null,
        cells: part,
      }),
    ),
  )
}

export function tradeGrids(county: County): DemoFeature[] {
  const { code } = county.towns.find(({ id }) => id === FLAT_TOWN)!
  return TRADES.map(([zh, en], i) => ({
    properties: {
      scheme: FLAT_TOWN,
      level: 1,
      class: 'B',
      code: `${code}000${padded(i + 1, 3)}`,
      name: `${zh}行业网格`,
      name_en: `${en} Trade Grid`,
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
        name_en: `${site.name_en} Own Grid`,
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

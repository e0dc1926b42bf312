/** Two partitions of the same cells: 综治 by households inside each community, 消防 by ground; and grids of trades and sites. */

import { type DemoFeature, type Position, VALID_FROM } from '../county/demo.ts'
import { groupBy } from '../county/geometry/group.ts'
import { centroidOf } from '../county/geometry/plane.ts'
import { outlineOf, sumOf } from './areas.ts'
import type { Cell, Land } from './cells.ts'
import { divideCells } from './divide_cells.ts'
import { COMMUNITIES, communityOf, TOWNS } from './names.ts'
import { multiPolygon } from './shapes.ts'
import type { SitePlan } from './site_plans.ts'

export const SCHEMES = [
  {
    id: 'governance',
    name_zh: '综治网格',
    name_en: 'Governance grids',
    levels: [
      { level: 1, name_zh: '一级网格', name_en: 'Level 1' },
      { level: 2, name_zh: '二级网格', name_en: 'Level 2' },
      { level: 3, name_zh: '三级网格', name_en: 'Level 3' },
    ],
  },
  {
    id: 'fire',
    name_zh: '消防网格',
    name_en: 'Fire safety grids',
    levels: [
      { level: 1, name_zh: '大网格', name_en: 'Large grid' },
      { level: 2, name_zh: '中网格', name_en: 'Medium grid' },
      { level: 3, name_zh: '小网格', name_en: 'Small grid' },
    ],
  },
] as const

export interface Grid {
  readonly scheme: string
  readonly level: number
  readonly code: string
  readonly name: string
  readonly name_en: string
  readonly parent: string | null
  readonly cells: readonly Cell[]
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九']
const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value))

export function makeGrids(land: Land): Grid[] {
  const byCommunity = groupBy(land.cells, (cell) => cell.community)
  const medium: Grid[] = byCommunity.map(([id, cells]) => {
    const { code, name, name_en } = communityOf(id)
    return {
      scheme: 'fire',
      level: 2,
      code: `${code}000`,
      name: `${name}消防中网格`,
      name_en: `${name_en} Medium Fire Grid`,
      parent: `${code.slice(0, 9)}000000`,
      cells,
    }
  })
  const large: Grid[] = Object.values(TOWNS).map(({ code, name, name_en }) => ({
    scheme: 'fire',
    level: 1,
    code: `${code}000000`,
    name: `${name}消防大网格`,
    name_en: `${name_en} Large Fire Grid`,
    parent: null,
    cells: land.cells.filter((cell) => cell.code.startsWith(code)),
  }))
  return [
    ...byCommunity.flatMap(([id, cells]) => governance(land, id, cells)),
    ...large,
    ...medium,
    ...medium.flatMap((grid) => small(land, grid)),
  ]
}

/** Customary are 300 to 500 households in a grid of the lowest level. */
function governance(land: Land, id: string, cells: readonly Cell[]): Grid[] {
  const { code, name, name_en } = communityOf(id)
  const scheme = 'governance'
  const english = `${name_en} Grid`
  const byHouseholds = (cell: Cell) => cell.households + 1
  const { households } = sumOf(cells)
  const top: Grid = { scheme, level: 1, code: `${code}000`, name: `${name}网格`, name_en: english, parent: null, cells }
  const second = divideCells(land, cells, clamp(Math.round(households / 750), 2, 4), byHouseholds)
  const below = second.flatMap((part, i): Grid[] => {
    const grid: Grid = {
      scheme,
      level: 2,
      code: `${code}${i + 1}00`,
      name: `${name}第${NUMERALS[i]}网格`,
      name_en: `${english} ${i + 1}`,
      parent: top.code,
      cells: part,
    }
    const third = divideCells(
      land,
      part,
      clamp(Math.round(sumOf(part).households / 230), 1, Math.floor(part.length / 4)),
      byHouseholds,
    )
    return [
      grid,
      ...third.map(
        (cells, k): Grid => ({
          scheme,
          level: 3,
          code: `${code}${i + 1}${String(k + 1).padStart(2, '0')}`,
          name: `${name}第${NUMERALS[i]}网格${k + 1}号`,
          name_en: `${english} ${i + 1}-${k + 1}`,
          parent: grid.code,
          cells,
        }),
      ),
    ]
  })
  return [top, ...below]
}

function small(land: Land, medium: Grid): Grid[] {
  const count = clamp(Math.round(medium.cells.length / 17), 1, 4)
  const parts = divideCells(land, medium.cells, count, (cell) => Math.sqrt(cell.area) + cell.population)
  return parts.map((cells, i) => ({
    ...medium,
    level: 3,
    code: `${medium.code.slice(0, 12)}${String(i + 1).padStart(3, '0')}`,
    name: `${medium.name.replace('中网格', '')}${i + 1}号小网格`,
    name_en: `${medium.name_en.replace('Medium', 'Small')} ${i + 1}`,
    parent: medium.code,
    cells,
  }))
}

const TRADES = [
  ['个体餐饮', 'Catering'],
  ['客货运输', 'Transport'],
  ['沿街商铺', 'Street Shops'],
  ['在建工地', 'Building Sites'],
] as const

export const gridFeatures = (land: Land, grids: readonly Grid[], sites: readonly SitePlan[]): DemoFeature[] => [
  ...grids.map(({ scheme, level, code, name, name_en, parent, cells }) => ({
    properties: {
      scheme,
      level,
      class: 'A',
      code,
      name,
      name_en,
      parent_code: parent,
      state: 'current',
      cell_count: cells.length,
      ...sumOf(cells),
      valid_from: VALID_FROM,
    },
    geometry: multiPolygon(outlineOf(land, cells)),
  })),
  ...TRADES.map(([zh, en], i) => ({
    properties: {
      scheme: 'governance',
      level: 2,
      class: 'B',
      code: `${TOWNS.qingbai.code}000${901 + i}`,
      name: `${zh}行业网格`,
      name_en: `${en} Trade Grid`,
      state: 'current',
      valid_from: VALID_FROM,
    },
    geometry: null,
  })),
  ...sites
    .filter((site) => site.own_grid)
    .map((site, i): DemoFeature => {
      const cell = land.cellAt(site.at)!
      const parent = grids.find((grid) => grid.scheme === 'governance' && grid.level === 3 && grid.cells.includes(cell))!
      return {
        properties: {
          scheme: 'governance',
          level: 3,
          class: 'C',
          code: `${COMMUNITIES[cell.community as keyof typeof COMMUNITIES].code}${801 + i}`,
          name: `${site.name}专属网格`,
          name_en: `${site.name_en} Own Grid`,
          parent_code: parent.code,
          state: 'current',
          valid_from: VALID_FROM,
        },
        geometry: multiPolygon([shrunk(cell.ring)]),
      }
    }),
]

/** The grounds inside their walls: the cell without the streets around it. */
const shrunk = (ring: readonly Position[]): Position[] => {
  const [x, y] = centroidOf(ring)
  return ring.map((p) => [Math.round(x + (p[0] - x) * 0.8), Math.round(y + (p[1] - y) * 0.8)])
}

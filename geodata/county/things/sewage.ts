/** The works that clean or pump what runs into a river. */
import type { County } from '../county.ts'
import type { DemoFeature, Position } from '../demo.ts'
import { padded } from '../duty/grid.ts'
import { aside, METRE, rounded, walk } from '../geometry/plane.ts'
import { point } from '../geometry/shapes.ts'
import type { River } from './rivers.ts'

export interface Works {
  readonly name: string
  readonly name_en: string
  readonly kind: 'plant' | 'station' | 'pump_station'
  readonly at: Position
  readonly capacity: number
  readonly river: River
  readonly along: number
  readonly left: boolean
}

/** Sewage works stand some way off the bank, beside the river that takes their water. ◇ stands for the county's name. */
const WORKS: readonly (readonly [
  river: string,
  share: number,
  left: boolean,
  name: string,
  name_en: string,
  kind: Works['kind'],
  capacity: number,
])[] = [
  ['baijian', 0.635, true, '◇县第一污水处理厂', '◇ County No. 1 Sewage Plant', 'plant', 40_000],
  ['yudai', 0.7, false, '◇县第二污水处理厂', '◇ County No. 2 Sewage Plant', 'plant', 20_000],
  ['liuquan', 0.62, false, '码头镇污水处理厂', 'Matou Town Sewage Plant', 'plant', 5000],
  ['yangcha', 0.42, true, '西窑镇污水处理站', 'Xiyao Town Sewage Station', 'station', 800],
  ['ganquan', 0.55, true, '南岭镇污水处理站', 'Nanling Town Sewage Station', 'station', 1000],
  ['baijian', 0.72, false, '柳林镇污水处理站', 'Liulin Town Sewage Station', 'station', 900],
  ['heilong', 0.72, false, '瑞山镇污水处理站', 'Ruishan Town Sewage Station', 'station', 700],
  ['cuiyu', 0.7, true, '青柏镇污水处理站', 'Qingbai Town Sewage Station', 'station', 700],
  ['baijian', 0.31, false, '竹园镇污水处理站', 'Zhuyuan Town Sewage Station', 'station', 600],
  ['baijian', 0.47, true, '城西污水提升泵站', 'City West Sewage Pumping Station', 'pump_station', 15_000],
  ['yudai', 0.62, false, '城东污水提升泵站', 'City East Sewage Pumping Station', 'pump_station', 12_000],
]

export const sewageWorks = ({ plan }: County, rivers: readonly River[]): Works[] =>
  WORKS.map(([id, share, left, pattern, english, kind, capacity]) => {
    const river = rivers.find((each) => each.id === id)!
    const along = river.upTo.at(-1)! * share
    const { point: at, direction } = walk(river.line, along)
    return {
      name: pattern.replace('◇', plan.name.zh),
      name_en: english.replace('◇', plan.name.en),
      kind,
      capacity,
      river,
      along,
      left,
      at: rounded(aside(at, direction, (left ? 140 : -140) * METRE)),
    }
  })

export const sewageFeatures = (county: County, works: readonly Works[]): DemoFeature[] =>
  works.map(({ name, name_en, kind, at, capacity, river }, i) => ({
    properties: {
      code: `WS${padded(i + 1, 3)}`,
      name,
      name_en,
      kind,
      state: i === 7 ? 'under_repair' : 'in_operation',
      address: county.placeAt(at).community.name,
      capacity_t_d: capacity,
      discharge_standard: kind === 'pump_station' ? null : kind === 'plant' ? '一级 A' : '一级 B',
      river_name: kind === 'pump_station' ? null : river.name,
      managed_by: kind === 'station' ? name.replace('污水处理站', '人民政府') : `${county.plan.name.zh}县水务公司`,
    },
    geometry: point(at),
  }))

/** Rivers with their segments, stations and outfalls, located by chainage from where the river enters the county. */

import { type DemoFeature, type Position, VALID_FROM } from '../county/demo.ts'
import { edgesByLabel, lineFrom, positionsOf } from '../county/geometry/lines.ts'
import { aside, lengthOf, METRE, rounded, walk } from '../county/geometry/plane.ts'
import type { Land } from './cells.ts'
import { COUNTY, communityOf, RIVERS, type RiverId } from './names.ts'
import { RIVER_COURSES } from './plan.ts'
import { multiLineString, point } from './shapes.ts'

export interface River {
  readonly id: RiverId
  readonly path: readonly number[]
  readonly line: readonly Position[]
}

export function makeRivers({ subdivision }: Land): River[] {
  const edges = edgesByLabel(subdivision)
  return (Object.keys(RIVERS) as RiverId[]).map((id) => {
    const path = lineFrom(subdivision, edges.get(`river:${id}`)!, RIVER_COURSES[id][0]!)
    return { id, path, line: positionsOf(subdivision, path) }
  })
}

export const riverFeatures = (rivers: readonly River[]): DemoFeature[] =>
  rivers.map(({ id, line }) => ({ properties: { ...RIVERS[id], basin: '黄河流域' }, geometry: multiLineString([line]) }))

/** Chainage in metres, to the decimetre. */
const chainage = (length: number): number => Math.round(length / (METRE / 10)) / 10

/** Shorter stretches than this go to the segment before: a chief should have something to walk. */
const SHORTEST = 450 * METRE

export interface RiverSegment {
  readonly river: RiverId
  readonly feature: DemoFeature
}

/** A segment ends where the community on either bank changes. */
export function riverSegments(land: Land, rivers: readonly River[]): RiverSegment[] {
  let sequence = 0
  return rivers.flatMap(({ id, path, line }) => {
    const tag = (a: number, b: number) => land.subdivision.left(a, b)?.tag.split(':')[0] ?? ''
    const banks = path.slice(1).map((b, i) => [tag(path[i]!, b), tag(b, path[i]!)] as const)
    const starts = [0]
    banks.forEach((pair, i) => {
      const changed = i > 0 && pair.join() !== banks[i - 1]!.join()
      if (changed && lengthOf(line.slice(starts.at(-1)!, i + 1)) > SHORTEST && lengthOf(line.slice(i)) > SHORTEST) starts.push(i)
    })
    // A stretch begins at the border of the community that is new on either bank.
    const borderAt = (i: number) =>
      `${communityOf(banks[i]!.find((bank) => !banks[i - 1]!.includes(bank)) ?? banks[i]![0]).name}界`
    return starts.map((start, k): RiverSegment => {
      const end = starts[k + 1] ?? path.length - 1
      const places = [...new Set(banks[start]!)].map(communityOf)
      const target = id === 'shimen' ? 'II' : k < 2 ? 'II' : 'III'
      const feature: DemoFeature = {
        properties: {
          code: `${COUNTY.code}${String(++sequence).padStart(6, '0')}`,
          name: `${RIVERS[id].name}${places.map(({ short }) => short).join('—')}段`,
          name_en: `${RIVERS[id].name_en}, ${places.map(({ short_en }) => short_en).join('–')}`,
          river_name: RIVERS[id].name,
          chainage_from_m: chainage(lengthOf(line.slice(0, start + 1))),
          chainage_to_m: chainage(lengthOf(line.slice(0, end + 1))),
          water_class_target: target,
          start_place: k === 0 ? '县界' : borderAt(start),
          end_place: end === path.length - 1 ? (id === 'shimen' ? '白涧河汇口' : '县界') : borderAt(end),
          valid_from: VALID_FROM,
        },
        geometry: multiLineString([line.slice(start, end + 1)]),
      }
      return { river: id, feature }
    })
  })
}

type Sample = readonly [water: string, oxygen: number, permanganate: number, cod: number, ammonia: number, phosphorus: number]

/** The worst single figure makes the class after GB 3838-2002. */
const STATIONS: readonly (readonly [
  river: RiverId,
  share: number,
  name: string,
  name_en: string,
  kind: 'section' | 'automatic',
  sampled: string,
  sample: Sample,
])[] = [
  [
    'baijian',
    0.04,
    '白涧河入境断面',
    'Baijian River Entry Monitoring Section',
    'section',
    '2026-03-04',
    ['I', 8.9, 1.6, 9, 0.08, 0.015],
  ],
  [
    'baijian',
    0.43,
    '国道桥自动站',
    'National Road Bridge Automatic Station',
    'automatic',
    '2026-03-18',
    ['II', 7.2, 3.1, 13, 0.36, 0.07],
  ],
  [
    'baijian',
    0.66,
    '南关桥断面',
    'Nanguan Bridge Monitoring Section',
    'section',
    '2026-03-04',
    ['III', 5.6, 4.8, 18, 0.86, 0.15],
  ],
  [
    'baijian',
    0.97,
    '白涧河出境断面',
    'Baijian River Outlet Monitoring Section',
    'section',
    '2026-03-04',
    ['IV', 4.1, 5.7, 24, 1.32, 0.19],
  ],
  [
    'shimen',
    0.35,
    '石门水库下断面',
    'Below Shimen Reservoir Monitoring Section',
    'section',
    '2026-03-05',
    ['II', 6.8, 2.4, 11, 0.21, 0.06],
  ],
  [
    'shimen',
    0.96,
    '石门溪汇口断面',
    'Shimen Brook Mouth Monitoring Section',
    'section',
    '2026-03-05',
    ['V', 3.4, 8.9, 33, 1.74, 0.36],
  ],
]

export const stationFeatures = (rivers: readonly River[]): DemoFeature[] =>
  STATIONS.map(([id, share, name, name_en, kind, sampled, [water, oxygen, permanganate, cod, ammonia, phosphorus]], i) => {
    const { line } = rivers.find((river) => river.id === id)!
    const along = lengthOf(line) * share
    return {
      properties: {
        code: `SZ${String(i + 1).padStart(3, '0')}`,
        name,
        name_en,
        kind,
        river_name: RIVERS[id].name,
        chainage_m: chainage(along),
        water_class: water,
        sampled_on: sampled,
        dissolved_oxygen_mg_l: oxygen,
        permanganate_index_mg_l: permanganate,
        cod_mg_l: cod,
        ammonia_nitrogen_mg_l: ammonia,
        total_phosphorus_mg_l: phosphorus,
        managed_by: '泽陵县生态环境分局',
      },
      geometry: point(rounded(walk(line, along).point)),
    }
  })

const OUTFALLS: readonly (readonly [
  river: RiverId,
  share: number,
  bank: 'left' | 'right',
  kind: string,
  state: string,
  name: string,
  name_en: string,
])[] = [
  ['baijian', 0.2, 'left', 'agricultural', 'permitted', '石门灌区退水口', 'Shimen Irrigation Return Outfall'],
  ['baijian', 0.37, 'right', 'other', 'closed', '西窑头村旧排口', 'Xiyaotou Village Old Outfall'],
  ['baijian', 0.49, 'left', 'storm_water', 'permitted', '鼓楼北雨水口', 'Gulou North Storm Water Outfall'],
  ['baijian', 0.56, 'right', 'agricultural', 'permitted', '河湾村灌溉退水口', 'Hewan Village Irrigation Return Outfall'],
  ['baijian', 0.61, 'left', 'storm_water', 'open', '南关雨污合流口', 'Nanguan Combined Sewer Outfall'],
  ['baijian', 0.71, 'left', 'storm_water', 'permitted', '南关东雨水口', 'Nanguan East Storm Water Outfall'],
  ['baijian', 0.765, 'left', 'municipal', 'permitted', '青柏污水处理厂排污口', 'Qingbai Sewage Works Outfall'],
  ['baijian', 0.9, 'right', 'other', 'open', '南岭养殖排口', 'Nanling Livestock Outfall'],
  ['shimen', 0.62, 'left', 'agricultural', 'permitted', '柳庄村北退水口', 'Liuzhuang Village North Return Outfall'],
  ['shimen', 0.8, 'left', 'industrial', 'permitted', '柳庄铸件厂排污口', 'Liuzhuang Foundry Outfall'],
  ['shimen', 0.87, 'right', 'storm_water', 'closed', '北关东旧排口', 'Beiguan East Old Outfall'],
]

export const outfallFeatures = (rivers: readonly River[]): DemoFeature[] =>
  OUTFALLS.map(([id, share, bank, kind, state, name, name_en], i) => {
    const { line } = rivers.find((river) => river.id === id)!
    const along = lengthOf(line) * share
    const { point: at, direction } = walk(line, along)
    return {
      properties: {
        code: `PW${String(i + 1).padStart(3, '0')}`,
        name,
        name_en,
        kind,
        state,
        river_name: RIVERS[id].name,
        chainage_m: chainage(along),
        bank,
        managed_by: kind === 'municipal' ? '泽陵县水务公司' : null,
      },
      geometry: point(rounded(aside(at, direction, (bank === 'left' ? 9 : -9) * METRE))),
    }
  })

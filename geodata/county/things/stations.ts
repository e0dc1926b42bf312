/** Sections and automatic stations, where the water of a river is sampled. */
import type { County } from '../county.ts'
import type { DemoFeature } from '../demo.ts'
import { padded } from '../duty/grid.ts'
import { rounded, walk } from '../geometry/plane.ts'
import { point } from '../geometry/shapes.ts'
import type { Word } from '../people/words.ts'
import { chainage, type River } from './rivers.ts'

/** Oxygen, permanganate index, COD, ammonia nitrogen, phosphorus in mg/L; the worst single one makes the class (GB 3838-2002). */
const SAMPLES = {
  I: [8.1, 1.6, 9, 0.11, 0.015],
  II: [6.7, 2.9, 12, 0.34, 0.07],
  III: [5.6, 4.8, 18, 0.86, 0.15],
  IV: [4.1, 6.7, 24, 1.32, 0.24],
  V: [2.9, 8.9, 33, 1.74, 0.36],
  beyond_V: [1.6, 12.4, 46, 3.1, 0.52],
} as const
type WaterClass = keyof typeof SAMPLES

type Station = readonly [river: string, share: number, kind: 'section' | 'automatic', water: WaterClass]

const STATIONS: readonly Station[] = [
  ['baijian', 0.02, 'section', 'I'],
  ['baijian', 0.22, 'section', 'II'],
  ['baijian', 0.42, 'automatic', 'II'],
  ['baijian', 0.58, 'section', 'III'],
  ['baijian', 0.74, 'automatic', 'IV'],
  ['baijian', 0.98, 'section', 'III'],
  ['yudai', 0.02, 'section', 'II'],
  ['yudai', 0.45, 'section', 'II'],
  ['yudai', 0.68, 'automatic', 'V'],
  ['yudai', 0.97, 'section', 'IV'],
  ['liuquan', 0.03, 'section', 'II'],
  ['liuquan', 0.5, 'automatic', 'III'],
  ['liuquan', 0.97, 'section', 'III'],
  ['yangcha', 0.9, 'section', 'IV'],
  ['heilong', 0.92, 'section', 'II'],
  ['ganquan', 0.7, 'section', 'beyond_V'],
]

const placeName = (share: number, community: Word): Word =>
  share < 0.05 ? { zh: '入境', en: 'Entry' } : share > 0.96 ? { zh: '出口', en: 'Outlet' } : community

export const stationFeatures = (county: County, rivers: readonly River[]): DemoFeature[] =>
  STATIONS.map(([id, share, kind, water], i) => {
    const river = rivers.find((each) => each.id === id)!
    const along = river.upTo.at(-1)! * share
    const at = rounded(walk(river.line, along).point)
    const [oxygen, permanganate, cod, ammonia, phosphorus] = SAMPLES[water]
    const place = placeName(share, county.placeAt(at).community.short)
    return {
      properties: {
        code: `SZ${padded(i + 1, 3)}`,
        name: `${river.name}${place.zh}${kind === 'section' ? '断面' : '自动站'}`,
        name_en: `${river.name_en} ${place.en} ${kind === 'section' ? 'Monitoring Section' : 'Automatic Station'}`,
        kind,
        river_name: river.name,
        chainage_m: chainage(along),
        water_class: water,
        sampled_on: kind === 'automatic' ? '2026-03-31' : `2026-03-${padded(4 + (i % 3), 2)}`,
        dissolved_oxygen_mg_l: oxygen,
        permanganate_index_mg_l: permanganate,
        cod_mg_l: cod,
        ammonia_nitrogen_mg_l: ammonia,
        total_phosphorus_mg_l: phosphorus,
        managed_by: `${county.plan.name.zh}县生态环境分局`,
      },
      geometry: point(at),
    }
  })

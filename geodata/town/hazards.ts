/** The fault across the south with its belts, flood ground along the river, slides in the hills. */

import { type DemoFeature, type Position, VALID_FROM } from '../county/demo.ts'
import { beside, resample, smooth, wander } from '../county/geometry/curves.ts'
import { lengthOf, METRE, metres, rounded } from '../county/geometry/plane.ts'
import { noise, randomStream } from '../county/geometry/random.ts'
import type { River } from './rivers.ts'
import { multiLineString, multiPolygon, point } from './shapes.ts'

const TRACE = wander(
  smooth(
    metres([
      [250, 330],
      [1500, 470],
      [3000, 420],
      [4600, 640],
      [6000, 850],
      [7000, 1050],
    ]),
    120 * METRE,
  ),
  14 * METRE,
  500 * METRE,
  71,
).map(rounded)
/** West of this vertex the fault shows at the foot of a rise; to the east river deposits lie over it. */
const COVERED_FROM = TRACE.findIndex(([x]) => x > 2600 * METRE)

const SECTIONS = [
  {
    section: '西段',
    section_en: 'West Section',
    exposure: 'exposed',
    line: TRACE.slice(0, COVERED_FROM + 1),
    uncertainty: 20,
    certainty: '确定',
  },
  {
    section: '东段',
    section_en: 'East Section',
    exposure: 'buried',
    line: TRACE.slice(COVERED_FROM),
    uncertainty: 100,
    certainty: '推测',
  },
] as const

/** GB 50011 table 4.1.7, intensity 8: 200 m for buildings of class 乙, on top of the uncertainty of the trace. */
const AVOID = 200
const INVESTIGATE = 500

export const faultFeatures = (): DemoFeature[] =>
  SECTIONS.map(({ section, exposure, line, uncertainty, certainty }, i) => ({
    properties: {
      code: `F12-${i + 1}`,
      name: '南岭断层',
      name_en: 'Nanling Fault',
      section_name: section,
      sense: 'normal',
      strike_degree: 83,
      dip_degree: 65,
      exposure,
      activity: i === 0 ? 'holocene' : 'late_pleistocene',
      slip_rate_mm_a: 0.4,
      location_uncertainty_m: uncertainty,
      certainty,
      source: '泽陵县活动断层探测报告（示例）',
    },
    geometry: multiLineString([line]),
  }))

const belt = (
  line: readonly Position[],
  right: number | ((along: number) => number),
  left: number | ((along: number) => number),
): Position[] => {
  const other = typeof right === 'number' ? -right : (along: number) => -right(along)
  return [...beside(line, other), ...beside(line, left).reverse()]
}

export function zoneFeatures(rivers: readonly River[]): DemoFeature[] {
  const zone = (
    code: string,
    name: string,
    name_en: string,
    kind: string,
    grade: string,
    basis: string,
    edition: string,
    ring: readonly Position[],
  ): DemoFeature => ({
    properties: { code, name, name_en, kind, grade, basis, edition, valid_from: VALID_FROM },
    geometry: multiPolygon([ring]),
  })
  const belts = SECTIONS.flatMap(({ section, section_en, line, uncertainty }, i) => {
    const avoid = (AVOID + uncertainty) * METRE
    return [
      zone(
        `FX0${i * 2 + 1}`,
        `南岭断层${section}避让带`,
        `Nanling Fault ${section_en} Avoidance Belt`,
        'fault_avoidance',
        'very_high',
        `乙类建筑 ${AVOID} m + 位置误差 ${uncertainty} m`,
        'GB 50011 表 4.1.7',
        belt(line, avoid, avoid),
      ),
      zone(
        `FX0${i * 2 + 2}`,
        `南岭断层${section}调查带`,
        `Nanling Fault ${section_en} Investigation Belt`,
        'fault_investigation',
        'medium',
        `两侧各 ${INVESTIGATE} m`,
        '县级规定 2025',
        belt(line, INVESTIGATE * METRE, INVESTIGATE * METRE),
      ),
    ]
  })
  const { line } = rivers.find((river) => river.id === 'baijian')!
  const low = resample(line.slice(Math.floor(line.length * 0.6), Math.floor(line.length * 0.97)), 140 * METRE)
  const length = lengthOf(low)
  // Narrow at both ends, wider where the plain is flat.
  const reach = (salt: number) => (along: number) =>
    (25 + (110 + 50 * noise(along / (420 * METRE), salt)) * Math.sin((Math.PI * Math.min(along, length)) / length) ** 0.5) * METRE
  return [
    ...belts,
    zone(
      'FX05',
      '白涧河下游洪水风险区',
      'Lower Baijian River Flood Risk Zone',
      'flood',
      'high',
      '二十年一遇淹没范围',
      '2025',
      belt(low, reach(81), reach(82)),
    ),
    zone(
      'FX06',
      '后寨北坡滑坡风险区',
      'Houzhai North Slope Slide Risk Zone',
      'slide',
      'high',
      '地质灾害详查',
      '2024',
      blob([900, 6850], 210, 91),
    ),
    zone(
      'FX07',
      '石门东沟崩塌滑坡风险区',
      'Shimen East Gully Rockfall and Slide Risk Zone',
      'slide',
      'medium',
      '地质灾害详查',
      '2024',
      blob([4750, 6450], 260, 92),
    ),
  ]
}

/** A closed shape without corners, as slopes have. */
function blob([x, y]: Position, radius: number, salt: number): Position[] {
  return Array.from({ length: 28 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 28
    const r = radius * (1 + 0.22 * noise(Math.cos(angle) * 1.4 + 5, salt) + 0.18 * noise(Math.sin(angle) * 1.6 + 9, salt + 1))
    return rounded([(x + Math.cos(angle) * r * 1.25) * METRE, (y + Math.sin(angle) * r) * METRE])
  })
}

type Hazard = readonly [
  x: number,
  y: number,
  name: string,
  name_en: string,
  kind: string,
  grade: string,
  people: number,
  monitored: boolean,
]

/** Grades by people threatened: 1,000 and more, 500, 100, below. */
const POINTS: readonly Hazard[] = [
  [870, 6800, '后寨北坡滑坡', 'Houzhai North Slope Slide', 'slide', 'medium', 146, true],
  [1180, 6650, '后寨东沟泥石流', 'Houzhai East Gully Debris Flow', 'debris_flow', 'small', 62, true],
  [1900, 6950, '白涧河峡口崩塌', 'Baijian River Gorge Rockfall', 'rockfall', 'small', 18, false],
  [3950, 6700, '青云路 K6 崩塌', 'Qingyun Road K6 Rockfall', 'rockfall', 'small', 35, true],
  [4700, 6400, '石门东沟滑坡', 'Shimen East Gully Slide', 'slide', 'medium', 210, true],
  [4930, 6580, '石门东沟泥石流', 'Shimen East Gully Debris Flow', 'debris_flow', 'medium', 124, false],
  [5950, 5780, '水库下游岸坡滑坡', 'Reservoir Downstream Bank Slide', 'slide', 'large', 620, true],
  [2700, 5550, '石门西坡地裂缝', 'Shimen West Slope Ground Fissure', 'fissure', 'small', 9, false],
  [6250, 6600, '石门东山采空塌陷', 'Shimen East Hill Mine Collapse', 'collapse', 'small', 24, false],
]

export function geohazardFeatures(): DemoFeature[] {
  const random = randomStream('geohazards')
  return POINTS.map(([x, y, name, name_en, kind, grade, people, monitored], i) => ({
    properties: {
      code: `DZ${String(i + 1).padStart(3, '0')}`,
      name,
      name_en,
      kind,
      grade,
      threatened_people: people,
      monitored,
      managed_by: '泽陵县自然资源局',
      inspected_on: `2026-03-${String(random.integer(1, 28)).padStart(2, '0')}`,
    },
    geometry: point([x * METRE, y * METRE]),
  }))
}

/** The fault across the south of four towns, and the belts along it. */
import type { County } from '../county.ts'
import type { DemoFeature, Position } from '../demo.ts'
import { smooth, wander } from '../geometry/curves.ts'
import { METRE, rounded } from '../geometry/plane.ts'
import { multiLineString } from '../geometry/shapes.ts'
import { KM } from '../ground/board.ts'
import { belt, zone } from './zone.ts'

const TRACE = wander(
  smooth(
    [
      [3, 2.55],
      [5.5, 2.6],
      [8.3, 2.35],
      [11.2, 2.05],
      [14, 1.8],
      [16.6, 1.75],
      [19.3, 2],
      [21.4, 2.3],
      [23, 2.75],
    ].map(([x, y]): Position => [x! * KM, y! * KM]),
    160 * METRE,
  ),
  22 * METRE,
  900 * METRE,
  71,
).map(rounded)

const vertexAt = (east: number): number => TRACE.findIndex(([x]) => x > east * KM)

/** In the west the fault shows at the foot of a rise; to the east river deposits lie over it, and its end is inferred. */
const SECTIONS = [
  {
    section: '西段',
    section_en: 'West Section',
    exposure: 'exposed',
    line: TRACE.slice(0, vertexAt(8) + 1),
    uncertainty: 20,
    certainty: '确定',
    activity: 'holocene',
  },
  {
    section: '中段',
    section_en: 'Middle Section',
    exposure: 'buried',
    line: TRACE.slice(vertexAt(8), vertexAt(16) + 1),
    uncertainty: 60,
    certainty: '较确定',
    activity: 'holocene',
  },
  {
    section: '东段',
    section_en: 'East Section',
    exposure: 'buried',
    line: TRACE.slice(vertexAt(16)),
    uncertainty: 120,
    certainty: '推测',
    activity: 'late_pleistocene',
  },
] as const

/** GB 50011 table 4.1.7, intensity 8: 200 m for buildings of class 乙, on top of the uncertainty of the trace. */
const AVOID = 200
const INVESTIGATE = 500

export const faultFeatures = ({ plan }: County): DemoFeature[] =>
  SECTIONS.map(({ section, exposure, line, uncertainty, certainty, activity }, i) => ({
    properties: {
      code: `F12-${i + 1}`,
      name: '南岭断层',
      name_en: 'Nanling Fault',
      section_name: section,
      sense: 'normal',
      strike_degree: 88,
      dip_degree: 65,
      exposure,
      activity,
      slip_rate_mm_a: 0.4,
      location_uncertainty_m: uncertainty,
      certainty,
      source: `${plan.name.zh}县活动断层探测报告（示例）`,
    },
    geometry: multiLineString([line]),
  }))

export const beltZones = (): DemoFeature[] =>
  SECTIONS.flatMap(({ section, section_en, line, uncertainty }) => {
    const avoid = (AVOID + uncertainty) * METRE
    const investigate = INVESTIGATE * METRE
    const basis = `乙类建筑 ${AVOID} m + 位置误差 ${uncertainty} m`
    return [
      zone(
        { zh: `南岭断层${section}避让带`, en: `Nanling Fault ${section_en} Avoidance Belt` },
        'fault_avoidance',
        'very_high',
        basis,
        'GB 50011 表 4.1.7',
        belt(line, avoid, avoid),
      ),
      zone(
        { zh: `南岭断层${section}调查带`, en: `Nanling Fault ${section_en} Investigation Belt` },
        'fault_investigation',
        'medium',
        `两侧各 ${INVESTIGATE} m`,
        '县级规定 2025',
        belt(line, investigate, investigate),
      ),
    ]
  })

/** Roads that the town plan lays down, with the width between their red lines. */
import type { County } from '../county.ts'
import { type DemoFeature, type Position, VALID_FROM } from '../demo.ts'
import { padded } from '../duty/grid.ts'
import { smooth } from '../geometry/curves.ts'
import { METRE, rounded } from '../geometry/plane.ts'
import { multiLineString } from '../geometry/shapes.ts'
import { KM } from '../ground/board.ts'

type Plan = readonly [name: string, en: string, from: string, to: string, width: number, state: string, line: readonly Position[]]

const PLANNED: readonly Plan[] = [
  [
    '北环路',
    'Beihuan Road',
    '696国道',
    '迎宾大道',
    50,
    'approved',
    [
      [8.6, 10.9],
      [8.7, 12.9],
      [10.4, 14.1],
      [12.9, 14.2],
      [14.6, 13.2],
    ],
  ],
  [
    '南环路',
    'Nanhuan Road',
    '696国道',
    '东观公路',
    50,
    'approved',
    [
      [8.7, 10.5],
      [9.3, 8.9],
      [11.5, 8.3],
      [13.6, 8.2],
      [14.9, 8.5],
    ],
  ],
  [
    '东环路',
    'Donghuan Road',
    '北环路',
    '南环路',
    45,
    'planned',
    [
      [14.6, 13.2],
      [16.2, 12],
      [16.5, 10.6],
      [16.2, 9],
      [14.9, 8.5],
    ],
  ],
  [
    '高铁站前大道',
    'Station Avenue',
    '东环路',
    '青宋公路',
    60,
    'planned',
    [
      [16.4, 10],
      [18, 9.6],
      [20.5, 9.4],
    ],
  ],
  [
    '科技路',
    'Keji Road',
    '东环路',
    '696国道',
    32,
    'under_construction',
    [
      [16.2, 12],
      [17.9, 12.2],
      [18.9, 11.2],
    ],
  ],
  [
    '滨河西路',
    'Binhe West Road',
    '696国道',
    '南环路',
    24,
    'under_construction',
    [
      [8, 10.6],
      [8.7, 9.4],
      [9.6, 8.4],
    ],
  ],
  [
    '职教园路',
    'Zhijiaoyuan Road',
    '318省道',
    '北环路',
    28,
    'approved',
    [
      [11.9, 14.2],
      [11, 14.9],
      [9.9, 14.6],
    ],
  ],
  [
    '物流大道',
    'Wuliu Avenue',
    '南环路',
    '东观公路',
    40,
    'planned',
    [
      [13, 8.2],
      [13.7, 7.1],
      [14.9, 6.9],
    ],
  ],
  [
    '码头镇北外环',
    'Matou North Ring',
    '青宋公路',
    '696国道',
    30,
    'approved',
    [
      [20, 12.3],
      [21, 12.4],
      [21.4, 11.7],
    ],
  ],
  [
    '南岭镇东环路',
    'Nanling East Ring',
    '南宋公路',
    '竹南公路',
    24,
    'planned',
    [
      [5.4, 4.9],
      [5.5, 5.8],
      [4.6, 6.1],
    ],
  ],
]

export const plannedRoadFeatures = ({ plan }: County): DemoFeature[] =>
  PLANNED.map(([name, name_en, from, to, width, state, controls], i) => ({
    properties: {
      code: `GH${padded(i + 1, 3)}`,
      name,
      name_en,
      from_place: from,
      to_place: to,
      red_line_width_m: width,
      state,
      edition: `${plan.name.zh}县国土空间总体规划（2021—2035）`,
      valid_from: VALID_FROM,
    },
    geometry: multiLineString([
      smooth(
        controls.map(([x, y]): Position => [x * KM, y * KM]),
        80 * METRE,
      ).map(rounded),
    ]),
  }))

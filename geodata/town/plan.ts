/** The drawing board: where the county's lines run. In metres from its south-west corner, east first. */

import type { Position } from '../county/demo.ts'
import { smooth, wander } from '../county/geometry/curves.ts'
import { METRE, metres } from '../county/geometry/plane.ts'
import type { CommunityId, RiverId } from './names.ts'

/** South-west corner of the county on the plane, in millimetres: near 113.16° E 35.07° N. */
export const ORIGIN: Position = [423_500_000, 3_882_500_000]

const curve = (step: number, ...controls: Position[]) => smooth(metres(controls), step * METRE)

export const OUTLINE: readonly Position[] = wander(
  smooth(
    metres([
      [620, 560],
      [1500, 130],
      [2700, 260],
      [4100, 20],
      [5300, 330],
      [6350, 180],
      [6800, 1000],
      [6620, 2100],
      [7010, 3200],
      [6720, 4500],
      [6900, 5400],
      [6450, 6350],
      [6180, 7250],
      [5350, 7480],
      [4500, 7180],
      [3300, 7640],
      [1900, 7350],
      [1050, 7480],
      [420, 6700],
      [540, 5700],
      [90, 4600],
      [330, 3500],
      [60, 2300],
      [380, 1300],
    ]),
    90 * METRE,
    true,
  ),
  35 * METRE,
  190 * METRE,
  1,
)

export const RIVER_COURSES: Readonly<Record<RiverId, readonly Position[]>> = {
  baijian: wander(
    curve(
      28,
      [1500, 7900],
      [1750, 7200],
      [2250, 6750],
      [2100, 6150],
      [1650, 5650],
      [1900, 5050],
      [2330, 4550],
      [2180, 3950],
      [1950, 3450],
      [2250, 2900],
      [2130, 2250],
      [2480, 1720],
      [3150, 1480],
      [3850, 1680],
      [4550, 1430],
      [5250, 1130],
      [5950, 1380],
      [6550, 1180],
      [7400, 900],
    ),
    42 * METRE,
    260 * METRE,
    11,
  ),
  shimen: wander(
    curve(
      24,
      [5700, 7900],
      [5480, 7150],
      [5720, 6650],
      [5480, 5900],
      [5230, 5250],
      [5360, 4650],
      [5060, 4050],
      [4960, 3500],
      [4780, 2950],
      [4880, 2350],
      [4700, 1850],
      [4640, 1200],
    ),
    30 * METRE,
    180 * METRE,
    23,
  ),
}

export const ROAD_COURSES: Readonly<Record<string, readonly Position[]>> = {
  national: curve(
    60,
    [-300, 3950],
    [700, 3880],
    [1700, 3620],
    [2500, 3430],
    [3500, 3370],
    [4500, 3400],
    [5400, 3250],
    [6300, 2950],
    [7300, 2750],
  ),
  county: curve(
    60,
    [3350, -300],
    [3280, 500],
    [3420, 1200],
    [3490, 1800],
    [3520, 2600],
    [3500, 3370],
    [3680, 4100],
    [3480, 4800],
    [3780, 5500],
    [3560, 6200],
    [3900, 6900],
    [3800, 7900],
  ),
  wenchang: curve(
    60,
    [-300, 2680],
    [500, 2560],
    [1300, 2480],
    [2200, 2720],
    [2900, 2800],
    [3500, 2800],
    [4150, 2790],
    [4900, 2720],
    [5900, 2350],
    [7300, 2080],
  ),
  hills: curve(
    45,
    [850, 3700],
    [930, 4150],
    [820, 4700],
    [1080, 5250],
    [900, 5800],
    [1080, 6300],
    [1600, 6420],
    [2200, 6480],
    [2900, 6250],
    [3700, 6160],
  ),
  zhaoliu: curve(
    45,
    [3560, 4130],
    [4000, 4230],
    [4500, 4200],
    [5200, 4330],
    [6000, 4180],
    [6350, 3800],
    [6420, 3300],
    [6380, 2800],
  ),
  nanling: curve(45, [3200, 760], [3900, 830], [4800, 640], [5700, 790], [6400, 660], [7300, 560]),
  henan: curve(45, [1080, 2600], [980, 1900], [1180, 1200], [1700, 720], [2500, 640], [3400, 480]),
  hebei: curve(45, [1120, 2400], [1330, 2800], [1180, 3300], [1340, 3800]),
  liunan: curve(45, [5600, 3300], [5780, 2800], [5840, 2350], [5640, 1800], [5700, 1200], [5640, 700]),
  ring: curve(
    45,
    [2950, 3560],
    [2960, 3300],
    [2925, 2800],
    [2990, 2390],
    [3180, 2240],
    [3520, 2200],
    [3920, 2220],
    [4120, 2370],
    [4160, 2800],
    [4120, 3300],
    [4140, 3560],
  ),
  jiankang: curve(60, [2860, 3100], [3500, 3115], [4230, 3085]),
  heping: curve(60, [2840, 2530], [3500, 2505], [4260, 2540]),
  bailin: curve(60, [3230, 3500], [3215, 3100], [3240, 2600], [3225, 2100]),
  xuefu: curve(60, [3745, 3500], [3730, 3100], [3755, 2600], [3735, 2100]),
  yingbin: curve(60, [3950, 3500], [3935, 3100], [3960, 2600], [3935, 2100]),
}

/** Streets that stay inside the ring road, though their lines reach a little over it. */
export const INNER_STREETS: readonly string[] = ['jiankang', 'heping', 'bailin', 'xuefu', 'yingbin']

/** Borders that follow neither road nor water: along the foot of the hills, and between two villages' fields. */
export const BORDER_COURSES: readonly (readonly Position[])[] = [
  wander(
    curve(
      60,
      [-300, 5250],
      [800, 5130],
      [1900, 5000],
      [2900, 4950],
      [3800, 5150],
      [4700, 4900],
      [5600, 5050],
      [6500, 4800],
      [7300, 4900],
    ),
    45 * METRE,
    230 * METRE,
    31,
  ),
  wander(curve(60, [2600, 2050], [2300, 1350], [2450, 700], [2250, -300]), 25 * METRE, 200 * METRE, 41),
]

/** The far bank of the reservoir, drawn across the brook twice. */
export const RESERVOIR_BANK = wander(
  curve(35, [5450, 6800], [5800, 6760], [6010, 6480], [5830, 6080], [5350, 5880]),
  22 * METRE,
  120 * METRE,
  51,
)
export const RESERVOIR: Position = [5800 * METRE, 6450 * METRE]

/** One point inside every piece that the lines above cut out, by the community to which the piece belongs. */
export const COMMUNITY_SEEDS: Readonly<Record<CommunityId, readonly Position[]>> = {
  gulou: metres([[2700, 3100]]),
  beiguan: metres([[4400, 3100]]),
  nanguan: metres([
    [2800, 2200],
    [4300, 2000],
  ]),
  zhaozhuang: metres([
    [2900, 4300],
    [4400, 4000],
  ]),
  xiyaotou: metres([[1000, 4500]]),
  hewan: metres([
    [700, 3200],
    [900, 1500],
  ]),
  liuzhuang: metres([
    [6300, 4000],
    [5400, 2950],
    [6300, 1800],
  ]),
  nanling: metres([
    [2900, 700],
    [4500, 900],
  ]),
  shimen: metres([
    [2900, 5700],
    [4600, 6000],
    [6300, 6000],
  ]),
  houzhai: metres([[800, 6200]]),
}

export interface Settlement {
  readonly at: Position
  readonly radius: number
  readonly kind: 'built_up' | 'rural_settlement'
  /** Area that cells have in the middle. */
  readonly cell: number
}

const settlement = (
  x: number,
  y: number,
  radius: number,
  cell = 15_000,
  kind: Settlement['kind'] = 'rural_settlement',
): Settlement => ({
  at: [x * METRE, y * METRE],
  radius: radius * METRE,
  kind,
  cell: cell * METRE * METRE,
})

export const SETTLEMENTS: readonly Settlement[] = [
  settlement(3540, 2800, 720, 13_500, 'built_up'),
  settlement(4250, 4230, 250, 20_000),
  settlement(930, 4350, 270, 20_000),
  settlement(1130, 2520, 260, 20_000),
  settlement(5820, 2420, 280, 20_000),
  settlement(6150, 4120, 170, 21_000),
  settlement(4050, 800, 260, 20_000),
  settlement(1250, 1130, 150, 21_000),
  settlement(3700, 5950, 230, 21_000),
  settlement(980, 6280, 200, 21_000),
]

/** North of this line the hills begin. */
export const HILL_FOOT = 4950 * METRE

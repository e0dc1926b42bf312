/** Where the rivers run and where two of them are dammed. */
import type { Position } from '../demo.ts'
import { smooth, wander } from '../geometry/curves.ts'
import { crossing, METRE, walk } from '../geometry/plane.ts'
import { curve, KM } from './board.ts'

export type RiverId = 'baijian' | 'yudai' | 'liuquan' | 'shimen' | 'heilong' | 'cuiyu' | 'yangcha' | 'ganquan'

/** Water winds in two measures: wide bends, and small ones in them. */
const course = (points: readonly Position[], bends: number, salt: number) =>
  wander(wander(curve(34, points), bends * 1.9 * METRE, 1250 * METRE, salt), 52 * METRE, 330 * METRE, salt + 5)

const MAIN_RIVERS = {
  baijian: course(
    [
      [5.6, 26.5],
      [6, 23.5],
      [5.6, 21],
      [5.9, 18.4],
      [6.8, 16],
      [7.2, 13.5],
      [7.4, 11.3],
      [8.6, 8.8],
      [10.2, 6.9],
      [13.2, 5],
      [16.4, 4.6],
      [19.3, 3.9],
      [22, 3.2],
      [26, 2.2],
    ],
    190,
    11,
  ),
  yudai: course(
    [
      [14.2, 26.5],
      [13.9, 23.6],
      [14.3, 21],
      [14.7, 18.6],
      [15.6, 15.8],
      [16.9, 13.4],
      [17.3, 10.8],
      [17, 8.6],
      [17.6, 6.2],
      [18.6, 3],
    ],
    170,
    23,
  ),
  liuquan: course(
    [
      [20.4, 26.5],
      [20.6, 23.4],
      [21.4, 20.2],
      [21.9, 17.6],
      [21.5, 14.6],
      [22.1, 11.8],
      [23, 9.6],
      [24, 8.2],
      [26.5, 7.4],
    ],
    150,
    37,
  ),
} as const

/** Brooks and a canal end where they meet the water that they run into. */
const joining = (line: readonly Position[], into: readonly Position[]): Position[] => {
  for (let i = 1; i < line.length; i++)
    for (let j = 1; j < into.length; j++) {
      const hit = crossing(line[i - 1]!, line[i]!, into[j - 1]!, into[j]!)
      if (!hit) continue
      // A little beyond, so that the end is sure to lie on the other bank.
      const end = walk([line[i - 1]!, line[i]!], 1).direction
      const at = into[j - 1]!
      const to = into[j]!
      const x = at[0] + (to[0] - at[0]) * hit.u
      const y = at[1] + (to[1] - at[1]) * hit.u
      return [...line.slice(0, i), [x + end[0] * 24 * METRE, y + end[1] * 24 * METRE]]
    }
  throw new Error('a brook without a mouth')
}

const brook = (points: readonly Position[], bends: number, salt: number, into: readonly Position[]) =>
  joining(course(points, bends, salt), into)

export const RIVER_COURSES: Readonly<Record<RiverId, readonly Position[]>> = {
  ...MAIN_RIVERS,
  yudai: joining(MAIN_RIVERS.yudai, MAIN_RIVERS.baijian),
  shimen: brook(
    [
      [2.4, 24.6],
      [2.9, 22],
      [3.6, 19.8],
      [4.6, 18.3],
      [7.5, 16.6],
    ],
    70,
    51,
    MAIN_RIVERS.baijian,
  ),
  heilong: brook(
    [
      [10.1, 25],
      [9.7, 22.6],
      [10.2, 20.4],
      [11, 18.2],
      [13, 16.4],
      [16.8, 14.2],
    ],
    90,
    61,
    MAIN_RIVERS.yudai,
  ),
  cuiyu: brook(
    [
      [17.9, 25],
      [18.2, 22.3],
      [18, 20.2],
      [18.9, 17.9],
      [20.6, 15.6],
      [22.6, 14.2],
    ],
    80,
    71,
    MAIN_RIVERS.liuquan,
  ),
  yangcha: brook(
    [
      [-1, 13.6],
      [1.6, 12.9],
      [4, 11.9],
      [6, 10.2],
      [9.2, 8.9],
    ],
    70,
    81,
    MAIN_RIVERS.baijian,
  ),
  ganquan: brook(
    [
      [-1, 8.2],
      [2.6, 7.6],
      [6, 7],
      [9.2, 6.2],
      [12.8, 5.6],
    ],
    60,
    91,
    MAIN_RIVERS.baijian,
  ),
}

/** Two reservoirs in the hills; the bank is a closed line around the river that they dam. */
export const RESERVOIRS = [
  { name: '白涧水库', name_en: 'Baijian Reservoir', river: 'baijian', north: 22.4, radius: 0.62, salt: 3 },
  { name: '玉带水库', name_en: 'Yudai Reservoir', river: 'yudai', north: 22.5, radius: 0.5, salt: 4 },
].map((reservoir) => {
  const off = (p: Position) => Math.abs(p[1] - reservoir.north * KM)
  const at = RIVER_COURSES[reservoir.river as RiverId].reduce((best, p) => (off(p) < off(best) ? p : best))
  return { ...reservoir, at, bank: bankAround(at, reservoir.radius * KM, reservoir.salt) }
})

function bankAround([x, y]: Position, radius: number, salt: number): Position[] {
  const corners = Array.from({ length: 14 }, (_, i): Position => {
    // From a little east of the river's entry, so that both halves run from crossing to crossing.
    const angle = 0.9 + (2 * Math.PI * i) / 14
    return [x + Math.cos(angle) * radius * 0.62, y + Math.sin(angle) * radius * 1.2]
  })
  return wander(smooth(corners, 45 * METRE, true), 60 * METRE, 240 * METRE, salt)
}

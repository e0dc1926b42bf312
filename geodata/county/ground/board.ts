/** The drawing board: the county's outline, and the foot of its hills. Kilometres from its south-west corner, east first. */
import type { Position } from '../demo.ts'
import { smooth, wander } from '../geometry/curves.ts'
import { METRE } from '../geometry/plane.ts'

/** South-west corner of the board on the plane, in millimetres: the county's middle is near 113.2° E 35.1° N. */
export const ORIGIN: Position = [414_600_000, 3_873_300_000]

export const KM = 1000 * METRE

/** A smooth line through points in kilometres, with a vertex about every `step` metres. */
export const curve = (step: number, points: readonly Position[], closed = false): Position[] =>
  smooth(
    points.map(([x, y]) => [x * KM, y * KM]),
    step * METRE,
    closed,
  )

export const OUTLINE: readonly Position[] = wander(
  curve(
    110,
    [
      [2.6, 2.6],
      [5.6, 1.1],
      [9.4, 1.7],
      [13.4, 0.3],
      [17.2, 1.2],
      [20.4, 0.5],
      [22.7, 1.5],
      [23.9, 4.6],
      [23.2, 7.6],
      [24.7, 10.9],
      [24.2, 13.6],
      [22.9, 15.7],
      [23.5, 18.6],
      [22.9, 21.2],
      [21.6, 23.6],
      [18.6, 24.9],
      [15.4, 23.6],
      [12, 25.5],
      [8.9, 25.1],
      [6.4, 24],
      [4.2, 23.4],
      [2.3, 21.6],
      [1.9, 18.6],
      [0.5, 16],
      [0.9, 12.6],
      [0.2, 9.9],
      [1.4, 6.9],
      [1.2, 4.4],
    ],
    true,
  ),
  130 * METRE,
  700 * METRE,
  1,
)

/** The hills begin north of this line. */
export const footOfHills = (x: number): number => (16.9 + 0.5 * Math.sin(x / KM / 2.1) + 0.25 * Math.sin(x / KM / 0.8)) * KM

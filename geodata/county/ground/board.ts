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
      [2.2, 1.9],
      [5.3, 0.5],
      [9.6, 0.9],
      [14.5, 0.1],
      [18.8, 1.1],
      [22.5, 0.6],
      [24.1, 3.4],
      [23.5, 7],
      [24.9, 10.7],
      [23.9, 15.1],
      [24.5, 18.1],
      [22.9, 21.3],
      [21.9, 24.3],
      [19, 25.1],
      [16, 24],
      [11.7, 25.6],
      [6.7, 24.6],
      [3.7, 25.1],
      [1.5, 22.4],
      [1.9, 19.1],
      [0.3, 15.4],
      [1.2, 11.7],
      [0.2, 7.7],
      [1.3, 4.3],
    ],
    true,
  ),
  130 * METRE,
  700 * METRE,
  1,
)

/** The hills begin north of this line. */
export const footOfHills = (x: number): number => (16.9 + 0.5 * Math.sin(x / KM / 2.1) + 0.25 * Math.sin(x / KM / 0.8)) * KM

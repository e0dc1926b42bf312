// Rivers and walks drawn in metres from a corner of the county.
import { fromGaussKruger } from '#geodata/crs/gauss_kruger.ts'
import type { Position } from '#geodata/network/index.ts'
import { type Fix, type PatrolLimits, type RiverLine, riverLineOf } from '#geodata/rivers/index.ts'
import { randomOf } from '../fabric/coverage.ts'

export type Point = readonly [x: number, y: number]

/** On the central meridian of the zone, where a metre of the plane is one of the ground to a tenth of a millimetre. */
export const at = ([x, y]: Point): Position => fromGaussKruger([500_000 + x, 3_880_000 + y], 114)

/** A corridor of 100 m, 20 km/h, three minutes. */
export const LIMITS: PatrolLimits = { corridor_m: 100, maximum_speed_m_s: 20 / 3.6, maximum_pause_s: 180 }

/** Along the river where that flows east, at a height on the drawing. */
export const level = (from: number, to: number, y: number): Point[] => [
  [from, y],
  [to, y],
]

const lengthOf = (points: readonly Point[]): number =>
  points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - points[i]![0], y - points[i]![1]), 0)

/** Chainage is the length in metres where nothing else is said. */
export function riverOf(points: readonly Point[], from_m = 0, to_m = from_m + lengthOf(points)): RiverLine {
  return riverLineOf({ parts: [points.map(at)], chainage_from_m: from_m, chainage_to_m: to_m })
}

/** 08:00 in China on the second day of March 2026. */
export const MORNING = Date.parse('2026-03-02T00:00:00Z')

export interface Going {
  /** Metres a second. */
  readonly speed?: number
  readonly every_s?: number
  readonly start?: number
  readonly accuracy_m?: number | null
  /** Positions are off by up to so much in each direction. */
  readonly noise_m?: number
  readonly seed?: number
}

/** Fixes along a way, in equal times, the last one at its end. */
export function walk(points: readonly Point[], going: Going = {}): Fix[] {
  const { speed = 1.25, every_s = 8, start = MORNING, accuracy_m = 5, noise_m = 0, seed = 1 } = going
  const random = randomOf(seed)
  const noise = () => noise_m * (2 * random() - 1)
  const length = lengthOf(points)
  const place = pointsAlong(points)
  const count = Math.ceil(length / (speed * every_s))
  return Array.from({ length: count + 1 }, (_, i) => {
    const along = Math.min(length, i * speed * every_s)
    const [x, y] = place(along)
    return fixAt([x + noise(), y + noise()], start + (along / speed) * 1000, accuracy_m)
  })
}

export function fixAt(point: Point, moment: number, accuracy_m: number | null = 5): Fix {
  const [longitude, latitude] = at(point)
  return { longitude, latitude, at: moment, accuracy_m }
}

/** The place so many metres along, asked in growing order. */
function pointsAlong(points: readonly Point[]): (along: number) => Point {
  let [i, passed] = [1, 0]
  return (along) => {
    for (; ; i++) {
      const [[x1, y1], [x2, y2]] = [points[i - 1]!, points[i]!]
      const length = Math.hypot(x2 - x1, y2 - y1)
      const share = length === 0 ? 1 : Math.min(1, (along - passed) / length)
      if (along - passed <= length || i === points.length - 1) return [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]
      passed += length
    }
  }
}

/** Another walk that begins so many seconds after the end of the first. */
export function followed(first: readonly Fix[], seconds: number, next: (start: number) => readonly Fix[]): Fix[] {
  return [...first, ...next(first.at(-1)!.at + seconds * 1000)]
}

/** A river that swings from side to side: so many vertices, 11 m apart on average, in loops 300 m wide whose necks are 100 m. */
export function meander(vertices: number, seed = 1): Point[] {
  const random = randomOf(seed)
  const jagged = () => 2 * (random() - 0.5)
  return Array.from({ length: vertices }, (_, i): Point => {
    const turn = (i * 2 * Math.PI) / 90
    return [i * 4 + 90 * Math.sin(2 * turn) + jagged(), 150 * Math.sin(turn) + jagged()]
  })
}

/** Stretches in whole metres: `0–480`. */
export const stretches = (list: readonly { from_m: number; to_m: number }[]): string[] =>
  list.map(({ from_m, to_m }) => `${Math.round(from_m)}–${Math.round(to_m)}`)

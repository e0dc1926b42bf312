/** Small geometry on the plane. Everything inside the generator is in millimetres from the south-west corner of the county. */
import type { Position } from '../demo.ts'

export const METRE = 1000

export const metres = (points: readonly Position[]): Position[] => points.map(([x, y]) => [x * METRE, y * METRE])
export const rounded = ([x, y]: Position): Position => [Math.round(x), Math.round(y)]
export const distance = (a: Position, b: Position): number => Math.sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2)
export const between = (a: Position, b: Position, t: number): Position => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
/** Moves by a distance to the left of the direction (negative: to the right). */
export const aside = (p: Position, [dx, dy]: Position, by: number): Position => [p[0] - dy * by, p[1] + dx * by]

export const lengthOf = (line: readonly Position[]): number => {
  let sum = 0
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1]!, line[i]!)
  return sum
}

/** Area of an open ring, positive when it runs anticlockwise. Taken from the first corner, so whole numbers stay exact. */
export function areaOf(ring: readonly Position[]): number {
  const [x0, y0] = ring[0]!
  let twice = 0
  for (let i = 1; i + 1 < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[i + 1]!]
    twice += (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0)
  }
  return twice / 2
}

export function centroidOf(ring: readonly Position[]): Position {
  const [x0, y0] = ring[0]!
  let [sum, sx, sy] = [0, 0, 0]
  for (let i = 1; i + 1 < ring.length; i++) {
    const [ax, ay] = [ring[i]![0] - x0, ring[i]![1] - y0]
    const [bx, by] = [ring[i + 1]![0] - x0, ring[i + 1]![1] - y0]
    const cross = ax * by - bx * ay
    sum += cross
    sx += (ax + bx) * cross
    sy += (ay + by) * cross
  }
  return [x0 + sx / sum / 3, y0 + sy / sum / 3]
}

export function isInside(ring: readonly Position[], [x, y]: Position): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i]!, ring[j]!]
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
  }
  return inside
}

export interface Crossing {
  /** Along the first segment, 0 to 1. */
  readonly t: number
  /** Along the second segment, 0 to 1. */
  readonly u: number
}

export function crossing(a: Position, b: Position, c: Position, d: Position): Crossing | null {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
  const turn = rx * sy - ry * sx
  if (turn === 0) return null
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / turn
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / turn
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? { t, u } : null
}

/** Where on the line the point falls: distance from the line's start, distance from the line, and on which side. */
export function locate(line: readonly Position[], p: Position): { along: number; away: number; left: boolean } {
  let best = { along: 0, away: Number.POSITIVE_INFINITY, left: false }
  let start = 0
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!]
    const length = distance(a, b)
    const t = Math.max(0, Math.min(1, ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / (length * length)))
    const away = distance(p, between(a, b, t))
    const left = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0
    if (away < best.away) best = { along: start + t * length, away, left }
    start += length
  }
  return best
}

/** The point at a distance from the line's start, and the direction the line has there. */
export function walk(line: readonly Position[], along: number): { point: Position; direction: Position } {
  let left = Math.max(0, along)
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!]
    const length = distance(a, b)
    if (left <= length || i === line.length - 1) {
      return { point: between(a, b, Math.min(1, left / length)), direction: [(b[0] - a[0]) / length, (b[1] - a[1]) / length] }
    }
    left -= length
  }
  return { point: line[0]!, direction: [1, 0] }
}

/** Curves through a few control points, and lines beside lines. */
import type { Position } from '../county/demo.ts'
import { between, distance, lengthOf, METRE, rounded, walk } from './plane.ts'
import { noise } from './random.ts'

/** A smooth line through all control points (centripetal Catmull-Rom), with a vertex about every `step` millimetres. */
export function smooth(controls: readonly Position[], step: number, closed = false): Position[] {
  const n = controls.length
  const at = (i: number): Position => {
    if (closed) return controls[(i + n) % n]!
    if (i < 0) return between(controls[1]!, controls[0]!, 2)
    return i < n ? controls[i]! : between(controls[n - 2]!, controls[n - 1]!, 2)
  }
  const line: Position[] = []
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    const t1 = Math.sqrt(distance(p0, p1))
    const t2 = t1 + Math.sqrt(distance(p1, p2))
    const t3 = t2 + Math.sqrt(distance(p2, p3))
    const pieces = Math.max(1, Math.round(distance(p1, p2) / step))
    for (let k = 0; k < pieces; k++) {
      const t = t1 + ((t2 - t1) * k) / pieces
      const a1 = between(p0, p1, t / t1)
      const a2 = between(p1, p2, (t - t1) / (t2 - t1))
      const a3 = between(p2, p3, (t - t2) / (t3 - t2))
      line.push(between(between(a1, a2, t / t2), between(a2, a3, (t - t1) / (t3 - t1)), (t - t1) / (t2 - t1)))
    }
  }
  return closed ? line : [...line, controls[n - 1]!]
}

/** Makes a line wander to both sides by up to `amplitude`, with bends `wavelength` apart, as water and old paths do. */
export function wander(line: readonly Position[], amplitude: number, wavelength: number, salt: number): Position[] {
  let along = 0
  return line.map((p, i) => {
    if (i > 0) along += distance(line[i - 1]!, p)
    const [a, b] = [line[Math.max(0, i - 1)]!, line[Math.min(line.length - 1, i + 1)]!]
    const length = distance(a, b)
    const by = amplitude * (noise(along / wavelength, salt) + 0.35 * noise(along / (wavelength * 0.37), salt + 1))
    return [p[0] - ((b[1] - a[1]) / length) * by, p[1] + ((b[0] - a[0]) / length) * by]
  })
}

/** The line moved to its left by `by` (negative: to its right), corners mitred so that every side keeps the distance. */
export function beside(line: readonly Position[], by: number | ((along: number) => number)): Position[] {
  let along = 0
  return line.map((p, i) => {
    if (i > 0) along += distance(line[i - 1]!, p)
    const normal = (a: Position, b: Position): Position => [(a[1] - b[1]) / distance(a, b), (b[0] - a[0]) / distance(a, b)]
    const before = i > 0 ? normal(line[i - 1]!, p) : normal(p, line[1]!)
    const after = i < line.length - 1 ? normal(p, line[i + 1]!) : before
    const [mx, my] = [before[0] + after[0], before[1] + after[1]]
    const width = typeof by === 'number' ? by : by(along)
    const scale = width / (1 + before[0] * after[0] + before[1] * after[1])
    return rounded([p[0] + mx * scale, p[1] + my * scale])
  })
}

/** The same course with vertices at equal distances: few enough that a line far beside it doesn't cross itself. */
export function resample(line: readonly Position[], step = 100 * METRE): Position[] {
  const length = lengthOf(line)
  const pieces = Math.max(1, Math.round(length / step))
  return Array.from({ length: pieces + 1 }, (_, i) => walk(line, (length * i) / pieces).point)
}

/** Cuts large faces into smaller ones, as fields were divided and as blocks were built: across, at a right angle to a side. */
import type { Position } from '../demo.ts'
import { areaOf, aside, between, centroidOf, crossing, distance, isInside, locate, METRE, rounded } from './plane.ts'
import { noise, type Random } from './random.ts'
import type { Face, Subdivision } from './subdivision.ts'

export interface CarveOptions {
  /** The area at which cutting ends, in square millimetres, for a face with this middle. */
  readonly target: (middle: Position, ring: readonly Position[]) => number
  /** How far a cut may bend from the straight line, as a share of its length. */
  readonly bend: (at: Position) => number
  /** What a cut is called, or nothing where it is no lane. */
  readonly label: (at: Position, area: number) => string | undefined
  /** Taken off the score of a cut (0 to about 2) that runs where none should. */
  readonly fault?: (way: readonly Position[]) => number
  readonly random: Random
}

interface Proposal {
  readonly ends: readonly [End, End]
  readonly inner: readonly Position[]
  readonly score: number
}
interface End {
  readonly side: number
  readonly at: Position
}

const SNAP = 18 * METRE
/** Longer than any face. */
const FAR = 60_000 * METRE

export function carve(land: Subdivision, face: Face, options: CarveOptions): void {
  const ring = land.ringOf(face)
  const middle = centroidOf(ring)
  // A little under the target still is cut now and then: equal sizes would look drawn up by a machine.
  const area = areaOf(ring)
  if (area < options.target(middle, ring) * options.random.between(1.25, 2.1)) return
  const proposal = propose(ring, middle, options)
  if (!proposal) return
  const label = options.label(middle, area)
  const corners = proposal.ends.map(({ side, at }) => ({ a: face.ring[side]!, b: face.ring[(side + 1) % face.ring.length]!, at }))
  const [from, to] = corners.map(({ a, b, at }) => land.divide(a, b, at, 1))
  for (const half of land.split(face, from!, proposal.inner, to!, label)) carve(land, half, options)
}

function propose(ring: readonly Position[], middle: Position, options: CarveOptions): Proposal | undefined {
  const { random } = options
  const axis = longestSide(ring)
  let best: Proposal | undefined
  for (let attempt = 0; attempt < 14; attempt++) {
    const turn = (attempt % 2) * (Math.PI / 2) + random.between(-0.12, 0.12) * (1 + attempt / 7)
    const reach = Math.sqrt(areaOf(ring)) * 0.22
    const through: Position = [middle[0] + random.between(-reach, reach), middle[1] + random.between(-reach, reach)]
    const proposal = isInside(ring, through) ? across(ring, through, axis + turn, best?.score ?? 0.2, options) : undefined
    if (proposal) best = proposal
  }
  return best
}

/** The direction of the longest stretch of border that runs nearly straight. */
function longestSide(ring: readonly Position[]): number {
  const votes = new Array<number>(36).fill(0)
  ring.forEach((p, i) => {
    const q = ring[(i + 1) % ring.length]!
    const angle = Math.atan2(q[1] - p[1], q[0] - p[0])
    const bin = Math.round(((angle + 2 * Math.PI) / (Math.PI / 2)) * 36) % 36
    for (let d = -2; d <= 2; d++) votes[(bin + d + 36) % 36]! += distance(p, q) * (3 - Math.abs(d))
  })
  return (votes.indexOf(Math.max(...votes)) / 36) * (Math.PI / 2)
}

/** A cut through a point at an angle, if it is better than what was found so far. */
function across(
  ring: readonly Position[],
  through: Position,
  angle: number,
  toBeat: number,
  options: CarveOptions,
): Proposal | undefined {
  const direction: Position = [Math.cos(angle), Math.sin(angle)]
  const [p, q] = [nearestSide(ring, through, direction, -1), nearestSide(ring, through, direction, 1)]
  if (!p || !q || p.side === q.side) return undefined
  const length = distance(p.at, q.at)
  if (length < 2 * SNAP) return undefined
  const inner = bent(p.at, q.at, length * options.bend(through), options.random.integer(0, 1e6))
  const [i, j] = p.side < q.side ? [p, q] : [q, p]
  const way = p.side < q.side ? inner : inner.toReversed()
  const first = [i.at, ...ring.slice(i.side + 1, j.side + 1), j.at, ...way.toReversed()]
  const second = [j.at, ...ring.slice(j.side + 1), ...ring.slice(0, i.side + 1), i.at, ...way]
  const [a, b] = [areaOf(first), areaOf(second)]
  if (a <= 0 || b <= 0) return undefined
  const balance = Math.min(a, b) / (a + b)
  if (balance < 0.28) return undefined
  const cut = [p.at, ...inner, q.at]
  const score = balance * 0.8 + Math.min(roundness(first), roundness(second)) - (options.fault?.(cut) ?? 0)
  if (score <= toBeat || touches(ring, cut, [p.side, q.side])) return undefined
  return { ends: [p, q], inner, score }
}

/** 1 for a circle, 0.785 for a square, near 0 for a strip. */
function roundness(ring: readonly Position[]): number {
  const around = ring.reduce((sum, p, i) => sum + distance(p, ring[(i + 1) % ring.length]!), 0)
  return (4 * Math.PI * areaOf(ring)) / around ** 2
}

function nearestSide(ring: readonly Position[], from: Position, [dx, dy]: Position, sign: number): End | undefined {
  const far: Position = [from[0] + dx * sign * FAR, from[1] + dy * sign * FAR]
  let best: (End & { t: number }) | undefined
  ring.forEach((p, side) => {
    const q = ring[(side + 1) % ring.length]!
    const hit = crossing(from, far, p, q)
    if (!hit || (best && hit.t > best.t)) return
    const at = rounded(between(p, q, hit.u))
    const near = distance(at, p) < distance(at, q) ? p : q
    best = { side, at: distance(at, near) < SNAP ? near : at, t: hit.t }
  })
  return best
}

function bent(p: Position, q: Position, amplitude: number, salt: number): Position[] {
  const length = distance(p, q)
  const pieces = amplitude > METRE ? Math.max(2, Math.round(length / (65 * METRE))) : 1
  const direction: Position = [(q[0] - p[0]) / length, (q[1] - p[1]) / length]
  // Wide bends are long bends: no road runs to and fro.
  const bends = Math.max(1.5, length / Math.max(220 * METRE, amplitude * 3.2))
  return Array.from({ length: pieces - 1 }, (_, k) => {
    const t = (k + 1) / pieces
    const by = amplitude * Math.sin(Math.PI * t) ** 0.5 * noise(t * bends, salt)
    return rounded(aside(between(p, q, t), direction, by))
  })
}

/** Whether the way comes to another side of the ring, or so near to it that a crumb would be left between. */
function touches(ring: readonly Position[], way: readonly Position[], ends: readonly number[]): boolean {
  const [start, end] = [way[0]!, way.at(-1)!]
  const [west, east, south, north] = boxOf(way, SNAP)
  for (let side = 0; side < ring.length; side++) {
    const [p, q] = [ring[side]!, ring[side + 1 === ring.length ? 0 : side + 1]!]
    if ((p[0] < west && q[0] < west) || (p[0] > east && q[0] > east)) continue
    if ((p[1] < south && q[1] < south) || (p[1] > north && q[1] > north)) continue
    for (let i = 1; i < way.length; i++) {
      const hit = crossing(way[i - 1]!, way[i]!, p, q)
      if (!hit) continue
      const at = between(way[i - 1]!, way[i]!, hit.t)
      const own = ends.includes(side) || distance(at, start) < 2 || distance(at, end) < 2
      if (!own || (distance(at, start) > SNAP && distance(at, end) > SNAP)) return true
    }
    const nearEnd = distance(p, start) < 2 * SNAP || distance(p, end) < 2 * SNAP
    if (!nearEnd && locate(way, p).away < SNAP / 2) return true
  }
  return false
}

function boxOf(line: readonly Position[], margin: number): [west: number, east: number, south: number, north: number] {
  const box: [number, number, number, number] = [line[0]![0], line[0]![0], line[0]![1], line[0]![1]]
  for (const [x, y] of line) {
    if (x < box[0]) box[0] = x
    if (x > box[1]) box[1] = x
    if (y < box[2]) box[2] = y
    if (y > box[3]) box[3] = y
  }
  return [box[0] - margin, box[1] + margin, box[2] - margin, box[3] + margin]
}

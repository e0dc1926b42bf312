/** Cuts large faces into smaller ones, as fields were divided and as blocks were built: across, at a right angle to a side. */
import type { Position } from '../county/demo.ts'
import {
  areaOf,
  aside,
  between,
  centroidOf,
  crossing,
  distance,
  isInside,
  locate,
  METRE,
  rounded,
} from '../county/geometry/plane.ts'
import { noise, type Random } from '../county/geometry/random.ts'
import type { Face, Subdivision } from '../county/geometry/subdivision.ts'

export interface CarveOptions {
  /** The area at which cutting ends, in square millimetres, for a face with this middle. */
  readonly target: (middle: Position, ring: readonly Position[]) => number
  /** How far a cut may bend from the straight line, as a share of its length. */
  readonly bend: (at: Position) => number
  /** What a cut is called, or nothing where it is no lane. */
  readonly label: (at: Position, face: Face) => string | undefined
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

export function carve(land: Subdivision, face: Face, options: CarveOptions): void {
  const ring = land.ringOf(face)
  const middle = centroidOf(ring)
  // A little under the target still is cut now and then: equal sizes would look drawn up by a machine.
  if (areaOf(ring) < options.target(middle, ring) * options.random.between(1.25, 2.1)) return
  const proposal = propose(ring, middle, options)
  if (!proposal) return
  const label = options.label(middle, face)
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
    const proposal = isInside(ring, through) ? across(ring, through, axis + turn, options) : undefined
    if (proposal && proposal.score > (best?.score ?? 0.2)) best = proposal
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

function across(ring: readonly Position[], through: Position, angle: number, options: CarveOptions): Proposal | undefined {
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
  if (touches(ring, [p.at, ...inner, q.at], [p.side, q.side])) return undefined
  const [a, b] = [areaOf(first), areaOf(second)]
  if (a <= 0 || b <= 0) return undefined
  const balance = Math.min(a, b) / (a + b)
  if (balance < 0.28) return undefined
  return { ends: [p, q], inner, score: balance * 0.8 + Math.min(roundness(first), roundness(second)) }
}

/** 1 for a circle, 0.785 for a square, near 0 for a strip. */
function roundness(ring: readonly Position[]): number {
  const around = ring.reduce((sum, p, i) => sum + distance(p, ring[(i + 1) % ring.length]!), 0)
  return (4 * Math.PI * areaOf(ring)) / around ** 2
}

function nearestSide(ring: readonly Position[], from: Position, [dx, dy]: Position, sign: number): End | undefined {
  const far: Position = [from[0] + dx * sign * 2e7, from[1] + dy * sign * 2e7]
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
  return Array.from({ length: pieces - 1 }, (_, k) => {
    const t = (k + 1) / pieces
    const by = amplitude * Math.sin(Math.PI * t) ** 0.5 * noise(t * Math.max(1.5, length / (220 * METRE)), salt)
    return rounded(aside(between(p, q, t), direction, by))
  })
}

/** Whether the way comes to another side of the ring, or so near to it that a crumb would be left between. */
function touches(ring: readonly Position[], way: readonly Position[], ends: readonly number[]): boolean {
  const [start, end] = [way[0]!, way.at(-1)!]
  for (let side = 0; side < ring.length; side++) {
    const [p, q] = [ring[side]!, ring[(side + 1) % ring.length]!]
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

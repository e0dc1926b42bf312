/**
 * A plane cut into faces that share vertices: cutting is the only operation, and a new vertex on a border goes into both
 * neighbours in the same step. So no gap, overlap or one-sided vertex can come into being, whatever is drawn.
 */
import type { Position } from '../county/demo.ts'
import { areaOf, between, crossing, distance, isInside, METRE, rounded } from '../county/geometry/plane.ts'

export interface Face {
  readonly id: number
  /** Vertex numbers, anticlockwise, the first not repeated. */
  ring: number[]
  /** Handed down to both halves when the face is cut. */
  tag: string
}

export interface CutOptions {
  /** Written on the new borders: the road or river that they are. */
  readonly label?: string
  /** Ends nearer than this to an existing vertex use that vertex; keeps crumbs away. */
  readonly snap?: number
  /** Only these faces are cut. */
  readonly allow?: (face: Face) => boolean
}

const SIZE = 2 ** 24

export class Subdivision {
  readonly points: Position[] = []
  readonly faces = new Map<number, Face>()
  private readonly sides = new Map<number, number>()
  private readonly labels = new Map<number, string>()
  private nextFace = 0

  constructor(outline: readonly Position[]) {
    const ring = outline.map((p) => this.point(p))
    this.addFace(areaOf(outline) > 0 ? ring : ring.reverse(), '')
  }

  ringOf(face: Face): Position[] {
    return face.ring.map((v) => this.points[v]!)
  }

  /** The face to the left of the border from a to b. */
  left(a: number, b: number): Face | undefined {
    return this.faces.get(this.sides.get(a * SIZE + b) ?? -1)
  }

  labelOf(a: number, b: number): string | undefined {
    return this.labels.get(Math.min(a, b) * SIZE + Math.max(a, b))
  }

  /** Every border once, as pairs of vertex numbers. */
  *borders(): Generator<readonly [number, number]> {
    for (const key of this.sides.keys()) {
      const [a, b] = [Math.floor(key / SIZE), key % SIZE]
      if (a < b || !this.sides.has(b * SIZE + a)) yield [a, b]
    }
  }

  /** Puts a vertex on the border between a and b, for both neighbours; near an end, that end is taken instead. */
  divide(a: number, b: number, at: Position, snap: number): number {
    const near = distance(this.points[a]!, at) < distance(this.points[b]!, at) ? a : b
    if (distance(this.points[near]!, at) < snap) return near
    const v = this.point(at)
    const label = this.labelOf(a, b)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const face = this.left(from, to)
      if (!face) continue
      this.sides.delete(from * SIZE + to)
      face.ring.splice(face.ring.indexOf(from) + 1, 0, v)
      this.sides.set(from * SIZE + v, face.id).set(v * SIZE + to, face.id)
    }
    if (label) {
      this.write(a, v, label)
      this.write(v, b, label)
    }
    return v
  }

  /** Cuts one face along a way from one of its vertices to another. */
  split(face: Face, from: number, inner: readonly Position[], to: number, label?: string): readonly [Face, Face] {
    const path = [from, ...inner.map((p) => this.point(p)), to]
    const [i, j] = [face.ring.indexOf(from), face.ring.indexOf(to)]
    const turned = [...face.ring.slice(i), ...face.ring.slice(0, i)]
    const middle = (j - i + turned.length) % turned.length
    this.faces.delete(face.id)
    const right = this.addFace([...turned.slice(0, middle), ...path.slice(1).reverse()], face.tag)
    const left = this.addFace([...path.slice(0, -1), ...turned.slice(middle)], face.tag)
    if (label) for (let k = 1; k < path.length; k++) this.write(path[k - 1]!, path[k]!, label)
    return [right, left]
  }

  /** Cuts along a line from border to border through as many faces as it crosses. Ends that hang free are left away. */
  cut(line: readonly Position[], { label, snap = 10 * METRE, allow = () => true }: CutOptions = {}): void {
    const hits: { s: number; a: number; b: number; u: number; at: Position }[] = []
    const open = new Set([...this.faces.values()].filter(allow))
    const [west, east] = [Math.min(...line.map(([x]) => x)), Math.max(...line.map(([x]) => x))]
    const [south, north] = [Math.min(...line.map(([, y]) => y)), Math.max(...line.map(([, y]) => y))]
    for (const [a, b] of this.borders()) {
      const [p, q] = [this.points[a]!, this.points[b]!]
      if (
        Math.max(p[0], q[0]) < west ||
        Math.min(p[0], q[0]) > east ||
        Math.max(p[1], q[1]) < south ||
        Math.min(p[1], q[1]) > north
      )
        continue
      if (!open.has(this.left(a, b)!) && !open.has(this.left(b, a)!)) continue
      for (let i = 1; i < line.length; i++) {
        const [c, d] = [line[i - 1]!, line[i]!]
        if (Math.max(p[0], q[0]) < Math.min(c[0], d[0]) || Math.min(p[0], q[0]) > Math.max(c[0], d[0])) continue
        const hit = crossing(c, d, p, q)
        if (hit) hits.push({ s: i - 1 + hit.t, a, b, u: hit.u, at: rounded(between(p, q, hit.u)) })
      }
    }
    const stops: { s: number; v: number }[] = []
    // A border crossed twice is divided from its far end on, so that its first half keeps its two vertices.
    const divided = new Map(
      hits
        .toSorted((x, y) => x.a - y.a || x.b - y.b || y.u - x.u)
        .reduce<[(typeof hits)[number], number][]>((done, hit) => {
          const last = done.at(-1)
          const end = last && last[0].a === hit.a && last[0].b === hit.b ? last[1] : hit.b
          done.push([hit, end === hit.a ? hit.a : this.divide(hit.a, end, hit.at, snap)])
          return done
        }, []),
    )
    for (const hit of hits.toSorted((x, y) => x.s - y.s)) {
      const v = divided.get(hit)!
      if (stops.at(-1)?.v === v) stops.pop()
      stops.push({ s: hit.s, v })
    }
    for (let k = 1; k < stops.length; k++) {
      const [from, to] = [stops[k - 1]!, stops[k]!]
      const far = (p: Position) => Math.min(distance(p, this.points[from.v]!), distance(p, this.points[to.v]!)) > snap
      const inner = line.filter((p, i) => i > from.s && i < to.s && far(p)).map(rounded)
      const path = [this.points[from.v]!, ...inner, this.points[to.v]!]
      const half = Math.floor((path.length - 1) / 2)
      const middle = between(path[half]!, path[half + 1]!, 0.5)
      const face = [...this.faces.values()].find(
        (f) => f.ring.includes(from.v) && f.ring.includes(to.v) && isInside(this.ringOf(f), middle),
      )
      if (face && allow(face)) this.split(face, from.v, inner, to.v, label)
    }
  }

  private point(at: Position): number {
    return this.points.push(rounded(at)) - 1
  }

  private write(a: number, b: number, label: string): void {
    this.labels.set(Math.min(a, b) * SIZE + Math.max(a, b), label)
  }

  private addFace(ring: number[], tag: string): Face {
    const face = { id: this.nextFace++, ring, tag }
    this.faces.set(face.id, face)
    for (let i = 0; i < ring.length; i++) this.sides.set(ring[i]! * SIZE + ring[(i + 1) % ring.length]!, face.id)
    return face
  }
}

/**
 * A plane cut into faces that share vertices: cutting is the only operation, and a new vertex on a border goes into both
 * neighbours in the same step. So no gap, overlap or one-sided vertex can come into being, whatever is drawn.
 */
import type { Position } from '../demo.ts'
import { areaOf, between, crossing, distance, isInside, METRE, rounded } from './plane.ts'

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

interface Crossed {
  /** Along the line, in segments from its start. */
  readonly s: number
  readonly a: number
  readonly b: number
  /** Along the border from a to b, 0 to 1. */
  readonly u: number
  readonly at: Position
}

const PLACE = 300 * METRE

/** For a border, the segments of the line that lie in the same places; spares looking at every one of them. */
function segmentsByPlace(line: readonly Position[]): (p: Position, q: Position) => readonly number[] {
  const places = new Map<number, number[]>()
  const keys = (p: Position, q: Position): number[] => {
    const keys: number[] = []
    const [west, east] = [Math.floor(Math.min(p[0], q[0]) / PLACE), Math.floor(Math.max(p[0], q[0]) / PLACE)]
    const [south, north] = [Math.floor(Math.min(p[1], q[1]) / PLACE), Math.floor(Math.max(p[1], q[1]) / PLACE)]
    for (let x = west; x <= east; x++) for (let y = south; y <= north; y++) keys.push((x + 4096) * 8192 + y + 4096)
    return keys
  }
  for (let i = 0; i + 1 < line.length; i++)
    for (const key of keys(line[i]!, line[i + 1]!)) {
      const held = places.get(key)
      if (held) held.push(i)
      else places.set(key, [i])
    }
  return (p, q) => {
    const found = keys(p, q).flatMap((key) => places.get(key) ?? [])
    return found.length > 1 ? [...new Set(found)] : found
  }
}

export class Subdivision {
  readonly points: Position[] = []
  readonly faces = new Map<number, Face>()
  private readonly sides = new Map<number, number>()
  private readonly labels = new Map<number, string>()
  /** By vertex, the numbers of the faces that have it. */
  private readonly around: Set<number>[] = []
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
      this.around[v]!.add(face.id)
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
    for (const v of face.ring) this.around[v]!.delete(face.id)
    const right = this.addFace([...turned.slice(0, middle), ...path.slice(1).reverse()], face.tag)
    const left = this.addFace([...path.slice(0, -1), ...turned.slice(middle)], face.tag)
    if (label) for (let k = 1; k < path.length; k++) this.write(path[k - 1]!, path[k]!, label)
    return [right, left]
  }

  /** Cuts along a line from border to border through as many faces as it crosses. Ends that hang free are left away. */
  cut(line: readonly Position[], { label, snap = 10 * METRE, allow = () => true }: CutOptions = {}): void {
    const stops = this.stopsAlong(this.crossings(line, allow), snap)
    for (let k = 1; k < stops.length; k++) {
      const [from, to] = [stops[k - 1]!, stops[k]!]
      const far = (p: Position) => Math.min(distance(p, this.points[from.v]!), distance(p, this.points[to.v]!)) > snap
      const inner = line.filter((p, i) => i > from.s && i < to.s && far(p)).map(rounded)
      if (inner.length === 0 && this.isBorder(from.v, to.v)) {
        if (label && !this.labelOf(from.v, to.v)) this.write(from.v, to.v, label)
        continue
      }
      const path = [this.points[from.v]!, ...inner, this.points[to.v]!]
      const half = Math.floor((path.length - 1) / 2)
      const middle = between(path[half]!, path[half + 1]!, 0.5)
      const face = this.facesAt(from.v).find((each) => this.around[to.v]!.has(each.id) && isInside(this.ringOf(each), middle))
      if (face && allow(face)) this.split(face, from.v, inner, to.v, label)
    }
  }

  facesAt(vertex: number): Face[] {
    return [...this.around[vertex]!].map((id) => this.faces.get(id)!)
  }

  /** Where the line meets a border of a face that may be cut. */
  private crossings(line: readonly Position[], allow: (face: Face) => boolean): Crossed[] {
    const near = segmentsByPlace(line)
    const open = new Map<Face | undefined, boolean>([[undefined, false]])
    const may = (face: Face | undefined) => {
      if (!open.has(face)) open.set(face, allow(face!))
      return open.get(face)!
    }
    const found: Crossed[] = []
    for (const [a, b] of this.borders()) {
      const [p, q] = [this.points[a]!, this.points[b]!]
      const candidates = near(p, q)
      if (candidates.length === 0 || (!may(this.left(a, b)) && !may(this.left(b, a)))) continue
      for (const i of candidates) {
        const hit = crossing(line[i]!, line[i + 1]!, p, q)
        if (hit) found.push({ s: i + hit.t, a, b, u: hit.u, at: rounded(between(p, q, hit.u)) })
      }
    }
    return found
  }

  /** Puts vertices where the line crosses, in the order in which it comes to them. */
  private stopsAlong(hits: readonly Crossed[], snap: number): { s: number; v: number }[] {
    // A border crossed twice is divided from its far end on, so that its first half keeps its two vertices.
    const divided = new Map<Crossed, number>()
    let last: { hit: Crossed; v: number } | undefined
    for (const hit of hits.toSorted((x, y) => x.a - y.a || x.b - y.b || y.u - x.u)) {
      const end = last && last.hit.a === hit.a && last.hit.b === hit.b ? last.v : hit.b
      const v: number = end === hit.a ? hit.a : this.divide(hit.a, end, hit.at, snap)
      divided.set(hit, v)
      last = { hit, v }
    }
    const stops: { s: number; v: number }[] = []
    for (const hit of hits.toSorted((x, y) => x.s - y.s)) {
      const v = divided.get(hit)!
      if (stops.at(-1)?.v === v) stops.pop()
      stops.push({ s: hit.s, v })
    }
    return stops
  }

  private isBorder(a: number, b: number): boolean {
    return this.sides.has(a * SIZE + b) || this.sides.has(b * SIZE + a)
  }

  private point(at: Position): number {
    this.around.push(new Set())
    return this.points.push(rounded(at)) - 1
  }

  private write(a: number, b: number, label: string): void {
    this.labels.set(Math.min(a, b) * SIZE + Math.max(a, b), label)
  }

  private addFace(ring: number[], tag: string): Face {
    const face = { id: this.nextFace++, ring, tag }
    this.faces.set(face.id, face)
    for (let i = 0; i < ring.length; i++) {
      this.sides.set(ring[i]! * SIZE + ring[(i + 1) % ring.length]!, face.id)
      this.around[ring[i]!]!.add(face.id)
    }
    return face
  }
}

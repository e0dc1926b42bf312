// Cuts faces along a stroke and says which pieces came of which face. Nothing is decided about the pieces here.
import { type Fabric, facesIn } from './fabric.ts'
import { edgeKeysOf, edgesOf, type Face, faceBox } from './face.ts'
import { insert } from './insert.ts'
import { rightOf } from './neighbours.ts'
import { boxesMeet, boxOf, type Position, positionKey, type Ring, segmentKey, widened } from './plane/position.ts'
import { canonicalRings, doubledMidpoint, polygonEncloses } from './plane/ring.ts'
import { polygonsOfRings, type Segment, traceRings } from './plane/trace.ts'
import { refuse } from './refusal.ts'
import type { Border, Stroke } from './stroke.ts'

export interface Line extends Segment {
  /** The face that it cuts; null where it runs along a border or outside the faces that may be cut. */
  readonly face: Face | null
  readonly along: Border | null
}

export interface Cut {
  readonly lines: readonly Line[]
  /** Polygons of each face that was cut, with vertices where the stroke ends on their border. */
  readonly pieces: ReadonlyMap<Face, readonly (readonly Ring[])[]>
  /** Faces that were not cut and only gained vertices on their border. */
  readonly noded: readonly Face[]
}

/** The borders of the faces near the box, each once. */
export function bordersOf(
  fabric: Fabric,
  faces: readonly Face[],
  box = boxOf(faces.flatMap(({ rings }) => rings[0]!)),
): Border[] {
  const borders = new Map<string, Border>()
  for (const face of faces) {
    if (!boxesMeet(faceBox(face), box)) continue
    const right = rightOf(fabric, face)
    for (const { from, to, key } of edgesOf(face)) {
      if (!boxesMeet(boxOf([from, to]), box)) continue
      const other = right.get(key)
      borders.set(segmentKey(from, to), { a: from, b: to, fixed: !other || other.community !== face.community })
    }
  }
  return [...borders.values()]
}

function linesOf(stroke: Stroke, pieces: Map<string, Border>, faces: readonly Face[]): Line[] {
  return stroke.slice(1).map((to, index) => {
    const from = stroke[index]!
    const along = pieces.get(segmentKey(from, to)) ?? null
    const place = doubledMidpoint(from, to)
    const box = boxOf([from, to])
    const inside = (face: Face) => boxesMeet(faceBox(face), box) && polygonEncloses(face.rings, place)
    return { from, to, along, face: along ? null : (faces.find(inside) ?? null) }
  })
}

function splitBorders(borders: readonly Border[], added: ReadonlyMap<Border, readonly Position[]>): Map<string, Border> {
  const pieces = new Map<string, Border>()
  for (const border of borders) {
    const chain = [border.a, ...(added.get(border) ?? []), border.b]
    for (let index = 1; index < chain.length; index++) pieces.set(segmentKey(chain[index - 1]!, chain[index]!), border)
  }
  return pieces
}

/** The ring with the vertices that its segments gained. */
function nodedRing(ring: Ring, gained: ReadonlyMap<string, Chain>): Ring {
  return ring.flatMap((from, index) => {
    const chain = gained.get(segmentKey(from, ring[(index + 1) % ring.length]!))
    if (!chain) return [from]
    return [from, ...(positionKey(chain.a) === positionKey(from) ? chain.places : chain.places.toReversed())]
  })
}

interface Chain {
  a: Position
  b: Position
  places: readonly Position[]
}

function gainedVertices(added: ReadonlyMap<Border, readonly Position[]>, wanted: ReadonlySet<string>): Map<string, Chain> {
  const gained = new Map<string, Chain>()
  for (const [{ a, b }, all] of added) {
    const places = all.filter((place) => wanted.has(positionKey(place)))
    if (places.length > 0) gained.set(segmentKey(a, b), { a, b, places })
  }
  return gained
}

function pieces(rings: readonly Ring[], lines: readonly Line[]): (readonly Ring[])[] {
  const edges = rings.flatMap((ring) => ring.map((from, index): Segment => ({ from, to: ring[(index + 1) % ring.length]! })))
  const degree = new Map<string, number>()
  for (const { from, to } of [...edges, ...lines])
    for (const end of [from, to]) degree.set(positionKey(end), (degree.get(positionKey(end)) ?? 0) + 1)
  for (const { from, to } of lines)
    for (const end of [from, to]) if (degree.get(positionKey(end)) === 1) refuse('misses_border', { at: end })
  const traced = traceRings([...edges, ...lines, ...lines.map(({ from, to }) => ({ from: to, to: from }))])
  return polygonsOfRings(traced ?? refuse('too_close', { at: lines[0]!.from }))
}

function facesGaining(fabric: Fabric, gained: ReadonlyMap<string, Chain>): Face[] {
  const found = new Map<string, Face>()
  for (const { a, b } of gained.values()) {
    const keys = [`${positionKey(a)}>${positionKey(b)}`, `${positionKey(b)}>${positionKey(a)}`]
    for (const face of facesIn(fabric, boxOf([a, b]))) if (keys.some((key) => edgeKeysOf(face).has(key))) found.set(face.id, face)
  }
  return [...found.values()]
}

interface Crossing {
  readonly lines: readonly Line[]
  /** The vertices that borders gain by it. */
  readonly added: ReadonlyMap<Border, readonly Position[]>
}

/** The stroke in pieces, each in one of the faces, along a border, or outside of them. */
export function across(fabric: Fabric, faces: readonly Face[], stroke: Stroke): Crossing {
  const box = widened(boxOf(stroke), 2)
  const near = faces.filter((face) => boxesMeet(faceBox(face), box))
  const borders = bordersOf(fabric, near, box)
  const { stroke: noded, added } = insert(stroke, borders, fabric.limits.most_points)
  return { lines: linesOf(noded, splitBorders(borders, added), near), added }
}

/** Cuts those of the faces that the stroke crosses. Its parts outside of them change nothing; the caller sees them in `lines`. */
export function cut(fabric: Fabric, faces: readonly Face[], stroke: Stroke): Cut {
  const { lines, added } = across(fabric, faces, stroke)
  const cutting = lines.filter(({ face }) => face)
  const wanted = new Set(
    [...cutting, ...lines.filter(({ along }) => along)].flatMap(({ from, to }) => [positionKey(from), positionKey(to)]),
  )
  const gained = gainedVertices(added, wanted)
  const result = new Map<Face, readonly (readonly Ring[])[]>()
  for (const face of new Set(cutting.map((line) => line.face!))) {
    const own = cutting.filter((line) => line.face === face)
    result.set(
      face,
      pieces(
        face.rings.map((ring) => nodedRing(ring, gained)),
        own,
      ),
    )
  }
  const others = facesGaining(fabric, gained).filter((face) => !result.has(face))
  return { lines, pieces: result, noded: others.map((face) => nodedFace(face, gained)) }
}

function nodedFace(face: Face, gained: ReadonlyMap<string, Chain>): Face {
  const [outer, ...holes] = face.rings.map((ring) => nodedRing(ring, gained))
  return { ...face, rings: canonicalRings(outer!, holes) }
}

/** An id for a piece of a cell: the cell's own with the first number that is free. So it depends on that cell's history alone. */
export function pieceId(fabric: Fabric, of: string, taken: ReadonlySet<string>): string {
  const root = of.replace(/\.\d+$/, '')
  for (let number = 1; ; number++) {
    const id = `${root}.${number}`
    if (!fabric.faces.has(id) && !fabric.grids.has(id) && !taken.has(id)) return id
  }
}

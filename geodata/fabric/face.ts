import { doubleArea, perimeter } from './plane/measure.ts'
import { type Box, boxOf, type Position, positionKey, type Ring } from './plane/position.ts'

/** A cell: the smallest piece of land that is assigned as a whole. Outer ring first; see `canonicalRings` for their order. */
export interface Face {
  readonly id: string
  readonly rings: readonly Ring[]
  /** The administrative unit whose borders no edit moves; null where there is none. */
  readonly community: string | null
  /** The grid of the lowest level by scheme. */
  readonly grids: Readonly<Record<string, string>>
}

/** One side of a border: the face lies on the left. `twin` is the key of the other side. */
export interface Edge {
  readonly from: Position
  readonly to: Position
  readonly key: string
  readonly twin: string
}

interface Derived {
  box: Box
  edges?: readonly Edge[]
  keys?: ReadonlySet<string>
  doubled?: bigint
}

// Faces are immutable and most survive an edit, so what is derived from one is worth keeping as long as the face.
const derived = new WeakMap<Face, Derived>()

function derivedOf(face: Face): Derived {
  let known = derived.get(face)
  if (!known) {
    known = { box: boxOf(face.rings[0]!) }
    derived.set(face, known)
  }
  return known
}

export function faceBox(face: Face): Box {
  return derivedOf(face).box
}

function ringEdges(ring: Ring): Edge[] {
  const keys = ring.map(positionKey)
  return ring.map((from, index) => {
    const next = (index + 1) % ring.length
    return { from, to: ring[next]!, key: `${keys[index]}>${keys[next]}`, twin: `${keys[next]}>${keys[index]}` }
  })
}

export function edgesOf(face: Face): readonly Edge[] {
  const known = derivedOf(face)
  known.edges ??= face.rings.flatMap(ringEdges)
  return known.edges
}

export function edgeKeysOf(face: Face): ReadonlySet<string> {
  const known = derivedOf(face)
  known.keys ??= new Set(edgesOf(face).map(({ key }) => key))
  return known.keys
}

/** Twice the area in mm², exact. */
export function doubleFaceArea(face: Face): bigint {
  const known = derivedOf(face)
  known.doubled ??= face.rings.reduce((sum, ring) => sum + doubleArea(ring), 0n)
  return known.doubled
}

/** Twice the area by the perimeter, mm: what a long strip of land is wide. */
export function faceWidth(face: Face): number {
  return Number(doubleFaceArea(face)) / face.rings.reduce((sum, ring) => sum + perimeter(ring), 0)
}

import type { Face } from './face.ts'
import { liesWithin } from './plane/exact.ts'
import { distance } from './plane/measure.ts'
import { type Box, boxOf, type Position, positionKey, type Ring } from './plane/position.ts'
import { canonicalRings } from './plane/ring.ts'

/** Things by the squares that they touch. */
export class Squares<T> {
  readonly #side: number
  readonly #things = new Map<string, T[]>()

  constructor(side: number) {
    this.#side = side
  }

  add(box: Box, thing: T): void {
    for (const key of this.#keys(box)) {
      const there = this.#things.get(key)
      if (there) there.push(thing)
      else this.#things.set(key, [thing])
    }
  }

  /** Each thing once or more. */
  *in(box: Box): Generator<T> {
    for (const key of this.#keys(box)) yield* this.#things.get(key) ?? []
  }

  *all(): Generator<readonly T[]> {
    yield* this.#things.values()
  }

  *#keys([west, south, east, north]: Box): Generator<string> {
    const side = this.#side
    for (let column = Math.floor(west / side); column <= Math.floor(east / side); column++)
      for (let row = Math.floor(south / side); row <= Math.floor(north / side); row++) yield `${column}/${row}`
  }
}

/** A side for squares that hold a few segments each: twice their mean length. */
export function squareSide(faces: readonly Face[]): number {
  let [sum, count] = [0, 0]
  for (const { rings } of faces) {
    for (const ring of rings) {
      count += ring.length
      for (let index = 0; index < ring.length; index++) sum += distance(ring[index]!, ring[(index + 1) % ring.length]!)
    }
  }
  return Math.max(1, Math.ceil((2 * sum) / Math.max(1, count)))
}

function nodedRing(ring: Ring, vertices: Squares<Position>): Ring {
  const noded: Position[] = []
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length]!
    const on = new Map<string, Position>()
    for (const vertex of vertices.in(boxOf([from, to]))) if (liesWithin(vertex, from, to)) on.set(positionKey(vertex), vertex)
    noded.push(from, ...[...on.values()].sort((a, b) => distance(from, a) - distance(from, b)))
  })
  return noded.length === ring.length ? ring : noded
}

/** The faces with every vertex of one that lies exactly on a segment of another in both. */
export function node(faces: readonly Face[]): Face[] {
  const vertices = new Squares<Position>(squareSide(faces))
  const known = new Set<string>()
  for (const position of faces.flatMap(({ rings }) => rings.flat())) {
    const key = positionKey(position)
    if (known.has(key)) continue
    known.add(key)
    vertices.add([...position, ...position], position)
  }
  return faces.map((face) => {
    const rings = face.rings.map((ring) => nodedRing(ring, vertices))
    if (rings.every((ring, index) => ring === face.rings[index])) return face
    return { ...face, rings: canonicalRings(rings[0]!, rings.slice(1)) }
  })
}

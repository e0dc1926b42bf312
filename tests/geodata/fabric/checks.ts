// Whether faces are a partition, told by plain means of its own: counting edges, BigInt areas and crossings of all against all near.
import type { CellPolygon, Position, Ring } from '#geodata/fabric/index.ts'

const key = (p: Position) => `${p[0]} ${p[1]}`
const next = (ring: Ring, index: number) => ring[(index + 1) % ring.length]!

export function shoelace(ring: Ring): bigint {
  let sum = 0n
  const [ox, oy] = ring[0]!
  ring.forEach((a, index) => {
    const b = next(ring, index)
    sum += BigInt(a[0] - ox) * BigInt(b[1] - oy) - BigInt(b[0] - ox) * BigInt(a[1] - oy)
  })
  return sum
}

export function totalArea(cells: readonly Pick<CellPolygon, 'rings'>[]): bigint {
  return cells.reduce((sum, { rings }) => rings.reduce((all, ring) => all + shoelace(ring), sum), 0n)
}

interface Piece {
  a: Position
  b: Position
  id: string
}

export function pieces(cells: readonly CellPolygon[]): Piece[] {
  return cells.flatMap(({ id, rings }) => rings.flatMap((ring) => ring.map((a, index) => ({ a, b: next(ring, index), id }))))
}

/** Edges that no other undoes. Throws when one comes twice. */
export function rim(cells: readonly CellPolygon[]): Map<string, Piece> {
  const all = new Map<string, Piece>()
  for (const piece of pieces(cells)) {
    const name = `${key(piece.a)}/${key(piece.b)}`
    if (all.has(name)) throw new Error(`edge twice: ${name} in ${piece.id} and ${all.get(name)!.id}`)
    all.set(name, piece)
  }
  return new Map([...all].filter(([, { a, b }]) => !all.has(`${key(b)}/${key(a)}`)))
}

function side(a: Position, b: Position, c: Position): number {
  const value = BigInt(b[0] - a[0]) * BigInt(c[1] - a[1]) - BigInt(b[1] - a[1]) * BigInt(c[0] - a[0])
  return value > 0n ? 1 : value < 0n ? -1 : 0
}

const apart = (a: number, b: number, c: number, d: number) => Math.max(a, b) < Math.min(c, d) || Math.max(c, d) < Math.min(a, b)

function clash(p: Piece, q: Piece): boolean {
  if (apart(p.a[0], p.b[0], q.a[0], q.b[0]) || apart(p.a[1], p.b[1], q.a[1], q.b[1])) return false
  const ends = [side(p.a, p.b, q.a), side(p.a, p.b, q.b), side(q.a, q.b, p.a), side(q.a, q.b, p.b)]
  if (ends[0]! * ends[1]! < 0 && ends[2]! * ends[3]! < 0) return true
  const within = (c: Position, s: Piece) =>
    key(c) !== key(s.a) &&
    key(c) !== key(s.b) &&
    side(s.a, s.b, c) === 0 &&
    !apart(s.a[0], s.b[0], c[0], c[0]) &&
    !apart(s.a[1], s.b[1], c[1], c[1])
  return within(q.a, p) || within(q.b, p) || within(p.a, q) || within(p.b, q)
}

/** The first pair of edges that cross, overlap or end on each other; sorted by west end so that far ones are not compared. */
export function firstClash(cells: readonly CellPolygon[]): string | undefined {
  const all = pieces(cells).sort((p, q) => Math.min(p.a[0], p.b[0]) - Math.min(q.a[0], q.b[0]))
  for (let first = 0; first < all.length; first++) {
    const east = Math.max(all[first]!.a[0], all[first]!.b[0])
    for (let second = first + 1; second < all.length; second++) {
      if (Math.min(all[second]!.a[0], all[second]!.b[0]) > east) break
      if (clash(all[first]!, all[second]!)) return JSON.stringify([all[first], all[second]])
    }
  }
  return undefined
}

/** Orientation, no position twice in a cell, at least three positions. */
export function unsound(cell: CellPolygon): string | undefined {
  const keys = cell.rings.flat().map(key)
  if (new Set(keys).size !== keys.length) return `${cell.id} touches itself`
  const wrong = cell.rings.findIndex((ring, index) => ring.length < 3 || shoelace(ring) > 0n !== (index === 0))
  return wrong < 0 ? undefined : `${cell.id}: ring ${wrong} is turned`
}

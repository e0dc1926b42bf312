/** Areas made of cells: the outline of a set is the borders that only one of its cells has, so both agree vertex by vertex. */
import type { Position } from '../demo.ts'
import type { Cell, Land } from '../ground/cells.ts'

/** The rings around the cells as vertex numbers; outer rings anticlockwise, holes clockwise. */
function ringsAround({ subdivision, beyond }: Land, cells: Iterable<Cell>): number[][] {
  const onward = new Map<number, number[]>()
  const members = new Set<number>()
  for (const { face } of cells) members.add(face)
  for (const face of members) {
    const { ring } = subdivision.faces.get(face)!
    const across = beyond.get(face)!
    for (let i = 0; i < ring.length; i++) {
      if (members.has(across[i]!)) continue
      const [a, b] = [ring[i]!, ring[i + 1 === ring.length ? 0 : i + 1]!]
      const ways = onward.get(a)
      if (ways) ways.push(b)
      else onward.set(a, [b])
    }
  }
  const rings: number[][] = []
  for (const start of onward.keys()) {
    let at = start
    const ring: number[] = []
    while (onward.get(at)?.length) {
      ring.push(at)
      at = onward.get(at)!.shift()!
    }
    if (ring.length > 0) rings.push(ring)
  }
  return rings
}

/** The rings of the area that the cells cover together, each open. */
export const outlineOf = (land: Land, cells: Iterable<Cell>): Position[][] =>
  ringsAround(land, cells).map((ring) => ring.map((v) => land.subdivision.points[v]!))

/** One ring without a hole, and no vertex met twice: where only two corners touch, nobody can walk through. */
export function isOnePiece(land: Land, cells: Iterable<Cell>): boolean {
  const rings = ringsAround(land, cells)
  return rings.length === 1 && new Set(rings[0]).size === rings[0]!.length
}

/** Vertices at which the outline meets itself, and those of every ring but the longest. */
export function troubleSpots(land: Land, cells: Iterable<Cell>): number[] {
  const rings = ringsAround(land, cells).toSorted((a, b) => b.length - a.length)
  const seen = new Set<number>()
  const twice = rings[0]!.filter((v) => seen.has(v) || !seen.add(v))
  return [...twice, ...rings.slice(1).flat()]
}

export const sumOf = (cells: readonly Cell[]) => ({
  households: cells.reduce((sum, cell) => sum + cell.households, 0),
  population: cells.reduce((sum, cell) => sum + cell.population, 0),
})

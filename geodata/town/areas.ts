/** Areas made of cells: the outline of a set is the borders that only one of its cells has, so both agree vertex by vertex. */

import type { Position } from '../county/demo.ts'
import { areaOf } from '../county/geometry/plane.ts'
import type { Cell, Land } from './cells.ts'

/** The rings of the area that the cells cover together, each open; outer rings anticlockwise, holes clockwise. */
export function outlineOf({ subdivision }: Land, cells: readonly Cell[]): Position[][] {
  const onward = new Map<number, number[]>()
  const members = new Set(cells.map((cell) => cell.face))
  for (const { face } of cells) {
    const { ring } = subdivision.faces.get(face)!
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length]!
      const beyond = subdivision.left(b, a)
      if (!beyond || !members.has(beyond.id)) onward.set(a, [...(onward.get(a) ?? []), b])
    })
  }
  const rings: Position[][] = []
  for (const start of onward.keys()) {
    let at = start
    const ring: Position[] = []
    while (onward.get(at)?.length) {
      ring.push(subdivision.points[at]!)
      at = onward.get(at)!.shift()!
    }
    if (ring.length > 0) rings.push(ring)
  }
  return rings
}

export const isOnePiece = (land: Land, cells: readonly Cell[]): boolean => {
  const rings = outlineOf(land, cells)
  // A vertex met twice is where two corners only touch: legal to draw, but nobody can walk through there.
  return rings.length === 1 && areaOf(rings[0]!) > 0 && new Set(rings[0]!.map(String)).size === rings[0]!.length
}

export const sumOf = (cells: readonly Cell[]) => ({
  households: cells.reduce((sum, cell) => sum + cell.households, 0),
  population: cells.reduce((sum, cell) => sum + cell.population, 0),
})

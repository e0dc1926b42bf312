/** The ground of the map: neighbouring cells of one land use as one area, with holes where other land lies inside. */
import type { DemoFeature, Geometry, Position } from '../demo.ts'
import { areaOf, isInside } from '../geometry/plane.ts'

interface Ground {
  readonly ring: readonly Position[]
  readonly landUse: string
}

/**
 * One feature for each area that hangs together along its sides. Given community by community, areas stay so small that a tile of
 * them is made quickly.
 * @param cells with the same vertices on both sides of a border
 * @param polygonOf makes geometry of a shell and its holes
 */
export function landCoverFeatures(
  cells: readonly Ground[],
  polygonOf: (rings: readonly (readonly Position[])[]) => Geometry,
): DemoFeature[] {
  const owner = new Map<string, number>()
  cells.forEach(({ ring }, index) => {
    for (const [a, b] of sidesOf(ring)) owner.set(`${a} ${b}`, index)
  })
  const across = (a: Position, b: Position) => owner.get(`${b} ${a}`)
  return piecesOf(cells, across).flatMap((piece) => {
    const members = new Set(piece)
    const sides = piece.flatMap((index) => sidesOf(cells[index]!.ring).filter(([a, b]) => !members.has(across(a, b) ?? -1)))
    const kind = cells[piece[0]!]!.landUse
    return withHoles(simpleRings(sides)).map((rings) => ({ properties: { kind }, geometry: polygonOf(rings) }))
  })
}

type Side = readonly [Position, Position]

const sidesOf = (ring: readonly Position[]): Side[] => ring.map((a, i) => [a, ring[(i + 1) % ring.length]!])

function piecesOf(cells: readonly Ground[], across: (a: Position, b: Position) => number | undefined): number[][] {
  const seen = new Set<number>()
  return cells.flatMap(({ landUse }, first) => {
    if (seen.has(first)) return []
    seen.add(first)
    const piece = [first]
    for (const index of piece)
      for (const [a, b] of sidesOf(cells[index]!.ring)) {
        const beside = across(a, b)
        if (beside === undefined || seen.has(beside) || cells[beside]!.landUse !== landUse) continue
        seen.add(beside)
        piece.push(beside)
      }
    return [piece]
  })
}

/*
 *   ┌───●        a walk that comes back to a corner has closed a ring: cut off there, no ring
 *   │   │        touches itself
 *   ●───●───┐
 *       │   │
 *       └───┘
 */
function simpleRings(sides: readonly Side[]): Position[][] {
  const onward = new Map<string, Position[]>()
  for (const [a, b] of sides) onward.set(String(a), [...(onward.get(String(a)) ?? []), b])
  const rings: Position[][] = []
  for (const [start] of sides) {
    const walk: Position[] = []
    const places = new Map<string, number>()
    for (let at: Position | undefined = start; at; ) {
      const place = places.get(String(at))
      if (place !== undefined) {
        const ring = walk.splice(place)
        for (const corner of ring) places.delete(String(corner))
        rings.push(ring)
      }
      places.set(String(at), walk.push(at) - 1)
      at = onward.get(String(at))?.pop()
    }
  }
  return rings
}

/** Anticlockwise rings are shells; each clockwise one is a hole in the smallest shell around it. */
function withHoles(rings: readonly (readonly Position[])[]): (readonly Position[])[][] {
  const shells = rings
    .filter((ring) => areaOf(ring) > 0)
    .toSorted((a, b) => areaOf(a) - areaOf(b))
    .map((shell) => [shell])
  for (const hole of rings.filter((ring) => areaOf(ring) < 0)) {
    const [a, b] = [hole[0]!, hole[1]!]
    // The middle of a side, a little to its left: inside the area and so inside its shell, whatever corners touch.
    const at: Position = [(a[0] + b[0]) / 2 - (b[1] - a[1]) * 1e-4, (a[1] + b[1]) / 2 + (b[0] - a[0]) * 1e-4]
    shells.find(([shell]) => isInside(shell!, at))!.push(hole)
  }
  return shells
}

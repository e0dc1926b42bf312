// Which borders there are near a place, and between which grids.

import { edgesOf } from '#geodata/fabric/face.ts'
import { type Fabric, facesIn, type Position } from '#geodata/fabric/index.ts'
import { distanceToSegment } from '#geodata/fabric/plane/measure.ts'
import { boxesMeet, boxOf, segmentKey, widened } from '#geodata/fabric/plane/position.ts'

/** A piece of border between two vertices, with the grids of a scheme on its sides. */
export interface BorderEdge {
  readonly a: Position
  readonly b: Position
  /** Null: no grid of the scheme, or no land of the plan. */
  readonly grids: readonly [string | null, string | null]
  /** No edit moves it: communities meet here, or the land ends. */
  readonly fixed: boolean
}

/** Edges within reach of a place, each once. */
export function edgesNear(fabric: Fabric, scheme: string, place: Position, reach: number): BorderEdge[] {
  const box = widened([...place, ...place], reach)
  const sides = new Map<string, { a: Position; b: Position; faces: { grid: string | null; community: string | null }[] }>()
  for (const face of facesIn(fabric, box)) {
    const side = { grid: face.grids[scheme] ?? null, community: face.community }
    for (const { from, to } of edgesOf(face)) {
      if (!boxesMeet(box, boxOf([from, to])) || distanceToSegment(place, from, to) > reach) continue
      const key = segmentKey(from, to)
      const known = sides.get(key)
      if (known) known.faces.push(side)
      else sides.set(key, { a: from, b: to, faces: [side] })
    }
  }
  return [...sides.values()].map(({ a, b, faces: [one, other] }) => ({
    a,
    b,
    grids: [one?.grid ?? null, other?.grid ?? null],
    fixed: !other || one!.community !== other.community,
  }))
}

export const isGridBorder = ({ grids: [one, other] }: BorderEdge): boolean => one !== other

/** Two grids in an order that does not depend on the side one comes from. */
export type Pair = readonly [string, string]

export const pairKey = ([one, other]: Pair): string => `${one} ${other}`

/** The pairs of grids that meet at a place: one on a border, three where three grids meet. */
export function pairsAt(fabric: Fabric, scheme: string, place: Position): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const edge of edgesNear(fabric, scheme, place, fabric.limits.reach)) {
    const [one, other] = edge.grids
    if (one === null || other === null || one === other) continue
    const pair: Pair = one < other ? [one, other] : [other, one]
    pairs.set(pairKey(pair), pair)
  }
  return [...pairs.values()]
}

/** The pairs on whose border a stroke both begins and ends. */
export function pairsOfStroke(fabric: Fabric, scheme: string, start: Position, end: Position): Pair[] {
  const ends = new Set(pairsAt(fabric, scheme, end).map(pairKey))
  return pairsAt(fabric, scheme, start).filter((pair) => ends.has(pairKey(pair)))
}

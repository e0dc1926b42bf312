// A stroke as it was drawn, checked, and its ends brought onto the border that it is to change.
import type { Fabric } from './fabric.ts'
import { cross, liesWithin, orientation } from './plane/exact.ts'
import { bestOnSegment, distance, distanceToSegment } from './plane/measure.ts'
import { boxesMeet, boxOf, isPosition, type Position, same } from './plane/position.ts'
import { refuse } from './refusal.ts'

export type Stroke = readonly Position[]

/** A piece of border as both neighbours have it. `fixed`: between communities or the territory's own. */
export interface Border {
  readonly a: Position
  readonly b: Position
  readonly fixed: boolean
}

function meets(a: Position, b: Position, c: Position, d: Position): boolean {
  return cross(a, b, c, d) || liesWithin(c, a, b) || liesWithin(d, a, b) || liesWithin(a, c, d) || liesWithin(b, c, d)
}

function turnsBack(a: Position, b: Position, c: Position): boolean {
  return orientation(a, b, c) === 0 && (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1]) > 0
}

/** Refuses a line that meets itself. */
export function checkSimple(stroke: Stroke): void {
  const boxes = stroke.slice(1).map((to, index) => boxOf([stroke[index]!, to]))
  for (let first = 0; first < boxes.length; first++) {
    const [a, b] = [stroke[first]!, stroke[first + 1]!]
    if (first > 0 && turnsBack(stroke[first - 1]!, a, b)) refuse('crosses_itself', { at: a })
    for (let second = first + 2; second < boxes.length; second++) {
      if (!boxesMeet(boxes[first]!, boxes[second]!)) continue
      const [c, d] = [stroke[second]!, stroke[second + 1]!]
      if (meets(a, b, c, d) || same(a, c) || same(a, d) || same(b, d)) refuse('crosses_itself', { at: c })
    }
  }
}

/** Refuses what is no simple line of whole millimetres. */
export function checkStroke(fabric: Fabric, stroke: unknown): asserts stroke is Stroke {
  if (!Array.isArray(stroke) || stroke.length < 2) refuse('unknown_edit')
  if (stroke.length > fabric.limits.most_points) refuse('too_many_points')
  if (!stroke.every(isPosition)) refuse('not_a_position')
  const twice = stroke.find((position, index) => index > 0 && same(position, stroke[index - 1]!))
  if (twice) refuse('same_points', { at: twice })
  checkSimple(stroke)
}

/** Along a border that may not move, a new vertex goes where whole millimetres come closest to the line: within 10 cm. */
export const SLIDE = 100

/** The place on the borders for an end of a stroke: a vertex within reach, else the nearest place within reach, else undefined. */
export function attached(end: Position, borders: readonly Border[], reach: number): Position | undefined {
  let vertex: Position | undefined
  let border: Border | undefined
  let [toVertex, toBorder] = [reach, reach]
  for (const candidate of borders) {
    for (const place of [candidate.a, candidate.b]) {
      const off = distance(end, place)
      if (off <= toVertex) [vertex, toVertex] = [place, off]
    }
    const off = distanceToSegment(end, candidate.a, candidate.b)
    if (off <= toBorder) [border, toBorder] = [candidate, off]
  }
  return vertex ?? (border && bestOnSegment(end, border.a, border.b, border.fixed ? SLIDE : 0))
}

/** The stroke with its ends on these. Positions that fall onto an end are dropped. */
export function withEnds(stroke: Stroke, start: Position | undefined, end: Position | undefined): Stroke {
  const inner = stroke
    .slice(start ? 1 : 0, end ? -1 : undefined)
    .filter((position) => !(start && same(position, start)) && !(end && same(position, end)))
  const whole = [...(start ? [start] : []), ...inner, ...(end ? [end] : [])]
  if (whole.length < 2 || same(whole[0]!, whole.at(-1)!)) refuse('same_points', { at: stroke[0]! })
  checkSimple(whole)
  return whole
}

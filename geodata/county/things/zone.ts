/** A hazard zone, and the shapes that zones have. */
import { type DemoFeature, type Position, VALID_FROM } from '../demo.ts'
import { beside } from '../geometry/curves.ts'
import { METRE, rounded } from '../geometry/plane.ts'
import { noise } from '../geometry/random.ts'
import { multiPolygon } from '../geometry/shapes.ts'
import type { Word } from '../people/words.ts'

export const zone = (
  { zh, en }: Word,
  kind: string,
  grade: string,
  basis: string,
  edition: string,
  ring: readonly Position[],
): DemoFeature => ({
  properties: { name: zh, name_en: en, kind, grade, basis, edition, valid_from: VALID_FROM },
  geometry: multiPolygon([ring]),
})

type Width = number | ((along: number) => number)

/** What lies beside a line, so far to its right and so far to its left. */
export const belt = (line: readonly Position[], right: Width, left: Width): Position[] => {
  const other = typeof right === 'number' ? -right : (along: number) => -right(along)
  return [...beside(line, other), ...beside(line, left).reverse()]
}

/** A closed shape without corners, as slopes have. */
export function blob([x, y]: Position, radius: number, salt: number): Position[] {
  return Array.from({ length: 28 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 28
    const r =
      radius * METRE * (1 + 0.22 * noise(Math.cos(angle) * 1.4 + 5, salt) + 0.18 * noise(Math.sin(angle) * 1.6 + 9, salt + 1))
    return rounded([x + Math.cos(angle) * r * 1.25, y + Math.sin(angle) * r])
  })
}

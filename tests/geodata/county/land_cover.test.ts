import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DemoFeature, Position } from '#geodata/county/demo.ts'
import { shapesAt } from '#geodata/county/geometry/shapes_at.ts'
import { landCoverFeatures } from '#geodata/county/ground/land_cover.ts'
import { layer } from './county.ts'
import { isInside, isSimple, type Ring, twiceArea } from './geometry.ts'

/** Squares of 10 m in rows from the south, one letter each. */
const board = (...rows: readonly string[]) =>
  [...rows].reverse().flatMap((row, y) =>
    [...row].map((landUse, x) => ({
      landUse,
      ring: [
        [x, y],
        [x + 1, y],
        [x + 1, y + 1],
        [x, y + 1],
      ].map(([a, b]): Position => [a! * 10_000, b! * 10_000]),
    })),
  )

const coverOf = (cells: ReturnType<typeof board>) => landCoverFeatures(cells, shapesAt([0, 0]).polygonWithHoles)

const polygons = ({ geometry }: DemoFeature): readonly Ring[][] =>
  geometry?.type === 'MultiPolygon' ? (geometry.coordinates as Ring[][]) : []
const squares = (feature: DemoFeature) =>
  polygons(feature)
    .flat()
    .reduce((sum, ring) => sum + twiceArea(ring), 0n) / 200_000_000n

/** What is wrong with the features as areas by the Simple Features standard. */
function faults(features: readonly DemoFeature[]): string[] {
  return features
    .flatMap(polygons)
    .flatMap(([shell, ...holes]) => [
      ...[shell!, ...holes].filter((ring) => !isSimple(ring)).map(() => 'a ring touches itself'),
      ...(twiceArea(shell!) <= 0n ? ['a shell runs clockwise'] : []),
      ...holes.filter((hole) => twiceArea(hole) >= 0n).map(() => 'a hole runs anticlockwise'),
      ...holes.filter(([a, b]) => !isInside(shell!, middle(a!, b!, -1))).map(() => 'a hole outside its shell'),
    ])
}
/** A little to one side of a border, so that no corner decides. */
const middle = (a: Position, b: Position, side: number): Position => [
  (a[0] + b[0]) / 2 - (side * (b[1] - a[1])) / 1000,
  (a[1] + b[1]) / 2 + (side * (b[0] - a[0])) / 1000,
]

describe('land cover', () => {
  //  f f f f
  //  f w w f    one lake in one field
  //  f f f f
  it('is one area with a hole where other land lies inside', () => {
    const cover = coverOf(board('ffff', 'fwwf', 'ffff'))
    expect(cover.map((feature) => [feature.properties.kind, squares(feature)])).toEqual([
      ['f', 10n],
      ['w', 2n],
    ])
    expect(polygons(cover[0]!)[0]!.length).toBe(2)
    expect(faults(cover)).toEqual([])
  })

  //  f w f
  //  w f w      corners that touch hold nothing together
  it('does not hang together over a corner', () => {
    const cover = coverOf(board('fwf', 'wfw'))
    expect(cover.length).toBe(6)
    expect(faults(cover)).toEqual([])
  })

  //  f f f f
  //  f w f f    two lakes that touch at a corner: two holes, and no ring that meets itself
  //  f f w f
  //  f f f f
  it('keeps holes apart that touch at a corner', () => {
    const [field] = coverOf(board('ffff', 'fwff', 'ffwf', 'ffff'))
    expect(polygons(field!)[0]!.length).toBe(3)
    expect(faults([field!])).toEqual([])
  })

  it('covers every square once, in valid areas, as many as hang together', () => {
    const row = fc.string({ unit: fc.constantFrom('f', 'w', 'b'), minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 7, maxLength: 7 }), (rows) => {
        const cover = coverOf(board(...rows))
        expect(faults(cover)).toEqual([])
        for (const kind of 'fwb') {
          const own = cover.filter(({ properties }) => properties.kind === kind)
          expect(own.reduce((sum, feature) => sum + squares(feature), 0n)).toBe(BigInt(rows.join('').split(kind).length - 1))
        }
        expect(cover.length).toBe(regions(rows))
      }),
      { numRuns: 60, seed: 3 },
    )
  })

  it('of the county is the ground of its cells, kind by kind', () => {
    expect(faults(layer('land_cover'))).toEqual([])
    const sum = (features: readonly DemoFeature[]) =>
      features
        .flatMap(polygons)
        .flat()
        .reduce((all, ring) => all + twiceArea(ring), 0n)
    for (const kind of new Set(layer('unit_cells').map(({ properties }) => properties.land_use))) {
      const cover = layer('land_cover').filter(({ properties }) => properties.kind === kind)
      expect(sum(cover), String(kind)).toBe(sum(layer('unit_cells').filter(({ properties }) => properties.land_use === kind)))
    }
  })
})

/** Connected regions of equal letters, by flood fill. */
function regions(rows: readonly string[]): number {
  const seen = new Set<string>()
  let count = 0
  const fill = (x: number, y: number, kind: string): void => {
    if (rows[y]?.[x] !== kind || seen.has(`${x} ${y}`)) return
    seen.add(`${x} ${y}`)
    fill(x + 1, y, kind)
    fill(x - 1, y, kind)
    fill(x, y + 1, kind)
    fill(x, y - 1, kind)
  }
  for (const [y, row] of rows.entries())
    for (const [x, kind] of [...row].entries())
      if (!seen.has(`${x} ${y}`)) {
        count++
        fill(x, y, kind)
      }
  return count
}

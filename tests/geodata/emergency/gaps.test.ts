// What no hydrant reaches, compared with places tried one by one.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromGaussKruger } from '#geodata/crs/gauss_kruger.ts'
import { groundDistance } from '#geodata/crs/ground_distance.ts'
import { isWithinReach, lengthOfLine, nearestWithin, pointGridOf, pointsNear, stretchesBeyond } from '#geodata/emergency/index.ts'
import type { Position } from '#geodata/network/index.ts'

/** A place in metres from a corner of a town. */
const at = (x: number, y: number): Position => fromGaussKruger([500_000 + x, 3_880_000 + y], 114)
const REACH = 150
const placeArbitrary = fc
  .tuple(fc.double({ min: -300, max: 600, noNaN: true }), fc.double({ min: -300, max: 600, noNaN: true }))
  .map(([x, y]) => at(x, y))

/*
 *        (150 m)          (150 m)
 *  0-----[==h1==]---------[==h2==]------1000 m
 *     50   200  350     550  700  850
 */
describe('a road', () => {
  const line = [at(0, 0), at(400, 0), at(1000, 0)]
  const beyond = (hydrants: readonly Position[]) => stretchesBeyond(line, pointGridOf(hydrants, REACH), REACH)
  const lengths = (hydrants: readonly Position[]) =>
    beyond(hydrants).map((stretch) => Math.round(lengthOfLine(stretch) * 10) / 10)

  it('is beyond reach where no circle covers it, across its bends', () => {
    expect(lengths([at(200, 0), at(700, 0)])).toEqual([50, 200, 150])
    expect(lengths([])).toEqual([1000])
    expect(lengths([at(0, 0), at(250, 0), at(500, 0), at(750, 0), at(1000, 0)])).toEqual([])
  })

  it('is covered less by a hydrant aside, and not at all by one too far', () => {
    expect(lengths([at(500, 90)])).toEqual([380, 380])
    expect(lengths([at(500, 151)])).toEqual([1000])
  })

  it('agrees with places tried along it', () => {
    fc.assert(
      fc.property(
        fc.array(placeArbitrary, { minLength: 2, maxLength: 5 }),
        fc.array(placeArbitrary, { maxLength: 6 }),
        (road, hydrants) => {
          const metres = stretchesBeyond(road, pointGridOf(hydrants, REACH), REACH).reduce(
            (sum, stretch) => sum + lengthOfLine(stretch),
            0,
          )
          let tried = 0
          for (let part = 0; part + 1 < road.length; part++) {
            const [a, b] = [road[part]!, road[part + 1]!]
            const steps = 400
            for (let step = 0; step < steps; step++) {
              const share = (step + 0.5) / steps
              const place: Position = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
              if (hydrants.every((hydrant) => groundDistance(hydrant, place) > REACH)) tried += groundDistance(a, b) / steps
            }
          }
          expect(Math.abs(metres - tried)).toBeLessThan(40)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('a cell', () => {
  const square = (from: number, to: number): Position[][] => [
    [at(from, from), at(to, from), at(to, to), at(from, to), at(from, from)],
  ]

  it('is within reach of one hydrant in its middle, and of four around it', () => {
    expect(isWithinReach(square(0, 200), [at(100, 100)], REACH)).toBe(true)
    expect(isWithinReach(square(0, 220), [at(110, 110)], REACH)).toBe(false)
    expect(isWithinReach(square(0, 220), [at(0, 0), at(220, 0), at(0, 220), at(220, 220)], REACH)).toBe(false)
    expect(isWithinReach(square(0, 200), [at(0, 0), at(200, 0), at(0, 200), at(200, 200)], REACH)).toBe(true)
  })

  it('is not within reach when a hole is left in its middle that its outline knows nothing of', () => {
    // Sixteen hydrants around a square of 400 m.
    const around = Array.from({ length: 16 }, (_, i) =>
      at(200 + 230 * Math.cos((i * Math.PI) / 8), 200 + 230 * Math.sin((i * Math.PI) / 8)),
    )
    expect(isWithinReach(square(100, 300), around, REACH)).toBe(false)
    expect(isWithinReach(square(100, 300), [...around, at(200, 200)], REACH)).toBe(true)
  })

  it('agrees with places tried in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 250 }), fc.array(placeArbitrary, { maxLength: 8 }), (side, hydrants) => {
        const within = isWithinReach(square(0, side), hydrants, REACH)
        const steps = 25
        let farthest = 0
        for (let column = 0; column <= steps; column++)
          for (let row = 0; row <= steps; row++) {
            const place = at((side * column) / steps, (side * row) / steps)
            const nearest = Math.min(...hydrants.map((hydrant) => groundDistance(hydrant, place)))
            farthest = Math.max(farthest, nearest)
          }
        if (within) expect(farthest).toBeLessThan(REACH + 0.01)
        // No place is farther from one that was tried than half a diagonal.
        else expect(farthest + (side / steps) * Math.SQRT1_2).toBeGreaterThan(REACH - 0.01)
      }),
      { numRuns: 200 },
    )
  })
})

it('points near a box are all found', () => {
  fc.assert(
    fc.property(fc.array(placeArbitrary, { maxLength: 30 }), placeArbitrary, (points, place) => {
      const near = pointsNear(pointGridOf(points, REACH), [...place, ...place], REACH)
      const isNear = (point: Position) => groundDistance(point, place) <= REACH
      expect(near.map((at) => points[at]!).filter(isNear)).toHaveLength(points.filter(isNear).length)
      const nearest = Math.min(...points.map((point) => groundDistance(point, place)))
      expect(nearestWithin(pointGridOf(points, REACH), place, REACH)).toBe(nearest <= REACH ? nearest : Infinity)
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromGaussKruger, toGaussKruger } from '#geodata/crs/gauss_kruger.ts'

const latitude = fc.double({ min: -80, max: 80, noNaN: true })
/** Degrees from the central meridian: wider than any zone. */
const aside = fc.double({ min: -3, max: 3, noNaN: true })
const meridian = fc.integer({ min: 25, max: 45 }).map((zone) => zone * 3)

describe('Gauss-Kruger', () => {
  it('lies on the meridian at 500 km, and at the equator at 0', () => {
    expect(toGaussKruger([114, 0], 114)).toEqual([500_000, 0])
    expect(toGaussKruger([114, 35], 114)[0]).toBe(500_000)
  })

  it('runs along the meridian as long as the ellipsoid is: 10,001,965.729 m from the equator to the pole', () => {
    expect(toGaussKruger([111, 90], 111)[1]).toBeCloseTo(10_001_965.7293, 3)
  })

  it('leads back to where it came from, to a hundredth of a millimetre', () => {
    fc.assert(
      fc.property(latitude, aside, meridian, (lat, away, central) => {
        const [longitude, back] = fromGaussKruger(toGaussKruger([central + away, lat], central), central)
        expect(Math.abs(longitude - central - away)).toBeLessThan(1e-10)
        expect(Math.abs(back - lat)).toBeLessThan(1e-10)
      }),
    )
  })

  it('is the same on both sides of the meridian', () => {
    fc.assert(
      fc.property(latitude, aside, (lat, away) => {
        const [east, north] = toGaussKruger([114 + away, lat], 114)
        const [west, other] = toGaussKruger([114 - away, lat], 114)
        expect(east - 500_000).toBeCloseTo(500_000 - west, 5)
        expect(north).toBeCloseTo(other, 5)
      }),
    )
  })
})

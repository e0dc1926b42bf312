import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseZone, meridianOf } from '#api/imports/zone.ts'

test.each([
  [113.2, 113.9, [], 920114],
  [112.6, 113.4, [], 920114],
  [-71.5, -71.3, [], 920288],
  [-1, 1, [], 920000],
  [115.6, 115.8, [920114], 920114],
  [118.4, 118.7, [920114], 920120],
  [115.6, 115.8, [920117, 920114], 920117],
  [-71.5, -71.3, [920114, 920288], 920288],
] as const)('a file from %d to %d with the zones %j in use is counted in %d', (west, east, inUse, zone) =>
  expect(chooseZone({ west, east }, inUse)).toBe(zone),
)

test('a zone of its own is never farther than 1.5° from the middle of the file', () => {
  fc.assert(
    fc.property(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }), (west, width) => {
      const zone = chooseZone({ west, east: west + width }, [])
      const middle = west + width / 2
      expect(Math.abs(meridianOf(zone, middle) - middle)).toBeLessThanOrEqual(1.5)
      expect(zone).toBeGreaterThanOrEqual(920_000)
      expect(zone).toBeLessThan(920_360)
    }),
  )
})

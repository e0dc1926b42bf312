// Coordinates in any system that people paste: detected, and said which.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toGaussKruger } from '#geodata/crs/gauss_kruger.ts'
import { toGcj02 } from '#geodata/crs/offset_maps.ts'
import { readPlaces } from '../../web/search/readings.ts'

const PLACE = [113.2005, 35.0985] as const

test('degrees are read as they are first, then as what map services show', () => {
  const [degrees, gcj, bd, ...more] = readPlaces('35.0985, 113.2005', null)
  expect([degrees!.position, degrees!.system.kind, more]).toEqual([[...PLACE], 'degrees', []])
  expect([gcj!.system.kind, bd!.system.kind]).toEqual(['gcj02', 'bd09'])
  const [longitude, latitude] = toGcj02(gcj!.position)
  expect([longitude, latitude]).toEqual([expect.closeTo(PLACE[0], 8), expect.closeTo(PLACE[1], 8)])
  expect(gcj!.system).toMatchObject({ shift_m: expect.closeTo(560, -2) })
})

test('outside China nothing is shifted, so there is one reading', () => {
  expect(readPlaces('41.82N 71.41W', null).map(({ system }) => system.kind)).toEqual(['degrees'])
})

test.each([
  { zone: 38, width: 3, meridian: 114 },
  { zone: 19, width: 6, meridian: 111 },
] as const)('metres with zone $zone before the easting, in either order', ({ zone, width, meridian }) => {
  fc.assert(
    fc.property(
      fc.double({ min: -1.4, max: 1.4, noNaN: true }),
      fc.double({ min: 18, max: 52, noNaN: true }),
      (east, latitude) => {
        const [easting, northing] = toGaussKruger([meridian + east, latitude], meridian)
        const [x, y] = [northing.toFixed(3), (zone * 1e6 + easting).toFixed(3)]
        for (const text of [`${x}, ${y}`, `${y} ${x}`, `X=${x} Y=${y}`, `${x}，${y}`]) {
          const [reading, ...more] = readPlaces(text, null)
          expect(more).toEqual([])
          expect(reading!.system).toEqual({ kind: 'gauss_kruger', width, zone, meridian })
          expect(reading!.position[0]).toBeCloseTo(meridian + east, 7)
          expect(reading!.position[1]).toBeCloseTo(latitude, 7)
        }
      },
    ),
  )
})

test('six digits of easting take the zone where the map looks, and say its meridian; without a map they mean nothing', () => {
  const [easting, northing] = toGaussKruger(PLACE, 114)
  const text = `${northing.toFixed(2)} ${easting.toFixed(2)}`
  const [reading] = readPlaces(text, [113.4, 35])
  expect(reading!.system).toEqual({ kind: 'gauss_kruger', width: 3, meridian: 114 })
  expect(reading!.position[0]).toBeCloseTo(PLACE[0], 6)
  expect(readPlaces(text, null)).toEqual([])
})

test.each(['', '411825100001', '18 号', '113.2', '999999 999999', '12345678 12345678'])('“%s” is no place', (text) => {
  expect(readPlaces(text, [113, 35])).toEqual([])
})

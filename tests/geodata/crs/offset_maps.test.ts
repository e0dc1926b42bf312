// GCJ-02 and BD-09: known places, and back again.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBd09, fromGcj02, toBd09, toGcj02 } from '#geodata/crs/offset_maps.ts'

// As the tests of eviltransform have them (github.com/googollee/eviltransform): Shanghai, Shenzhen, Beijing.
test.each([
  { wgs: [121.5272106, 31.1774276], gcj: [121.531_541_859_215, 31.175_303_983_645_97] },
  { wgs: [113.912316, 22.543847], gcj: [113.917_176_480_836_3, 22.540_796_131_694_766] },
  { wgs: [116.377817, 39.911954], gcj: [116.384_047_224_556_57, 39.913_345_455_360_69] },
] as const)('$wgs is $gcj on AMap', ({ wgs, gcj }) => {
  const [longitude, latitude] = toGcj02(wgs)
  expect(longitude).toBeCloseTo(gcj[0], 5)
  expect(latitude).toBeCloseTo(gcj[1], 5)
})

const inChina = fc.tuple(fc.double({ min: 74, max: 134, noNaN: true }), fc.double({ min: 18, max: 53, noNaN: true }))

test('there and back differ by less than 1e-8 degrees, a millimetre; the offset is 100 to 1,200 m', () => {
  fc.assert(
    fc.property(inChina, (place) => {
      for (const back of [fromGcj02(toGcj02(place)), fromBd09(toBd09(place))]) {
        expect(Math.abs(back[0] - place[0])).toBeLessThan(1e-8)
        expect(Math.abs(back[1] - place[1])).toBeLessThan(1e-8)
      }
      const [longitude, latitude] = toGcj02(place)
      const metres = Math.hypot((longitude - place[0]) * Math.cos((place[1] * Math.PI) / 180), latitude - place[1]) * 111_000
      expect(metres).toBeLessThan(1200)
      expect(metres).toBeGreaterThan(20)
    }),
  )
})

test('outside China nothing is shifted', () => {
  expect(toGcj02([2.35, 48.86])).toEqual([2.35, 48.86])
  expect(fromGcj02([-71.4, 41.8])).toEqual([-71.4, 41.8])
})

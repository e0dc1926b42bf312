import { expect, test } from 'vitest'
import { readCoordinates } from '../../web/search/coordinates.ts'

const HERE = [113.2, 35.1]

test.each([
  '113.2, 35.1',
  '113.2,35.1',
  '35.1 113.2',
  '35.1，113.2',
  '(113.2, 35.1)',
  '１１３．２　３５．１',
  '113.2E 35.1N',
  'N35.1 E113.2',
  '东经113.2° 北纬35.1°',
  '经度113.2，纬度35.1',
  'lat: 35.1, lon: 113.2',
  `113°12'00"E 35°06'00"N`,
  '113°12′00″E 35°06′00″N',
  '113°12’00”E，35°06’00”N',
  `１１３°１２＇００＂Ｅ　３５°０６＇００＂Ｎ`,
  `113°12'0''E 35°6'0''N`,
  '东经113度12分00秒 北纬35度06分00秒',
  '北纬35度6分，东经113度12分',
  `35°06'N 113°12'E`,
  '113°12′ 35°06′',
])('%s is the same place', (text) => {
  const [longitude = Number.NaN, latitude = Number.NaN] = readCoordinates(text) ?? []
  expect([longitude, latitude].map((value) => Number(value.toFixed(6)))).toEqual(HERE)
})

test('seconds keep their fraction', () => {
  const [longitude = 0, latitude = 0] = readCoordinates('113°15′20.5″E 35°06′00″N') ?? []
  expect(longitude).toBeCloseTo(113.2556944, 6)
  expect(latitude).toBeCloseTo(35.1, 6)
})

test('letters allow places far from China', () => {
  expect(readCoordinates('0.1W 51.5N')).toEqual([-0.1, 51.5])
})

test.each(['XHS0005', '411825100204', '12 34', '200, 300', '113.2', '113.2E 35.1E', `113°75'E 35°06'N`, '青云路 86 号', ''])(
  '%s is no pair of coordinates',
  (text) => {
    expect(readCoordinates(text)).toBeNull()
  },
)

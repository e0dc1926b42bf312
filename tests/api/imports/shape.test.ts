import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitShape } from '#api/imports/shape.ts'
import { coordinateSystemOf } from '#geodata/formats/index.ts'
import type { GeometryType } from '#geodata/layers/index.ts'

const degrees = { name: 'EPSG:4326' }
const zone38 = coordinateSystemOf('EPSG:4526')!
const fitted = (layer: GeometryType, type: string, coordinates: unknown, system = degrees) =>
  fitShape(layer, { type, coordinates }, system)
const code = (...args: Parameters<typeof fitted>) => {
  const answer = fitted(...args)
  return 'code' in answer ? answer.code : undefined
}

const line = [
  [114, 22],
  [115, 23],
]
const ring = [
  [114, 22],
  [115, 22],
  [115, 23],
  [114, 22],
]

describe('singles and multis', () => {
  test('a single becomes a multi where the layer has multis', () => {
    expect(fitted('MultiLineString', 'LineString', line)).toEqual({ value: { type: 'MultiLineString', coordinates: [line] } })
    expect(fitted('MultiPolygon', 'Polygon', [ring])).toEqual({ value: { type: 'MultiPolygon', coordinates: [[ring]] } })
  })

  test('the one part of a multi is taken where the layer has singles', () => {
    expect(fitted('LineString', 'MultiLineString', [line])).toEqual({ value: { type: 'LineString', coordinates: line } })
    expect(fitted('Point', 'MultiPoint', [[114, 22]])).toEqual({ value: { type: 'Point', coordinates: [114, 22] } })
  })

  test('of several parts none is chosen', () => expect(code('LineString', 'MultiLineString', [line, line])).toBe('several_parts'))

  test.each(['LineString', 'Polygon', 'GeometryCollection'])('a %s is no point', (type) =>
    expect(code('Point', type, line)).toBe('wrong_geometry_type'),
  )
})

test('heights and measures are left out', () => {
  expect(fitted('Point', 'Point', [114, 22, 5, 6])).toEqual({ value: { type: 'Point', coordinates: [114, 22] } })
})

test('the way a ring turns is no fault', () => expect(code('MultiPolygon', 'Polygon', [[...ring].reverse()])).toBeUndefined())

test.each([
  ['Point', 'Point', [], 'empty_geometry'],
  ['MultiLineString', 'LineString', [], 'empty_geometry'],
  ['MultiPolygon', 'MultiPolygon', [[ring], []], 'empty_geometry'],
  ['Point', 'Point', [null, 22], 'not_a_coordinate'],
  ['Point', 'Point', [Number.NaN, 22], 'not_a_coordinate'],
  ['Point', 'Point', ['114', '22'], 'not_a_coordinate'],
  ['Point', 'Point', undefined, 'not_a_coordinate'],
  ['Point', 'Point', [[114, 22]], 'not_a_coordinate'],
  ['MultiLineString', 'LineString', [[114, 22]], 'too_few_points'],
  [
    'MultiLineString',
    'LineString',
    [
      [114, 22],
      [114, 22],
    ],
    'zero_length',
  ],
  ['MultiPolygon', 'Polygon', [ring.slice(1)], 'too_few_points'],
  ['MultiPolygon', 'Polygon', [[...ring.slice(0, 3), [114, 22.5]]], 'unclosed_ring'],
  ['Point', 'Point', [114, 89], 'too_near_pole'],
] as const)('in a layer of %s, %s %j is refused: %s', (layer, type, coordinates, expected) =>
  expect(code(layer, type, coordinates)).toBe(expected),
)

describe('numbers that are no degrees', () => {
  const hint = (x: number, y: number) => (fitted('Point', 'Point', [x, y]) as { detail: object }).detail

  test('may be swapped', () => expect(hint(22, 114)).toEqual({ x: 22, y: 114, hint: 'swapped' }))
  test('may be metres', () => expect(hint(500_000, 2_500_000)).toEqual({ x: 500_000, y: 2_500_000, hint: 'metres' }))
  test('may begin with the number of a 3° zone', () => expect(hint(38_500_000, 2_500_000)).toMatchObject({ system: 'EPSG:4526' }))
  test('may begin with the number of a 6° zone', () => expect(hint(19_500_000, 2_500_000)).toMatchObject({ system: 'EPSG:4497' }))
})

describe('metres', () => {
  test('of the zone are taken', () => expect(code('Point', 'Point', [38_500_000, 2_500_000], zone38)).toBeUndefined())
  test.each([
    ['without the zone number', [500_000, 2_500_000]],
    ['with northing first', [2_500_000, 38_500_000]],
    ['of another zone', [20_500_000, 2_500_000]],
    ['that are degrees', [114, 22]],
  ])('%s are refused', (_, coordinates) => expect(code('Point', 'Point', coordinates, zone38)).toBe('outside_coordinate_system'))
})

test('whatever a geometry holds, it fits or is refused by a code', () => {
  const layers = fc.constantFrom<GeometryType>('Point', 'LineString', 'MultiLineString', 'MultiPolygon')
  const types = fc.constantFrom(
    'Point',
    'LineString',
    'Polygon',
    'MultiPoint',
    'MultiLineString',
    'MultiPolygon',
    'GeometryCollection',
  )
  fc.assert(fc.property(layers, types, fc.jsonValue(), (layer, type, coordinates) => void fitted(layer, type, coordinates)))
})

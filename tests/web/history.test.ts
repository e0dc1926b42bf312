// What of the history of grids is pure: the marks of the slider, and the land that a grid gains.
import { expect, test } from 'vitest'
import { dayBefore, nextMark, spanOf } from '../../web/planning/history/days.ts'
import { gainedLand } from '../../web/planning/history/gained.ts'

const shape = (...rings: [number, number][][]): GeoJSON.MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [rings.map((ring) => [...ring, ring[0]!])],
})
const square = (west: number, south: number, east: number, north: number): [number, number][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]
const corners = (shapes: readonly GeoJSON.MultiPolygon[]) =>
  shapes.flatMap(({ coordinates }) => coordinates.map((rings) => rings.map((ring) => ring.slice(1).map(String).sort())))

test('the slider goes from the first grids to today or to what is announced, and stops where something took effect', () => {
  const span = spanOf('2026-01-01', [{ effective_on: '2026-12-10' }, { effective_on: '2026-03-01' }], '2026-11-25')
  expect(span).toEqual({
    first: '2026-01-01',
    last: '2026-12-10',
    marks: ['2026-01-01', '2026-03-01', '2026-11-25', '2026-12-10'],
  })
  expect(nextMark(span, '2026-05-05', -1)).toBe('2026-03-01')
  expect(nextMark(span, '2026-03-01', 1)).toBe('2026-11-25')
  expect(nextMark(span, '2026-12-10', 1)).toBe('2026-12-10')
  expect(spanOf(null, [], '2026-11-25').marks).toEqual(['2026-11-25'])
  expect(dayBefore('2026-03-01')).toBe('2026-02-28')
})

test('a grid gains what the new outline has beside the old one, whichever way the rings go', () => {
  const before_shape = shape(square(0, 0, 1, 1))
  const wider: [number, number][] = [
    [0, 0],
    [1, 0],
    [2, 0],
    [2, 1],
    [1, 1],
    [0, 1],
  ]
  const east = [square(1, 0, 2, 1).map(String).sort()]
  for (const ring of [wider, wider.toReversed()])
    expect(corners(gainedLand({ before_shape, after_shape: shape(ring) }))).toEqual([east])
  expect(gainedLand({ before_shape: shape(wider), after_shape: before_shape })).toEqual([])
  expect(gainedLand({ before_shape, after_shape: null })).toEqual([])
})

test('all of a new grid is gained, and what lies around the old land goes around it', () => {
  const after_shape = shape(square(-1, -1, 2, 2))
  expect(corners(gainedLand({ before_shape: null, after_shape }))).toHaveLength(1)
  const [around] = gainedLand({ before_shape: shape(square(0, 0, 1, 1)), after_shape })
  expect(around!.coordinates[0]).toHaveLength(2)
})

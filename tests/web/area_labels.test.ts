import { expect, test } from 'vitest'
import { type LabelView, labelAreas, type Piece } from '../../web/map/area_labels.ts'
import { clipRing } from '../../web/map/clip_ring.ts'

const VIEW: LabelView = { bounds: [0, 0, 10, 10], perDegree: [100, 100] }

const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

const piece = (id: number, ring: number[][], name = '甲村'): Piece => ({
  layer: 'administrative_areas',
  id,
  properties: { level: 'community', name },
  geometry: { type: 'Polygon', coordinates: [ring] },
})

const label = (pieces: Piece[], view = VIEW) => labelAreas(pieces, view, 'light', ({ properties }) => String(properties.name))

//   ┌───┬───┐
//   │ 1 ┆ 1 │   ┆ edge of a tile
//   └───┴───┘
test('an area cut by the edge of a tile has one label, in the middle of both pieces', () => {
  const labels = label([piece(1, box(2, 2, 4, 4)), piece(1, box(4, 2, 8, 4))])
  expect(labels.map(({ position }) => position)).toEqual([[5, 3]])
})

//        view
//   ┌─────┬─────┐
//   │  ╔══╪══╗  │
//   │  ║  │  ║  │
//   └──╫──┴──╫──┘
test('the label of an area that goes beyond the view stands in the part that is seen', () => {
  const [{ position } = { position: [0, 0] }] = label([piece(1, box(6, 4, 30, 6))])
  expect(position).toEqual([8, 5])
})

//   ┌─┐   ┌─┐
//   │ └───┘ │   the middle lies outside
//   └───────┘
test('the label of a crooked area lies inside it', () => {
  const ring = [
    [1, 1],
    [9, 1],
    [9, 9],
    [8, 9],
    [8, 2],
    [2, 2],
    [2, 9],
    [1, 9],
    [1, 1],
  ]
  const [{ position } = { position: [0, 0] }] = label([piece(1, ring)])
  const [x, y] = position
  expect(x! < 2 || x! > 8 || y! < 2).toBe(true)
})

test('an area too small for its name has none, one that fills the view neither', () => {
  expect(label([piece(1, box(2, 2, 2.1, 2.1))])).toEqual([])
  expect(label([piece(1, box(-5, -5, 15, 15))])).toEqual([])
})

test('what is outside the box is cut off, what is inside stays as it was', () => {
  const inside = box(1, 1, 2, 2)
  expect(clipRing(inside, [0, 0, 10, 10])).toEqual(inside)
  expect(clipRing(box(20, 20, 30, 30), [0, 0, 10, 10])).toEqual([])
  const cut = clipRing(box(5, 5, 15, 15), [0, 0, 10, 10])
  expect(Math.max(...cut.flat())).toBe(10)
})
